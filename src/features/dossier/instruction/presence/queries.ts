// Somebody else wrote meanwhile: nothing is overwritten, what is typed stays in the form, and the page says what changed.
import 'server-only';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Refus } from '#domain/result.ts';
import type { EtatFormulaire } from '#guard/formulaire.ts';
import type { DossierVu } from '../../schema.ts';
import { changementsDepuis, enPhrase } from '../suivi/queries.ts';

/** More would not be read. */
const DITS = 4;

/**
 * What an action of an agent answers to a refusal: `modifie_ailleurs` becomes the list of what happened since the page was read, with the
 * version that the same form, sent again, has then seen (FormulaireAgent); any other refusal stays what it is.
 */
export async function suiteDuRefus(
  portee: PorteeAgent,
  { dossierId, depuis }: DossierVu,
  refus: Refus,
): Promise<Refus | { etat: Partial<EtatFormulaire> }> {
  if (refus.refus !== 'modifie_ailleurs') return refus;
  const changes = await changementsDepuis(portee, dossierId, depuis);
  if (!changes || changes.lignes.length === 0) return refus;
  const quoi = changes.lignes.slice(0, DITS).map(enPhrase).join(' ; ');
  return { etat: { general: phraseDuRefus('dossier_change', { quoi }), conflit: changes.version } };
}
