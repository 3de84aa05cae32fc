import { jourDe, jourLisible } from '#domain/jour.ts';
import { t } from '#ui/langue/t.ts';
import type { Cloche as LectureCloche } from '../queries.ts';

/** The bell and its drop-down (S-156, S-157), without script. */
export function Cloche({ nonLues, lignes }: LectureCloche) {
  const compte = nonLues > 1 ? t('{n} notifications non lues', { n: nonLues }) : t('{n} notification non lue', { n: nonLues });
  return (
    <details className="portail-depliant" name="entete">
      <summary className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm">
        <span className="fr-icon-notification-3-line portail-icone" aria-hidden="true" />
        <span className="fr-sr-only">{t('Mes Notifications')}</span>
        {nonLues > 0 ? (
          <span className="portail-cloche__nombre">
            <span aria-hidden="true">{nonLues}</span>
            <span className="fr-sr-only">{compte}</span>
          </span>
        ) : null}
      </summary>
      <div className="portail-depliant__liste portail-cloche__liste">
        <p className="fr-text--bold">{t('Mes Notifications')}</p>
        {lignes.length === 0 ? <p>{t('Aucune notification')}</p> : null}
        <ul>
          {lignes.map((ligne) => (
            <li key={ligne.id}>
              <a className="portail-cloche__ligne" href={`/mon-compte/notifications/${ligne.id}`}>
                <span className={`${ligne.estLue ? 'fr-icon-mail-open-line' : 'fr-icon-mail-fill'} portail-icone`} aria-hidden="true" />
                <span>{jourLisible(jourDe(ligne.disponibleLe))}</span>
                <span className={ligne.estLue ? undefined : 'fr-text--bold'}>
                  {t(ligne.titre)}
                  {ligne.estLue ? null : <span className="fr-sr-only"> {t('(non lue)')}</span>}
                </span>
              </a>
            </li>
          ))}
        </ul>
        <a className="fr-btn fr-btn--sm fr-btn--secondary" href="/mon-compte/notifications">
          {t('Voir toutes mes notifications')}
        </a>
      </div>
    </details>
  );
}
