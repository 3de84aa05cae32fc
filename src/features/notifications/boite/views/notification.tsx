// One notification, opened (S-164, S-172, S-174, S-176, S-177).
import type { ReactNode } from 'react';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { BlocMessage } from '../../schema.ts';
import type { NotificationLue } from '../queries.ts';

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

type Reperes = Pick<NotificationLue, 'documents'> & { complement: ReactNode };

/** A block has no other name than what it says. */
const cleDe = (blocs: BlocMessage | readonly BlocMessage[]) => JSON.stringify(blocs);

function Blocs({ blocs, ...reperes }: Reperes & { blocs: readonly BlocMessage[] }) {
  return blocs.map((bloc) => <Bloc key={cleDe(bloc)} bloc={bloc} {...reperes} />);
}

function Bloc({ bloc, ...reperes }: Reperes & { bloc: BlocMessage }) {
  switch (bloc.bloc) {
    case 'paragraphe':
      return <p>{t(bloc.texte, bloc.mots)}</p>;
    case 'alerte':
      return (
        <Alerte ton="warning" titre={t(bloc.titre)}>
          {t(bloc.texte, bloc.mots)}
        </Alerte>
      );
    case 'lien':
      return (
        <p>
          <a className={bloc.telecharger ? 'fr-link fr-link--download' : 'fr-link'} href={bloc.href} download={bloc.telecharger}>
            {t(bloc.texte, bloc.mots)}
          </a>
        </p>
      );
    case 'adresse':
      return (
        <address>
          {bloc.lignes.map((ligne) => (
            <span key={ligne}>
              {ligne}
              <br />
            </span>
          ))}
        </address>
      );
    case 'etapes':
    case 'liste': {
      const Liste = bloc.bloc === 'etapes' ? 'ol' : 'ul';
      return (
        <Liste>
          {bloc.elements.map((element) => (
            <li key={cleDe(element)}>
              <Blocs blocs={element} {...reperes} />
            </li>
          ))}
        </Liste>
      );
    }
    case 'documents':
      return <Documents documents={reperes.documents} />;
    case 'complement':
      return reperes.complement;
  }
}

export function VueNotification({ notification, ministere, children }: Props) {
  const { titre, disponibleLe, ouverteLe, dossierId, message, documents } = notification;
  const { nom, prenom, numero } = message;
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
      <Blocs blocs={message.corps} documents={documents} complement={children} />
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
