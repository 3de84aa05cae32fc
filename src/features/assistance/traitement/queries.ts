import 'server-only';
// What agents read of tickets. The support reads all of them; the others, those of their prefecture. Of a dossier, where it stands and
// never what is in it (03-instruction 9).
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { constatPossible, type EtatTicket } from '#domain/assistance/ticket.ts';
import { STATUT_AGENT, STATUTS } from '#domain/dossier/statuts.ts';
import { etapeDe } from '#domain/procedure/navigate.ts';
import { db, type Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { CAPTURES, type Echange, etatLu, MESSAGES, sujetLisible } from '../tickets/queries.ts';
import type { Filtres } from './schema.ts';

/** Condition on the tickets that an agent may read: all of them for the support, those of a prefecture for the others. */
export function ticketsVisibles({ prefecture }: PorteeAdministration): Prisma.TicketWhereInput {
  return prefecture === null ? {} : { prefectureCode: prefecture };
}

export type TicketListe = {
  id: string;
  numero: string;
  nom: string;
  sujet: string;
  etat: EtatTicket;
  creeLe: Date;
  prefecture: string | null;
  impossibilite: boolean;
};

function conditionDe(visibles: Prisma.TicketWhereInput, { etat, sujet, impossibilite, recherche }: Filtres): Prisma.TicketWhereInput {
  const contient = { contains: recherche, mode: 'insensitive' as const };
  return {
    AND: [
      visibles,
      // a number, a name or an address is looked for whatever the state
      etat === 'tous' || recherche ? {} : { etat },
      sujet ? { sujet } : {},
      impossibilite ? { impossibiliteLe: { not: null } } : {},
      recherche
        ? { OR: [{ numero: recherche }, { dossier: { numero: recherche } }, { nom: contient }, { email: contient }, { erreur: recherche }] }
        : {},
    ],
  };
}

/** One page of the list, oldest first when it waits, latest first otherwise. Two queries. */
export async function listeTickets(
  visibles: Prisma.TicketWhereInput,
  filtres: Filtres,
): Promise<{ tickets: TicketListe[]; total: number }> {
  const where = conditionDe(visibles, filtres);
  const ordre = filtres.etat === 'ouvert' && !filtres.recherche ? 'asc' : 'desc';
  const [lus, total] = await Promise.all([
    db().ticket.findMany({
      where,
      orderBy: [{ creeLe: ordre }, { id: ordre }],
      skip: (filtres.page - 1) * filtres.parPage,
      take: filtres.parPage,
      select: {
        id: true,
        numero: true,
        nom: true,
        sujet: true,
        etat: true,
        creeLe: true,
        impossibiliteLe: true,
        prefecture: { select: { nom: true } },
      },
    }),
    db().ticket.count({ where }),
  ]);
  const tickets = lus.map(({ impossibiliteLe, prefecture, sujet, etat, ...reste }) => ({
    ...reste,
    sujet: sujetLisible(sujet),
    etat: etatLu(etat),
    prefecture: prefecture?.nom ?? null,
    impossibilite: impossibiliteLe !== null,
  }));
  return { tickets, total };
}

export type DossierConcerne = {
  id: string;
  numero: string | null;
  procedure: string;
  statut: string;
  estBrouillon: boolean;
  deposeLe: Date | null;
  /** what the portal itself saw fail */
  echecs: readonly { etape: string; erreur: string; le: Date }[];
  attestations: readonly { nom: string; le: Date }[];
};

export type TicketTraite = Echange & {
  version: number;
  nom: string;
  email: string;
  telephone: string | null;
  compteId: string | null;
  prefecture: { code: string; nom: string } | null;
  impossibilite: { le: Date; par: string; motif: string } | null;
  /** author of each message, by identifier: the agents' names */
  auteurs: Readonly<Record<string, string>>;
  dossier: DossierConcerne | null;
  preuvesSuffisent: boolean;
};

export async function ticketTraite(visibles: Prisma.TicketWhereInput, id: string): Promise<TicketTraite | null> {
  if (!isId(id)) return null;
  const lu = await db().ticket.findFirst({
    where: { AND: [{ id }, visibles] },
    include: {
      messages: MESSAGES,
      captures: CAPTURES,
      prefecture: { select: { code: true, nom: true } },
      dossier: {
        select: {
          id: true,
          numero: true,
          statut: true,
          procedure: true,
          procedureVersion: true,
          deposeLe: true,
          blocages: { orderBy: { le: 'desc' }, take: 20, select: { etape: true, erreur: true, le: true } },
          documents: { where: { sorte: 'attestation_blocage' }, orderBy: { produitLe: 'desc' }, select: { nom: true, produitLe: true } },
        },
      },
    },
  });
  if (!lu) return null;
  const dossier = lu.dossier && concerne(lu.dossier);
  const agents = await db().agent.findMany({
    where: { id: { in: [...lu.messages.map((m) => m.auteurId), lu.impossibilitePar].filter((a) => a !== null) } },
    select: { id: true, prenom: true, nom: true },
  });
  const noms = new Map(agents.map((a) => [a.id, `${a.prenom} ${a.nom}`]));
  const captures = lu.captures.map(({ analyse, ...capture }) => ({ ...capture, etat: analyse }));
  const { id: ticket, numero, creeLe, page, erreur, survenuLe, impossibiliteLe, version, nom, email, telephone, compteId, prefecture } = lu;
  return {
    ...{ id: ticket, numero, creeLe, page, erreur, survenuLe, impossibiliteLe, version, nom, email, telephone, compteId, prefecture },
    sujet: sujetLisible(lu.sujet),
    etat: etatLu(lu.etat),
    messages: lu.messages.map((m) => ({ id: m.id, deLAgent: m.auteurSorte === 'agent', texte: m.texte, le: m.le })),
    auteurs: Object.fromEntries(lu.messages.map((m) => [m.id, m.auteurSorte === 'agent' ? (noms.get(m.auteurId ?? '') ?? '') : nom])),
    captures,
    impossibilite: impossibiliteLe && {
      le: impossibiliteLe,
      par: noms.get(lu.impossibilitePar ?? '') ?? '',
      motif: lu.impossibiliteMotif ?? '',
    },
    dossier,
    preuvesSuffisent: constatPossible({
      captures: captures.filter((c) => c.etat === 'sain').length,
      erreur,
      echecsDuPortail: dossier?.echecs.length ?? 0,
      attestations: dossier?.attestations.length ?? 0,
    }).ok,
  };
}

type DossierLu = {
  id: string;
  numero: string | null;
  statut: string;
  procedure: string;
  procedureVersion: number;
  deposeLe: Date | null;
  blocages: readonly { etape: string; erreur: string; le: Date }[];
  documents: readonly { nom: string; produitLe: Date }[];
};

function concerne({ procedure: slug, procedureVersion, statut, blocages, documents, ...reste }: DossierLu): DossierConcerne {
  const procedure = procedureDe(slug, procedureVersion);
  const connu = STATUTS.find((s) => s === statut);
  return {
    ...reste,
    procedure: procedure?.nom ?? slug,
    statut: connu ? STATUT_AGENT[connu] : statut,
    estBrouillon: statut === 'brouillon',
    echecs: blocages.map((b) => ({ ...b, etape: (procedure && etapeDe(procedure, b.etape)?.titre) ?? b.etape })),
    attestations: documents.map((d) => ({ nom: d.nom, le: d.produitLe })),
  };
}
