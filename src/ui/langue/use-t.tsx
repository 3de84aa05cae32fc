'use client';
// t() for client components. French needs no provider and no dictionary: nothing is sent to the browser for it.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Dictionnaire, francais, type Traduire, traducteur } from './langues.ts';

const Langue = createContext<Traduire>(francais);

/** Rendered by the layout only when the page is not in French. */
export function FournisseurLangue(props: { langue: string; dictionnaire: Dictionnaire; children: ReactNode }) {
  const { langue, dictionnaire, children } = props;
  const traduire = useMemo(() => traducteur(langue, dictionnaire), [langue, dictionnaire]);
  return <Langue value={traduire}>{children}</Langue>;
}

export function useT(): Traduire {
  return useContext(Langue);
}
