// The procedures by famille: the version in force, what is begun, what is to come.
import { jourLisible } from '#domain/jour.ts';
import { FAMILLES, type Famille } from '#domain/procedure/definition.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import type { VersionLue } from '../queries.ts';
import { adresseListe } from '../schema.ts';
import { LISTES } from './fil.ts';

type Resume = { enVigueur: VersionLue | null; brouillon: VersionLue | null; aVenir: readonly VersionLue[] };
export type ProcedureListee = { slug: string; nom: string; famille: Famille; nationale: Resume; locale: Resume | null };

const enMots = ({ version, effetLe, nombre }: VersionLue) =>
  t('version {n} du {jour}, {p} pièces', { n: version, jour: jourLisible(effetLe), p: nombre });

function EnCours({ slug, resume }: { slug: string; resume: Resume }) {
  const { brouillon, aVenir } = resume;
  if (!brouillon && aVenir.length === 0) return '–';
  return (
    <ul>
      {brouillon ? (
        <li>
          <a href={adresseListe(slug, brouillon.version)}>{t('brouillon, version {n}', { n: brouillon.version })}</a>
        </li>
      ) : null}
      {aVenir.map((v) => (
        <li key={v.version}>{t('à venir : {version}', { version: enMots(v) })}</li>
      ))}
    </ul>
  );
}

export function VueListes({ procedures, prefecture }: { procedures: readonly ProcedureListee[]; prefecture: string | null }) {
  const familles = Map.groupBy(procedures, (p) => p.famille);
  return (
    <Page titre={t('Listes de pièces')} parents={LISTES().slice(0, 1)}>
      <p>
        {prefecture === null
          ? t('Ce que chaque démarche demande. Une version publiée ne change plus : une autre la remplace à une date.')
          : t(
              'Les listes nationales se lisent ici. Vous pouvez ajouter des pièces pour les seules demandes de votre préfecture ({prefecture}).',
              { prefecture },
            )}
      </p>
      {[...familles].map(([famille, siennes]) => (
        <section key={famille} aria-label={t(FAMILLES[famille])}>
          <h2 className="fr-h5">{t(FAMILLES[famille])}</h2>
          <TableauRiche
            legende={t(FAMILLES[famille])}
            legendeCachee
            lignes={siennes}
            cle={(p) => p.slug}
            vide=""
            colonnes={[
              { code: 'd', titre: t('Démarche'), cellule: (p) => <a href={adresseListe(p.slug)}>{t(p.nom)}</a> },
              {
                code: 'v',
                titre: t('En vigueur'),
                cellule: (p) => (p.nationale.enVigueur ? enMots(p.nationale.enVigueur) : t('aucune version publiée')),
              },
              ...(prefecture === null
                ? []
                : [
                    {
                      code: 'l',
                      titre: t('Vos ajouts'),
                      cellule: (p: ProcedureListee) => (p.locale?.enVigueur ? enMots(p.locale.enVigueur) : '–'),
                    },
                  ]),
              { code: 'c', titre: t('En cours'), cellule: (p) => <EnCours slug={p.slug} resume={p.locale ?? p.nationale} /> },
            ]}
          />
        </section>
      ))}
    </Page>
  );
}
