import { describe, expect, it } from 'vitest';
import { estValide, validerEtape } from '#domain/procedure/compile.ts';
import type { Champ, Procedure, Reponses } from '#domain/procedure/definition.ts';
import { ecartsAvecLeRegistre } from '#domain/procedure/ecarts.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { type Anterieure, preremplir, reprisDe } from '#domain/procedure/preremplir.ts';
import { v1 as resident } from '#procedures/carte-de-resident-renouvellement/v1.ts';
import { v1 as conjoint } from '#procedures/conjoint-de-francais/v1.ts';
import { PROCEDURES } from '#procedures/index.ts';

const contexte = { jour: '2026-11-22', email: 'ana.test@example.org' };
const lille = {
  numero: '12',
  voie: 'rue de Gand',
  complement: '',
  codePostal: '59000',
  ville: 'Lille',
  pays: 'France',
  codeInsee: '59350',
};
const registre: Reponses = {
  numero_etranger: '5999000106',
  titre_type: 'resident',
  titre_debut: '2017-02-15',
  titre_fin: '2027-02-14',
  nom_naissance: 'TESTRESIDENTE',
  prenoms: ['Fatou'],
  sexe: 'feminin',
  date_naissance: '1975-01-15',
  pays_naissance: 'SN',
  lieu_naissance: 'Dakar',
  nationalites: ['SN'],
  adresse: lille,
};
const anterieure = (plus: Partial<Anterieure> = {}): Anterieure => ({
  procedure: conjoint,
  reponses: conjoint.exemple.reponses,
  numero: '5901202603120000001',
  deposeeLe: '2026-03-12',
  ...plus,
});

describe('une demande commence avec', () => {
  it('ce que sait le registre, sa parole d’abord, puis la demande precedente', () => {
    const { reponses, reprise } = preremplir(resident, { registre, anterieure: anterieure() }, contexte);
    expect(reponses).toMatchObject({ ...registre, telephone: conjoint.exemple.reponses.telephone, situation_familiale: 'marie' });
    expect(reprise.registre).toEqual(registre);
    expect(reprise.demande).toEqual({
      numero: '5901202603120000001',
      le: '2026-03-12',
      champs: expect.arrayContaining(['telephone', 'situation_familiale', 'date_entree_france']),
    });
    expect(reprise.demande?.champs).not.toContain('nom_naissance');
  });

  it('rien de ce qui se jure, ni de ce qui peut arreter la personne', () => {
    const tout = { ...resident.exemple.reponses, adresse_inchangee: 'oui', non_polygamie: 'oui' };
    const { reponses } = preremplir(resident, { registre, anterieure: anterieure({ procedure: resident, reponses: tout }) }, contexte);
    for (const code of ['non_polygamie', 'sanctions_connues', 'honneur_absence', 'adresse_inchangee', 'email'])
      expect(reponses).not.toHaveProperty(code);
  });

  it('rien que le registre seul sait, si le registre ne le sait pas', () => {
    const { reponses } = preremplir(
      resident,
      { registre: {}, anterieure: anterieure({ procedure: resident, reponses: resident.exemple.reponses }) },
      contexte,
    );
    expect(reponses).not.toHaveProperty('titre_fin');
    expect(reponses.nom_naissance).toBe('TESTSOW');
  });

  it('rien sans registre ni demande precedente', () => {
    expect(preremplir(resident, { registre: {}, anterieure: null }, contexte)).toEqual({
      reponses: {},
      reprise: { registre: {}, demande: null },
    });
  });

  it('ce qui est encore une reponse : type, option, visibilite, date', () => {
    const sans = (reponses: Reponses, procedure: Procedure = conjoint) =>
      preremplir(resident, { registre: {}, anterieure: anterieure({ reponses, procedure }) }, contexte).reponses;
    expect(sans({ situation_familiale: 'option_disparue' })).toEqual({});
    // hidden today: nobody is asked the date of a union that they do not have
    expect(sans({ situation_familiale: 'celibataire', date_union: '2020-01-01' })).toEqual({ situation_familiale: 'celibataire' });
    expect(sans({ date_entree_france: '2031-01-01' })).toEqual({});
    expect(sans({ telephone: 'bonjour' })).toEqual({});
    const autreType = (c: Champ): Champ =>
      c.code === 'telephone' ? { code: 'telephone', type: 'texte', forme: 'ligne', max: 20, libelle: 'T' } : c;
    const ancienne: Procedure = {
      ...conjoint,
      etapes: conjoint.etapes.map((e) =>
        e.sorte === 'champs' ? { ...e, sections: e.sections.map((s) => ({ ...s, champs: s.champs.map(autreType) })) } : e,
      ),
    };
    expect(sans({ telephone: '0639980006' }, ancienne)).toEqual({});
  });

  it('rien n’est valide pour autant : l’etape a serments reste a faire', () => {
    const { reponses } = preremplir(
      resident,
      { registre, anterieure: anterieure({ procedure: resident, reponses: resident.exemple.reponses }) },
      contexte,
    );
    const etapes = etapesAChamps(resident);
    expect(etapes.map((e) => estValide(e, reponses, contexte))).toEqual([true, false, false]);
  });
});

