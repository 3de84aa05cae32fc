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

/** A long label takes two lines: a screen of 360 pixels holds some fifty letters. */
const COUPE = 44;
const LIGNE = 18;

function couper(texte: string): string[] {
  const lignes = [''];
  for (const mot of texte.split(' ')) {
    const derniere = lignes.at(-1) ?? '';
    if (derniere !== '' && derniere.length + mot.length >= COUPE) lignes.push(mot);
    else lignes[lignes.length - 1] = derniere === '' ? mot : `${derniere} ${mot}`;
  }
  return lignes;
}

export function Barres({ titre, legende, barres }: Props) {
  const plus = Math.max(1, ...barres.map((b) => Math.max(b.valeur, b.derriere ?? 0)));
  const part = (n: number) => `${Math.max(0.3, (n / plus) * 100).toFixed(2)}%`;
  let y = 0;
  const placees = barres.map((b) => {
    const lignes = couper(`${b.libelle} : ${b.dite}`);
    const haut = y;
    y += lignes.length * LIGNE + 24;
    return { ...b, lignes, haut, trait: haut + lignes.length * LIGNE };
  });
  return (
    <figure className="portail-graphique">
      <svg role="img" aria-label={titre} width="100%" height={y}>
        {placees.map((b) => (
          <g key={b.code}>
            {b.lignes.map((ligne, i) => (
              <text key={ligne} x="0" y={b.haut + i * LIGNE + 12}>
                {ligne}
              </text>
            ))}
            {b.derriere === undefined ? null : (
              <rect className="portail-graphique__derriere" x="0" y={b.trait} width={part(b.derriere)} height="12" />
            )}
            <rect x="0" y={b.trait} width={part(b.valeur)} height="12" />
          </g>
        ))}
      </svg>
      {legende ? <figcaption className="fr-text--sm">{legende}</figcaption> : null}
    </figure>
  );
}
