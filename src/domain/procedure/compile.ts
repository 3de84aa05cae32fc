// Turns an etape of a definition into a validation. The same function runs on the server and in the browser.
import { type Brut, type ContexteChamp, type Erreur, ecrireChamp, lireChamp, textesDe } from './champs.ts';
import { type Contexte, evaluer } from './condition.ts';
import type { Champ, EtapeChamps, Reponse, Reponses, Section } from './definition.ts';
import { estNoeud } from './saisie.ts';

export type Validation = { ok: true; reponses: Reponses } | { ok: false; erreurs: readonly Erreur[]; reponses: Reponses };

/** A champ is shown unless its condition is decided against it; undecided means shown. */
export function estVisible(champ: Champ, contexte: Contexte): boolean {
  if (champ.type === 'nationalite_retenue') {
    const toutes = textesDe(contexte.reponses[champ.parmi]);
    return toutes.length > 1 && toutes.some((n) => champ.regimes.includes(n));
  }
  return champ.visible === undefined || evaluer(champ.visible, contexte) !== 'non';
}

export function champsDe(etape: EtapeChamps): readonly Champ[] {
  return etape.sections.flatMap((s) => s.champs);
}

const valeurBrute = (brut: Brut, code: string): Brut => (estNoeud(brut) && Object.hasOwn(brut, code) ? brut[code] : undefined);

/**
 * Validates what was typed in one etape. Champs are read in order, so that a condition may look at any earlier answer,
 * of this etape or of the dossier. Hidden champs are not read: their former answers are dropped.
 */
export function validerEtape(etape: EtapeChamps, brut: Brut, contexte: ContexteChamp): Validation {
  const erreurs: Erreur[] = [];
  const codes = new Set(champsDe(etape).map((c) => c.code));
  const autres = Object.entries(contexte.reponses).filter(([code]) => !codes.has(code));
  const lues: Record<string, Reponse> = Object.fromEntries(autres);
  for (const champ of champsDe(etape)) {
    if (!estVisible(champ, { reponses: lues, jour: contexte.jour })) continue;
    const lecture = lireChamp(valeurBrute(brut, champ.code), champ, champ.code, {
      ...contexte,
      reponses: lues,
      connues: contexte.reponses,
    });
    erreurs.push(...lecture.erreurs);
    if (lecture.valeur === undefined) continue;
    lues[champ.code] = lecture.valeur;
    if (champ.arret && evaluer(champ.arret.si, { reponses: lues, jour: contexte.jour }) === 'oui')
      erreurs.push({ chemin: premiereEntree(champ), message: champ.arret.message });
  }
  return erreurs.length > 0 ? { ok: false, erreurs, reponses: lues } : { ok: true, reponses: lues };
}

/** Name of the first input of a champ, where its errors lead. */
function premiereEntree(champ: Champ): string {
  if (champ.type === 'cases') return `${champ.code}.${champ.options[0]?.code ?? ''}`;
  return champ.type === 'date_partielle' ? `${champ.code}.annee` : champ.type === 'date' ? `${champ.code}.jour` : champ.code;
}

/** The sections with only the champs to show, given what is typed so far. */
export function sectionsVisibles(etape: EtapeChamps, brut: Brut, contexte: ContexteChamp): readonly Section[] {
  const { reponses } = validerEtape(etape, brut, contexte);
  return etape.sections.map((s) => ({ ...s, champs: s.champs.filter((c) => estVisible(c, { reponses, jour: contexte.jour })) }));
}

/** The inputs of an etape, filled from answers. */
export function saisieInitiale(etape: EtapeChamps, reponses: Reponses, email: string): { [code: string]: Brut } {
  return Object.fromEntries(champsDe(etape).map((c) => [c.code, c.type === 'courriel' ? email : ecrireChamp(reponses[c.code], c)]));
}

/** Answers of champs that the procedure still has, hidden ones removed: what is kept at deposit or when the situation changes. */
export function elaguer(etapes: readonly EtapeChamps[], reponses: Reponses, contexte: { jour: string; email: string }): Reponses {
  let gardees: Reponses = {};
  for (const etape of etapes) {
    const brut = saisieInitiale(etape, reponses, contexte.email);
    const connues: Record<string, Reponse> = {};
    for (const { type, code } of champsDe(etape)) {
      const fait = reponses[code];
      if (type === 'connu' && fait !== undefined) connues[code] = fait;
    }
    gardees = validerEtape(etape, brut, { ...contexte, reponses: { ...gardees, ...connues } }).reponses;
  }
  return gardees;
}

/** True when an etape may be left as it is with these answers. */
export function estValide(etape: EtapeChamps, reponses: Reponses, contexte: { jour: string; email: string }): boolean {
  return validerEtape(etape, saisieInitiale(etape, reponses, contexte.email), { ...contexte, reponses }).ok;
}
