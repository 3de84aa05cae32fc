// The title of a notification of the usager's space, and words of welcome above it. What the notification states of the dossier is not
// text to be changed: it comes from the facts.
import { MESSAGES } from '#features/notifications/catalogue.ts';
import type { NotificationEspace } from '#features/notifications/schema.ts';
import type { KindReference } from '../schema.ts';

const DE_L_ESPACE: ReadonlyMap<string, NotificationEspace> = new Map(
  Object.values(MESSAGES)
    .flat()
    .flatMap((m) => (m.canal === 'espace' ? [[m.sorte, m] as const] : [])),
);

export const notification: KindReference = {
  sorte: 'notification',
  cles: async () => [...DE_L_ESPACE.values()].map(({ sorte, titre }) => ({ cle: sorte, libelle: titre })),
  champs: () => [
    { nom: 'titre', libelle: 'Titre', forme: 'ligne', requis: true },
    { nom: 'accueil', libelle: 'Message d’accueil', aide: 'Facultatif. Un paragraphe se sépare par une ligne vide.', forme: 'long' },
  ],
  parDefaut: async (cle) => {
    const kind = DE_L_ESPACE.get(cle);
    return kind && { titre: kind.titre, accueil: '' };
  },
  apercu: (_cle, { titre = '', accueil = '' }) => ({ titre, paragraphes: accueil.split(/\n\s*\n/).filter((p) => p !== '') }),
};
