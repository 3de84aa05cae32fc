// Exceptional openings: the form of who opens, the log of who controls.

import { instantLisible } from '#features/dossier/instruction/views/dates.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { ACCUEIL } from '../../views/fil.ts';
import { faireOuvrir } from '../actions.ts';
import type { OuvertureLue } from '../queries.ts';
import { MINUTES_OUVERTURE } from '../schema.ts';

type Props = { ouvertures: readonly OuvertureLue[]; suite: Date | null; peutOuvrir: boolean; controle: boolean; at: Date };

const OBJET: Readonly<Record<string, string>> = { dossier: 'Le dossier', fichier: 'Un fichier', document: 'Un document' };

function Lectures({ lectures }: Pick<OuvertureLue, 'lectures'>) {
  if (!lectures.length) return t('Rien');
  return (
    <ul>
      {lectures.map((l, i) => (
        <li key={String(i)}>
          {t(OBJET[l.objet] ?? l.objet)}
          {l.nom ? ` « ${l.nom} »` : ''}, {instantLisible(new Date(l.le))}
        </li>
      ))}
    </ul>
  );
}

export function VueOuvertures({ ouvertures, suite, peutOuvrir, controle, at }: Props) {
  return (
    <Page titre={t('Ouvertures exceptionnelles de dossiers')} parents={[ACCUEIL()]}>
      {peutOuvrir ? (
        <section aria-labelledby="ouvrir-titre">
          <h2 className="fr-h5" id="ouvrir-titre">
            {t('Ouvrir un dossier')}
          </h2>
          <Alerte ton="warning">
            {t(
              'Un administrateur ne lit pas les dossiers. Si c’est indispensable, dites pourquoi : le dossier s’ouvre {n} minutes en lecture seule, chaque lecture est enregistrée, la protection des données est prévenue à l’instant et la personne concernée le verra.',
              { n: MINUTES_OUVERTURE },
            )}
          </Alerte>
          <FormulaireDeclare
            action={faireOuvrir}
            bouton={t('Ouvrir ce dossier')}
            champs={[
              { sorte: 'texte', nom: 'numero', libelle: t('N° de demande'), aide: t('Dix-neuf chiffres'), requis: true },
              {
                sorte: 'long',
                nom: 'motif',
                libelle: t('Motif'),
                aide: t('Une phrase entière, sans donnée sur la personne.'),
                requis: true,
              },
            ]}
          />
        </section>
      ) : null}
      <div className="agent-separe">
        <TableauRiche
          legende={controle ? t('Ouvertures, la plus récente d’abord') : t('Vos ouvertures, la plus récente d’abord')}
          lignes={ouvertures}
          cle={(o) => o.id}
          vide={t('Aucun dossier n’a été ouvert exceptionnellement.')}
          colonnes={[
            { code: 'le', titre: t('Quand'), cellule: (o) => instantLisible(o.le) },
            ...(controle ? [{ code: 'qui', titre: t('Qui'), cellule: (o: OuvertureLue) => o.agent }] : []),
            {
              code: 'n',
              titre: t('N° de demande'),
              cellule: (o) =>
                !controle && o.finLe > at ? <a href={`/administration/bris-de-glace/${o.dossierId}`}>{o.numero}</a> : o.numero,
            },
            { code: 'm', titre: t('Motif'), cellule: (o) => o.motif },
            { code: 'l', titre: t('Ce qui a été lu'), cellule: (o) => <Lectures lectures={o.lectures} /> },
            {
              code: 'e',
              titre: t('État'),
              cellule: (o) => (o.finLe > at ? <Badge ton="warning">{t('En cours')}</Badge> : <Badge>{t('Terminée')}</Badge>),
            },
          ]}
        />
      </div>
      {suite ? (
        <p className="portail-actions">
          <a className="fr-btn" href={`/administration/bris-de-glace?avant=${suite.getTime()}`}>
            {t('Page suivante')}
          </a>
        </p>
      ) : null}
    </Page>
  );
}
