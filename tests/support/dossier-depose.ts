// A deposited dossier and its events, written straight into the tables: what the jobs receive.

import type { Reponses } from '#domain/procedure/definition.ts';
import { db, type Prisma } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { prefectures } from '../../prisma/prefectures.ts';

export const NUMERO = '5901202611220000370';
export const AU_DEPOT = new Date('2026-11-22T09:30:00Z');
export const MOTIFS = 'Vous ne justifiez pas de la filiation (CESEDA, art. L. 423-12).\nL’acte produit ne comporte pas le nom du parent.';

export type DossierDepose = { dossierId: string; compteId: string; email: string; agentId: string };

type Choix = { reponses?: Reponses; numeroEtranger?: string | null; consentement?: boolean };

export async function dossierDepose({ reponses = {}, numeroEtranger = null, consentement = true }: Choix = {}): Promise<DossierDepose> {
  await db().prefecture.createMany({ data: [...prefectures], skipDuplicates: true });
  const [compteId, dossierId, agentId, personneId] = [newId(), newId(), newId(), newId()];
  const email = `${compteId}@example.org`;
  const lues = { ...v1.exemple.reponses, ...reponses };
  await db().agent.create({
    data: {
      id: agentId,
      email: `${agentId}@example.org`,
      nom: 'TESTVALID',
      prenom: 'Dominique',
      qualite: 'Cheffe du bureau de l’admission au séjour',
      roles: ['valideur'],
      prefectureCode: '59',
    },
  });
  await db().personne.create({
    data: {
      id: personneId,
      numeroEtranger,
      nomNaissance: 'TESTCOLLINS',
      prenoms: ['Marshall'],
      sexe: 'masculin',
      naissanceAnnee: 1990,
      paysNaissance: 'CA',
      lieuNaissance: 'Montréal',
      nationalites: ['CA'],
      cleRecherche: 'testcollins marshall',
    },
  });
  await db().compte.create({
    data: { id: compteId, email, numeroEtranger, personneId, consentementLe: consentement ? new Date('2026-11-01T08:00:00Z') : null },
  });
  await db().dossier.create({
    data: {
      id: dossierId,
      numero: NUMERO,
      procedure: v1.slug,
      procedureVersion: v1.version,
      listeVersion: 2,
      statut: 'depose',
      compteId,
      personneId,
      prefectureCode: '59',
      reponses: lues as unknown as Prisma.InputJsonValue,
      deposeLe: AU_DEPOT,
      demandeur: 'TESTCOLLINS Marshall',
      proposition: { sens: 'refus', par: agentId, motifs: MOTIFS, le: AU_DEPOT.toISOString() },
    },
  });
  return { dossierId, compteId, email, agentId };
}

/** Appends an event without its job; gives its identifier. */
export async function evenement(dossierId: string, type: string, faits: Prisma.InputJsonValue, le: Date = AU_DEPOT): Promise<string> {
  const { id } = await db().evenement.create({ data: { dossierId, type, acteurSorte: 'systeme', faits, creeLe: le } });
  return String(id);
}
