// What any registry must do. A deployer's own implementation calls this suite with its own way to open one.
import { describe, expect, it } from 'vitest';
import type { Identite, Registre, TitreConnu, TitreDecrit, Titulaire } from '#adapters/registre/registre.ts';

const TESTCOLLINS: Identite = { nomNaissance: 'TESTCOLLINS', prenoms: 'Marshall', dateNaissance: '1990-03-04', nationalite: 'CAN' };

const etatCivil = { nomUsage: null, sexe: 'feminin', paysNaissance: 'PRT', lieuNaissance: 'Porto' } as const;

/**
 * Documents that the registry under test must hold before the suite begins (fictional people): whoever plugs one in loads them in its
 * test environment. `reference` is its own, so it is not compared.
 */
export const TITRES_DU_CONTRAT: readonly (TitreDecrit & { titulaire: Omit<Titulaire, 'reference'>; type: TitreConnu['type'] })[] = [
  {
    numero: '5999100001',
    debut: '2023-02-01',
    fin: '2033-01-31',
    type: 'ue_permanent',
    titulaire: {
      numeroEtranger: '5999100001',
      etatCivil: { nomNaissance: 'TESTTITRE', prenoms: 'Ana Rosa', dateNaissance: '1970-05-17', nationalite: 'PRT', ...etatCivil },
      titre: { sorte: 'titre', numero: null, mention: 'Carte de séjour citoyen UE/EEE/Suisse – Séjour permanent' },
    },
  },
  {
    numero: 'FRA991000002',
    debut: '2026-09-01',
    fin: '2027-08-31',
    type: 'vls_ts_etudiant',
    titulaire: {
      numeroEtranger: null,
      etatCivil: { nomNaissance: 'TESTVISA', prenoms: 'Minh', dateNaissance: '2001', nationalite: 'VNM', ...etatCivil },
      titre: { sorte: 'visa', numero: 'FRA991000002', mention: 'VLS-TS étudiant' },
    },
  },
  {
    numero: '9990000000000003',
    debut: '2026-09-01',
    fin: '2027-08-31',
    // known before the codes
    type: null,
    titulaire: {
      numeroEtranger: '5999100003',
      etatCivil: { nomNaissance: 'TESTREFERENCE', prenoms: 'Lou', dateNaissance: '1999-12', nationalite: 'USA', ...etatCivil },
      titre: { sorte: 'vls_ts', numero: '9990000000000003', mention: 'VLS-TS visiteur' },
    },
  },
];

