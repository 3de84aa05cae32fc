import { describe, expect, it } from 'vitest';
import { RAISONS_IRRECEVABLE } from '#domain/dossier/cloture.ts';
import { estRegieParLAccordAlgerien, fondementDe } from '#domain/dossier/fondement.ts';
import {
  composerLettre,
  defautDe,
  lettreDuModele,
  MODELES_LETTRE,
  objetDeLaDemande,
  reecrire,
  texteSigne,
  VARIABLES,
  verifierLettre,
} from '#domain/dossier/lettres.ts';
import { modelesMotifs } from '#domain/dossier/motifs.ts';
import { recoursContre } from '#domain/dossier/recours.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';

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
    const lettre = lettreDuModele(
      { sens: 'irrecevable', raison },
      { valeurs: toutes, estTitre: true, baseLegale: 'x', fondement: 'x', accordAlgerien: false },
    );
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

describe('les modèles de motifs', () => {
  const modeles = (slug: string, nationalite = 'CN') => {
    const procedure = procedureActuelle(slug);
    if (!procedure) throw new Error(slug);
    const contexte = { reponses: { nationalites: [nationalite], date_naissance: '1990-01-01' }, jour: '2026-11-22' } as const;
    const fondement = fondementDe(procedure, contexte);
    const accordAlgerien = estRegieParLAccordAlgerien(procedure, contexte);
    return modelesMotifs({ baseLegale: procedure.baseLegale, fondement, accordAlgerien, estTitre: procedure.sorte !== 'autre' });
  };
  const codes = (...lus: Parameters<typeof modeles>) => modeles(...lus).map((m) => m.code);
  it.each([
    ['enfant-de-francais', ['condition_non_remplie', 'filiation_non_etablie', 'ordre_public']],
    ['visiteur', ['condition_non_remplie', 'ordre_public']],
    // L.412-5 does not bar the renewal of a carte de résident: L.432-3 does, for a grave threat
    ['carte-de-resident-renouvellement', ['condition_non_remplie', 'ordre_public_grave']],
    ['protection-renouvellement', ['condition_non_remplie', 'filiation_non_etablie', 'ordre_public', 'ordre_public_grave']],
    // neither book II nor what is no titre
    ['citoyen-ue', ['condition_non_remplie']],
    ['changement-d-adresse', ['condition_non_remplie']],
    ['document-de-circulation', ['condition_non_remplie', 'filiation_non_etablie']],
  ])('ne s’offrent que si leur texte s’applique : %s', (slug, attendu) => expect(codes(slug)).toEqual(attendu));

  it.each([
    ['visiteur', ['condition_non_remplie', 'ordre_public_accord_algerien']],
    // the certificate of ten years is renewed by right: no threat is a ground
    ['carte-de-resident-renouvellement', ['condition_non_remplie']],
    // the agreement says nothing of it: the CESEDA
    ['talent', ['condition_non_remplie', 'ordre_public']],
    ['document-de-circulation', ['condition_non_remplie', 'filiation_non_etablie']],
  ])('sont, pour un Algérien, ceux de l’accord de 1968 : %s', (slug, attendu) => expect(codes(slug, 'DZ')).toEqual(attendu));

  it('ne citent pas le CESEDA à qui relève de l’accord franco-algérien', () => {
    const cites = PROCEDURES.flatMap(([{ slug }]) => modeles(slug, 'DZ').filter(({ droit }) => /accord franco-algérien/.test(droit)));
    expect(cites.length).toBeGreaterThan(10);
    for (const { droit } of cites) expect(droit).not.toMatch(/CESEDA|code de l’entrée et du séjour/);
  });
});

describe('ce qu’un refus refuse', () => {
  it.each([
    [true, 'demande de titre de séjour (carte de résident) présentée'],
    [false, 'demande (Changement d’adresse) présentée'],
  ])('titre demandé : %s', (estTitre, attendu) => {
    const objet = objetDeLaDemande(estTitre, 'Carte de résident', 'Changement d’adresse');
    expect(JSON.stringify(composerLettre('refus', { ...toutes, objet }))).toContain(attendu);
  });
});

describe('le délai de recours', () => {
  it('est d’un mois avec une obligation de quitter le territoire, et alors rien ne l’interrompt', () => {
    expect(recoursContre({ oqtf: true })).toMatchObject({ mois: 1, estInterrompu: false });
    expect(recoursContre({ oqtf: false })).toMatchObject({ mois: 2, estInterrompu: true });
  });
});
