// After a favourable decision: what it changes elsewhere, exactly once whatever is repeated or killed.
import 'server-only';
import { consignerFait } from '#features/dossier/journal/commands.ts';
import { transaction } from '#platform/db.ts';
import { EFFETS } from './catalogue.ts';
import { declarationAcceptee } from './queries.ts';

/** The dossier is locked, the effect and its event are written together: a second run sees the event and leaves. */
export async function appliquerEffet(evenementId: string, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const acceptee = await declarationAcceptee(tx, evenementId);
    if (!acceptee) return;
    const { effet, declaration } = acceptee;
    const { dossierId, numero, personneId } = declaration;
    const { remarque, signale } = await EFFETS[effet](tx, { ...declaration, at });
    await consignerFait(tx, dossierId, 'effet_applique', { effet, remarque }, at);
    if (!signale) return;
    const ouverts = await tx.dossier.findMany({
      where: { personneId, id: { not: dossierId }, statut: { in: ['depose', 'en_instruction', 'propose'] } },
      select: { id: true, prefectureCode: true },
      orderBy: { id: 'asc' },
    });
    for (const ouvert of ouverts) await consignerFait(tx, ouvert.id, 'changement_signale', { numero, ...signale(ouvert) }, at);
  });
}
