import type { ReactNode } from 'react';

type Props = {
  ton: 'info' | 'success' | 'warning' | 'error';
  titre?: string;
  niveau?: 'h2' | 'h3' | 'p';
  /** Announced at once by screen readers: only for what has just happened. */
  annoncer?: boolean;
  id?: string;
  children?: ReactNode;
};

/** An alert in the flow of the page. */
export function Alerte({ ton, titre, niveau: Titre = 'p', annoncer = false, id, children }: Props) {
  const taille = titre ? '' : ' fr-alert--sm';
  return (
    <div className={`fr-alert fr-alert--${ton}${taille}`} id={id} role={annoncer ? (ton === 'error' ? 'alert' : 'status') : undefined}>
      {titre ? <Titre className="fr-alert__title">{titre}</Titre> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
