// The mandats of a person: those they gave, those they hold. Two queries whatever their number.
import 'server-only';
import { DROITS, type Droit, type EtatMandat, etatDuMandat, QUALITES_MANDATAIRE, type QualiteMandataire } from '#domain/access/mandat.ts';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { db } from '#platform/db.ts';
import { procedureDe } from '#procedures/index.ts';
import { mandatDuLien } from './commands.ts';

export type MandatLu = {
  id: string;
  dossierId: string;
  /** the démarche and its number, if deposited */
  demande: string;
  numero: string | null;
  /** the one who is helped, as the mandataire knows them */
  mandant: string;
  mandataire: string;
  email: string;
  qualite: QualiteMandataire;
  organisme: string | null;
  droits: readonly Droit[];
  finLe: Jour;
  etat: EtatMandat;
};

const SELECTION = {
  id: true,
  dossierId: true,
  mandataireNom: true,
  mandataireEmail: true,
  qualite: true,
  organisme: true,
  droits: true,
  finLe: true,
  mandataireLe: true,
  revoqueLe: true,
  dossier: { select: { numero: true, procedure: true, procedureVersion: true, demandeur: true } },
  mandant: { select: { email: true, personne: { select: { nomNaissance: true, nomUsage: true, prenoms: true } } } },
} as const;

type Ligne = NonNullable<Awaited<ReturnType<typeof lireLigne>>>;

function lireLigne(id: string) {
  return db().mandat.findUnique({ where: { id }, select: SELECTION });
}

function lire(ligne: Ligne, jour: Jour): MandatLu {
  const { dossier, mandant } = ligne;
  const finLe = ligne.finLe.toISOString().slice(0, 10);
  const { personne } = mandant;
  return {
    id: ligne.id,
    dossierId: ligne.dossierId,
    demande: procedureDe(dossier.procedure, dossier.procedureVersion)?.nom ?? dossier.procedure,
    numero: dossier.numero,
    mandant: personne
      ? `${personne.prenoms[0] ?? ''} ${personne.nomUsage ?? personne.nomNaissance}`.trim()
      : (dossier.demandeur ?? mandant.email),
    mandataire: ligne.mandataireNom,
    email: ligne.mandataireEmail,
    qualite: QUALITES_MANDATAIRE.find((q) => q === ligne.qualite) ?? 'proche',
    organisme: ligne.organisme,
    droits: DROITS.filter((d) => ligne.droits.includes(d)),
    finLe,
    etat: etatDuMandat({ mandataireLe: ligne.mandataireLe, revoqueLe: ligne.revoqueLe, finLe }, jour),
  };
}

export type MandatsLus = { donnes: readonly MandatLu[]; recus: readonly MandatLu[] };

/** Latest first. */
export async function mandatsDe({ compteId }: PorteeUsager, at: Date): Promise<MandatsLus> {
  const jour = jourDe(at);
  const [donnes, recus] = await Promise.all([
    db().mandat.findMany({ where: { mandantId: compteId }, orderBy: { creeLe: 'desc' }, take: 100, select: SELECTION }),
    db().mandat.findMany({ where: { mandataireId: compteId }, orderBy: { creeLe: 'desc' }, take: 100, select: SELECTION }),
  ]);
  return { donnes: donnes.map((l) => lire(l, jour)), recus: recus.map((l) => lire(l, jour)) };
}

/** What the page of the link shows; null: unknown, used, expired or withdrawn link. */
export async function mandatPropose(jeton: string, at: Date): Promise<MandatLu | null> {
  const id = await mandatDuLien(jeton, at);
  const ligne = id === null ? null : await lireLigne(id);
  const lu = ligne && lire(ligne, jourDe(at));
  return lu?.etat === 'attend_mandataire' ? lu : null;
}

export type DemandeAConfier = { id: string; libelle: string };

/** The dossiers that can be confided: one's own, not abandoned. */
export async function demandesAConfier({ compteId }: PorteeUsager): Promise<DemandeAConfier[]> {
  const lignes = await db().dossier.findMany({
    where: { compteId, statut: { not: 'abandonne' } },
    orderBy: { creeLe: 'desc' },
    select: { id: true, numero: true, procedure: true, procedureVersion: true },
  });
  return lignes.map(({ id, numero, procedure, procedureVersion }) => {
    const nom = procedureDe(procedure, procedureVersion)?.nom ?? procedure;
    return { id, libelle: numero ? `${nom} – n° ${numero}` : nom };
  });
}
