// One notification, opened (S-164, S-172, S-174, S-176, S-177).
import type { ReactNode } from 'react';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { NotificationLue } from '../queries.ts';

type Props = { notification: NotificationLue; nom: string | null; ministere: string; children?: ReactNode };

function Retour() {
  return (
    <p>
      <a className="fr-link portail-majuscules" href="/mon-compte/notifications">
        {t('< Retour à toutes mes notifications')}
      </a>
    </p>
  );
}

/** "TELECHARGER LE DOCUMENT" for each document of the decision, or the word that it is being made. */
function Documents({ notification }: { notification: NotificationLue }) {
  if (notification.documents.length === 0)
    return (
      <Alerte ton="info">{t('Le document est en préparation. Il sera ici et dans « Mon compte » dans quelques instants : rechargez cette page.')}</Alerte>
    );
  return notification.documents.map((d) => (
    <p key={d.id}>
      <a className="fr-btn portail-majuscules" href={`/api/documents/${d.id}`} download>
        {t('Télécharger le document')}
      </a>{' '}
      <span className="fr-hint-text">
        {d.nom} – {t('PDF – {taille}', { taille: tailleLisible(d.taille) })}
      </span>
    </p>
  ));
}

function DecisionFavorable({ notification }: { notification: NotificationLue }) {
  return (
    <>
      <p>
        {t('Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été acceptée. Un nouveau titre de séjour est en cours de fabrication et vous sera prochainement remis.', {
          numero: notification.dossier?.numero ?? '',
        })}
      </p>
      <p>
        {t(
          'Dans l’attente de cette remise, vous trouverez en pièce jointe l’attestation de décision favorable qui vous permettra de justifier votre droit au séjour et de maintenir vos droits associés dans l’attente de la remise de votre nouveau titre en préfecture.',
        )}
      </p>
      <p>{t('L’administration vous recontactera pour que vous veniez retirer ce titre en préfecture, et vous précisera le montant de la taxe à acquitter.')}</p>
      <Documents notification={notification} />
    </>
  );
}

function DecisionRefus({ notification }: { notification: NotificationLue }) {
  return (
    <>
      <p>
        {t('Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été refusée.', { numero: notification.dossier?.numero ?? '' })}
      </p>
      <p>{t('La décision jointe en donne les motifs, et indique devant qui et dans quel délai vous pouvez la contester.')}</p>
      <Documents notification={notification} />
    </>
  );
}

function Corps({ notification, children }: { notification: NotificationLue; children?: ReactNode }) {
  if (notification.sorte === 'demande_complement') return children;
  if (notification.sorte === 'decision_favorable') return <DecisionFavorable notification={notification} />;
  if (notification.sorte === 'decision_refus') return <DecisionRefus notification={notification} />;
  return <p>{t('Ce message concerne votre demande n° {numero}.', { numero: notification.dossier?.numero ?? '' })}</p>;
}

export function VueNotification({ notification, nom, ministere, children }: Props) {
  const { titre, disponibleLe, ouverteLe, dossier } = notification;
  const parents = [
    { libelle: t('Mon compte'), href: '/mon-compte' },
    { libelle: t('Mes notifications'), href: '/mon-compte/notifications' },
  ];
  return (
    <Page titre={t(titre)} parents={parents}>
      <Retour />
      <p className="fr-text--sm">
        {t('Mise à disposition le')} <Instant le={disponibleLe} precis t={t} />
        {ouverteLe ? (
          <>
            {' – '}
            {t('ouverte le')} <Instant le={ouverteLe} precis t={t} /> {t('(accusé de réception)')}
          </>
        ) : null}
        {dossier?.numero ? (
          <>
            {' – '}
            <a href={`/mon-compte/dossiers/${dossier.id}`}>{t('Demande n° {numero}', { numero: dossier.numero })}</a>
          </>
        ) : null}
      </p>
      <p>{nom ? t('Bonjour {nom},', { nom }) : t('Bonjour,')}</p>
      <Corps notification={notification}>{children}</Corps>
      <p>
        {t('Cordialement,')}
        <br />
        {t('L’agent Instructeur')}
        <br />
        {ministere}
      </p>
      <Retour />
    </Page>
  );
}
