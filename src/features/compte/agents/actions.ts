'use server';
import { phraseDuRefus } from '#domain/refusals.ts';
import { type Refus, refuse } from '#domain/result.ts';
import { actionPublique } from '#guard/action.ts';
import { entrerAgent } from '#guard/entree.ts';
import type { Suite } from '#guard/respond.ts';
import { fermerSession } from '#guard/session.ts';
import { poserTemoin } from '#guard/temoin.ts';
import { adresseReseau, compter, type Essai, freiner, pardonner } from '#guard/throttle.ts';
import { schemaDeconnexion } from '../connexion/schema.ts';
import { schemaNouveau } from '../mot-de-passe/schema.ts';
import { MINUTES_SORTIE, preparerSortie } from '../openid/commands.ts';
import { choisirParLien, envoyerLienAgent, verifierAgent } from './commands.ts';
import { schemaConnexionAgent, schemaOubliAgent } from './schema.ts';

/** A refused password is told beside its field. */
function direRefus(refus: Refus): Suite {
  if (refus.refus !== 'mot_de_passe_refuse') return refus;
  return { etat: { erreurs: { motDePasse: phraseDuRefus(refus.refus, refus.details) } } };
}

// failures only; what strangers do to one address from elsewhere slows it, never closes it
const PAR_AGENT_ET_RESEAU = { nom: 'agent-adresse-reseau', max: 10, minutes: 15 };
const PAR_RESEAU = { nom: 'agent-reseau', max: 150, minutes: 15 };
const PAR_AGENT = { nom: 'agent-adresse', max: 50, minutes: 15, ensuite: { max: 1, minutes: 1 } };

export const connecterAgent = actionPublique('connecter_agent', schemaConnexionAgent, async ({ saisie, at }) => {
  const reseau = await adresseReseau();
  const essais: [Essai, ...Essai[]] = [
    [PAR_AGENT_ET_RESEAU, `${saisie.email} ${reseau}`],
    [PAR_RESEAU, reseau],
    [PAR_AGENT, saisie.email],
  ];
  const frein = await compter(essais, at);
  if (frein) return frein;
  const entree = await verifierAgent(saisie);
  if (!entree.ok) return entree;
  await pardonner(essais, at);
  const suite = await entrerAgent(entree.valeur.agentId, 'mot_de_passe', at, { retour: saisie.retour });
  return suite ?? refuse('invitation_requise');
});

const LIEN_PAR_RESEAU = { nom: 'agent-lien-reseau', max: 60, minutes: 60 };
const LIEN_PAR_AGENT = { nom: 'agent-lien', max: 5, minutes: 60 };

/** Known address or not, the same page follows. */
export const demanderLienAgent = actionPublique('demander_lien_agent', schemaOubliAgent, async ({ saisie, at }) => {
  const frein = await freiner(
    [
      [LIEN_PAR_RESEAU, await adresseReseau()],
      [LIEN_PAR_AGENT, saisie.email],
    ],
    at,
  );
  if (frein) return frein;
  await envoyerLienAgent(saisie, at);
  return { vers: '/agents/mot-de-passe-oublie?envoye=1' };
});

const CHOIX_PAR_RESEAU = { nom: 'agent-jeton-reseau', max: 60, minutes: 15 };

/** The link of an invitation: the password, then the second factor. */
export const accepterInvitation = actionPublique('accepter_invitation', schemaNouveau, async ({ saisie, at }) => {
  const frein = await freiner([[CHOIX_PAR_RESEAU, await adresseReseau()]], at);
  if (frein) return frein;
  const choisi = await choisirParLien('agent_invitation', saisie, at);
  if (!choisi.ok) return direRefus(choisi);
  return (await entrerAgent(choisi.valeur.agentId, 'mot_de_passe', at, { estInvite: true })) ?? refuse('invitation_requise');
});

/** The link of a forgotten password. Nothing opens by itself: one logs in with the new password, and the second factor. */
export const nouveauMotDePasseAgent = actionPublique('nouveau_mot_de_passe_agent', schemaNouveau, async ({ saisie, at }) => {
  const frein = await freiner([[CHOIX_PAR_RESEAU, await adresseReseau()]], at);
  if (frein) return frein;
  const choisi = await choisirParLien('agent_mot_de_passe', saisie, at);
  return choisi.ok ? { vers: '/agents/connexion?change=1' } : direRefus(choisi);
});

export const deconnecterAgent = actionPublique('deconnecter_agent', schemaDeconnexion, async ({ at }) => {
  const jetonExterne = await fermerSession('agent', at);
  if (!jetonExterne) return { vers: '/agents/connexion' };
  await poserTemoin('sortie', await preparerSortie(jetonExterne, at), MINUTES_SORTIE);
  return { vers: '/connexion/sortie' };
});
