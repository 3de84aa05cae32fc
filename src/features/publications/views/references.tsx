// The sorts of reference data, then the references of one sort.
import { jourLisible } from '#domain/jour.ts';
import type { FicheSorte, SorteReference } from '#domain/publication/sortes.ts';
import { ACCUEIL } from '#features/administration/views/fil.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { Tuile, Tuiles } from '#ui/layout/tuile.tsx';
import type { ResumeCle } from '../queries.ts';
import type { CleReference } from '../schema.ts';

export const REFERENCES_FIL = () => ({ libelle: t('Données de référence'), href: '/administration/references' });

type Sorte = FicheSorte & { sorte: SorteReference; brouillons?: number; aVenir?: number };

function attente({ brouillons = 0, aVenir = 0 }: Sorte): string {
  const dit = [
    ...(brouillons > 0 ? [t('Brouillons : {n}.', { n: brouillons })] : []),
    ...(aVenir > 0 ? [t('Versions à venir : {n}.', { n: aVenir })] : []),
  ];
  return dit.join(' ');
}

export function VueReferences({ sortes }: { sortes: readonly Sorte[] }) {
  return (
    <Page titre={t('Données de référence')} parents={[ACCUEIL()]}>
      <p>
        {t(
          'Une donnée publiée ne se modifie pas : on en prépare une autre, avec un motif et un jour d’effet. L’ancienne reste lisible. Tout est au journal.',
        )}
      </p>
      <Tuiles>
        {sortes.map((s) => (
          <Tuile
            key={s.sorte}
            titre={t(s.libelle)}
            href={`/administration/references/${s.sorte}`}
            description={[t(s.resume), attente(s)].filter(Boolean).join(' ')}
          />
        ))}
      </Tuiles>
    </Page>
  );
}

type Props = { sorte: SorteReference; fiche: FicheSorte; cles: readonly (CleReference & { resume?: ResumeCle })[] };

export function VueSorte({ sorte, fiche, cles }: Props) {
  return (
    <Page titre={t(fiche.libelle)} parents={[ACCUEIL(), REFERENCES_FIL()]}>
      <p>{t(fiche.resume)}</p>
      <TableauRiche
        legende={t(fiche.libelle)}
        legendeCachee
        lignes={cles}
        cle={(c) => c.cle}
        vide={t('Rien de cette sorte ne dépend de vous.')}
        colonnes={[
          {
            code: 'l',
            titre: t('Donnée'),
            cellule: (c) => (
              <a className="fr-link" href={`/administration/references/${sorte}/${encodeURIComponent(c.cle)}`}>
                {t(c.libelle)}
              </a>
            ),
          },
          {
            code: 'v',
            titre: t('En vigueur'),
            cellule: ({ resume }) =>
              resume?.enVigueur
                ? t('publiée, depuis le {jour}', { jour: jourLisible(resume.enVigueur) })
                : t('valeur livrée avec le portail'),
          },
          {
            code: 'e',
            titre: t('En préparation'),
            cellule: ({ resume }) => (
              <>
                {resume?.brouillon ? <Badge ton="neutre">{t('Brouillon')}</Badge> : null}{' '}
                {resume?.aVenir ? <Badge ton="info">{t('À venir le {jour}', { jour: jourLisible(resume.aVenir) })}</Badge> : null}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}
