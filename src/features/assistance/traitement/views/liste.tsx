// The tickets of the centre de contact, for agents. The filters stand in the address: a list can be kept, and works without scripts.
import { ETATS_TICKET, LIBELLE_ETAT } from '#domain/assistance/ticket.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';
import { instantLisible } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Pagination } from '#ui/layout/pagination.tsx';
import { type Mot, Tableau } from '#ui/layout/tableau.tsx';
import type { TicketListe } from '../queries.ts';
import { adresseListe, type Filtres } from '../schema.ts';

type Props = {
  tickets: readonly TicketListe[];
  total: number;
  filtres: Filtres;
  sujets: readonly Option[];
  toutes: boolean;
  /** this agent receives people at the desk */
  auGuichet: boolean;
};

export function motDeLEtat(etat: TicketListe['etat']): Mot {
  return { ton: etat === 'ouvert' ? 'new' : etat === 'repondu' ? 'info' : 'neutre', mot: t(LIBELLE_ETAT[etat].agent) };
}

function Recherche({ filtres, sujets }: Pick<Props, 'filtres' | 'sujets'>) {
  return (
    <form method="get" action="/assistance" className="agent-filtres">
      <ChampTexte
        nom="q"
        libelle={t('Numéro, nom, adresse électronique ou numéro d’erreur')}
        defaultValue={filtres.recherche}
        autoComplete="off"
        t={t}
      />
      <ChampChoix
        nom="etat"
        libelle={t('État')}
        options={[...ETATS_TICKET.map((e) => ({ valeur: e, libelle: t(LIBELLE_ETAT[e].agent) })), { valeur: 'tous', libelle: t('Tous') }]}
        defaultValue={filtres.etat}
        t={t}
      />
      <ChampChoix
        nom="sujet"
        libelle={t('Sujet')}
        options={sujets.map((s) => ({ ...s, libelle: t(s.libelle) }))}
        invite={t('Tous les sujets')}
        defaultValue={filtres.sujet ?? ''}
        t={t}
      />
      <ChampCase nom="impossibilite" libelle={t('Impossibilité constatée')} defaultChecked={filtres.impossibilite} t={t} />
      <button type="submit" className="fr-btn">
        {t('Filtrer')}
      </button>
    </form>
  );
}

export function VueAssistance({ tickets, total, filtres, sujets, toutes, auGuichet }: Props) {
  return (
    <Page
      titre={t('Assistance')}
      ici={null}
      chapo={
        <p>
          {toutes
            ? t('Tous les tickets du centre de contact. Vous voyez où en est une demande, jamais son contenu.')
            : t('Les tickets qui concernent votre préfecture. Vous voyez où en est une demande, jamais son contenu.')}
        </p>
      }
    >
      {auGuichet ? (
        <p>
          <a className="fr-link" href="/guichet/nouveau">
            {t('Recevoir au guichet une personne sans adresse électronique')}
          </a>
        </p>
      ) : null}
      <Recherche filtres={filtres} sujets={sujets} />
      {total > 0 ? <p>{total === 1 ? t('1 ticket') : t('{n} tickets', { n: total })}</p> : null}
      <Tableau
        legende={t('Tickets')}
        colonnes={[t('Ticket'), t('Sujet'), t('Personne'), t('Préfecture'), t('Reçu le'), t('État')]}
        lignes={tickets.map((x) => ({
          cle: x.id,
          cellules: [
            x.numero,
            t(x.sujet),
            x.nom,
            x.prefecture ?? '–',
            instantLisible(x.creeLe, t),
            [motDeLEtat(x.etat), ...(x.impossibilite ? [{ ton: 'warning' as const, mot: t('Impossibilité') }] : [])],
          ],
        }))}
        vers="/assistance/"
        vide={t('Aucun ticket ne répond à ces critères.')}
      />
      {total > 10 ? (
        <Pagination
          nom={t('Pages de la liste')}
          page={filtres.page}
          pages={Math.max(1, Math.ceil(total / filtres.parPage))}
          parPage={filtres.parPage}
          href={(page, parPage) => adresseListe(filtres, { page, parPage: parPage === 10 || parPage === 50 ? parPage : 25 })}
        />
      ) : null}
    </Page>
  );
}
