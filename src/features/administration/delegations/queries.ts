// Delegations of signature of a prefecture, and who may receive one.
import 'server-only';
import { type EtatDelegation, etatDelegation, SORTES_DELEGATION, type SorteDelegation } from '#domain/access/delegation.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { db } from '#platform/db.ts';
import { PAR_PAGE } from '../schema.ts';

export type DelegationLue = {
  id: string;
  agent: string;
  qualite: string;
  sortes: readonly SorteDelegation[];
  reference: string;
  debutLe: Jour;
  finLe: Jour | null;
  etat: EtatDelegation;
};

/** Latest first; 4 pages of them at most: what is older is in the log of the administration. */
export async function delegations({ prefecture }: PorteeAdministration, at: Date): Promise<DelegationLue[]> {
  const lignes = await db().delegation.findMany({
    where: prefecture === null ? {} : { agent: { prefectureCode: prefecture } },
    orderBy: [{ revoqueeLe: { sort: 'asc', nulls: 'first' } }, { debutLe: 'desc' }],
    take: 4 * PAR_PAGE,
    select: {
      id: true,
      sortes: true,
      reference: true,
      debutLe: true,
      finLe: true,
      revoqueeLe: true,
      agent: { select: { nom: true, prenom: true, qualite: true } },
    },
  });
  const jour = (date: Date) => date.toISOString().slice(0, 10);
  return lignes.map(({ id, sortes, reference, debutLe, finLe, revoqueeLe, agent }) => {
    const bornes = { debutLe: jour(debutLe), finLe: finLe && jour(finLe), estRevoquee: revoqueeLe !== null };
    return {
      id,
      agent: `${agent.prenom} ${agent.nom}`,
      qualite: agent.qualite,
      sortes: SORTES_DELEGATION.filter((s) => sortes.includes(s)),
      reference,
      debutLe: bornes.debutLe,
      finLe: bornes.finLe,
      etat: etatDelegation(bornes, jourDe(at)),
    };
  });
}

/** Who signs: the only ones to whom a delegation is of use. */
export async function delegataires({ prefecture }: PorteeAdministration): Promise<{ valeur: string; libelle: string }[]> {
  const agents = await db().agent.findMany({
    where: { actif: true, roles: { hasSome: [...rolesAyant('signer')] }, ...(prefecture === null ? {} : { prefectureCode: prefecture }) },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
    select: { id: true, nom: true, prenom: true, qualite: true },
  });
  return agents.map((a) => ({ valeur: a.id, libelle: `${a.prenom} ${a.nom}, ${a.qualite}` }));
}
