'use client';
// One key for what an agent does a hundred times a day. Never while something is being typed, never with a modifier; announced in a
// dialog, and turned off there for good on this computer (WCAG 2.1.4).
import { useEffect, useRef, useState } from 'react';
import { useT } from '#ui/langue/use-t.tsx';

const ETEINTS = 'portail.raccourcis.eteints';

/** What the list puts on the page: a line, its link, its box. */
const LIGNES = '.agent-liste tbody tr';

function eteints(): boolean {
  try {
    return localStorage.getItem(ETEINTS) === '1';
  } catch {
    // a browser that keeps nothing: the shortcuts are on
    return false;
  }
}

function garder(off: boolean): void {
  try {
    localStorage.setItem(ETEINTS, off ? '1' : '0');
  } catch {
    // nothing is kept: true until the page is left
  }
}

const CHAMPS = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog';
const estTape = (cible: EventTarget | null) => cible instanceof Element && cible.closest(CHAMPS) !== null;

/** The line of the list where the keyboard is; -1: none yet. */
function rangCourant(lignes: readonly Element[]): number {
  return lignes.findIndex((l) => l.contains(document.activeElement));
}

/** Puts the keyboard on a line: on its link, or on its box. */
function aller(pas: 1 | -1): void {
  const lignes = [...document.querySelectorAll(LIGNES)];
  const rang = Math.min(Math.max(rangCourant(lignes) + pas, 0), lignes.length - 1);
  const ligne = lignes[rang];
  (ligne?.querySelector<HTMLElement>('a') ?? ligne?.querySelector('input'))?.focus();
}

function ouvrir(): void {
  document.activeElement?.closest(LIGNES)?.querySelector('a')?.click();
}

function cocher(): void {
  document.activeElement?.closest(LIGNES)?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}

const chercher = () => document.querySelector<HTMLInputElement>('.agent-recherche input')?.focus();

const GESTES: Readonly<Record<string, () => void>> = { j: () => aller(1), k: () => aller(-1), o: ouvrir, a: cocher, '/': chercher };

export function RaccourcisCorbeille() {
  const t = useT();
  const aide = useRef<HTMLDialogElement>(null);
  const [actifs, setActifs] = useState(true);

  useEffect(() => setActifs(!eteints()), []);

  useEffect(() => {
    if (!actifs) return;
    const surTouche = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || estTape(e.target)) return;
      const geste = e.key === '?' ? () => aide.current?.showModal() : GESTES[e.key];
      if (!geste) return;
      e.preventDefault();
      geste();
    };
    document.addEventListener('keydown', surTouche);
    return () => document.removeEventListener('keydown', surTouche);
  }, [actifs]);

  const touches: readonly [string, string][] = [
    ['j', t('Dossier suivant')],
    ['k', t('Dossier précédent')],
    ['o', t('Ouvrir le dossier')],
    ['a', t('Cocher ou décocher le dossier')],
    ['/', t('Rechercher')],
    ['?', t('Montrer cette aide')],
  ];
  return (
    <>
      <p>
        <button type="button" className="fr-link" onClick={() => aide.current?.showModal()}>
          {t('Raccourcis clavier')}
        </button>
      </p>
      <dialog ref={aide} className="agent-aide" aria-labelledby="raccourcis-titre">
        <h2 className="fr-h5" id="raccourcis-titre">
          {t('Raccourcis clavier')}
        </h2>
        <dl className="agent-touches">
          {touches.map(([touche, sens]) => (
            <div key={touche}>
              <dt>
                <kbd>{touche}</kbd>
              </dt>
              <dd>{sens}</dd>
            </div>
          ))}
        </dl>
        <p>{t('Ils ne jouent jamais pendant que vous tapez dans un champ.')}</p>
        <div className="fr-checkbox-group portail-case">
          <input
            type="checkbox"
            id="raccourcis-actifs"
            checked={actifs}
            onChange={(e) => {
              setActifs(e.target.checked);
              garder(!e.target.checked);
            }}
          />
          <label className="fr-label" htmlFor="raccourcis-actifs">
            {t('Utiliser les raccourcis sur cet ordinateur')}
          </label>
        </div>
        <form method="dialog">
          <button type="submit" className="fr-btn fr-btn--secondary">
            {t('Fermer')}
          </button>
        </form>
      </dialog>
    </>
  );
}
