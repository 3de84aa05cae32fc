'use server';
import { adresseEtape } from '#domain/access/demarche.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import { actionAdministration } from '#guard/action.ts';
import { ouvrirAuGuichet, recevoirSansAdresse } from './commands.ts';
import { schemaOuverture, schemaSansAdresse } from './schema.ts';

/** "Commencer le dépôt": from there, the wizard of everybody, at the desk. */
export const ouvrirGuichet = actionAdministration(
  'ouvrir_guichet',
  rolesAyant('guichet'),
  schemaOuverture,
  async ({ saisie, agent, at }) => {
    const ouvert = await ouvrirAuGuichet(agent, saisie.ticket, saisie, at);
    return ouvert.ok ? { vers: adresseEtape('/guichet', ouvert.valeur, 'informations') } : ouvert;
  },
);

/** Somebody without an e-mail comes to the desk: then the page of every deposit at the desk. */
export const recevoir = actionAdministration(
  'recevoir_sans_adresse',
  rolesAyant('guichet'),
  schemaSansAdresse,
  async ({ saisie, agent, at }) => {
    const recu = await recevoirSansAdresse(agent, saisie, at);
    return recu.ok ? { vers: `/guichet/depart/${recu.valeur}` } : recu;
  },
);
