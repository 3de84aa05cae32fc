// How each item of a complement may be answered, and what is still missing before the whole answer can be sent (S-165, S-168 to S-175).
import type { SorteItem } from './complement.ts';

export const REPONSES_ITEM = ['maintenir', 'mettre_a_jour', 'fournir', 'expliquer'] as const;
export type ReponseItem = (typeof REPONSES_ITEM)[number];

export const RAISON_MAX = 2000;
export const MESSAGE_MAX = 2000;

/** `nom` is the label of the choice; `fichiers` and `texte` say what goes with it. */
export type ChoixReponse = {
  code: ReponseItem;
  libelle: string;
  fichiers: 'aucun' | 'requis' | 'possibles';
  texte: 'aucun' | 'requis' | 'ou_fichier';
};

/** The choices offered for each sorte of item; a person without the document explains, in writing or by a letter (S-175). */
export const CHOIX_REPONSE: Readonly<Record<SorteItem, readonly ChoixReponse[]>> = {
  document: [
    { code: 'maintenir', libelle: 'Maintenir le Document', fichiers: 'aucun', texte: 'requis' },
    { code: 'mettre_a_jour', libelle: 'Mettre à jour le Document', fichiers: 'requis', texte: 'aucun' },
  ],
  piece_manquante: [
    { code: 'fournir', libelle: 'Joindre le document', fichiers: 'requis', texte: 'aucun' },
    { code: 'expliquer', libelle: 'Expliquer pourquoi je ne peux pas le fournir', fichiers: 'possibles', texte: 'ou_fichier' },
  ],
  information: [{ code: 'expliquer', libelle: 'Répondre', fichiers: 'aucun', texte: 'requis' }],
};

export type ItemARepondre = { id: string; sorte: SorteItem; nombreDeFichiers: number };
export type ReponseSaisie = { reponse: ReponseItem | null; raison: string };

/** The choice made for an item, when it is one of those offered for its sorte. A single choice needs no choosing. */
export function choixFait(sorte: SorteItem, reponse: string | null | undefined): ChoixReponse | null {
  const offerts = CHOIX_REPONSE[sorte];
  if (offerts.length === 1) return offerts[0] ?? null;
  return offerts.find((c) => c.code === reponse) ?? null;
}

export type ManqueItem = { item: string; champ: 'reponse' | 'raison' | 'fichiers'; phrase: string };

const PHRASE_RAISON: Readonly<Record<ReponseItem, string>> = {
  maintenir: 'Précisez les raisons du maintien du document.',
  mettre_a_jour: 'Joignez le nouveau document.',
  fournir: 'Joignez le document demandé.',
  expliquer: 'Écrivez votre réponse.',
};

/** What prevents sending, item by item and in their order; empty when everything is answered. */
export function manquesDeLaReponse(
  items: readonly ItemARepondre[],
  saisies: Readonly<Record<string, ReponseSaisie | undefined>>,
): ManqueItem[] {
  return items.flatMap((item): ManqueItem[] => {
    const saisie = saisies[item.id];
    const choix = choixFait(item.sorte, saisie?.reponse);
    if (!choix) return [{ item: item.id, champ: 'reponse', phrase: 'Choisissez votre réponse pour cet élément.' }];
    const raison = saisie?.raison.trim() ?? '';
    if (choix.fichiers === 'requis' && item.nombreDeFichiers === 0)
      return [{ item: item.id, champ: 'fichiers', phrase: PHRASE_RAISON[choix.code] }];
    if (choix.texte === 'requis' && raison === '') return [{ item: item.id, champ: 'raison', phrase: PHRASE_RAISON[choix.code] }];
    if (choix.texte === 'ou_fichier' && raison === '' && item.nombreDeFichiers === 0)
      return [
        {
          item: item.id,
          champ: 'raison',
          phrase: 'Expliquez pourquoi vous ne pouvez pas fournir ce document, ou joignez une lettre d’explication.',
        },
      ];
    return [];
  });
}
