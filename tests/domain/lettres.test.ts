import { describe, expect, it } from 'vitest';
import { RAISONS_IRRECEVABLE } from '#domain/dossier/cloture.ts';
import {
  composerLettre,
  defautDe,
  lettreDuModele,
  MODELES_LETTRE,
  reecrire,
  texteSigne,
  VARIABLES,
  verifierLettre,
} from '#domain/dossier/lettres.ts';
import { recoursContre } from '#domain/dossier/recours.ts';

const toutes = Object.fromEntries(Object.keys(VARIABLES).map((nom) => [nom, `valeur de ${nom}`]));

describe('un modèle de lettre', () => {
  it.each(MODELES_LETTRE)('%s : n’emploie que des variables de la liste, et n’en laisse aucune', (modele) => {
    const { parties } = composerLettre(modele, toutes);
    for (const { texte } of parties) expect(texte).not.toMatch(/[{}[\]]/);
  });

  it.each(MODELES_LETTRE)('%s : une variable sans valeur devient un crochet, qui se refuse avec sa place', (modele) => {
    const lettre = reecrire(composerLettre(modele, {}), { droit: 'Texte.', fait: 'Fait.' });
    const defaut = defautDe(lettre);
    expect(defaut?.refus).toBe('lettre_a_completer');
    expect(defaut?.passage).toMatch(/^\[.+\]$/);
    expect(verifierLettre(lettre)).toMatchObject({ ok: false, details: { passage: defaut?.passage } });
  });

  it('n’imprime pas le visa d’un avis qui n’a pas été rendu', () => {
    const { avis_commission: _, ...sans } = toutes;
    expect(JSON.stringify(composerLettre('refus', sans))).not.toContain('commission du titre');
    expect(JSON.stringify(composerLettre('refus', toutes))).toContain('commission du titre');
  });

  it.each(RAISONS_IRRECEVABLE)('irrecevable, %s : dit la raison et oriente', (raison) => {
    const lettre = lettreDuModele({ sens: 'irrecevable', raison }, { valeurs: toutes, estTitre: true, baseLegale: 'x' });
    expect(JSON.stringify(lettre)).not.toContain('{raison}');
  });

  it('refuse un crochet ouvert, une accolade, une partie vide', () => {
    const lettre = composerLettre('favorable', toutes);
    for (const corps of ['Le [date', 'Le {jour}', '  ', 'Le [date].']) expect(defautDe(reecrire(lettre, { corps }))).not.toBeNull();
    expect(defautDe(reecrire(lettre, { corps: 'Le 3 mars.' }))).toBeNull();
  });

  it('ne compte pas pour un changement une fin de ligne du navigateur', () => {
    const lettre = composerLettre('favorable', toutes);
    const [corps = { texte: '' }] = lettre.parties;
    expect(texteSigne(reecrire(lettre, { corps: corps.texte.replace(/\n/g, '\r\n') }))).toBe(texteSigne(lettre));
  });
});

describe('le délai de recours', () => {
  it('est d’un mois avec une obligation de quitter le territoire, et alors rien ne l’interrompt', () => {
    expect(recoursContre({ oqtf: true })).toMatchObject({ mois: 1, estInterrompu: false });
    expect(recoursContre({ oqtf: false })).toMatchObject({ mois: 2, estInterrompu: true });
  });
});
