'use server';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import { actionPublique, actionSansReponse, actionUsager } from '#guard/action.ts';
import { adresseReseau, freiner } from '#guard/throttle.ts';
import { fermerVisite, ouvrirVisite, visiteEnCours } from '#guard/visite.ts';
import { envoyerLienTicket, ouvrirParLien, repondreEnUsager } from './commands.ts';
import { schemaLien, schemaOuvrir, schemaReponseUsager, schemaReponseVisiteur } from './schema.ts';

const VISITE_FINIE =
  'Votre visite est terminée. Demandez un nouveau lien dans un autre onglet et ouvrez-le, puis revenez ici et recommencez : ce que vous avez écrit est toujours dans cette page.';
const ENVOYE = 'Votre message est envoyé.';

/** In "Mon compte". */
export const repondreTicket = actionUsager('repondre_ticket', schemaReponseUsager, async ({ saisie, portee, at }) => {
  const { ticket, texte } = saisie;
  const reponse = { portee: { compteId: portee.compteId }, ticketId: ticket, compteId: portee.compteId, texte };
  const fait = await repondreEnUsager(reponse, at);
  if (!fait.ok) return fait;
  refresh();
  return { etat: { succes: ENVOYE, valeurs: {} } };
});

/** The button of the page that a mail leads to: only a press opens the ticket (a mail scanner follows links). */
export const ouvrirSuivi = actionPublique('ouvrir_suivi', schemaOuvrir, async ({ saisie, at }) => {
  const ouvert = await ouvrirParLien(saisie.jeton, at);
  if (!ouvert.ok) return ouvert;
  await ouvrirVisite(ouvert.valeur, at);
  return { vers: '/contact/suivi' };
});

/** Somebody without a compte, during their visit. */
export const repondreVisiteur = actionPublique('repondre_visiteur', schemaReponseVisiteur, async ({ saisie, at }) => {
  const ticketId = await visiteEnCours(at);
  if (!ticketId) {
    // with scripts the page stays, with what is typed in it
    const parScript = (await headers()).has('next-action');
    return parScript ? { etat: { general: VISITE_FINIE } } : { vers: '/contact/suivi?fin=1' };
  }
  const fait = await repondreEnUsager({ portee: { id: ticketId }, ticketId, compteId: null, texte: saisie.texte }, at);
  if (!fait.ok) return fait;
  refresh();
  return { etat: { succes: ENVOYE, valeurs: {} } };
});

const PAR_RESEAU = { nom: 'ticket-lien-reseau', max: 30, minutes: 60 };
const PAR_ADRESSE = { nom: 'ticket-lien-adresse', max: 5, minutes: 60 };

/** The same answer, whatever is known. */
export const demanderLien = actionPublique('demander_lien', schemaLien, async ({ saisie, at }) => {
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_ADRESSE, saisie.email],
    ],
    at,
  );
  if (frein) return frein;
  await envoyerLienTicket(saisie, at);
  return { vers: '/contact/suivi?envoye=1' };
});

/** On a shared computer. */
export const quitterSuivi = actionSansReponse(
  actionPublique('quitter_suivi', z.object({}), async () => {
    await fermerVisite();
    return { vers: '/contact' };
  }),
);
