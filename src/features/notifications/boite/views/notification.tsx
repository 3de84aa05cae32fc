// One notification, opened (S-164, S-172, S-174, S-176, S-177).
import type { ReactNode } from 'react';
import { jourLisible } from '#domain/jour.ts';
import { serviceMedicalOfii } from '#domain/liens.ts';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Message, NotificationLue } from '../queries.ts';

type Props = { notification: NotificationLue; ministere: string; children?: ReactNode };

function Retour() {
  return (
    <p>
      <a className="fr-link portail-majuscules" href="/mon-compte/notifications">
        {t('< Retour à toutes mes notifications')}
      </a>
    </p>
  );
}

/** "TELECHARGER LE DOCUMENT" for each document of the decision (S-177), or the word that it is being made. */
function Documents({ documents }: { documents: NotificationLue['documents'] }) {
  if (documents.length === 0)
    return (
      <Alerte ton="info">
        {t('Le document est en préparation. Il sera ici et dans « Mon compte » dans quelques instants : rechargez cette page.')}
      </Alerte>
    );
  return documents.map((d) => (
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

/** S-176. */
function DecisionFavorable({ numero }: { numero: string }) {
  return (
    <>
      <p>
        {t(
          'Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été acceptée. Un nouveau titre de séjour est en cours de fabrication et vous sera prochainement remis.',
          { numero },
        )}
      </p>
      <p>
        {t(
          'Dans l’attente de cette remise, vous trouverez en pièce jointe l’attestation de décision favorable qui vous permettra de justifier votre droit au séjour et de maintenir vos droits associés dans l’attente de la remise de votre nouveau titre en préfecture.',
        )}
      </p>
      <p>
        {t(
          'L’administration vous recontactera pour que vous veniez retirer ce titre en préfecture, et vous précisera le montant de la taxe à acquitter.',
        )}
      </p>
    </>
  );
}

function DecisionRefus({ numero, tribunal }: { numero: string; tribunal: string }) {
  return (
    <>
      <p>{t('Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été refusée.', { numero })}</p>
      <p>
        {t(
          'La décision jointe en donne les motifs, et indique devant qui et dans quel délai vous pouvez la contester. Le tribunal compétent est : {tribunal}.',
          { tribunal },
        )}
      </p>
    </>
  );
}

function FichierInfecte({ piece, numero }: { piece: string; numero: string }) {
  return (
    <>
      <p>
        {t('Dans votre demande en ligne n° {numero}, un fichier joint pour « {piece} » contenait un virus : nous l’avons supprimé.', {
          numero,
          piece,
        })}
      </p>
      <p>
        {t(
          'Vous n’avez rien à envoyer pour le moment. Si l’agent qui examine votre demande a besoin de ce document, il vous le demandera par une autre notification.',
        )}
      </p>
      <p>{t('D’ici là, vérifiez avec un antivirus l’appareil sur lequel se trouvait ce fichier.')}</p>
    </>
  );
}

/** R.425-12: where, until when, and what must never be sent here. */
function CertificatOfii({ jusquau }: { jusquau: string }) {
  return (
    <>
      <p>
        {t('Votre demande est déposée. Il reste une chose à faire, par courrier, au plus tard le {jour}.', { jour: jourLisible(jusquau) })}
      </p>
      <ol>
        <li>
          <a className="fr-link fr-link--download" href="/api/modeles/certificat-medical-ofii" download>
            {t('Téléchargez le certificat médical vierge')}
          </a>
        </li>
        <li>{t('Faites-le remplir, dater, signer et tamponner par le médecin qui vous suit, ou par un praticien hospitalier.')}</li>
        <li>
          {t('Envoyez-le, avec les originaux de vos examens, sous pli fermé portant « Secret médical », à :')}
          <address>
            {serviceMedicalOfii.map((ligne) => (
              <span key={ligne}>
                {ligne}
                <br />
              </span>
            ))}
          </address>
        </li>
      </ol>
      <Alerte ton="warning" titre={t('Rien de médical à la préfecture')}>
        {t(
          'N’envoyez aucun document médical à la préfecture et n’en joignez aucun sur ce portail : seuls les médecins de l’OFII les lisent. Sans certificat dans ce délai d’un mois, votre demande ne peut pas être examinée (CESEDA, art. R. 425-12).',
        )}
      </Alerte>
    </>
  );
}

function Corps({ message, documents, children }: { message: Message; documents: NotificationLue['documents']; children?: ReactNode }) {
  switch (message.sorte) {
    case 'demande_complement':
      return children;
    case 'fichier_infecte':
      return <FichierInfecte piece={message.contenu.piece} numero={message.contenu.numero} />;
    case 'certificat_ofii':
      return <CertificatOfii jusquau={message.contenu.jusquau} />;
    case 'demande_acceptee':
      return (
        <>
          <p>
            {t('Je vous informe que votre demande en ligne n° {numero} ({demarche}) a été acceptée.', {
              numero: message.contenu.numero,
              demarche: message.contenu.demarche,
            })}
          </p>
          <p>{t('L’attestation jointe dit ce que cette décision change, et ce que vous avez à faire.')}</p>
          <Documents documents={documents} />
        </>
      );
    case 'decision_favorable':
      return (
        <>
          <DecisionFavorable numero={message.contenu.numero} />
          <Documents documents={documents} />
        </>
      );
    case 'decision_refus':
      return (
        <>
          <DecisionRefus numero={message.contenu.numero} tribunal={message.contenu.tribunal} />
          <Documents documents={documents} />
        </>
      );
  }
}

export function VueNotification({ notification, ministere, children }: Props) {
  const { titre, disponibleLe, ouverteLe, dossierId, message, documents } = notification;
  const { nom, prenom, numero } = message.contenu;
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
        {dossierId ? (
          <>
            {' – '}
            <a href={`/mon-compte/dossiers/${dossierId}`}>{t('Demande n° {numero}', { numero })}</a>
          </>
        ) : null}
      </p>
      <p>{t('Bonjour {nom},', { nom: `${nom} ${prenom}` })}</p>
      {notification.accueil?.split(/\n\s*\n/).map((p) => (
        <p key={p}>{p}</p>
      ))}
      <Corps message={message} documents={documents}>
        {children}
      </Corps>
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
