// The title of a notification of the usager's space, and words of welcome above it. What the notification states of the dossier is not
// text to be changed: it comes from the facts.
import { ESPACE } from '#features/notifications/catalogue.ts';
import type { KindReference } from '../schema.ts';

export const notification: KindReference = {
  sorte: 'notification',
  cles: async () => [...ESPACE.values()].map(({ sorte, titre }) => ({ cle: sorte, libelle: titre })),
  champs: () => [
    { nom: 'titre', libelle: 'Titre', forme: 'ligne', requis: true },
    { nom: 'accueil', libelle: 'Message d’accueil', aide: 'Facultatif. Un paragraphe se sépare par une ligne vide.', forme: 'long' },
  ],
  parDefaut: async (cle) => {
    const kind = ESPACE.get(cle);
    return kind && { titre: kind.titre, accueil: '' };
  },
  apercu: (_cle, { titre = '', accueil = '' }) => ({ titre, paragraphes: accueil.split(/\n\s*\n/).filter((p) => p !== '') }),
};
