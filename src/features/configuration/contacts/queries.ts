// Whom to write to in a préfecture, by theme.
import 'server-only';
import type { Jour } from '#domain/jour.ts';
import { type LigneContact, THEMES, type Theme } from '#domain/orientation/orienter.ts';
import type { Contenu } from '#domain/publication/versions.ts';
import { CONTACTS } from '#procedures/contacts.ts';
import { referencesDu } from '../references/queries.ts';

/** The telephone of a published text, with its hours. */
export const telephoneDe = ({ telephone, horaires }: Contenu) =>
  telephone ? { telephone: { numero: telephone, ...(horaires ? { horaires } : {}) } } : {};

const estTheme = (code: string | undefined): code is Theme => code !== undefined && Object.hasOwn(THEMES, code);

/** Whom to write to, by préfecture and theme: what is published takes the place of what is shipped. */
export function contactsEnVigueur(jour: Jour): readonly LigneContact[] {
  const publies = [...referencesDu('contact', jour)].flatMap(([cle, contenu]): LigneContact[] => {
    const [prefecture, theme] = cle.split('.');
    if (!prefecture || !estTheme(theme)) return [];
    const { courriel, objet } = contenu;
    return [
      {
        prefecture,
        theme,
        ...(courriel ? { courriel } : {}),
        ...telephoneDe(contenu),
        ...(objet ? { objet } : {}),
        source: 'Préfecture',
        certitude: 'O',
        dateSource: '',
      },
    ];
  });
  return [...publies, ...CONTACTS.filter((c) => !publies.some((p) => p.prefecture === c.prefecture && p.theme === c.theme))];
}
