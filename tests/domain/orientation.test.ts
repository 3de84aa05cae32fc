import { describe, expect, it } from 'vitest';
import { DEPARTEMENTS, departementSaisi } from '#domain/adresse/departements.ts';
import { MOTIFS_HORS_ANEF } from '#domain/orientation/motifs.ts';
import { adresseOrientation, contactsPour, type DemandeOrientation, orienter, type THEME_DE } from '#domain/orientation/orienter.ts';
import { FAMILLES } from '#domain/procedure/definition.ts';
import { CONTACTS } from '#procedures/contacts.ts';
import { LIGNES_ORIENTATION } from '#procedures/orientations.ts';

const JOUR = '2026-11-22';
const codes = (demande: DemandeOrientation, jour = JOUR) => orienter(LIGNES_ORIENTATION, demande, jour).map((l) => l.code);
const objets = Object.keys({ ...MOTIFS_HORS_ANEF, ...FAMILLES }) as (keyof typeof THEME_DE)[];

describe('hors du portail, on est orienté', () => {
  it.each([
    // C38: démarche numérique of the Rhône for who lives there, and nobody else
    [{ motif: 'salarie', departement: '69' }, ['rhone_demarche_numerique']],
    [{ motif: 'salarie', departement: '59' }, ['nord_poste']],
    [{ motif: 'salarie', departement: '75' }, ['general']],
    [{ motif: 'salarie' }, ['general']],
    // C06: PACS
    [{ motif: 'liens_personnels', demande: 'premiere', departement: '59' }, ['nord_premiere_vpf']],
    [{ motif: 'liens_personnels', demande: 'renouvellement', departement: '59' }, ['nord_renouvellement_vpf']],
    [{ motif: 'liens_personnels', departement: '59' }, ['nord_premiere_vpf', 'nord_renouvellement_vpf']],
    [{ motif: 'liens_personnels', demande: 'premiere', departement: '69' }, ['rhone_demarche_numerique']],
    [{ motif: 'parent_enfant_malade', demande: 'renouvellement', departement: '59' }, ['nord_renouvellement_vpf']],
    [{ motif: 'changement_de_statut', departement: '59' }, ['nord_changement_de_statut']],
    [{ motif: 'entrepreneur', departement: '69' }, ['rhone_autres']],
    [{ motif: 'recepisse', departement: '59' }, ['nord_recepisse']],
    [{ motif: 'recepisse', departement: '69' }, ['general_recepisse']],
    [{ motif: 'asile', demande: 'premiere', departement: '59' }, ['nord_asile']],
    [{ motif: 'asile', demande: 'renouvellement', departement: '59' }, ['nord_attestation_asile']],
    [{ motif: 'asile', departement: '13' }, ['general_asile']],
    [{ motif: 'protection_temporaire', departement: '69' }, ['rhone_protection_temporaire']],
    [{ motif: 'apatride', departement: '59' }, ['general']],
  ] as const)('%j vers %j', (demande, attendus) => expect(codes(demande)).toEqual(attendus));

  it('ne reçoit jamais la ligne d’une autre préfecture', () => {
    for (const motif of objets)
      for (const { code } of DEPARTEMENTS)
        for (const ligne of orienter(LIGNES_ORIENTATION, { motif, departement: code }, JOUR))
          expect([null, code]).toContain(ligne.prefecture);
  });

  it('n’est jamais laissé sans réponse, quels que soient le motif, la demande et le département', () => {
    for (const motif of objets)
      for (const demande of ['premiere', 'renouvellement', undefined] as const)
        for (const departement of ['59', '69', '75', '2A', '974', undefined])
          expect(codes({ motif, demande, departement }), `${motif} ${demande} ${departement}`).not.toEqual([]);
  });
});

describe('avant l’ouverture en ligne d’un motif', () => {
  it.each([
    ['resident', '2024-07-03', ['nord_carte_de_dix_ans']],
    ['resident', '2024-07-04', ['general']],
    ['famille_de_francais', '2023-04-04', ['nord_renouvellement_famille']],
    ['famille_de_francais', '2023-04-05', ['general']],
    ['protection', '2021-04-30', ['nord_renouvellement_protection']],
    // S-301: no date established
    ['sante', JOUR, ['nord_renouvellement_sante']],
  ] as const)('le renouvellement « %s » au %s va vers %j', (motif, jour, attendus) =>
    expect(codes({ motif, demande: 'renouvellement', departement: '59' }, jour)).toEqual(attendus),
  );
});

describe('les contacts d’une préfecture', () => {
  const courriels = (motif: keyof typeof THEME_DE, departement = '59') =>
    contactsPour(CONTACTS, departement, motif, JOUR).flatMap((c) => c.courriel ?? []);
  it.each([
    ['liens_personnels', 'pref-etrangers@nord.gouv.fr'],
    ['entrepreneur', 'pref-immigration-professionnelle@nord.gouv.fr'],
    ['salarie', 'pref-travailleurs-etrangers@nord.gouv.fr'],
    ['etudes', 'pref-etudiants-etrangers@nord.gouv.fr'],
    ['sante', 'pref-dcsp@nord.gouv.fr'],
  ] as const)('pour « %s », dans le Nord : %s', (motif, courriel) =>
    expect(courriels(motif)).toEqual([courriel, 'pref-titres-etrangers@nord.gouv.fr']),
  );
  it('sont tous donnés quand le motif n’a pas de service à lui', () => expect(courriels('autre')).toHaveLength(6));
  it('ne s’inventent pas ailleurs', () => expect(courriels('salarie', '69')).toEqual([]));
});

describe('un département tapé', () => {
  it('est l’un des 101', () => expect(DEPARTEMENTS).toHaveLength(101));
  it.each([
    ['59', '59'],
    ['1', '01'],
    ['2a', '2A'],
    ['59 – Nord', '59'],
    ['59000', '59'],
    ['20200', '2B'],
    ['97400', '974'],
    ['69003 Lyon', '69'],
    ['nord', '59'],
    ['Rhone', '69'],
    ['rhône', '69'],
    ['Côte d’or', '21'],
    ["VAL D'OISE", '95'],
    ['la réunion', '974'],
  ])('« %s » est le %s', (texte, code) => expect(departementSaisi(texte)?.code).toBe(code));
  it.each(['', '20', '99', '98800', 'Lille', 'constructor'])('« %s » n’en est pas un', (texte) =>
    expect(departementSaisi(texte)).toBeUndefined(),
  );
});

describe('l’adresse de la page', () => {
  it.each([
    [{}, '/orientation/salarie'],
    [{ departement: '2A' }, '/orientation/salarie?departement=2A'],
    [{ demande: 'renouvellement', departement: '59' }, '/orientation/salarie?departement=59&demande=renouvellement'],
  ] as const)('%j', (suite, adresse) => expect(adresseOrientation('salarie', suite)).toBe(adresse));
});
