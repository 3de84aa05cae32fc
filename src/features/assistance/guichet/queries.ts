import 'server-only';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { adresseMontree, estJoignable } from '#domain/compte/identifiant.ts';
import type { Jour } from '#domain/jour.ts';
import { FAMILLES } from '#domain/procedure/definition.ts';
import { etapeCourante } from '#domain/procedure/navigate.ts';
import { db, type Prisma } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { PROCEDURES, procedureDe } from '#procedures/index.ts';

/** Condition on the tickets that open the desk of this préfecture: the impossibility is recorded there (R.431-2). */
export function ticketsDuGuichet({ prefecture }: Pick<PorteeAdministration, 'prefecture'>): Prisma.TicketWhereInput {
  // nobody holds the power of the desk for all préfectures: without one, there is no desk
  return { AND: [{ prefectureCode: prefecture ?? '' }, { impossibiliteLe: { not: null } }] };
}

export type Depart = {
  /** `email`: empty when the person has none */
  ticket: { id: string; numero: string; nom: string; email: string; motif: string };
  procedures: readonly { valeur: string; libelle: string; groupe: string }[];
  /** the ground of the draft that the person began online */
  procedure: string | null;
  /** what was begun here already: the etape to resume at */
  enCours: { dossierId: string; etape: string } | null;
  /** dossier of a person without e-mail, of whom something is asked: the answer is entered here */
  aRepondre: string | null;
};

/** The démarches of the catalogue that a person files and an agent decides, under their headings. */
function demarchesOuvertes(jour: Jour): Depart['procedures'] {
  const ouvertes = PROCEDURES.map((versions) => versions.at(-1) ?? versions[0]).filter((p) => p.ouverture.depuis <= jour);
  return Object.entries(FAMILLES).flatMap(([famille, groupe]) =>
    ouvertes.filter((p) => p.famille === famille).map((p) => ({ valeur: p.slug, libelle: p.nom, groupe })),
  );
}

/** What the page before a deposit at the desk shows; null when the desk is not open for this ticket. */
export async function departDe(portee: PorteeAdministration, id: string, jour: Jour): Promise<Depart | null> {
  if (!isId(id)) return null;
  const lu = await db().ticket.findFirst({
    where: { AND: [{ id }, ticketsDuGuichet(portee)] },
    include: {
      compte: { select: { email: true } },
      dossier: {
        select: {
          ...{ id: true, canal: true, statut: true, restreint: true, procedure: true, procedureVersion: true, etapesValidees: true },
          compte: { select: { email: true } },
          complements: { where: { reponduLe: null, leveLe: null }, take: 1, select: { id: true } },
        },
      },
    },
  });
  if (!lu) return null;
  const { numero, nom, compte, dossier } = lu;
  const procedure = dossier && procedureDe(dossier.procedure, dossier.procedureVersion);
  const ouvert = procedure && dossier.canal === 'guichet' && (dossier.statut === 'brouillon' || dossier.statut === 'depose');
  return {
    ticket: { id, numero, nom, email: adresseMontree(compte?.email ?? lu.email), motif: lu.impossibiliteMotif ?? '' },
    procedures: demarchesOuvertes(jour),
    procedure: dossier?.procedure ?? null,
    enCours: ouvert
      ? {
          dossierId: dossier.id,
          etape: etapeCourante(procedure, { etapesValidees: dossier.etapesValidees, estDepose: dossier.statut === 'depose' }).code,
        }
      : null,
    aRepondre: dossier && attendUneReponse(dossier) ? dossier.id : null,
  };
}

type DossierDuTicket = {
  canal: string;
  statut: string;
  restreint: boolean;
  compte: { email: string };
  complements: readonly unknown[];
};

/** The same as guard/guichet, which decides. */
const attendUneReponse = ({ canal, statut, restreint, compte, complements }: DossierDuTicket) =>
  canal === 'guichet' && statut === 'en_instruction' && !restreint && !estJoignable(compte.email) && complements.length > 0;
