import type { ReactNode } from 'react';

/** A band across the page. `warning` for what must not be missed. */
export function Notice({ titre, ton = 'info', children }: { titre: string; ton?: 'info' | 'warning' | 'alert'; children?: ReactNode }) {
  return (
    <section className={`fr-notice fr-notice--${ton} portail-notice`} aria-label={titre}>
      <div className="fr-container">
        <div className="fr-notice__body">
          <p>
            <span className="fr-notice__title">{titre}</span> {children ? <span className="fr-notice__desc">{children}</span> : null}
          </p>
        </div>
      </div>
    </section>
  );
}
