'use server';
import { z } from 'zod';
import { rolesAyant } from '#domain/access/roles.ts';
import { jourRequis } from '#domain/jour-saisi.ts';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { actionAdministration } from '#guard/action.ts';
import { enregistrerBrouillon, jeterBrouillon, ouvrirBrouillon, publier, retirer } from './commands.ts';
import { schemaReference } from './schema.ts';

const ROLES = rolesAyant('gerer_references');
const adresse = ({ sorte, cle }: { sorte: string; cle: string }, fait: string) =>
  `/administration/references/${sorte}/${encodeURIComponent(cle)}?fait=${fait}`;

export const faireOuvrirBrouillon = actionAdministration(
  'ouvrir_reference',
  ROLES,
  schemaReference,
  async ({ saisie, agent, portee, at }) => {
    const { sorte, cle } = saisie;
    const fait = await ouvrirBrouillon(portee, agent, { sorte, cle }, at);
    return fait.ok ? { vers: adresse(saisie, 'ouvert') } : fait;
  },
);

export const faireEnregistrer = actionAdministration(
  'enregistrer_reference',
  ROLES,
  schemaReference,
  async ({ saisie, agent, portee, at }) => {
    const { contenu: tape, ...place } = saisie;
    const fait = await enregistrerBrouillon(portee, agent, { ...place, tape }, at);
    if (!fait.ok) return fait;
    if ('fautes' in fait.valeur)
      return { etat: { erreurs: Object.fromEntries(fait.valeur.fautes.map((f) => [`contenu.${f.champ}`, f.message])) } };
    return { vers: adresse(saisie, 'enregistre') };
  },
);

export const fairePublier = actionAdministration(
  'publier_reference',
  ROLES,
  schemaReference.extend({
    effet: jourRequis('Indiquez le jour où la version prend effet.'),
    raison: z
      .string()
      .trim()
      .min(5, 'Dites pourquoi, en quelques mots : cela reste au journal.')
      .max(500, 'Écrivez au plus 500 caractères.'),
  }),
  async ({ saisie, agent, portee, at }) => {
    const { sorte, cle, revision, effet, raison } = saisie;
    const fait = await publier(portee, agent, { sorte, cle, revision, effet, raison }, at);
    return fait.ok ? { vers: adresse(saisie, 'publie') } : fait;
  },
  { confirmation: CONFIRMATION },
);

export const faireRetirer = actionAdministration(
  'retirer_reference',
  ROLES,
  schemaReference.extend({ version: z.coerce.number().int() }),
  async ({ saisie, agent, portee, at }) => {
    const { sorte, cle, version } = saisie;
    const fait = await retirer(portee, agent, { sorte, cle, version }, at);
    return fait.ok ? { vers: adresse(saisie, 'retire') } : fait;
  },
);

export const faireJeter = actionAdministration('jeter_reference', ROLES, schemaReference, async ({ saisie, portee }) => {
  const fait = await jeterBrouillon(portee, saisie);
  return fait.ok ? { vers: adresse(saisie, 'jete') } : fait;
});
