import type { ReactNode } from 'react';

export type TonBadge = 'info' | 'success' | 'warning' | 'error' | 'new' | 'neutre';

/** A word that says a state. The colour only repeats the word. */
export function Badge({ ton = 'neutre', icone = true, children }: { ton?: TonBadge; icone?: boolean; children: ReactNode }) {
  const classes = ['fr-badge', 'fr-badge--sm', ton === 'neutre' ? '' : `fr-badge--${ton}`, icone ? '' : 'fr-badge--no-icon'];
  return <span className={classes.filter(Boolean).join(' ')}>{children}</span>;
}
