// Retention: what would go (nothing written), and what goes. Drafts: warned, then emptied as their owner would. Deposited requests: erased
// whole by a function of the owner of the base, which checks the term again with its own clock.
import 'server-only';
import { SYSTEME } from '#domain/access/actors.ts';
import { porteeMachine } from '#domain/access/scope.ts';
import { type CodeConservation, JOURS_AVERTISSEMENT } from '#domain/delais/conservation.ts';
import { jourDe } from '#domain/jour.ts';
import { abandonner } from '#features/dossier/depot/situation/commands.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { db, transaction } from '#platform/db.ts';
import { logger } from '#platform/logger.ts';
import { procedureDe } from '#procedures/index.ts';
import { type BrouillonAncien, brouillonsAnciens, cleAvertissement, dossiersEchus, etatDesJournaux } from './queries.ts';

/** Numbers shown by a dry run; all of them are counted. */
const MONTRES = 200;
const AVERTISSEMENT = JOURS_AVERTISSEMENT * 86_400_000;

export type Simulation = {
  comptes: readonly { regle: CodeConservation; dossiers: number }[];
  aAvertir: number;
  /** deposited requests, by number: those of the drafts mean nothing to anybody */
  numeros: readonly { numero: string; regle: CodeConservation; aPartirDu: string }[];
  effaces: readonly { regle: string; dossiers: number; dernier: Date }[];
};

/** Past its day, and warned long enough ago (who has no address is not waited for). */
function estAEffacer({ aPartirDu, avertiLe, estJoignable }: BrouillonAncien, at: Date): boolean {
  return aPartirDu <= jourDe(at) && (!estJoignable || (avertiLe !== null && avertiLe.getTime() + AVERTISSEMENT <= at.getTime()));
}

/** What a real run would do at this instant. Writes nothing. */
export async function simuler(at: Date): Promise<Simulation> {
  const comptes = new Map<CodeConservation, number>();
  const compter = (regle: CodeConservation, n = 1) => comptes.set(regle, (comptes.get(regle) ?? 0) + n);
  const numeros: { numero: string; regle: CodeConservation; aPartirDu: string }[] = [];
  let aAvertir = 0;
  for await (const lot of brouillonsAnciens(at)) {
    for (const b of lot) {
      if (estAEffacer(b, at)) compter(b.regle);
      else if (b.avertiLe === null && b.estJoignable) aAvertir += 1;
    }
  }
  for await (const lot of dossiersEchus(at)) {
    for (const { numero, regle, aPartirDu } of lot) {
      compter(regle);
      if (numeros.length < MONTRES) numeros.push({ numero, regle, aPartirDu });
    }
  }
  const { consultations, effaces } = await etatDesJournaux();
  if (consultations > 0) compter('consultations', consultations);
  return { comptes: [...comptes].map(([regle, dossiers]) => ({ regle, dossiers })), aAvertir, numeros, effaces };
}

async function avertir(b: BrouillonAncien): Promise<void> {
  await transaction((tx) =>
    demanderCourriel(tx, {
      cle: cleAvertissement(b.id, b.sauveLe),
      sorte: 'brouillon_bientot_efface',
      destinataire: b.email,
      variables: { demarche: procedureDe(b.procedure, b.procedureVersion)?.nom ?? '', sauveLe: b.sauveLe, jours: JOURS_AVERTISSEMENT },
    }),
  );
}

/** Job: warns, empties the drafts, erases the requests. Safe to repeat and to stop anywhere. */
export async function appliquerConservation(at: Date): Promise<{ avertis: number; brouillonsEffaces: number; dossiersEffaces: number }> {
  const fait = { avertis: 0, brouillonsEffaces: 0, dossiersEffaces: 0 };
  for await (const lot of brouillonsAnciens(at)) {
    for (const b of lot) {
      if (estAEffacer(b, at)) {
        const efface = await abandonner({ acteur: SYSTEME, portee: porteeMachine(b.compteId), at }, b.id);
        if (efface.ok) fait.brouillonsEffaces += 1;
      } else if (b.avertiLe === null && b.estJoignable) {
        await avertir(b);
        fait.avertis += 1;
      }
    }
  }
  for await (const lot of dossiersEchus(at)) {
    for (const { id, regle } of lot) {
      const [lu] = await db().$queryRaw<{ efface: boolean }[]>`SELECT effacer_dossier(${id}::uuid, ${regle}) AS efface`;
      if (lu?.efface) fait.dossiersEffaces += 1;
      else logger().warn({ dossier: id, regle }, 'effacement refusé par la base');
    }
  }
  return fait;
}
