'use server';
import { adresseEtape } from '#domain/access/demarche.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import type { Resultat } from '#domain/result.ts';
import { actionDemarche } from '#guard/action.ts';
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
export const envoyerReponse = actionDemarche('envoyer_reponse', schemaReponse, async ({ saisie, acteur, portee, base, at }) => {
  if (saisie.geste === 'garder') {
    const garde = await garderReponse(portee, saisie.complement, saisie, saisie.version);
    if (!garde.ok) return suiteDuRefus(garde);
    return { etat: { succes: 'Votre réponse est enregistrée. Elle n’est pas encore envoyée.' } };
  }
  const envoi = await repondreComplement({ acteur, portee, at }, saisie);
  if (!envoi.ok) return suiteDuRefus(envoi);
  return { vers: base === '/guichet' ? adresseEtape(base, envoi.valeur, 'complement') : `/mon-compte/dossiers/${envoi.valeur}?reponse=1` };
});
