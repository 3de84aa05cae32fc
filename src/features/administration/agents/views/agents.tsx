// The list of the agents. Filters are links and one GET form: everything works without scripts.

import { ROLES_AGENT } from '#domain/access/actors.ts';
import { ROLES } from '#domain/access/roles.ts';
import type { Prefecture } from '#features/configuration/prefectures/queries.ts';
import { dateLisible } from '#features/dossier/instruction/views/dates.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Pagination } from '#ui/layout/pagination.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { ACCUEIL } from '../../views/fil.ts';
import type { LigneAgent } from '../queries.ts';
import type { DemandeAgents } from '../schema.ts';
import { ceQuIlNePeutPas, ceQuIlPeut } from './roles.ts';

type Prefectures = readonly Prefecture[];
type Props = { demande: DemandeAgents; lignes: readonly LigneAgent[]; total: number; prefectures: Prefectures };

function adresse({ q, role, prefecture, etat }: DemandeAgents, page: number, parPage: number): string {
  const choisis = { q, role: role ?? '', prefecture: prefecture ?? '', etat, page: String(page), parPage: String(parPage) };
  return `/administration/agents?${new URLSearchParams(Object.entries(choisis).filter(([, v]) => v !== ''))}`;
}

function Filtres({ demande, prefectures }: Pick<Props, 'demande' | 'prefectures'>) {
  return (
    <form className="administration-filtres" action="/administration/agents">
      <ChampTexte nom="q" libelle={t('Nom ou adresse')} defaultValue={demande.q} autoComplete="off" />
      <ChampChoix
        nom="role"
        libelle={t('Rôle')}
        invite={t('Tous')}
        defaultValue={demande.role ?? ''}
        options={ROLES_AGENT.map((r) => ({ valeur: r, libelle: t(ROLES[r].libelle) }))}
      />
      {prefectures.length > 1 ? (
        <ChampChoix
          nom="prefecture"
          libelle={t('Préfecture')}
          invite={t('Toutes')}
          defaultValue={demande.prefecture ?? ''}
          options={prefectures.map((p) => ({ valeur: p.code, libelle: `${p.code} – ${p.nom}` }))}
        />
      ) : null}
      <ChampChoix
        nom="etat"
        libelle={t('État')}
        invite={t('Actifs')}
        defaultValue={demande.etat}
        options={[
          { valeur: 'actifs', libelle: t('Actifs') },
          { valeur: 'inactifs', libelle: t('Désactivés') },
        ]}
      />
      <button type="submit" className="fr-btn">
        {t('Filtrer')}
      </button>
    </form>
  );
}

function Liste({ titre, lignes }: { titre: string; lignes: readonly string[] }) {
  if (!lignes.length) return null;
  return (
    <>
      <p className="fr-text--bold fr-mb-1w">{titre}</p>
      <ul>
        {lignes.map((l) => (
          <li key={l}>{l}</li>
        ))}
      </ul>
    </>
  );
}

/** The table of the roles, as it is applied. */
export function TableDesRoles() {
  return (
    <section aria-labelledby="roles-titre">
      <h2 className="fr-h5" id="roles-titre">
        {t('Ce que peut chaque rôle')}
      </h2>
      {ROLES_AGENT.map((r) => (
        <Repli key={r} titre={t(ROLES[r].libelle)}>
          <p>
            {t(ROLES[r].explication)} {ROLES[r].ressort === 'national' ? t('Partout en France.') : t('Dans sa préfecture.')}
          </p>
          <Liste titre={t('Peut')} lignes={ceQuIlPeut(r)} />
          <Liste titre={t('Ne peut pas')} lignes={ceQuIlNePeutPas(r)} />
        </Repli>
      ))}
    </section>
  );
}

export function VueAgents({ demande, lignes, total, prefectures }: Props) {
  const pages = Math.max(1, Math.ceil(total / demande.parPage));
  const barre = {
    page: demande.page,
    pages,
    parPage: demande.parPage,
    href: (page: number, parPage: number) => adresse(demande, page, parPage),
  };
  return (
    <Page titre={t('Agents')} parents={[ACCUEIL()]}>
      <p className="portail-actions">
        <a className="fr-btn" href="/administration/agents/invitation">
          {t('Inviter un agent')}
        </a>
      </p>
      <Filtres demande={demande} prefectures={prefectures} />
      <TableauRiche
        legende={t('Agents : {n}', { n: total })}
        lignes={lignes}
        cle={(a) => a.id}
        vide={t('Aucun agent ne correspond. Élargissez la recherche : elle porte sur le début du nom ou de l’adresse.')}
        colonnes={[
          { code: 'n', titre: t('Nom'), cellule: (a) => <a href={`/administration/agents/${a.id}`}>{`${a.nom} ${a.prenom}`}</a> },
          { code: 'q', titre: t('Qualité'), cellule: (a) => a.qualite },
          { code: 'r', titre: t('Rôles'), cellule: (a) => a.roles.map((r) => t(ROLES[r].libelle)).join(', ') },
          { code: 'p', titre: t('Préfecture'), cellule: (a) => a.prefecture ?? t('National') },
          { code: 'v', titre: t('Dernière activité'), cellule: (a) => (a.vuLe ? dateLisible(a.vuLe) : t('jamais')) },
          {
            code: 'e',
            titre: t('État'),
            cellule: (a) => (a.actif ? <Badge ton="success">{t('Actif')}</Badge> : <Badge>{t('Désactivé')}</Badge>),
          },
        ]}
      />
      {total > 10 ? <Pagination {...barre} nom={t('Pages de la liste')} /> : null}
      <TableDesRoles />
    </Page>
  );
}
