'use client';
// One key for what an agent does a hundred times a day. Never while something is being typed, never with a modifier; announced in a
// dialog, and turned off there for good on this computer (WCAG 2.1.4).
import { useEffect, useRef, useState } from 'react';
import { useT } from '#ui/langue/use-t.tsx';

const ETEINTS = 'portail.raccourcis.eteints';

/** What the list puts on the page: a line, its link, its box. */
const LIGNES = '.agent-liste tbody tr';

/** As said on this page; kept beside for a browser that keeps nothing. */
let dit: boolean | null = null;

function eteints(): boolean {
  if (dit !== null) return dit;
  try {
    return localStorage.getItem(ETEINTS) === '1';
  } catch {
    // a browser that keeps nothing: the shortcuts are on
    return false;
  }
}

function garder(off: boolean): void {
  dit = off;
  try {
    localStorage.setItem(ETEINTS, off ? '1' : '0');
  } catch {
    // nothing is kept: true until the page is left
  }
}

const CHAMPS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog';
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

/** Where the agent left the list: its tab, its filters, its page, and not what was being set about it. Told by the list to the dossier. */
const LISTE = 'portail.corbeille';

function retenirLaListe(): void {
  const lue = new URLSearchParams(location.search);
  lue.delete('regler');
  try {
    sessionStorage.setItem(LISTE, lue.size > 0 ? `?${lue}` : '');
  } catch {
    // a browser that keeps nothing: the first tab
  }
}

function revenirALaListe(): void {
  let ou = '';
  try {
    ou = sessionStorage.getItem(LISTE) ?? '';
  } catch {
    // as above
  }
  location.assign(`/instruction${ou}`);
}

/** With no piece open, the next one is the first of the list. */
function voisine(sens: 'prev' | 'next'): void {
  const ouverte = document.querySelector('.agent-visionneuse') !== null;
  const lien = ouverte ? `.agent-voisines a[rel="${sens}"]` : sens === 'next' ? '.agent-pieces a[href*="piece="]' : null;
  if (lien) document.querySelector<HTMLElement>(lien)?.click();
}

/** `valeur`: the verdict that is chosen; absent: the one already there, or the first. Nothing is kept until the form is sent. */
function avis(valeur?: string): void {
  const choix = [...document.querySelectorAll<HTMLInputElement>('.agent-avis input[type="radio"]')];
  const vise = choix.find((c) => (valeur ? c.value === valeur : c.checked)) ?? choix[0];
  if (valeur) vise?.click();
  vise?.focus();
}

type Touche = { touche: string; sens: string; geste: () => void };

const AIDE = { touche: '?', sens: 'Montrer cette aide' };

const CORBEILLE: readonly Touche[] = [
  { touche: 'j', sens: 'Dossier suivant', geste: () => aller(1) },
  { touche: 'k', sens: 'Dossier précédent', geste: () => aller(-1) },
  { touche: 'o', sens: 'Ouvrir le dossier', geste: ouvrir },
  { touche: 'a', sens: 'Cocher ou décocher le dossier', geste: cocher },
  { touche: '/', sens: 'Rechercher', geste: chercher },
];

const PIECE: readonly Touche[] = [
  { touche: 'j', sens: 'Pièce suivante', geste: () => voisine('next') },
  { touche: 'k', sens: 'Pièce précédente', geste: () => voisine('prev') },
  { touche: 'c', sens: 'Choisir « Conforme » (Entrée l’enregistre)', geste: () => avis('conforme') },
  { touche: 'v', sens: 'Aller à l’avis sur la pièce', geste: () => avis() },
  { touche: 'u', sens: 'Revenir à la liste des dossiers', geste: revenirALaListe },
];

function Raccourcis({ touches }: { touches: readonly Touche[] }) {
  const t = useT();
  const aide = useRef<HTMLDialogElement>(null);
  const [actifs, setActifs] = useState(true);

  useEffect(() => setActifs(!eteints()), []);

  useEffect(() => {
    const surTouche = (e: KeyboardEvent) => {
      // asked at each key: whoever turned them off never meets them, not even in the first instants of a page
      if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || estTape(e.target) || eteints()) return;
      const geste = e.key === '?' ? () => aide.current?.showModal() : touches.find(({ touche }) => touche === e.key)?.geste;
      if (!geste) return;
      e.preventDefault();
      geste();
    };
    document.addEventListener('keydown', surTouche);
    return () => document.removeEventListener('keydown', surTouche);
  }, [touches]);

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
          {[...touches, AIDE].map(({ touche, sens }) => (
            <div key={touche}>
              <dt>
                <kbd>{touche}</kbd>
              </dt>
              <dd>{t(sens)}</dd>
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

/** For the list, whose place is kept for the way back. */
export function RaccourcisCorbeille() {
  // after each navigation: the tabs and the filters change the address, not the page
  useEffect(retenirLaListe);
  return <Raccourcis touches={CORBEILLE} />;
}

/** For a piece under the eyes. After a verdict the next one comes, and the keyboard with it: its button has gone with the former. */
export function RaccourcisPiece() {
  useEffect(() => {
    if (location.hash === '#piece' && document.activeElement === document.body) document.getElementById('piece')?.focus();
  }, []);
  return <Raccourcis touches={PIECE} />;
}
