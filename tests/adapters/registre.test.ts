import { expect, it } from 'vitest';
import { type PortRegistre, prefixeNumeroEtranger, registreIntegre } from '#adapters/registre/integre.ts';
import type { FicheRegistre } from '#adapters/registre/registre.ts';
import { contratDuRegistre, TITRES_DU_CONTRAT } from './registre.contract.ts';

/** The tables, in memory; each call gives way before it answers, as a database does. */
function portEnMemoire(premier = 0): PortRegistre {
  const sequences = new Map<string, number>();
  const fiches: Array<{ fiche: FicheRegistre; reference: string; nomCle: string }> = [];
  const ceder = () => new Promise<void>((suite) => setImmediate(suite));
  return {
    async prochainNumero(prefixe) {
      await ceder();
      const rang = (sequences.get(prefixe) ?? premier) + 1;
      sequences.set(prefixe, rang);
      return rang;
    },
    async inscrire({ reference, nomCle, ...fiche }) {
      await ceder();
      const connue = fiches.find((f) => f.reference === reference);
      if (connue) return connue.fiche;
      fiches.push({ fiche, reference, nomCle });
      return fiche;
    },
    async ficheDeReference(reference) {
      await ceder();
      return fiches.find((f) => f.reference === reference)?.fiche ?? null;
    },
    ficheDeNumero: async (numero) => fiches.find((f) => f.fiche.numeroEtranger === numero)?.fiche ?? null,
    titulaires: async ({ numero, debut, fin }) =>
      TITRES_DU_CONTRAT.filter((t) => [t.numero, t.titulaire.numeroEtranger].includes(numero) && t.debut === debut && t.fin === fin).map(
        ({ titulaire }) => ({ ...titulaire, reference: titulaire.etatCivil.nomNaissance }),
      ),
    personne: async (cle) => {
      const siens = TITRES_DU_CONTRAT.filter(({ titulaire: t }) =>
        'numeroEtranger' in cle ? t.numeroEtranger === cle.numeroEtranger : t.etatCivil.nomNaissance === cle.reference,
      );
      const [premier] = siens;
      return premier
        ? {
            numeroEtranger: premier.titulaire.numeroEtranger,
            etatCivil: premier.titulaire.etatCivil,
            nationalites: [premier.titulaire.etatCivil.nationalite],
            adresse: null,
            titres: siens.map(({ type, debut, fin, titulaire: { titre } }) => {
              const { sorte, mention } = titre;
              return { type, sorte, mention, debut, fin, invalideLe: null };
            }),
          }
        : null;
    },
    fichesDeNom: async (nomCle) => fiches.filter((f) => f.nomCle === nomCle).map((f) => f.fiche),
  };
}

contratDuRegistre('embarque', () => registreIntegre(portEnMemoire()));

it('forme le numero du departement, de la marque et du rang (D-04)', async () => {
  expect(['59', '75', '2A', '2B', '973', '988'].map(prefixeNumeroEtranger)).toEqual(['5903', '7503', '2003', '2003', '9733', '9883']);
  const identite = { nomNaissance: 'TESTA', prenoms: 'B', dateNaissance: '1990', nationalite: 'CAN' };
  const registre = registreIntegre(portEnMemoire());
  expect(await registre.attribuer({ departement: '59', identite, reference: 'a' })).toBe('5903000001');
  expect(await registre.attribuer({ departement: '973', identite, reference: 'b' })).toBe('9733000001');
});

it('s’arrete quand la suite est epuisee plutot que de deborder', async () => {
  const registre = registreIntegre(portEnMemoire(999_999));
  await expect(
    registre.attribuer({
      departement: '59',
      identite: { nomNaissance: 'TESTA', prenoms: 'B', dateNaissance: '1990', nationalite: 'CAN' },
      reference: 'a',
    }),
  ).rejects.toThrow('exhausted');
});
