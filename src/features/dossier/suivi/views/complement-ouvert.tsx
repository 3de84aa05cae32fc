import { jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { ComplementOuvert } from '../queries.ts';

/** The sentence of the period to answer, exact once it runs. */
function delai({ echeance, estLue }: ComplementOuvert): string {
  if (!echeance) return t('Le délai de 30 jours pour répondre commence quand vous ouvrez cette demande.');
  const jour = jourLisible(echeance.dernierJour);
  if (echeance.joursRestants < 0)
    return t('Le délai pour répondre a pris fin le {jour}. Répondez au plus vite : votre demande peut être clôturée.', { jour });
  if (!estLue && echeance.fondement === 'reputee')
    return t('Vous n’avez pas ouvert cette demande dans les quinze jours : elle est réputée reçue. Répondez au plus tard le {jour}.', {
      jour,
    });
  if (echeance.joursRestants === 0) return t('Répondez aujourd’hui au plus tard ({jour}).', { jour });
  return t('Répondez au plus tard le {jour} (encore {n} jours).', { jour, n: echeance.joursRestants });
}

/** A demande de complément that waits. What it asks is read in its notification: opening it is its acknowledgement. */
export function AlerteComplement({ complement }: { complement: ComplementOuvert }) {
  return (
    <Alerte ton="warning" titre={t('Votre réponse est attendue')} niveau="h3">
      <p>
        {t('L’administration vous demande un complément.')} {delai(complement)}
      </p>
      {complement.notificationId ? (
        <p className="portail-carte__actions">
          <a className="fr-btn" href={`/mon-compte/notifications/${complement.notificationId}`}>
            {complement.estLue ? t('Répondre à la demande de complément') : t('Ouvrir la demande de complément')}
          </a>
        </p>
      ) : (
        <p>{t('Le message est en préparation : il arrive dans vos notifications dans quelques instants.')}</p>
      )}
    </Alerte>
  );
}
