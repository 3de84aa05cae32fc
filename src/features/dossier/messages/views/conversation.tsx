// The person's page: what they and the service have written to each other about one request.
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Conversation, EnTete, MessageLu } from '../queries.ts';
import { Fil } from './fil.tsx';
import { FormulaireMessage } from './formulaire-message.tsx';

export const parentsDuDossier = ({ id, numero }: EnTete) => [
  { libelle: t('Mon compte'), href: '/mon-compte' },
  { libelle: t('Demande n° {numero}', { numero }), href: `/mon-compte/dossiers/${id}` },
];

export function RetourAuDossier({ id }: { id: string }) {
  return (
    <p>
      <a className="fr-link portail-majuscules" href={`/mon-compte/dossiers/${id}`}>
        {t('< Retour à ma demande')}
      </a>
    </p>
  );
}

/** Written by who is reading: « Vous »; by the other of the two who may write for the request: by name, or « La personne ». */
function auteur(m: MessageLu, estSien: boolean): string {
  if (m.de === 'agent') return t('L’administration');
  if (m.estSien) return t('Vous');
  return m.nom ?? (estSien ? t('Vous') : t('La personne'));
}

type Props = Conversation & { cle: string; envoye: boolean; erreurFichier: string | null };

export function VueConversation({ dossier, messages, brouillon, cle, envoye, erreurFichier }: Props) {
  return (
    <Page titre={t('Messages')} parents={parentsDuDossier(dossier)} largeur="texte">
      {envoye ? (
        <Alerte ton="success" annoncer>
          {t('Votre message est envoyé. L’agent qui suit votre demande le lira ; sa réponse arrivera dans vos notifications.')}
        </Alerte>
      ) : null}
      <p>{t(dossier.nom)}</p>
      {messages.length === 0 ? (
        <p>{t('Aucun message pour l’instant.')}</p>
      ) : (
        <Fil
          messages={messages}
          lecture="/api/messages"
          de={(m) => auteur(m, dossier.estSien)}
          apres={(m) =>
            m.de === 'usager' && m.luLe ? (
              <p className="fr-hint-text">
                {t('Lu par l’administration le')} <Instant le={m.luLe} precis t={t} />
              </p>
            ) : null
          }
        />
      )}
      <div id="fin" />
      {dossier.peutEcrire ? (
        <section aria-labelledby="ecrire">
          <h2 id="ecrire">{t('Écrire à l’administration')}</h2>
          <p>
            {t('Pour répondre à une demande de complément, utilisez la notification qui la demande : le délai pour répondre en dépend.')}
          </p>
          {dossier.peutCompleter ? (
            <p>
              {t('Pour donner un justificatif de plus, utilisez plutôt')}{' '}
              <a className="fr-link" href={`/mon-compte/dossiers/${dossier.id}/completer`}>
                {t('Ajouter des éléments à ma demande')}
              </a>
              .
            </p>
          ) : null}
          <FormulaireMessage
            cote="usager"
            dossierId={dossier.id}
            cle={cle}
            brouillon={brouillon}
            libelle={t('Votre message')}
            aide={t('Ne donnez aucune information médicale.')}
            bouton={t('Envoyer le message')}
            erreurFichier={erreurFichier}
          />
        </section>
      ) : (
        <p>{t('Votre mandat ne permet pas d’écrire à l’administration pour cette demande.')}</p>
      )}
      <RetourAuDossier id={dossier.id} />
    </Page>
  );
}
