'use client';
import { useT } from '../langue/use-t.tsx';
import { Alerte } from './alerte.tsx';

type Props = {
  titre: string;
  explication: string;
  /** keeps what is on screen */
  garder: () => void;
  /** address that shows what was saved elsewhere */
  enregistree: string;
};

/** Another tab or device saved the same page: nothing is overwritten before the person chooses. */
export function Conflit({ titre, explication, garder, enregistree }: Props) {
  const t = useT();
  return (
    <Alerte ton="warning" titre={titre} niveau="h2" annoncer>
      <p>{explication}</p>
      <noscript>
        <p>{t('Si vous envoyez cette page, c’est elle qui est gardée.')}</p>
      </noscript>
      <div className="portail-actions">
        <button type="button" className="fr-btn fr-btn--sm" onClick={garder}>
          {t('Garder ce que je viens de saisir')}
        </button>
        <a className="fr-btn fr-btn--sm fr-btn--secondary" href={enregistree}>
          {t('Reprendre la version enregistrée')}
        </a>
      </div>
    </Alerte>
  );
}