// Whatever the pair of procedures: what is carried over is accepted where it lands, and comes from what was known.
describe.each(PROCEDURES.flat().map((p) => [p.slug, p] as const))('de toute demarche vers %s', (_slug, cible) => {
  it('chaque reponse reprise est lue sans erreur, et vient du registre ou de la demande precedente', () => {
    for (const source of PROCEDURES.flat()) {
      const reponses = { ...source.exemple.reponses };
      const rempli = preremplir(cible, { registre, anterieure: anterieure({ procedure: source, reponses }) }, contexte);
      for (const [code, valeur] of Object.entries(rempli.reponses)) expect([registre[code], reponses[code]]).toContainEqual(valeur);
      for (const etape of etapesAChamps(cible)) {
        const champs = etape.sections.flatMap((s) => s.champs).filter((c) => rempli.reponses[c.code] !== undefined);
        expect(reprisDe(rempli.reprise, champs, rempli.reponses).registre.length).toBeLessThanOrEqual(champs.length);
      }
    }
  });
});

describe('les ecarts avec le registre', () => {
  const ecarts = (demande: Reponses) => ecartsAvecLeRegistre(resident, registre, { ...registre, ...demande });

  it('ne voient pas un accent, une casse, un tiret, ni une date mieux connue', () => {
    expect(ecarts({ nom_naissance: 'Test-Résidenté' })).not.toEqual([]);
    expect(ecarts({ nom_naissance: 'testrésidente', prenoms: ['FATOU'], lieu_naissance: 'dakar' })).toEqual([]);
    expect(ecartsAvecLeRegistre(resident, { date_naissance: '1975' }, { date_naissance: '1975-01-15' })).toEqual([]);
    expect(ecarts({ nationalites: ['SN'] })).toEqual([]);
  });

  it('disent ce que chacun dit', () => {
    expect(ecarts({ date_naissance: '1976-01-15', nationalites: ['SN', 'ML'] })).toEqual([
      { libelle: 'Date de naissance', registre: '15/01/1975', demande: '15/01/1976' },
      { libelle: 'Nationalité(s)', registre: 'Sénégalaise', demande: 'Sénégalaise, Malienne' },
    ]);
    expect(ecarts({ adresse: { ...lille, codePostal: '69001', ville: 'Lyon' } })).toHaveLength(1);
  });

  it('se taisent sur ce que la personne ne peut pas changer', () => expect(ecarts({ titre_fin: '2030-01-01' })).toEqual([]));
});

it('une adresse qui n’est plus la bonne arrete la personne, et dit ou aller (D-10)', () => {
  const etape = etapesAChamps(resident).at(-1);
  if (!etape) throw new Error('etape');
  const validation = validerEtape(
    etape,
    { adresse: lille, adresse_inchangee: 'non', telephone: '0639980006' },
    { ...contexte, reponses: {} },
  );
  expect(validation.ok).toBe(false);
});
