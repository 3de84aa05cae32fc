// One ticket for an agent: what was said, what proves it, what can be done.
import { adresseMontree, estJoignable } from '#domain/compte/identifiant.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import type { Option } from '#ui/fields/choix.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Captures, Circonstances, Messages } from '../../tickets/views/echange.tsx';
import type { DossierConcerne, TicketTraite } from '../queries.ts';
import { FormulaireEtat, FormulaireImpossibilite, FormulaireRepondre, FormulaireTransmettre } from './formulaires.tsx';
import { motDeLEtat } from './liste.tsx';

/** `auGuichet`: this agent may file for the person, in the préfecture that receives them. */
type Props = { ticket: TicketTraite; prefectures: readonly Option[]; auGuichet: boolean };

export function VueTicketAgent({ ticket, prefectures, auGuichet }: Props) {
  const { numero, nom, email, telephone, compteId, prefecture, etat, dossier, messages, captures, auteurs, version } = ticket;
  const lu = { ticket: ticket.id, version };
  const code = prefecture?.code ?? null;
  const mot = motDeLEtat(etat);
  return (
    <Page titre={t('Ticket n° {numero}', { numero })} parents={[{ libelle: t('Assistance'), href: '/assistance' }]}>
      <p>
        <Badge ton={mot.ton}>{mot.mot}</Badge>
      </p>
      <Impossibilite ticket={ticket} auGuichet={auGuichet} />
      <ListeResume
        lignes={[
          { terme: t('Personne'), valeur: nom },
          { terme: t('Adresse électronique'), valeur: adresseMontree(email) || t('Aucune') },
          { terme: t('Téléphone'), valeur: telephone ?? t('Non renseigné') },
          { terme: t('Compte'), valeur: compteId ? t('Connectée quand elle a écrit') : t('Sans compte, ou non connectée') },
          { terme: t('Préfecture'), valeur: prefecture?.nom ?? t('Inconnue') },
        ]}
      />
      <Circonstances ticket={ticket} />
      {dossier ? <Dossier dossier={dossier} /> : null}
      <h2>{t('Captures d’écran')}</h2>
      <Captures captures={captures} adresse="/api/agents/captures" />
      <h2>{t('Échanges')}</h2>
      <Messages messages={messages} de={(m) => auteurs[m.id] ?? ''} />
      {etat === 'clos' ? null : (
        <section aria-labelledby="repondre">
          <h2 id="repondre">{t('Répondre')}</h2>
          {estJoignable(email) ? (
            <FormulaireRepondre {...lu} />
          ) : (
            <Alerte ton="info">
              {t('Cette personne n’a pas d’adresse électronique : répondez-lui au guichet, par téléphone ou par la poste.')}
            </Alerte>
          )}
        </section>
      )}
      <section aria-labelledby="etat">
        <h2 id="etat" className="fr-mt-4w">
          {t('État du ticket')}
        </h2>
        <FormulaireEtat {...lu} clos={etat === 'clos'} />
      </section>
      {ticket.impossibilite ? null : (
        <section aria-labelledby="impossibilite">
          <h2 id="impossibilite" className="fr-mt-4w">
            {t('Constater l’impossibilité de déposer en ligne')}
          </h2>
          <p>
            {t(
              'Arrêté du 1er août 2023, CESEDA art. R. 431-2 : quand la personne ne peut pas déposer en ligne pour une raison technique qui tient au service, malgré l’aide reçue, elle dépose au guichet de sa préfecture. Il faut une preuve : capture d’écran, numéro d’erreur, ou échec constaté par le portail.',
            )}
          </p>
          {ticket.preuvesSuffisent ? (
            <FormulaireImpossibilite {...lu} prefectures={prefectures} prefecture={code} />
          ) : (
            <Alerte ton="info">{t('Aucune preuve n’est jointe à ce ticket. Demandez-en une à la personne, dans une réponse.')}</Alerte>
          )}
        </section>
      )}
      <section aria-labelledby="transmettre">
        <h2 id="transmettre" className="fr-mt-4w">
          {t('Transmettre à une préfecture')}
        </h2>
        <FormulaireTransmettre {...lu} prefectures={prefectures} prefecture={code} />
      </section>
    </Page>
  );
}

function Impossibilite({ ticket: { id, impossibilite }, auGuichet }: Pick<Props, 'ticket' | 'auGuichet'>) {
  if (!impossibilite) return null;
  return (
    <Alerte ton="warning" titre={t('Impossibilité de déposer en ligne constatée')} niveau="h2">
      <p>
        {t('Par {agent}, le', { agent: impossibilite.par })} <Instant le={impossibilite.le} precis t={t} />
        {t(' : {motif}', { motif: impossibilite.motif })}
      </p>
      {auGuichet ? (
        <p>
          <a className="fr-btn fr-btn--sm" href={`/guichet/depart/${id}`}>
            {t('Déposer au guichet')}
          </a>
        </p>
      ) : null}
    </Alerte>
  );
}

function Dossier({ dossier }: { dossier: DossierConcerne }) {
  const { numero, procedure, statut, echecs, attestations } = dossier;
  return (
    <section aria-labelledby="dossier">
      <h2 id="dossier">{t('Demande concernée')}</h2>
      <ListeResume
        lignes={[
          { terme: t('Demande'), valeur: numero ?? t('Pas encore déposée') },
          { terme: t('Démarche'), valeur: t(procedure) },
          { terme: t('Où elle en est'), valeur: t(statut) },
          ...attestations.map((a) => ({ terme: a.nom, valeur: <Instant le={a.le} precis t={t} /> })),
        ]}
      />
      {echecs.length > 0 ? (
        <>
          <h3 className="fr-h6">{t('Échecs constatés par le portail')}</h3>
          <ul>
            {echecs.map((e) => (
              <li key={`${e.erreur}${e.le.toISOString()}`}>
                <Instant le={e.le} precis t={t} /> {t('– étape « {etape} », erreur', { etape: t(e.etape) })}{' '}
                <span className="portail-numero">{e.erreur}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
