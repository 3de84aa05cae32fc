'use server';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Resultat } from '#domain/result.ts';
import { actionUsager } from '#guard/action.ts';
import type { Suite } from '#guard/respond.ts';
import { garderReponse, repondreComplement } from './commands.ts';
import { schemaReponse } from './schema.ts';

/** A conflict carries the version to overwrite on purpose; what is missing stands beside each item. */
function suiteDuRefus(resultat: Extract<Resultat<unknown>, { ok: false }>): Suite {
  const { refus, details = {} } = resultat;
  if (refus === 'complement_incomplet') return { etat: { erreurs: details, general: phraseDuRefus(refus) } };
  if (refus === 'saisie_en_conflit') return { etat: { general: phraseDuRefus(refus), conflit: Number(details.version) } };
  return resultat;
}

/** "Valider et envoyer" (S-173), or keep what is typed without sending. */
export const envoyerReponse = actionUsager('envoyer_reponse', schemaReponse, async ({ saisie, usager, portee, at }) => {
  if (saisie.geste === 'garder') {
    const garde = await garderReponse(portee, saisie.complement, saisie, saisie.version);
    if (!garde.ok) return suiteDuRefus(garde);
    return { etat: { succes: 'Votre réponse est enregistrée. Elle n’est pas encore envoyée.' } };
  }
  const envoi = await repondreComplement({ usager, portee, at }, saisie);
  return envoi.ok ? { vers: `/mon-compte/dossiers/${envoi.valeur}?reponse=1` } : suiteDuRefus(envoi);
});
