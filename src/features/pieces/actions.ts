'use server';
import { refresh } from 'next/cache';
import { phraseDuRefus } from '#domain/refusals.ts';
import { actionDemarche } from '#guard/action.ts';
import { confirmerCode, retirerCode } from './code/commands.ts';
import { choisirVariante, retirerFichier } from './commands.ts';
import { reprendrePiece } from './reprise/commands.ts';
import { schemaConfirmerCode, schemaReprise, schemaRetirerCode, schemaRetirerFichier, schemaVariante } from './schema.ts';

// Each answer stays on the page, read again: what is typed elsewhere on the step is not lost.

/** "✕ SUPPRIMER" beside a file. */
export const supprimerFichier = actionDemarche('supprimer_fichier', schemaRetirerFichier, async ({ saisie, portee }) => {
  const retire = await retirerFichier({ portee, fichierId: saisie.fichier });
  if (!retire.ok) return retire;
  refresh();
  return { etat: { succes: 'Le fichier a été supprimé.' } };
});

/** "Où habitez-vous ?" and the like. Files of another case ask for a confirmation: the choice comes back with it. */
export const choisirCas = actionDemarche('choisir_cas', schemaVariante, async ({ saisie, brut, portee, at }) => {
  const { dossier: dossierId, piece, variante, confirme } = saisie;
  const choix = await choisirVariante({ portee, dossierId, piece, variante, confirme: confirme === 'oui', at });
  if (!choix.ok) return choix;
  if (choix.valeur.aConfirmer > 0) return { etat: { valeurs: { ...brut, aConfirmer: String(choix.valeur.aConfirmer) } } };
  refresh();
  return { etat: {} };
});

/** "Confirmer le numéro ephoto", "Vérifier le timbre". The sentence of a refusal by the provider stands at the field. */
export const confirmerNumero = actionDemarche('confirmer_code', schemaConfirmerCode, async ({ saisie, portee, at }) => {
  const { dossier: dossierId, piece, numero } = saisie;
  const confirme = await confirmerCode({ portee, dossierId, piece, numero, at });
  if (!confirme.ok)
    return /^(ephoto|timbre)_/.test(confirme.refus)
      ? { etat: { erreurs: { numero: phraseDuRefus(confirme.refus, confirme.details) } } }
      : confirme;
  refresh();
  return { etat: { succes: 'Le numéro est confirmé.', valeurs: {} } };
});

/** "✕ SUPPRIMER" beside the confirmed number. */
export const supprimerNumero = actionDemarche('supprimer_code', schemaRetirerCode, async ({ saisie, portee }) => {
  const retire = await retirerCode({ portee, dossierId: saisie.dossier, piece: saisie.piece });
  if (!retire.ok) return retire;
  refresh();
  return { etat: { succes: 'Le numéro a été supprimé.' } };
});

/** "Reprendre ce document": an accepted piece of a former request. */
export const reprendreDocument = actionDemarche('reprendre_document', schemaReprise, async ({ saisie, portee, at }) => {
  const repris = await reprendrePiece({ portee, dossierId: saisie.dossier, piece: saisie.piece, at });
  if (!repris.ok) return repris;
  refresh();
  return { etat: { succes: 'Le document est repris.' } };
});
