// Which menu stands in the header, by visitor and page.
import { menuAgent } from '#domain/access/espaces.ts';
import { menuOutils, menuPrincipal } from '#features/accueil/views/menu.ts';
import { t } from '#ui/langue/t.ts';
import type { EntreeMenu } from '#ui/layout/entete.tsx';
import type { Visiteur } from '../loaders.ts';

/** Entries of the main menu and top-right links. The reset page has no main menu (S-049). */
export function menusDe(visiteur: Visiteur, chemin: string): { entrees: EntreeMenu[]; outils: EntreeMenu[] } {
  switch (visiteur.etat) {
    case 'agent': {
      const menu = visiteur.nom === null ? [] : menuAgent(visiteur.roles);
      // the longest address that begins the path: /instruction/absences is not the queue
      const ici = menu.filter((e) => chemin.startsWith(e.href)).toSorted((a, b) => b.href.length - a.href.length)[0];
      return { entrees: menu.map((e) => ({ libelle: t(e.libelle), href: e.href, actuelle: e === ici })), outils: [] };
    }
    case 'provisoire':
      return { entrees: [], outils: menuOutils(chemin) };
    case 'anonyme':
      return { entrees: menuPrincipal(null, chemin), outils: menuOutils(chemin) };
    case 'connecte':
      return { entrees: menuPrincipal(visiteur.genre, chemin), outils: menuOutils(chemin) };
  }
}
