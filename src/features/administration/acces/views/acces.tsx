// The access log: who read which request, when, why.
import { instantLisible } from '#features/dossier/instruction/views/dates.ts';
import { ChampDate } from '#ui/fields/date.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { ACCUEIL } from '../../views/fil.ts';
import { PagesDuJournal } from '../../views/pages.tsx';
import type { LigneAcces } from '../queries.ts';
import { type DemandeAcces, ecrireDemandeAcces, type Repere } from '../schema.ts';

type Props = { demande: DemandeAcces; lignes: readonly LigneAcces[]; suite: Repere | null };

const OBJET: Readonly<Record<string, string>> = { dossier: 'Dossier', fichier: 'Fichier', document: 'Document' };

const parties = (jour: string | null) => {
  const [annee, mois, jourDuMois] = jour?.split('-') ?? [];
  return { jour: jourDuMois, mois, annee };
};

export function VueAcces({ demande, lignes, suite }: Props) {
  const page = (apres: Repere | null) => `/administration/acces?${ecrireDemandeAcces({ ...demande, apres })}`;
  return (
    <Page titre={t('Journal des accès')} parents={[ACCUEIL()]}>
      <p>{t('Chaque lecture d’un dossier par un agent, gardée trois ans (CESEDA, art. R. 142-22). Ni nom ni contenu n’y figurent.')}</p>
      <form action="/administration/acces">
        <div className="administration-filtres">
          <ChampTexte nom="numero" libelle={t('N° de demande')} defaultValue={demande.numero} autoComplete="off" />
          <ChampTexte nom="agent" libelle={t('Agent (nom ou adresse)')} defaultValue={demande.agent} autoComplete="off" />
        </div>
        <div className="administration-filtres">
          <ChampDate nom="du" libelle={t('Du')} valeurs={parties(demande.du)} />
          <ChampDate nom="au" libelle={t('Au')} valeurs={parties(demande.au)} />
        </div>
        <p className="portail-actions">
          <button type="submit" className="fr-btn">
            {t('Chercher')}
          </button>
          <a className="fr-btn fr-btn--secondary" href={`/api/administration/acces?${ecrireDemandeAcces({ ...demande, apres: null })}`}>
            {t('Exporter le résultat (CSV)')}
          </a>
        </p>
      </form>
      <TableauRiche
        legende={t('Lectures, la plus récente d’abord')}
        lignes={lignes}
        cle={(l) => l.id}
        vide={t('Aucune lecture ne correspond.')}
        colonnes={[
          { code: 'l', titre: t('Quand'), cellule: (l) => instantLisible(l.le) },
          { code: 'a', titre: t('Agent'), cellule: (l) => l.agent },
          { code: 's', titre: t('Service'), cellule: (l) => l.service ?? '–' },
          {
            code: 'n',
            titre: t('N° de demande'),
            cellule: (l) => (l.numero ? <a href={`/administration/acces?numero=${l.numero}`}>{l.numero}</a> : '–'),
          },
          { code: 'o', titre: t('Objet'), cellule: (l) => t(OBJET[l.objet] ?? l.objet) },
          { code: 'f', titre: t('Finalité'), cellule: (l) => t(l.finalite) },
        ]}
      />
      <PagesDuJournal debut={demande.apres ? page(null) : null} suite={suite && page(suite)} />
    </Page>
  );
}
