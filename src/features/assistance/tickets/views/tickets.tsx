import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { instantLisible } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Tableau } from '#ui/layout/tableau.tsx';
import { quitterSuivi } from '../actions.ts';
import type { Suivi } from '../loaders.ts';
import type { Echange, TicketResume } from '../queries.ts';
import { motDuTicket, VueEchange } from './echange.tsx';
import { FormulaireLien, FormulaireOuvrir, FormulaireReponse } from './formulaires.tsx';

export function VueTickets({ tickets }: { tickets: readonly TicketResume[] }) {
  return (
    <PageCompte titre={t('Mes échanges avec le centre de contact')} fil={t('Mes échanges')} ici="/mon-compte/tickets">
      <Tableau
        legende={t('Vos tickets, du plus récent au plus ancien')}
        colonnes={[t('Ticket'), t('Sujet'), t('Envoyé le'), t('État')]}
        lignes={tickets.map((x) => ({
          cle: x.id,
          cellules: [x.numero, t(x.sujet), instantLisible(x.creeLe, t), [motDuTicket(x.etat)]],
        }))}
        vers="/mon-compte/tickets/"
        vide={t('Vous n’avez pas encore écrit au centre de contact.')}
      />
      <p className="fr-mt-3w">
        <a className="fr-btn" href="/contact">
          {t('Écrire au centre de contact')}
        </a>
      </p>
    </PageCompte>
  );
}

function Reponse({ ticket, compte }: { ticket: Echange; compte: boolean }) {
  return (
    <>
      <h2>{t('Répondre ou compléter')}</h2>
      <FormulaireReponse ticket={compte ? ticket.id : undefined} clos={ticket.etat === 'clos'} />
    </>
  );
}

export function VueTicket({ ticket }: { ticket: Echange }) {
  return (
    <PageCompte
      titre={t('Ticket n° {numero}', { numero: ticket.numero })}
      ici="/mon-compte/tickets"
      dans={{ libelle: t('Mes échanges'), href: '/mon-compte/tickets' }}
    >
      <VueEchange ticket={ticket} />
      <Reponse ticket={ticket} compte />
    </PageCompte>
  );
}

const parents = () => [{ libelle: t('Nous contacter'), href: '/contact' }];

/** Somebody without a compte. */
export function VueSuivi({ suivi }: { suivi: Suivi }) {
  if (suivi.etat === 'ouvert') {
    return (
      <Page titre={t('Ticket n° {numero}', { numero: suivi.ticket.numero })} parents={parents()} largeur="texte">
        <form action={quitterSuivi}>
          <p>
            {t('Cette visite dure une heure.')}{' '}
            <button type="submit" className="fr-btn fr-btn--tertiary fr-btn--sm">
              {t('Fermer mes échanges sur cet appareil')}
            </button>
          </p>
        </form>
        <VueEchange ticket={suivi.ticket} />
        <Reponse ticket={suivi.ticket} compte={false} />
      </Page>
    );
  }
  return (
    <Page titre={t('Mes échanges avec le centre de contact')} parents={parents()} largeur="texte">
      {suivi.etat === 'lien' ? (
        <>
          <p>{t('Ce lien ouvre le ticket n° {numero}. Il ne sert qu’une fois.', { numero: suivi.numero })}</p>
          <FormulaireOuvrir jeton={suivi.jeton} />
        </>
      ) : (
        <Ferme {...suivi} />
      )}
    </Page>
  );
}

function Ferme({ perime, fin, envoye }: { perime: boolean; fin: boolean; envoye: boolean }) {
  if (envoye)
    return (
      <Alerte ton="info" titre={t('Regardez vos courriels')} niveau="h2" annoncer>
        {t('Si un ticket porte ce numéro et cette adresse, un nouveau lien vient d’y être envoyé.')}
      </Alerte>
    );
  return (
    <>
      {perime ? (
        <Alerte ton="warning" titre={t('Ce lien ne fonctionne plus')} niveau="h2">
          {t('Il a déjà servi, ou il a plus de 30 jours. Demandez-en un nouveau ci-dessous.')}
        </Alerte>
      ) : null}
      {fin ? (
        <Alerte ton="warning" titre={t('Votre visite est terminée')} niveau="h2">
          {t('Une heure est passée : rien n’a été envoyé. Demandez un nouveau lien ci-dessous.')}
        </Alerte>
      ) : null}
      <p className="fr-mt-2w">{t('Pour relire ou compléter un ticket sans compte, recevez un lien à l’adresse que vous aviez donnée.')}</p>
      <FormulaireLien />
      <p className="fr-mt-3w">
        {t('Vous avez un compte ?')}{' '}
        <a className="fr-link" href="/mon-compte/tickets">
          {t('Vos tickets sont dans votre compte.')}
        </a>
      </p>
    </>
  );
}
