// Where the prefecture receives, and when: what every appointment is taken from.

import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { faireOuvrirLieu } from '../actions.ts';
import type { LieuLu } from '../queries.ts';
import { coordonnees } from './lieu.tsx';

export function VueLieux({ lieux }: { lieux: readonly LieuLu[] }) {
  return (
    <Page titre={t('Lieux de rendez-vous')} parents={[{ libelle: t('Administration'), href: '/administration' }]}>
      <p>{t('Les créneaux proposés aux personnes viennent d’ici. Les jours fériés sont fermés d’office.')}</p>
      <TableauRiche
        legende={t('Lieux de la préfecture')}
        lignes={lieux}
        cle={(l) => l.id}
        vide={t('Aucun lieu : personne ne peut être convoqué.')}
        colonnes={[
          {
            code: 'n',
            titre: t('Lieu'),
            cellule: (l) => (
              <a className="fr-link" href={`/administration/lieux/${l.id}`}>
                {l.nom}
              </a>
            ),
          },
          { code: 'a', titre: t('Adresse'), cellule: (l) => l.adresse },
          {
            code: 'h',
            titre: t('Horaires'),
            cellule: (l) => (l.plages.length > 0 ? t('{n} par semaine', { n: l.plages.length }) : t('aucun')),
          },
          { code: 'r', titre: t('Rendez-vous à venir'), cellule: (l) => l.prevus },
          { code: 'e', titre: t('État'), cellule: (l) => (l.actif ? t('Reçoit') : t('Ne reçoit plus')) },
        ]}
      />
      <section className="agent-separe portail-page--texte" aria-labelledby="ouvrir-lieu">
        <h2 className="fr-h5" id="ouvrir-lieu">
          {t('Ouvrir un lieu')}
        </h2>
        <FormulaireDeclare action={faireOuvrirLieu} champs={coordonnees()} bouton={t('Ouvrir ce lieu')} />
      </section>
    </Page>
  );
}
