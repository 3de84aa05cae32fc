import 'server-only';
import type { Affirmations } from '#adapters/openid/openid.ts';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { type EtatCivil, type IdentitePivot, naissanceConnue, ressemblance } from '#domain/compte/identite-pivot.ts';
import { naissanceDe } from '#domain/personne/identite.ts';
import { cleDuNom } from '#domain/personne/rapprochement.ts';
import { db } from '#platform/db.ts';
import { lireJeton } from '../jetons/commands.ts';
import { desceller } from '../openid/commands.ts';
import { type Attente, attente, SORTE_ATTENTE } from './schema.ts';

const ETAT_CIVIL = {
  id: true,
  nomNaissance: true,
  prenoms: true,
  sexe: true,
  naissanceAnnee: true,
  naissanceMois: true,
  naissanceJour: true,
  paysNaissance: true,
  lieuNaissance: true,
} as const;

type Ligne = Omit<EtatCivil, 'naissance'> & { naissanceAnnee: number; naissanceMois: number | null; naissanceJour: number | null };
const etatCivil = ({ naissanceAnnee, naissanceMois, naissanceJour, ...reste }: Ligne): EtatCivil => ({
  ...reste,
  naissance: naissanceDe(naissanceAnnee, naissanceMois, naissanceJour),
});

const FRANCE = '99100';

/** The claims of FranceConnect as the domain reads them. The birth place in France is a code of the INSEE; '' when we do not know it. */
export async function lirePivot(dit: Affirmations): Promise<IdentitePivot> {
  const neEnFrance = dit.birthcountry === FRANCE;
  const commune = neEnFrance ? await db().commune.findUnique({ where: { codeInsee: dit.birthplace ?? '' }, select: { nom: true } }) : null;
  return {
    prenoms: dit.given_name ?? '',
    nomNaissance: dit.family_name ?? '',
    nomUsage: dit.preferred_username || null,
    naissance: naissanceConnue(dit.birthdate ?? ''),
    sexe: dit.gender === 'female' ? 'feminin' : dit.gender === 'male' ? 'masculin' : null,
    paysNaissance: dit.birthcountry ?? '',
    communeNaissance: neEnFrance ? (commune?.nom ?? '') : null,
  };
}

/** Persons of the registry whose civil status is exactly this one. */
export async function semblables(pivot: IdentitePivot): Promise<{ personneId: string }[]> {
  const annee = Number(pivot.naissance.slice(0, 4));
  if (cleDuNom(pivot.nomNaissance) === '' || !Number.isInteger(annee)) return [];
  const personnes = await db().personne.findMany({
    where: { cleRecherche: { startsWith: `${cleDuNom(pivot.nomNaissance)} ` }, naissanceAnnee: annee },
    select: ETAT_CIVIL,
    take: 200,
  });
  return personnes.filter((p) => ressemblance(pivot, etatCivil(p)) === 'exacte').map(({ id }) => ({ personneId: id }));
}

/** The identity that waits behind this browser's secret; null: none, used or expired. */
export async function lireAttente(secret: string, at: Date): Promise<Attente | null> {
  const jeton = await lireJeton(SORTE_ATTENTE, secret, at);
  return jeton && desceller(attente, jeton.contenu);
}

/** Since when a FranceConnect identity opens this compte; null: none does. */
export async function identiteLiee({ compteId }: PorteeUsager): Promise<{ lieeLe: Date } | null> {
  return db().identiteExterne.findFirst({ where: { compteId, fournisseur: 'franceconnect' }, select: { lieeLe: true } });
}
