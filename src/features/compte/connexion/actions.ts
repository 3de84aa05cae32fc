'use server';
import { lireIdentifiant } from '#domain/compte/identifiant.ts';
import { actionPublique } from '#guard/action.ts';
import { entrer } from '#guard/entree.ts';
import { fermerSession } from '#guard/session.ts';
import { adresseReseau, freiner, oublierEssais } from '#guard/throttle.ts';
import { verifierIdentifiants } from './commands.ts';
import { schemaConnexion, schemaDeconnexion } from './schema.ts';

// an address may be shared by a whole shelter or a help desk: gentle there, firm on one compte
const PAR_RESEAU = { nom: 'connexion-reseau', max: 100, minutes: 15 };
const PAR_IDENTIFIANT = { nom: 'connexion-identifiant', max: 10, minutes: 15 };

/** S-054, S-061. A new session row each time, the former one of this browser ended: a cookie planted before is worth nothing. */
export const seConnecter = actionPublique('se_connecter', schemaConnexion, async ({ saisie, at }) => {
  const { valeur } = lireIdentifiant(saisie.identifiant);
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_IDENTIFIANT, valeur],
    ],
    at,
  );
  if (frein) return frein;
  const entree = await verifierIdentifiants(saisie, at);
  if (!entree.ok) return entree;
  await oublierEssais(PAR_IDENTIFIANT, valeur);
  const { compteId, niveau } = entree.valeur;
  return entrer(compteId, 'mot_de_passe', at, { retour: saisie.retour, provisoire: niveau === 'reinitialisation' });
});

export const seDeconnecter = actionPublique('se_deconnecter', schemaDeconnexion, async ({ at }) => {
  await fermerSession('usager', at);
  return { vers: '/' };
});
