// What administrators did.
import { motDeLActe } from '#domain/access/actes.ts';
import { instantLisible } from '#features/dossier/instruction/views/dates.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { ACCUEIL } from '../../views/fil.ts';
import { PagesDuJournal } from '../../views/pages.tsx';
import type { ActeLu } from '../queries.ts';

const FAIT: Readonly<Record<string, string>> = {
  agent: 'Agent',
  avant: 'Avant',
  apres: 'Après',
  sortes: 'Décisions',
  reference: 'Arrêté',
  du: 'Du',
  au: 'Au',
  remplacant: 'Remplacé par',
  numero: 'Demande',
  demande: 'Demande',
  motif: 'Motif',
  procedure: 'Démarche',
  version: 'Version',
  prefecture: 'Préfecture',
  source: 'Source',
  urgence: 'Pourquoi dès le jour même',
};

function Faits({ faits }: Pick<ActeLu, 'faits'>) {
  return (
    <ul>
      {Object.entries(faits)
        .filter(([, valeur]) => valeur !== '')
        .map(([nom, valeur]) => (
          <li key={nom}>{t('{nom} : {valeur}', { nom: t(FAIT[nom] ?? nom), valeur })}</li>
        ))}
    </ul>
  );
}

type Props = { actes: readonly ActeLu[]; suite: string | null; estSuite: boolean };

export function VueJournal({ actes, suite, estSuite }: Props) {
  return (
    <Page titre={t('Journal de l’administration')} parents={[ACCUEIL()]}>
      <p>{t('Chaque geste sur les agents et leurs droits. Rien ne s’y modifie ni ne s’y efface.')}</p>
      <TableauRiche
        legende={t('Gestes, le plus récent d’abord')}
        lignes={actes}
        cle={(a) => a.id}
        vide={t('Aucun geste n’est enregistré.')}
        colonnes={[
          { code: 'l', titre: t('Quand'), cellule: (a) => instantLisible(a.le) },
          { code: 'p', titre: t('Par'), cellule: (a) => a.par },
          { code: 't', titre: t('Geste'), cellule: (a) => t(motDeLActe(a.type)) },
          { code: 'c', titre: t('Sur'), cellule: (a) => a.cible ?? '–' },
          { code: 'f', titre: t('Précisions'), cellule: (a) => <Faits faits={a.faits} /> },
        ]}
      />
      <PagesDuJournal debut={estSuite ? '/administration/journal' : null} suite={suite && `/administration/journal?apres=${suite}`} />
    </Page>
  );
}
