// The history of the lists of one procedure: every version, who published it, when and why.
import { jourDe, jourLisible } from '#domain/jour.ts';
import { ETATS_LISTE, type EtatListe } from '#domain/procedure/liste-vie.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { faireCommencer, faireRetirer } from '../actions.ts';
import type { VersionLue } from '../queries.ts';
import { adresseListe } from '../schema.ts';
import { LISTES } from './fil.ts';

const FAIT: Readonly<Record<string, string>> = {
  abandonne: 'Le brouillon est abandonné. Les versions publiées ne changent pas.',
  publiee: 'La version est publiée. Elle prend effet le jour dit ; les demandes en préparation la suivront ce jour-là.',
  retiree: 'La publication est retirée : la version est de nouveau un brouillon.',
};
export const TON_ETAT = {
  brouillon: 'info',
  a_venir: 'new',
  en_vigueur: 'success',
  remplacee: 'neutre',
} as const satisfies Record<EtatListe, TonBadge>;

type Version = VersionLue & { etat: EtatListe };
type Liste = { cle: string; prefecture: string | null; nom: string | null; versions: readonly Version[] };
type Props = { slug: string; nom: string; listes: readonly Liste[]; sienne: string; prefecture: string | null; fait: string | null };

function Historique({ slug, liste, titre, estSienne }: { slug: string; liste: Liste; titre: string; estSienne: boolean }) {
  return (
    <TableauRiche
      legende={titre}
      lignes={liste.versions}
      cle={(v) => String(v.version)}
      vide={t('Aucune version.')}
      colonnes={[
        {
          code: 'v',
          titre: t('Version'),
          cellule: (v) => (
            <a href={adresseListe(slug, v.version, '', estSienne ? null : liste.prefecture)}>{t('Version {n}', { n: v.version })}</a>
          ),
        },
        {
          code: 'e',
          titre: t('État'),
          cellule: (v) => (
            <Badge ton={TON_ETAT[v.etat]} icone={false}>
              {t(ETATS_LISTE[v.etat])}
            </Badge>
          ),
        },
        { code: 'j', titre: t('Premier jour'), cellule: (v) => (v.estBrouillon ? '–' : jourLisible(v.effetLe)) },
        { code: 'n', titre: t('Pièces'), cellule: (v) => String(v.nombre) },
        { code: 'r', titre: t('Raison'), cellule: (v) => v.raison || '–' },
        { code: 's', titre: t('Source'), cellule: (v) => v.source || '–' },
        {
          code: 'p',
          titre: t('Publiée par'),
          cellule: (v) =>
            v.publieeLe
              ? t('{qui}, le {jour}', { qui: v.publiePar ?? '', jour: jourLisible(jourDe(v.publieeLe)) })
              : v.estBrouillon
                ? t('commencée par {qui}', { qui: v.auteur ?? '' })
                : t('livrée avec la démarche'),
        },
        {
          code: 'g',
          titre: t('Gestes'),
          cellule: (v) =>
            estSienne && v.etat === 'a_venir' ? (
              <FormulaireDeclare
                action={faireRetirer}
                caches={{ procedure: slug, version: String(v.version) }}
                bouton={t('Retirer')}
                precision={t('la version {n}', { n: v.version })}
                secondaire
              />
            ) : null,
        },
      ]}
    />
  );
}

export function VueProcedure({ slug, nom, listes, sienne, prefecture, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  const brouillon = listes.find((l) => l.cle === sienne)?.versions.find((v) => v.estBrouillon);
  return (
    <Page titre={t(nom)} parents={LISTES()}>
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <div className="portail-actions listes-actions">
        {brouillon ? (
          <a className="fr-btn" href={adresseListe(slug, brouillon.version)}>
            {t('Reprendre le brouillon')}
          </a>
        ) : (
          <FormulaireDeclare
            action={faireCommencer}
            caches={{ procedure: slug }}
            bouton={prefecture === null ? t('Préparer une nouvelle version') : t('Préparer des ajouts pour ma préfecture')}
          />
        )}
        <a className="fr-btn fr-btn--secondary" href={`/administration/listes/${slug}/questions`}>
          {t('Questions de la démarche et leurs sources')}
        </a>
      </div>
      {listes.map((liste) => (
        <Historique
          key={liste.cle}
          slug={slug}
          liste={liste}
          estSienne={liste.cle === sienne}
          titre={
            liste.prefecture === null
              ? t('Liste nationale')
              : t('Ajouts de la préfecture {nom} ({code})', { nom: liste.nom ?? '', code: liste.prefecture })
          }
        />
      ))}
    </Page>
  );
}
