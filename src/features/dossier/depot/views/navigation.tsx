// The buttons at the foot of an etape (S-070 to S-073). Isomorphic: used by server and client forms.
import { adresseEtape, type BaseDemarche } from '#domain/access/demarche.ts';
import type { Traduire } from '#ui/langue/langues.ts';

type Props = {
  t: Traduire;
  base: BaseDemarche;
  dossierId: string;
  precedente: string | null;
  /** label of the main button */
  poursuivre: string;
  enCours?: boolean;
};

export function Navigation({ t, base, dossierId, precedente, poursuivre, enCours = false }: Props) {
  return (
    <div className="portail-navigation">
      <button
        className="fr-btn fr-icon-arrow-right-s-line fr-btn--icon-right"
        type="submit"
        name="_intention"
        value="poursuivre"
        aria-disabled={enCours}
      >
        {poursuivre}
      </button>
      <button className="fr-btn fr-btn--secondary" type="submit" name="_intention" value="quitter" formNoValidate>
        {t('Quitter et revenir plus tard')}
      </button>
      {/* giving up belongs to the holder alone */}
      {base === '/demarches' ? (
        <a className="fr-btn fr-btn--tertiary" href={adresseEtape(base, dossierId, 'abandon')}>
          {t('Abandonner la demande')}
        </a>
      ) : null}
      {precedente ? (
        <button
          className="fr-btn fr-btn--tertiary-no-outline fr-icon-arrow-left-s-line fr-btn--icon-left"
          type="submit"
          name="_intention"
          value={`aller:${precedente}`}
          formNoValidate
        >
          {t('Revenir à l’étape précédente')}
        </button>
      ) : null}
    </div>
  );
}
