// What the byte routes of messages answer: JSON to a script, a page to a form posted without.
import { PLACE_DES_FICHIERS } from '#domain/dossier/message.ts';
import { phraseDuTeleversement, type RefusTeleversement } from '#features/pieces/schema.ts';
import type { Bilan } from './commands.ts';

const STATUTS_HTTP: Partial<Record<RefusTeleversement, number>> = {
  introuvable: 404,
  statut_incompatible: 409,
  droit_non_confie: 403,
  message_parti: 409,
  trop_de_fichiers_message: 409,
  trop_lourd: 413,
  format_refuse: 415,
  deguise: 415,
  interrompu: 400,
};

/** `page`: where the form stands; null: a script asks. */
export function reponseJointes({ joints, refus }: Bilan, page: string | null): Response {
  if (page !== null) {
    const erreur = refus ? `?erreur=${encodeURIComponent(`${PLACE_DES_FICHIERS}.${refus}`)}` : '';
    return new Response(null, { status: 303, headers: { Location: `${page}${erreur}#${encodeURIComponent(PLACE_DES_FICHIERS)}` } });
  }
  if (!refus) return Response.json({ fichiers: joints }, { status: 201 });
  return Response.json({ code: refus, message: phraseDuTeleversement(refus), fichiers: joints }, { status: STATUTS_HTTP[refus] ?? 422 });
}
