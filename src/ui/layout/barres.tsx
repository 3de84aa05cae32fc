// A bar chart without script nor inline style: one SVG whose lengths are percentages, so that its letters keep their size on a phone. It
// shows again what a table beside it says; for a screen reader it is one image with a name, and the table is its text.
import type { ReactNode } from 'react';

export type Barre = {
  code: string;
  libelle: string;
  /** length of the bar */
  valeur: number;
  /** a longer one behind it, lighter */
  derriere?: number;
  /** said at its right: the figure with its unit */
  dite: string;
};

type Props = { titre: string; legende?: ReactNode; barres: readonly Barre[] };

const HAUTEUR = 40;

export function Barres({ titre, legende, barres }: Props) {
  const plus = Math.max(1, ...barres.map((b) => Math.max(b.valeur, b.derriere ?? 0)));
  const part = (n: number) => `${Math.max(0.3, (n / plus) * 100).toFixed(2)}%`;
  return (
    <figure className="portail-graphique">
      <svg role="img" aria-label={titre} width="100%" height={barres.length * HAUTEUR}>
        {barres.map((b, i) => (
          <g key={b.code}>
            <text x="0" y={i * HAUTEUR + 14}>
              {`${b.libelle} : ${b.dite}`}
            </text>
            {b.derriere === undefined ? null : (
              <rect className="portail-graphique__derriere" x="0" y={i * HAUTEUR + 20} width={part(b.derriere)} height="12" />
            )}
            <rect x="0" y={i * HAUTEUR + 20} width={part(b.valeur)} height="12" />
          </g>
        ))}
      </svg>
      {legende ? <figcaption className="fr-text--sm">{legende}</figcaption> : null}
    </figure>
  );
}
