import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elaguer, saisieInitiale, sectionsVisibles, validerEtape } from '#domain/procedure/compile.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import {
  estAccessible,
  etapeCourante,
  etapeDe,
  etapePrecedente,
  etapeSuivante,
  etapesAChamps,
  jalons,
} from '#domain/procedure/navigate.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';

const JOUR = '2026-11-22';
const email = 'marshall.testcollins@example.org';
const exemple = v1.exemple.reponses;
const [informations, motif] = etapesAChamps(v1);
if (!informations || !motif) throw new Error('deux étapes de questions');
const contexte = (reponses: Reponses = {}) => ({ jour: JOUR, email, reponses });
const CODES = v1.etapes.map((e) => e.code);

describe('l’avancement', () => {
  const a = (...etapesValidees: string[]) => ({ etapesValidees, estDepose: false });
  it.each([
    [a(), ['situation', 'informations'], 'informations'],
    [a('informations'), ['situation', 'informations', 'motif'], 'motif'],
    [a('informations', 'motif'), ['situation', 'informations', 'motif', 'justificatifs'], 'justificatifs'],
    [a('informations', 'motif', 'justificatifs'), ['situation', 'informations', 'motif', 'justificatifs', 'depot'], 'depot'],
    // an earlier etape reopened closes what follows
    [a('motif', 'justificatifs'), ['situation', 'informations'], 'informations'],
    [{ etapesValidees: ['informations', 'motif', 'justificatifs'], estDepose: true }, ['confirmation'], 'confirmation'],
  ])('%j ouvre %j', (avancement, ouvertes, courante) => {
    expect(CODES.filter((c) => estAccessible(v1, c, avancement))).toEqual(ouvertes);
    expect(etapeCourante(v1, avancement).code).toBe(courante);
  });
  it('l’étape où reprendre est toujours ouverte', () =>
    fc.assert(
      fc.property(fc.subarray(CODES), fc.boolean(), (etapesValidees, estDepose) =>
        estAccessible(v1, etapeCourante(v1, { etapesValidees, estDepose }).code, { etapesValidees, estDepose }),
      ),
    ));
  it('une étape inconnue ne s’ouvre pas et ne mène nulle part', () => {
    expect(estAccessible(v1, 'ailleurs', a('informations'))).toBe(false);
    expect([etapeDe(v1, 'ailleurs'), etapeSuivante(v1, 'ailleurs'), etapePrecedente(v1, 'ailleurs')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('avant et après se suivent', () => {
    expect(CODES.map((c) => etapeSuivante(v1, c)?.code)).toEqual([...CODES.slice(1), undefined]);
    expect(CODES.map((c) => etapePrecedente(v1, c)?.code)).toEqual([undefined, ...CODES.slice(0, -1)]);
  });
  it('les jalons disent ce qui est fait et ce qui est affiché', () => {
    expect(jalons(v1, 'motif', a('informations')).map((j) => [j.code, j.estFaite, j.estCourante])).toEqual([
      ['situation', true, false],
      ['informations', true, false],
      ['motif', false, true],
      ['justificatifs', false, false],
      ['depot', false, false],
      ['confirmation', false, false],
    ]);
  });
  it('une procédure sans étape est une faute', () => expect(() => etapeCourante({ ...v1, etapes: [] }, a())).toThrow('aucune étape'));
});

const saisie = (reponses: Reponses) => saisieInitiale(informations, reponses, email);

describe('validerEtape', () => {
  it('rend les réponses, et garde celles des autres étapes', () => {
    const validation = validerEtape(informations, saisie(exemple), contexte({ parent_lien: 'mere' }));
    expect(validation.ok).toBe(true);
    expect(validation.reponses).toMatchObject({ nom_naissance: 'TESTCOLLINS', parent_lien: 'mere', email });
  });
  it('réunit toutes les erreurs, dans l’ordre de l’écran', () => {
    const validation = validerEtape(informations, {}, contexte());
    expect(validation.ok || validation.erreurs.map((e) => e.chemin)).toEqual([
      'nom_naissance',
      'prenoms.0',
      'sexe',
      'date_naissance.annee',
      'pays_naissance',
      'lieu_naissance',
      'nationalites.0',
      'adresse.voie',
      'telephone',
    ]);
  });
  it('arrête avant 16 ans, avec l’article, et seulement si c’est certain', () => {
    const ne = (date_naissance: string) => validerEtape(informations, saisie({ ...exemple, date_naissance }), contexte());
    const mineur = ne('2011-01-01');
    expect(mineur.ok || mineur.erreurs).toEqual([{ chemin: 'date_naissance.annee', message: expect.stringContaining('L. 411-1') }]);
    expect(ne('2010').ok).toBe(true);
    expect(ne('2010-11-22').ok).toBe(true);
    expect(ne('2010-11-23').ok).toBe(false);
  });
  it('arrête une personne de nationalité française (D-16)', () => {
    const validation = validerEtape(informations, saisie({ ...exemple, nationalites: ['CA', 'FR'] }), contexte());
    expect(validation.ok || validation.erreurs[0]?.message).toMatch(/n’a pas besoin de titre de séjour/);
  });
  it.each<[string[], boolean]>([
    [['CA'], false],
    [['CA', 'NG'], false],
    [['DZ'], false],
    [['DZ', 'CA'], true],
    [['TN', 'DZ'], true],
  ])('%j : demander la nationalité retenue ? %s (D-16)', (nationalites, demandee) => {
    const brut = saisie({ ...exemple, nationalites });
    const visibles = sectionsVisibles(informations, brut, contexte()).flatMap((s) => s.champs.map((c) => c.code));
    expect(visibles.includes('nationalite_retenue')).toBe(demandee);
    expect(validerEtape(informations, brut, contexte()).ok).toBe(!demandee);
  });
  it('oublie une réponse dont la question a disparu', () => {
    const brut = {
      ...saisieInitiale(motif, exemple, email),
      situation_familiale: 'marie',
      date_union: { jour: '14', mois: '6', annee: '2025' },
      pays_union: 'NG',
    };
    const marie = validerEtape(motif, brut, contexte(exemple));
    expect(marie.ok && marie.reponses.pays_union).toBe('NG');
    const divorce = validerEtape(motif, { ...brut, situation_familiale: 'divorce' }, contexte(marie.reponses));
    expect(divorce.ok).toBe(true);
    expect(divorce.reponses).not.toHaveProperty('pays_union');
  });
  it('ne lit pas un champ caché, même envoyé de force', () => {
    const validation = validerEtape(
      motif,
      { ...saisieInitiale(motif, exemple, email), enfants: [{ nom_naissance: 'TESTX' }] },
      contexte(exemple),
    );
    expect(validation.ok && validation.reponses.enfants).toBeUndefined();
  });
  it('ignore ce qui n’est pas de la procédure', () => {
    const validation = validerEtape(informations, { ...saisie(exemple), admin: 'oui', __proto__: { sexe: 'x' } }, contexte());
    expect(validation.ok && Object.keys(validation.reponses)).not.toContain('admin');
  });
  it('rejouée sur ses propres réponses ne change rien', () => {
    const une = validerEtape(informations, saisie(exemple), contexte());
    expect(validerEtape(informations, saisie(une.reponses), contexte(une.reponses))).toEqual(une);
  });
});

describe('elaguer', () => {
  const complet = elaguer(etapesAChamps(v1), exemple, { jour: JOUR, email });
  it('garde l’exemple entier', () => expect(complet).toMatchObject(exemple));
  it('retire ce que la procédure ne demande pas, ou plus', () => {
    const avec = {
      ...exemple,
      conjoint_nom_naissance: 'TESTX',
      date_union: '2020-01-01',
      enfants: [{ nom_naissance: 'TESTY' }],
      souhaite_travailler: 'oui',
    };
    expect(elaguer(etapesAChamps(v1), avec, { jour: JOUR, email })).toEqual(complet);
  });
  it('prend l’adresse du compte, pas celle de la réponse', () =>
    expect(elaguer(etapesAChamps(v1), exemple, { jour: JOUR, email: 'autre@example.org' }).email).toBe('autre@example.org'));
  it('deux fois vaut une fois', () => expect(elaguer(etapesAChamps(v1), complet, { jour: JOUR, email })).toEqual(complet));
});

describe('la copie lisible', () => {
  const lignes = (reponses: Reponses) => transcrire(v1, reponses, JOUR);
  it('commence par la situation, puis suit l’ordre des questions', () =>
    expect(lignes(exemple).map((s) => s.titre)).toEqual([
      'Situation',
      'État civil',
      'Adresse',
      'Informations de contact',
      'Informations personnelles du parent français',
      'Liens personnels et familiaux',
      'Enfants',
      'Attestation sur l’honneur',
    ]));
  it('dit les questions et les réponses en toutes lettres', () =>
    expect(lignes(exemple).flatMap((s) => s.lignes)).toEqual(
      expect.arrayContaining([
        { libelle: 'Sexe', valeur: 'Masculin' },
        { libelle: 'Date de naissance', valeur: '04/03/1990' },
        { libelle: 'Pays de naissance', valeur: 'Canada' },
        { libelle: 'Adresse', valeur: '25 Rue Nationale, 59000 Lille, France' },
        { libelle: 'Enfants à charge', valeur: 'Non' },
      ]),
    ));
  it('déplie chaque enfant', () => {
    const enfant = {
      nom_naissance: 'TESTCOLLINS',
      prenoms: ['Ada'],
      sexe: 'feminin',
      date_naissance: '2015-02-01',
      nationalites: ['CA'],
      residence: 'france',
    };
    const section = lignes({ ...exemple, enfants_a_charge: 'oui', enfants: [enfant, enfant] }).find((s) => s.titre === 'Enfants');
    expect(section?.lignes.map((l) => l.libelle)).toContain('Enfant 2 – Prénom(s)');
    expect(section?.lignes).toHaveLength(13);
  });
  it('tait ce qui est caché', () => expect(JSON.stringify(lignes({ ...exemple, pays_union: 'NG' }))).not.toContain('union'));
  it('survit à JSON', () => expect(JSON.parse(JSON.stringify(lignes(exemple)))).toEqual(lignes(exemple)));
});
