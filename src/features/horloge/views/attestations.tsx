// What is due in the préfecture, the nearest end first: tick, one button, a result for each dossier.
import { REGLES } from '#domain/delais/regles.ts';
import { type Jour, jourLisible } from '#domain/jour.ts';
import { type CodeRefus, phraseDuRefus } from '#domain/refusals.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Pagination } from '#ui/layout/pagination.tsx';
import { Tableau } from '#ui/layout/tableau.tsx';
import type { LigneDue } from '../alertes/queries.ts';
import { phraseDe } from './echeances.tsx';
import { LotAttestations } from './lot.tsx';

type Props = { lignes: readonly LigneDue[]; total: number; page: number; pages: number; jour: Jour };
/** `empechement`: why this agent signs none; they read the list, with nothing to tick. */
type PropsAttestations = Props & { miens: boolean; empechement: CodeRefus | null };

/** A list of what the clocks say, for agents. */
function Liste({
  lignes,
  jour,
  vide,
  legende,
  lot,
}: {
  lignes: readonly LigneDue[];
  jour: Jour;
  vide: string;
  legende: string;
  lot?: boolean;
}) {
  return (
    <Tableau
      legende={legende}
      colonnes={[t('Dossier'), t('Demandeur'), t('Procédure'), t('Échéance'), t('Pourquoi'), t('Agent')]}
      vide={vide}
      vers="/instruction/"
      choix={lot ? { formulaire: 'lot', nom: 'dossiers', libelle: t('Choisir') } : undefined}
      lignes={lignes.map((l) => ({
        cle: lot ? l.dossierId : `${l.dossierId}:${l.code}:${l.le}`,
        fin: l.dossierId,
        cellules: [
          l.numero,
          l.demandeur,
          procedureActuelle(l.procedure)?.nom ?? l.procedure,
          l.le < jour ? [{ ton: 'error', mot: jourLisible(l.le) }] : jourLisible(l.le),
          `${phraseDe(l.code, l.le, jour)} (${REGLES[l.code].article})`,
          l.agent ?? t('personne'),
        ],
      }))}
    />
  );
}

const PARENTS = () => [{ libelle: t('Dossiers à instruire'), href: '/instruction' }];

export function VueAttestations({ lignes, total, page, pages, miens, jour, empechement }: PropsAttestations) {
  const suite = miens ? '&miens=1' : '';
  return (
    <Page titre={t('Attestations de prolongation à délivrer')} parents={PARENTS()}>
      <p>
        {t(
          'Elles sont préparées trente jours avant la fin du titre ou de l’attestation en cours. Une demande incomplète ou déposée hors délai n’y est pas.',
        )}
      </p>
      <p>
        {miens ? (
          <a className="fr-link" href="/instruction/attestations">
            {t('Voir celles de toute la préfecture')}
          </a>
        ) : (
          <a className="fr-link" href="/instruction/attestations?miens=1">
            {t('Voir seulement celles de mes dossiers')}
          </a>
        )}
      </p>
      {empechement ? <Alerte ton="warning">{t(phraseDuRefus(empechement))}</Alerte> : <LotAttestations />}
      <Liste
        lignes={lignes}
        jour={jour}
        lot={empechement === null}
        legende={t('{total} attestations à délivrer, la plus urgente d’abord', { total })}
        vide={t('Aucune attestation n’est à délivrer aujourd’hui.')}
      />
      <Pagination page={page} pages={pages} href={(p) => `/instruction/attestations?page=${p}${suite}`} nom={t('Pages des attestations')} />
    </Page>
  );
}

export function VueAlertes({ lignes, total, page, pages, jour }: Props) {
  return (
    <Page titre={t('Mes alertes')} parents={PARENTS()}>
      <p>{t('Ce que la loi vous demande de faire, à votre nom. Une alerte se lève d’elle-même quand ce qu’elle demande est fait.')}</p>
      <Liste
        lignes={lignes}
        jour={jour}
        legende={t('{total} alertes, la plus urgente d’abord', { total })}
        vide={t('Aucune alerte à votre nom.')}
      />
      <Pagination page={page} pages={pages} href={(p) => `/instruction/alertes?page=${p}`} nom={t('Pages des alertes')} />
    </Page>
  );
}
