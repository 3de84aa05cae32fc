'use server';
import type { Refus } from '#domain/result.ts';
import { actionPublique } from '#guard/action.ts';
import { appareilConnu } from '#guard/appareil.ts';
import { adresseReseau, compterEssai, freiner } from '#guard/throttle.ts';
import { schemaIdentifiantOublie, schemaOubli } from '../mot-de-passe/schema.ts';
import { trouverCompte } from '../queries.ts';
import { envoyerIdentifiant, envoyerLien, envoyerLienConnexion } from './commands.ts';

// How many mails one compte may get is the command's business (a valid link stays in its mailbox): here, only what one network may ask.
const PAR_RESEAU = { nom: 'oubli-reseau', max: 200, minutes: 60 };
const PAR_ADRESSE = { nom: 'oubli-adresse', max: 5, minutes: 60 };

/** A browser that has opened this compte before is not held by what its neighbours ask. */
async function freinReseau(identifiant: string, at: Date): Promise<Refus | null> {
  const { compte } = await trouverCompte(identifiant);
  return (await appareilConnu(compte?.id ?? null, at)) ? null : freiner([[PAR_RESEAU, await adresseReseau()]], at);
}

export const demanderLien = actionPublique('demander_lien', schemaOubli, async ({ saisie, at }) => {
  const frein = await freinReseau(saisie.identifiant, at);
  if (frein) return frein;
  await envoyerLien(saisie, at);
  return { vers: '/compte/mot-de-passe-oublie?envoye=1' };
});

/** The way in that nobody can close: by the mailbox of the compte. */
export const demanderLienConnexion = actionPublique('demander_lien_connexion', schemaOubli, async ({ saisie, at }) => {
  const frein = await freinReseau(saisie.identifiant, at);
  if (frein) return frein;
  await envoyerLienConnexion(saisie, at);
  return { vers: '/connexion/lien?envoye=1' };
});

/** Beyond five mails in an hour the answer stays the same and nothing leaves: the identifiant is in the mailbox already. */
export const demanderIdentifiant = actionPublique('demander_identifiant', schemaIdentifiantOublie, async ({ saisie, at }) => {
  const frein = await freinReseau(saisie.email, at);
  if (frein) return frein;
  if (await compterEssai(PAR_ADRESSE, saisie.email, at)) await envoyerIdentifiant(saisie);
  return { vers: '/compte/identifiant-oublie?envoye=1' };
});
