'use server';
import { refresh } from 'next/cache';
import { phraseDuRefus } from '#domain/refusals.ts';
import { actionDemarche } from '#guard/action.ts';
import { choisirVariante, retirerFichier } from './commands.ts';
import { confirmerEphoto, retirerEphoto } from './ephoto/commands.ts';
import { schemaConfirmerEphoto, schemaRetirerEphoto, schemaRetirerFichier, schemaVariante } from './schema.ts';

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

/** "Confirmer le numéro ephoto". The sentence of a refusal stands at the field. */
export const confirmerNumeroEphoto = actionDemarche('confirmer_ephoto', schemaConfirmerEphoto, async ({ saisie, portee, at }) => {
  const { dossier: dossierId, piece, numero } = saisie;
  const confirme = await confirmerEphoto({ portee, dossierId, piece, numero, at });
  if (!confirme.ok)
    return confirme.refus.startsWith('ephoto_') ? { etat: { erreurs: { numero: phraseDuRefus(confirme.refus) } } } : confirme;
  refresh();
  return { etat: { succes: 'Votre numéro ephoto est confirmé.', valeurs: {} } };
});

/** "✕ SUPPRIMER" beside the confirmed number. */
export const supprimerEphoto = actionDemarche('supprimer_ephoto', schemaRetirerEphoto, async ({ saisie, portee }) => {
  const retire = await retirerEphoto({ portee, dossierId: saisie.dossier, piece: saisie.piece });
  if (!retire.ok) return retire;
  refresh();
  return { etat: { succes: 'Le numéro ephoto a été supprimé.' } };
});
