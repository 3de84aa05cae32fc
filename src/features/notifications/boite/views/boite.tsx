// "Mes Notifications" (S-158 to S-162). Everything is in the address: filter and pages work without scripts.
// Links are plain <a>: a link of the framework fetches pages in advance, and here a page fetched is a message opened.
import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Pagination } from '#ui/layout/pagination.tsx';
import type { LigneBoite, PageBoite } from '../queries.ts';
import { TAILLES } from '../schema.ts';

function Retour() {
  return (
    <p>
      <a className="fr-link portail-majuscules" href="/mon-compte">
        {t('< Retour à mon compte')}
      </a>
    </p>
  );
}

function Ligne({ ligne }: { ligne: LigneBoite }) {
  const nonLue = ligne.ouverteLe === null;
  return (
    <li className={nonLue ? 'portail-boite__ligne portail-boite__ligne--non-lue' : 'portail-boite__ligne'}>
      <span className={nonLue ? 'fr-icon-mail-fill' : 'fr-icon-mail-open-line'} aria-hidden="true" />
      <Instant le={ligne.disponibleLe} />
      <Badge icone={false}>{t('SEJOUR')}</Badge>
      <a className="fr-link" href={`/mon-compte/notifications/${ligne.id}`}>
        {t(ligne.titre)}
      </a>
      {nonLue ? (
        <Badge ton="new" icone={false}>
          {t('non lue')}
        </Badge>
      ) : null}
    </li>
  );
}

export function Boite({ boite }: { boite: PageBoite }) {
  const { lignes, titres, page, pages, parPage, titre } = boite;
  const href = (p: number, n: number) =>
    `/mon-compte/notifications?${new URLSearchParams({ ...(titre ? { type: titre } : {}), page: String(p), parPage: String(n) })}`;
  return (
    <PageCompte titre={t('Mes Notifications')} fil={t('Mes notifications')} ici="/mon-compte/notifications">
      <Retour />
      <p>
        {t('Vous pouvez suivre votre correspondance avec l’administration ci-dessous.')}
        <br />
        {t(
          'L’ouverture d’une notification fait office, pour l’administration, d’accusé de réception et déclenche donc le délai dans lequel vous devez répondre à une demande de l’agent en charge de votre dossier.',
        )}
      </p>
      <form method="get" action="/mon-compte/notifications" className="portail-filtre">
        <input type="hidden" name="parPage" value={parPage} />
        <ChampChoix
          nom="type"
          libelle={t('Filtrer mes notifications :')}
          invite={t('Toutes les notifications')}
          options={titres.map((x) => ({ valeur: x, libelle: t(x) }))}
          defaultValue={titre}
          key={titre}
          t={t}
        />
        <button className="fr-btn fr-btn--secondary" type="submit">
          {t('Filtrer')}
        </button>
      </form>
      <Pagination
        page={page}
        pages={pages}
        parPage={parPage}
        choixParPage={TAILLES}
        href={href}
        nom={t('Pages de notifications, en haut de la liste')}
      />
      {lignes.length === 0 ? (
        <p>{t('Vous n’avez pas de notification.')}</p>
      ) : (
        <ul className="portail-boite">
          {lignes.map((l) => (
            <Ligne ligne={l} key={l.id} />
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={pages}
        parPage={parPage}
        choixParPage={TAILLES}
        href={href}
        nom={t('Pages de notifications, en bas de la liste')}
      />
      <Retour />
    </PageCompte>
  );
}
