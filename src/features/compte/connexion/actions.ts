'use server';
import { refuse } from '#domain/result.ts';
import { actionPublique } from '#guard/action.ts';
import { appareilConnu } from '#guard/appareil.ts';
import { entrer } from '#guard/entree.ts';
import { fermerSession } from '#guard/session.ts';
import { poserTemoin } from '#guard/temoin.ts';
import { adresseReseau, compter, type Essai, pardonner } from '#guard/throttle.ts';
import { gate } from '#platform/gate.ts';
import { MINUTES_SORTIE, preparerSortie } from '../openid/commands.ts';
import { type Recherche, trouverCompte } from '../queries.ts';
import { verifierMotDePasse } from './commands.ts';
import { schemaConnexion, schemaDeconnexion } from './schema.ts';

// Failures only; the reasons are in ../README.md. A browser that has opened this compte has a budget of its own: strangers cannot use it up.
const PAR_APPAREIL = { nom: 'connexion-appareil', max: 10, minutes: 15 };
const PAR_IDENTIFIANT_ET_RESEAU = { nom: 'connexion-identifiant-reseau', max: 10, minutes: 15 };
const PAR_RESEAU = { nom: 'connexion-reseau', max: 150, minutes: 15 };
const PAR_IDENTIFIANT = { nom: 'connexion-identifiant', max: 50, minutes: 15, ensuite: { max: 1, minutes: 1 } };

async function essaisDe({ identifiant, compte }: Recherche, at: Date): Promise<[Essai, ...Essai[]]> {
  const appareil = await appareilConnu(compte?.id ?? null, at);
  if (appareil) return [[PAR_APPAREIL, `${compte?.id} ${appareil}`]];
  const reseau = await adresseReseau();
  return [
    [PAR_IDENTIFIANT_ET_RESEAU, `${identifiant.valeur} ${reseau}`],
    [PAR_RESEAU, reseau],
    [PAR_IDENTIFIANT, identifiant.valeur],
  ];
}

// A crowd that arrives at the same instant waits here, before any reading: what is not argon2 is spread out too, and the pages of the
// others pass in between. Beyond the queue (half a minute of it), people are asked to come back (`affluence`).
const chacunSonTour = gate(4, 120);

/** S-054, S-061. One reading, one count, one argon2 verification, whether the identifiant is known or not. */
export const seConnecter = actionPublique('se_connecter', schemaConnexion, ({ saisie, at }) =>
  chacunSonTour(async () => {
    const recherche = await trouverCompte(saisie.identifiant);
    const essais = await essaisDe(recherche, at);
    const frein = await compter(essais, at);
    if (frein) return refuse('connexion_freinee', frein.details);
    const entree = await verifierMotDePasse(recherche, saisie.motDePasse, at);
    if (!entree.ok) return entree;
    await pardonner(essais, at);
    const { compteId, niveau } = entree.valeur;
    return entrer(compteId, 'mot_de_passe', at, { retour: saisie.retour, provisoire: niveau === 'reinitialisation' });
  }),
);

export const seDeconnecter = actionPublique('se_deconnecter', schemaDeconnexion, async ({ at }) => {
  const jetonExterne = await fermerSession('usager', at);
  if (!jetonExterne) return { vers: '/' };
  await poserTemoin('sortie', await preparerSortie(jetonExterne, at), MINUTES_SORTIE);
  return { vers: '/connexion/sortie' };
});
