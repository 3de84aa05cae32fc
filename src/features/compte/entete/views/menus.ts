// Which menu stands in the header, by visitor and page.
import { menuOutils, menuPrincipal } from '#features/accueil/views/menu.ts';
import { t } from '#ui/langue/t.ts';
import type { EntreeMenu } from '#ui/layout/entete.tsx';
import type { Visiteur } from '../loaders.ts';

/** Entries of the main menu and top-right links. The reset page has no main menu (S-049). */
export function menusDe(visiteur: Visiteur, chemin: string): { entrees: EntreeMenu[]; outils: EntreeMenu[] } {
  switch (visiteur.etat) {
    case 'agent': {
      const estIci = chemin.startsWith('/instruction');
      return { entrees: visiteur.nom === null ? [] : [{ libelle: t('Corbeille'), href: '/instruction', actuelle: estIci }], outils: [] };
    }
    case 'provisoire':
      return { entrees: [], outils: menuOutils(chemin) };
    case 'anonyme':
      return { entrees: menuPrincipal(null, chemin), outils: menuOutils(chemin) };
    case 'connecte':
      return { entrees: menuPrincipal(visiteur.genre, chemin), outils: menuOutils(chemin) };
  }
}
