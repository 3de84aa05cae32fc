'use client';
import { useT } from '#ui/langue/use-t.tsx';
import type { EnvoiSuivi } from './use-envois.ts';

type Props = { envoi: EnvoiSuivi; annuler: () => void; reprendre: () => void; oublier: () => void };

/** One file on its way, or the sentence that says why it did not arrive. */
export function EnvoiEnCours({ envoi, annuler, reprendre, oublier }: Props) {
  const t = useT();
  const { etat, pourcent, message } = envoi;
  const nom = envoi.fichier.name;
  const bouton = (libelle: string, geste: () => void) => (
    <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm" onClick={geste}>
      {libelle}
      <span className="fr-sr-only"> {nom}</span>
    </button>
  );
  if (etat === 'attend' || etat === 'en_cours' || etat === 'arrive')
    return (
      <li className="portail-fichier">
        <span className="portail-fichier__nom">{nom}</span>
        <span className="portail-fichier__envoi">
          <progress max={100} value={pourcent} aria-label={t('Envoi de {nom}', { nom })} />{' '}
          {etat === 'attend' ? t('En attente…') : pourcent < 100 ? `${pourcent} %` : t('Vérification…')}
        </span>
        {etat === 'arrive' ? null : bouton(t('Annuler'), annuler)}
      </li>
    );
  return (
    <li className="portail-fichier">
      <p className="fr-message fr-message--error" role="alert">
        <span>
          <strong>{nom}</strong> : {message}
        </span>
      </p>
      {etat === 'coupe' ? bouton(t('Réessayer'), reprendre) : null}
      {bouton(t('Fermer'), oublier)}
    </li>
  );
}
