// One question of a définition, answered as a person does: by its type, never by what the form knows of it.
import { expect, type Page } from '@playwright/test';
import type { Adresse, Champ, Reponse, Reponses } from '#domain/procedure/definition.ts';
import { champ, choisir, cocher } from './formulaire.ts';

const texteDe = (reponse: Reponse): string => {
  if (typeof reponse !== 'string') throw new Error(`un texte est attendu : ${JSON.stringify(reponse)}`);
  return reponse;
};
const listeDe = (reponse: Reponse): readonly string[] => {
  if (!Array.isArray(reponse)) throw new Error(`une liste est attendue : ${JSON.stringify(reponse)}`);
  return reponse.map((r) => (typeof r === 'string' ? r : ''));
};
const blocsDe = (reponse: Reponse): readonly Reponses[] => {
  if (!Array.isArray(reponse)) throw new Error(`des blocs sont attendus : ${JSON.stringify(reponse)}`);
  return reponse.flatMap((r) => (typeof r === 'string' ? [] : [r]));
};
const adresseDe = (reponse: Reponse): Adresse => {
  if (typeof reponse === 'string' || !('codePostal' in reponse)) throw new Error('une adresse est attendue');
  return reponse;
};

async function ecrire(page: Page, nom: string, texte: string): Promise<void> {
  if ((await champ(page, nom).inputValue()) !== texte) await champ(page, nom).fill(texte);
}

/** Lines of a list: those there are, then the button that adds one. */
async function lignes(page: Page, nom: string, valeurs: readonly string[], remplir: (ligne: string, valeur: string) => Promise<void>) {
  for (const [rang, valeur] of valeurs.entries()) {
    const ligne = `${nom}.${rang}`;
    if (rang > 0 && (await champ(page, ligne).count()) === 0) await page.locator(`button[value="ajouter:${nom}"]`).click();
    await remplir(ligne, valeur);
  }
}

/** Overseas, no suggestion fits: the way out of S-101, then everything by hand. Without scripts, always by hand. */
const OUTRE_MER = /^9[78]/;

async function remplirAdresse(page: Page, nom: string, a: Adresse, scripts: boolean): Promise<void> {
  if (scripts && !OUTRE_MER.test(a.codePostal)) {
    await champ(page, `${nom}.recherche`).fill(`${a.numero} ${a.voie} ${a.codePostal} ${a.ville}`);
    await page
      .getByRole('option', { name: new RegExp(`${a.codePostal} ${a.ville}`, 'i') })
      .first()
      .click();
    await expect(champ(page, `${nom}.codePostal`)).toHaveValue(a.codePostal);
    return;
  }
  if (scripts && !(await champ(page, `${nom}.voie`).isVisible()))
    await page.getByRole('button', { name: /^Vous résidez outre-mer .*Saisir l’adresse à la main$/ }).click();
  for (const partie of ['numero', 'voie', 'complement', 'codePostal', 'ville'] as const) await ecrire(page, `${nom}.${partie}`, a[partie]);
}

/** Fills one question. Fails when it is not on the screen. */
export async function repondre(page: Page, question: Champ, nom: string, reponse: Reponse, scripts = true): Promise<void> {
  switch (question.type) {
    case 'texte':
    case 'texte_long':
    case 'nombre':
    case 'telephone':
      return ecrire(page, nom, texteDe(reponse));
    case 'textes':
      return lignes(page, nom, listeDe(reponse), (ligne, valeur) => ecrire(page, ligne, valeur));
    case 'nationalites':
      return lignes(page, nom, listeDe(reponse), (ligne, valeur) => choisir(page, ligne, valeur));
    case 'choix':
      return question.presentation === 'liste' ? choisir(page, nom, texteDe(reponse)) : cocher(page, `${nom}.${texteDe(reponse)}`);
    case 'pays':
      return choisir(page, nom, texteDe(reponse));
    case 'oui_non':
    case 'nationalite_retenue':
      return cocher(page, `${nom}.${texteDe(reponse)}`);
    case 'cases':
      for (const code of listeDe(reponse)) await cocher(page, `${nom}.${code}`);
      return;
    case 'attestation':
      return cocher(page, nom);
    case 'date':
    case 'date_partielle': {
      const [annee = '', mois = '', jour = ''] = texteDe(reponse).split('-');
      for (const [partie, valeur] of Object.entries({ jour, mois, annee })) await ecrire(page, `${nom}.${partie}`, valeur);
      return;
    }
    case 'adresse':
      return remplirAdresse(page, nom, adresseDe(reponse), scripts);
    case 'courriel':
      return expect(champ(page, nom)).not.toBeEditable();
    case 'connu':
      return expect(page.locator('.portail-fait dt', { hasText: question.libelle })).toHaveCount(1);
    case 'repetition':
      for (const [rang, bloc] of blocsDe(reponse).entries()) {
        const ligne = `${nom}.${rang}`;
        if (rang > 0 && (await champ(page, ligne).count()) === 0) await champ(page, `${nom}.ajouter`).click();
        await repondreATout(page, question.champs, bloc, `${ligne}.`, scripts);
      }
  }
}

/** Every question that has an answer, in the order of the screen: one that shows another comes before it. */
export async function repondreATout(
  page: Page,
  questions: readonly Champ[],
  reponses: Reponses,
  prefixe = '',
  scripts = true,
): Promise<void> {
  for (const question of questions) {
    const reponse = reponses[question.code];
    if (reponse !== undefined) await repondre(page, question, `${prefixe}${question.code}`, reponse, scripts);
  }
}
