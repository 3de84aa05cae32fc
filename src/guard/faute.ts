// The one place where a fault met by a person is recorded: its number, for them and for the log, and, when it stopped a step of a
// dossier, a line that says so (Blocage). After three of them on one step, the portal offers a statement of it (R.431-2).
import 'server-only';
import { headers } from 'next/headers';
import { now } from '#platform/clock.ts';
import { db } from '#platform/db.ts';
import { causeOf, recordFault } from '#platform/fault.ts';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { sessionUsager } from './session.ts';

/** A step of the wizard, as its address says. */
const ETAPE = /^\/demarches\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([a-z_]{1,40})$/;
/** The route that a page calls by itself while one types. */
const REPETEE = 'saisie';
/** Milliseconds: a page that keeps by itself what is typed tries again every five seconds, and one fault is not twelve. */
const REPRISE = 60_000;

export type Lieu = { page: string; dossierId: string; etape: string };

/** The step that an address is about; null: it is not one. */
export function lieuDe(page: string | null): Lieu | null {
  const [, dossierId, etape] = ETAPE.exec(page ?? '') ?? [];
  return page && dossierId && etape ? { page, dossierId, etape } : null;
}

/** The page is the one asked for, or the one that a byte route was called from (our pages send it: Referrer-Policy same-origin). */
async function lieuDeLaRequete(): Promise<Lieu | null> {
  const lus = await headers();
  const origine = lus.get('referer');
  return lieuDe(lus.get('x-chemin')) ?? lieuDe(origine && URL.canParse(origine) ? new URL(origine).pathname : null);
}

/** Records the fault and gives its number. Never throws. */
export async function consignerFaute(erreur: unknown, contexte: Record<string, string | undefined>): Promise<string> {
  const numero = recordFault(erreur, contexte);
  try {
    const lieu = await lieuDeLaRequete();
    const session = lieu && (await sessionUsager());
    if (session?.niveau === 'complete' && lieu)
      await consignerBlocage(session.usager.compteId, lieu, { numero, le: now(), seul: contexte.route === REPETEE });
  } catch (cause) {
    // the very fault may be that the database does not answer: the number stands, the line is lost
    logger().warn({ erreur: numero, cause: causeOf(cause) }, 'blocage non consigné');
  }
  return numero;
}

export type FauteDatee = { numero: string; le: Date /** nothing when one is less than a minute old */; seul: boolean };

/** Only for who holds the dossier, or to whom it is confided: anybody else is stopped by the guard, not by a fault. */
export async function consignerBlocage(
  compteId: string,
  { page, dossierId, etape }: Lieu,
  { numero, le, seul }: FauteDatee,
): Promise<void> {
  const depuis = seul ? new Date(le.getTime() - REPRISE) : le;
  await db().$executeRaw`
    INSERT INTO blocage (id, compte_id, dossier_id, etape, page, erreur, le)
    SELECT ${newId()}::uuid, ${compteId}::uuid, d.id, ${etape}, ${page}, ${numero}, ${le} FROM dossier d
    WHERE d.id = ${dossierId}::uuid
      AND (d.compte_id = ${compteId}::uuid OR EXISTS (SELECT 1 FROM mandat m
        WHERE m.dossier_id = d.id AND m.mandataire_id = ${compteId}::uuid AND m.mandataire_le IS NOT NULL AND m.revoque_le IS NULL))
      AND NOT EXISTS (SELECT 1 FROM blocage b WHERE b.dossier_id = d.id AND b.etape = ${etape} AND b.le > ${depuis} AND b.le < ${le})`;
}

/** The error keeps its number up to the error page, which shows Next's digest. */
export async function numeroterFaute(erreur: unknown, contexte: Record<string, string | undefined>): Promise<void> {
  const numero = await consignerFaute(erreur, contexte);
  if (typeof erreur === 'object' && erreur !== null && !('digest' in erreur)) Object.assign(erreur, { digest: numero });
}
