'use server';
import { adresseEtape } from '#domain/access/demarche.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import { actionAdministration } from '#guard/action.ts';
import { ouvrirAuGuichet } from './commands.ts';
import { schemaOuverture } from './schema.ts';

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
