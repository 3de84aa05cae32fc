import type { Traduire } from '#ui/langue/langues.ts';

/** "✕ SUPPRIMER"; its name says what goes. */
export function BoutonSupprimer({ objet, enCours, t }: { objet: string; enCours: boolean; t: Traduire }) {
  return (
    <button type="submit" className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" aria-disabled={enCours || undefined}>
      <span aria-hidden="true">✕&nbsp;</span>
      <span className="portail-majuscules">{t('Supprimer')}</span>
      <span className="fr-sr-only"> {objet}</span>
    </button>
  );
}
