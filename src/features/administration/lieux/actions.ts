'use server';
import { rolesAyant } from '#domain/access/roles.ts';
import { actionAdministration } from '#guard/action.ts';
import { ajouterPlage, fermerLeJour, modifierLieu, ouvrirLieu, retirerPlage, rouvrirLeJour } from './commands.ts';
import { schemaFermeture, schemaLieu, schemaLieuModifie, schemaPlage, schemaPlageSupprimee, schemaReouverture } from './schema.ts';

const TENEURS = rolesAyant('gerer_lieux');
const page = (lieu: string, fait: string) => ({ vers: `/administration/lieux/${lieu}?fait=${fait}` });

export const faireOuvrirLieu = actionAdministration('ouvrir_lieu', TENEURS, schemaLieu, async ({ saisie, agent, portee, at }) => {
  const fait = await ouvrirLieu(portee, agent, saisie, at);
  return fait.ok ? page(fait.valeur, 'ouvert') : fait;
});

export const faireModifierLieu = actionAdministration(
  'modifier_lieu',
  TENEURS,
  schemaLieuModifie,
  async ({ saisie: { lieu, ouvert, ...saisi }, agent, portee, at }) => {
    const fait = await modifierLieu(portee, agent, lieu, { ...saisi, ouvert: 'oui' in ouvert }, at);
    return fait.ok ? page(lieu, 'modifie') : fait;
  },
);

export const faireAjouterPlage = actionAdministration('ajouter_plage', TENEURS, schemaPlage, async ({ saisie, agent, portee, at }) => {
  const fait = await ajouterPlage(portee, agent, saisie, at);
  return fait.ok ? page(saisie.lieu, 'horaires') : fait;
});

export const faireRetirerPlage = actionAdministration(
  'retirer_plage',
  TENEURS,
  schemaPlageSupprimee,
  async ({ saisie, agent, portee, at }) => {
    const fait = await retirerPlage(portee, agent, saisie, at);
    return fait.ok ? page(saisie.lieu, 'horaires') : fait;
  },
);

export const faireFermer = actionAdministration('fermer_le_jour', TENEURS, schemaFermeture, async ({ saisie, agent, portee, at }) => {
  const fait = await fermerLeJour(portee, agent, saisie, at);
  return fait.ok ? page(saisie.lieu, 'fermeture') : fait;
});

export const faireRouvrir = actionAdministration('rouvrir_le_jour', TENEURS, schemaReouverture, async ({ saisie, agent, portee, at }) => {
  const fait = await rouvrirLeJour(portee, agent, saisie, at);
  return fait.ok ? page(saisie.lieu, 'fermeture') : fait;
});
