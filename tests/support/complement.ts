// A person with a deposited dossier, a complement asked by an agent, and its notification: what the usager's space reads.
import type { Usager } from '#domain/access/actors.ts';
import { type PorteeUsager, porteeUsager } from '#domain/access/scope.ts';
import type { ItemDemande } from '#domain/dossier/complement.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { PROCEDURES } from '#procedures/index.ts';
import { prefectures } from '../../prisma/prefectures.ts';
import { agentDe, compteTemporaire, dossierDepose } from './dossiers.ts';

export const DEMANDE_LE = new Date('2026-11-02T09:00:00Z');

export async function reference(): Promise<void> {
  await db().prefecture.createMany({ data: [...prefectures], skipDuplicates: true });
  await db().listePieces.createMany({
    data: PROCEDURES.flat().flatMap((p) =>
      p.listes.map((l) => ({
        procedure: p.slug,
        version: l.version,
        etat: 'publiee' as const,
        effetLe: new Date(`${l.effetLe}T00:00:00Z`),
        source: l.source,
        raison: l.raison,
        pieces: JSON.parse(JSON.stringify(l.pieces)),
      })),
    ),
    skipDuplicates: true,
  });
}

export type Personne = { usager: Usager; portee: PorteeUsager };

export async function personne(): Promise<Personne> {
  const { id, email } = await compteTemporaire();
  const usager: Usager = {
    sorte: 'usager',
    compteId: id,
    sessionId: newId(),
    email,
    nom: null,
    numeroEtranger: null,
    langue: 'fr',
    confies: [],
  };
  return { usager, portee: porteeUsager(usager) };
}

/** A notification of the space, as its job writes it. */
export async function notification(
  compteId: string,
  dossierId: string,
  sorte: 'demande_complement' | 'decision_favorable',
  plus: { complement?: string; le?: Date } = {},
): Promise<string> {
  const type = sorte === 'demande_complement' ? 'complement_demande' : sorte;
  const le = plus.le ?? DEMANDE_LE;
  const deja = plus.complement
    ? await db().evenement.findFirst({ where: { dossierId, type, faits: { path: ['complement'], equals: plus.complement } } })
    : null;
  const evenement = deja ?? (await db().evenement.create({ data: { dossierId, type, acteurSorte: 'systeme', faits: {}, creeLe: le } }));
  const titre = sorte === 'demande_complement' ? 'Demande de complément' : 'Notification de décision';
  const contenu = {
    nom: 'TESTCOLLINS',
    prenom: 'Marshall',
    numero: '5901202609220000001',
    service: 'Préfecture du Nord',
    complement: plus.complement ?? '',
  };
  const id = newId();
  await db().notification.create({ data: { id, compteId, dossierId, evenementId: evenement.id, sorte, titre, contenu, disponibleLe: le } });
  return id;
}

export type Demande = Personne & { dossierId: string; complementId: string; notificationId: string; items: Record<string, string> };

/** `items` gives the identifier of an item by its piece code, or 'information'. */
export async function complementDemande(items: readonly ItemDemande[]): Promise<Demande> {
  const qui = await personne();
  const { agent, portee } = await agentDe('59', ['instructeur']);
  const { id: dossierId } = await dossierDepose({ compteId: qui.usager.compteId, statut: 'en_instruction', agentId: agent.agentId });
  const demande = await demanderComplement(portee, agent, { dossierId, version: 6, items }, DEMANDE_LE);
  if (!demande.ok) throw new Error(demande.refus);
  const { complementId } = demande.valeur;
  const notificationId = await notification(qui.usager.compteId, dossierId, 'demande_complement', { complement: complementId });
  const lignes = await db().complementItem.findMany({ where: { complementId } });
  return {
    ...qui,
    dossierId,
    complementId,
    notificationId,
    items: Object.fromEntries(lignes.map((i) => [i.pieceCode ?? 'information', i.id])),
  };
}

export const NATIONALITE_ILLISIBLE: ItemDemande = {
  sorte: 'document',
  pieceCode: 'nationalite',
  motif: 'illisible',
  observation: 'Veuillez fournir une copie lisible de votre passeport.',
};
export const QUESTION: ItemDemande = { sorte: 'information', observation: 'Depuis quand habitez-vous à cette adresse ?' };
export const DOMICILE_PERIME: ItemDemande = {
  sorte: 'document',
  pieceCode: 'domicile',
  motif: 'perime',
  observation: 'De plus de six mois.',
};
