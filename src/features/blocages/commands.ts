import 'server-only';
import type { Usager } from '#domain/access/actors.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { etapesBloquees } from '#domain/dossier/blocage.ts';
import { etapeDe } from '#domain/procedure/navigate.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { sienOuConfie } from '#features/dossier/queries.ts';
import { executer } from '#features/dossier/store.ts';
import { db } from '#platform/db.ts';
import { isId, newId, readableCode } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { procedureDe } from '#procedures/index.ts';
import { echecsDe } from './queries.ts';

type Appel = { usager: Usager; portee: PorteeDossiers; at: Date };

/** One statement of a step answers the next press within this time, in milliseconds: a double click makes one document. */
const DOUBLE_CLIC = 60_000;

/**
 * States the blockage of one step: the failures are frozen in the event, the document follows from it, signed. Refused when the
 * portal has not seen enough of them.
 */
export async function attesterBlocage({ usager, portee, at }: Appel, dossierId: string, etape: string): Promise<Resultat<null>> {
  return executer({ action: 'attester_blocage', dossierId, portee, acteur: usager, at }, async (dossier, tx) => {
    const bloquee = etapesBloquees(await echecsDe(tx, dossier.id, at), at).find((b) => b.etape === etape);
    const [dernier] = bloquee?.echecs ?? [];
    if (!bloquee || !dernier) return refuse('sans_blocage');
    const deja = await tx.evenement.count({
      where: { dossierId: dossier.id, type: 'blocage_atteste', creeLe: { gt: new Date(at.getTime() - DOUBLE_CLIC) } },
    });
    if (deja > 0) return refuse('blocage_deja_atteste');
    const fautes = bloquee.echecs.map(({ le, erreur }) => ({ le: le.toISOString(), erreur })).toReversed();
    return ok({ faits: { etape, page: dernier.page, fautes }, valeur: null });
  });
}

/** A day: what the browser tells of before is not believed. */
const MEMOIRE = 24 * 3_600_000;

/**
 * Failures that only the browser saw (no answer at all). Each gets a number now, written in the log like the others; `R-` says that
 * the browser reported it. Null: nothing to note, only whether the draft is reachable.
 */
export async function signalerEchecs(
  { portee, at }: { portee: PorteeDossiers; at: Date },
  dossierId: string,
  signales: { etape: string; echecs: readonly string[] } | null,
): Promise<Resultat<null>> {
  const dossier = isId(dossierId)
    ? await db().dossier.findFirst({
        where: { id: dossierId, statut: 'brouillon', ...sienOuConfie(portee, 'remplir') },
        select: { procedure: true, procedureVersion: true, compteId: true },
      })
    : null;
  const procedure = dossier && procedureDe(dossier.procedure, dossier.procedureVersion);
  if (!procedure) return refuse('introuvable');
  const { etape, echecs } = signales ?? { etape: '', echecs: [] };
  if (!etapeDe(procedure, etape)) return ok(null);
  const instants = echecs.map((e) => new Date(e)).filter((le) => le <= at && at.getTime() - le.getTime() < MEMOIRE);
  for (const le of instants) {
    const erreur = `R-${readableCode(8)}`;
    logger().warn({ erreur, dossier: dossierId, etape, le: le.toISOString() }, 'échec signalé par le navigateur');
    await db().blocage.create({
      data: {
        id: newId(),
        compteId: portee.compteId ?? dossier.compteId,
        dossierId,
        etape,
        page: `/demarches/${dossierId}/${etape}`,
        erreur,
        le,
      },
      select: { id: true },
    });
  }
  return ok(null);
}
