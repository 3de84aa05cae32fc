import type { ComponentPropsWithRef } from 'react';
import { francais, type Traduire } from '#ui/langue/langues.ts';

type Props = { nom: string; libelle: string; t?: Traduire } & Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'type'>;

/** A search bar, inside a GET form of the caller. */
export function ChampRecherche({ nom, libelle, t = francais, ...rest }: Props) {
  return (
    <search className="fr-search-bar">
      <label className="fr-label" htmlFor={nom}>
        {libelle}
      </label>
      <input name={nom} placeholder={libelle} {...rest} type="search" className="fr-input" id={nom} />
      <button className="fr-btn" type="submit">
        {t('Rechercher')}
      </button>
    </search>
  );
}
