// What a préfecture awaits; for the référent fraude, what is asked of them.
import type { Jour } from '#domain/jour.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Pagination } from '#ui/layout/pagination.tsx';
import { Tableau } from '#ui/layout/tableau.tsx';
import { dateLisible } from '../../instruction/views/dates.ts';
import type { AvisEnAttente } from '../queries.ts';
import { attente, nomDeLAvis } from './etat.tsx';

type Props = { lignes: readonly AvisEnAttente[]; page: number; pages: number; jour: Jour };

export function VueAvisAttendus({ lignes, page, pages, jour }: Props) {
  return (
    <Page titre={t('Avis attendus')} parents={[{ libelle: t('Dossiers à instruire'), href: '/instruction' }]}>
      <Tableau
        legende={t('Avis demandés et pas encore rendus, du plus ancien au plus récent')}
        colonnes={[t('Dossier'), t('Demandeur'), t('Avis'), t('Question'), t('Demandé le'), t('Délai')]}
        vide={t('Aucun avis n’est attendu.')}
        vers="/instruction/"
        lignes={lignes.map((l) => ({
          cle: l.id,
          fin: `${l.dossierId}/avis`,
          cellules: [l.numero, l.demandeur, nomDeLAvis(l.sorte), l.question, dateLisible(l.demandeLe), attente(l, jour)],
        }))}
      />
      <Pagination page={page} pages={pages} href={(p) => `/instruction/avis?page=${p}`} nom={t('Pages des avis attendus')} />
    </Page>
  );
}