/** `ouvrir` gives a registry that holds TITRES_DU_CONTRAT; records of other tests may already be there, so each test uses its own names. */
export function contratDuRegistre(nom: string, ouvrir: () => Registre | Promise<Registre>): void {
  const reference = () => `essai-${crypto.randomUUID()}`;
  const identite = (nomNaissance: string, reste: Partial<Identite> = {}): Identite => ({ ...TESTCOLLINS, nomNaissance, ...reste });

  describe(`le registre ${nom}`, () => {
    it.each(['59', '75', '2A', '2B', '971', '973', '976', '988'])('donne dix chiffres pour le departement %s', async (departement) => {
      expect(await (await ouvrir()).attribuer({ departement, identite: TESTCOLLINS, reference: reference() })).toMatch(/^\d{10}$/);
    });

    it('refuse un departement inconnu', async () => {
      for (const departement of ['', '5', 'XX', '1234'])
        await expect((await ouvrir()).attribuer({ departement, identite: TESTCOLLINS, reference: reference() })).rejects.toThrow();
    });

    it('ne donne jamais deux fois le meme numero, meme au meme instant', async () => {
      const registre = await ouvrir();
      const demandes = ['59', '2A', '2B', '973'].flatMap((departement) =>
        Array.from({ length: 25 }, () => ({ departement, identite: TESTCOLLINS, reference: reference() })),
      );
      const numeros = await Promise.all(demandes.map((demande) => registre.attribuer(demande)));
      expect(new Set(numeros).size).toBe(100);
    });

    it('redonne le meme numero a la meme demande, meme au meme instant', async () => {
      const registre = await ouvrir();
      const demande = { departement: '59', identite: TESTCOLLINS, reference: reference() };
      const numeros = await Promise.all(Array.from({ length: 5 }, () => registre.attribuer(demande)));
      numeros.push(await registre.attribuer(demande));
      expect(new Set(numeros).size).toBe(1);
    });

    it('retrouve une fiche par son numero', async () => {
      const registre = await ouvrir();
      const numeroEtranger = await registre.attribuer({ departement: '59', identite: TESTCOLLINS, reference: reference() });
      expect(await registre.chercher({ numeroEtranger })).toEqual([
        { fiche: { ...TESTCOLLINS, numeroEtranger }, certitude: 'meme_personne' },
      ]);
      expect(await registre.chercher({ numeroEtranger: '0000000000' })).toEqual([]);
    });

    it('rapproche la meme personne malgre les accents, la casse et les tirets', async () => {
      const registre = await ouvrir();
      const numeroEtranger = await registre.attribuer({
        departement: '59',
        identite: identite('TEST-ÉMÉRY LEDÔME', { prenoms: 'Zoé Anne' }),
        reference: reference(),
      });
      const [trouve] = await registre.chercher({
        nomNaissance: "test emery'ledome",
        prenoms: 'ZOE-ANNE',
        dateNaissance: '1990-03-04',
        nationalite: 'CAN',
      });
      expect(trouve).toMatchObject({ certitude: 'meme_personne', fiche: { numeroEtranger } });
    });

    it('demande a verifier ce qui n’est pas contredit, et tait ce qui l’est', async () => {
      const registre = await ouvrir();
      await registre.attribuer({ departement: '59', identite: identite('TESTPARTIEL', { dateNaissance: '2008' }), reference: reference() });
      const chercher = (reste: Partial<Identite>) => registre.chercher({ nomNaissance: 'TESTPARTIEL', ...reste });
      expect((await chercher({})).map((r) => r.certitude)).toEqual(['a_verifier']);
      expect((await chercher({ prenoms: 'Marshall', dateNaissance: '2008-05-06', nationalite: 'CAN' })).map((r) => r.certitude)).toEqual([
        'a_verifier',
      ]);
      expect((await chercher({ nationalite: 'FRA' })).map((r) => r.certitude)).toEqual(['a_verifier']);
      expect(await chercher({ dateNaissance: '2009' })).toEqual([]);
      expect(await chercher({ prenoms: 'Jean' })).toEqual([]);
      expect(await registre.chercher({ nomNaissance: ' - ' })).toEqual([]);
    });

    it('met la plus sure en tete', async () => {
      const registre = await ouvrir();
      await registre.attribuer({ departement: '59', identite: identite('TESTORDRE', { nationalite: 'USA' }), reference: reference() });
      const sure = await registre.attribuer({ departement: '59', identite: identite('TESTORDRE'), reference: reference() });
      const trouves = await registre.chercher(identite('TESTORDRE'));
      expect(trouves.map((r) => r.certitude)).toEqual(['meme_personne', 'a_verifier']);
      expect(trouves[0]?.fiche.numeroEtranger).toBe(sure);
    });

    it.each(TITRES_DU_CONTRAT)('reconnait le titulaire de $numero, et chaque fois le meme', async ({ numero, debut, fin, titulaire }) => {
      const registre = await ouvrir();
      const trouve = await registre.verifierTitre({ numero, debut, fin });
      expect(trouve).toEqual({ ...titulaire, reference: expect.stringMatching(/./) });
      expect(await registre.verifierTitre({ numero, debut, fin })).toEqual(trouve);
    });

    it('reconnait aussi par son numero etranger la personne dont le VLS-TS porte une reference', async () => {
      const registre = await ouvrir();
      const dates = { debut: '2026-09-01', fin: '2027-08-31' };
      const parNumero = await registre.verifierTitre({ numero: '5999100003', ...dates });
      expect(parNumero).toEqual(await registre.verifierTitre({ numero: '9990000000000003', ...dates }));
    });

    it.each(TITRES_DU_CONTRAT)(
      'connait la personne de $numero et le type de son titre',
      async ({ numero, debut, fin, type, titulaire }) => {
        const registre = await ouvrir();
        const reference = (await registre.verifierTitre({ numero, debut, fin }))?.reference ?? '';
        const { sorte, mention } = titulaire.titre;
        const attendue = {
          numeroEtranger: titulaire.numeroEtranger,
          etatCivil: titulaire.etatCivil,
          nationalites: [titulaire.etatCivil.nationalite],
          adresse: null,
          titres: [{ type, sorte, mention, debut, fin, invalideLe: null }],
        };
        expect(await registre.connaitre({ reference })).toEqual(attendue);
        const { numeroEtranger } = titulaire;
        if (numeroEtranger) expect(await registre.connaitre({ numeroEtranger })).toEqual(attendue);
      },
    );

    it('ne connait personne sous un numero ou une reference de personne', async () => {
      const registre = await ouvrir();
      expect(await registre.connaitre({ numeroEtranger: '0000000000' })).toBeNull();
      expect(await registre.connaitre({ reference: 'inconnue' })).toBeNull();
    });

    it('repond la meme chose, rien, quoi qu’il y ait de faux', async () => {
      const registre = await ouvrir();
      const juste = { numero: '5999100001', debut: '2023-02-01', fin: '2033-01-31' };
      const faux = [
        { ...juste, numero: '5999100009' },
        { ...juste, numero: '' },
        { ...juste, numero: '599910000' },
        { ...juste, numero: '%' },
        { ...juste, debut: '2023-02-02' },
        { ...juste, fin: '2033-02-01' },
        { ...juste, debut: juste.fin, fin: juste.debut },
        // the number of one, the dates of another
        { ...juste, numero: 'FRA991000002' },
      ];
      expect(await Promise.all(faux.map((titre) => registre.verifierTitre(titre)))).toEqual(faux.map(() => null));
    });
  });
}
