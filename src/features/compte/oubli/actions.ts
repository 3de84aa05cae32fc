'use server';
import { lireIdentifiant } from '#domain/compte/identifiant.ts';
import { actionPublique } from '#guard/action.ts';
import { adresseReseau, freiner } from '#guard/throttle.ts';
import { schemaIdentifiantOublie, schemaOubli } from '../mot-de-passe/schema.ts';
import { envoyerIdentifiant, envoyerLien } from './commands.ts';

const PAR_RESEAU = { nom: 'oubli-reseau', max: 60, minutes: 60 };
const PAR_IDENTIFIANT = { nom: 'oubli-identifiant', max: 5, minutes: 60 };

export const demanderLien = actionPublique('demander_lien', schemaOubli, async ({ saisie, at }) => {
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_IDENTIFIANT, lireIdentifiant(saisie.identifiant).valeur],
    ],
    at,
  );
  if (frein) return frein;
  await envoyerLien(saisie, at);
  return { vers: '/compte/mot-de-passe-oublie?envoye=1' };
});

export const demanderIdentifiant = actionPublique('demander_identifiant', schemaIdentifiantOublie, async ({ saisie, at }) => {
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_IDENTIFIANT, saisie.email],
    ],
    at,
  );
  if (frein) return frein;
  await envoyerIdentifiant(saisie);
  return { vers: '/compte/identifiant-oublie?envoye=1' };
});
