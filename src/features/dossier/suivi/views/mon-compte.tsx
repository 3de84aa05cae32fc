// "Mon compte" (S-039): what is going on, what can be downloaded, how to be reached.

import type { ReactNode } from 'react';
import { RubriquesCompte } from '#features/accueil/views/page-compte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Tuile, Tuiles } from '#ui/layout/tuile.tsx';
import type { Coordonnees, DossierSuivi } from '../queries.ts';
import { CarteDossier } from './carte-dossier.tsx';
import { ListeDocuments } from './documents.tsx';

type Props = {
  nom: string | null;
  numeroEtranger: string | null;
  dossiers: readonly DossierSuivi[];
  coordonnees: Coordonnees;
  nonLues: number;
  /** steps of drafts that the portal failed to show or keep */
  blocages: ReactNode;
};

function Notifications({ nonLues }: { nonLues: number }) {
  return (
    <section aria-labelledby="notifications">
      <h2 id="notifications">{t('Mes notifications')}</h2>
      <p className="portail-ligne">
        <a className="fr-link" href="/mon-compte/notifications">
          {t('Voir toutes mes notifications')}
        </a>
        {nonLues > 0 ? (
          <Badge ton="new">{nonLues === 1 ? t('1 non lue') : t('{n} non lues', { n: nonLues })}</Badge>
        ) : (
          <span>{t('Aucune notification non lue.')}</span>
        )}
      </p>
    </section>
  );
}

function Documents({ dossiers }: { dossiers: readonly DossierSuivi[] }) {
  const pourvus = dossiers.filter((d) => d.documents.length > 0);
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t('Mes documents')}</h2>
      {pourvus.length === 0 ? <p>{t('Les documents délivrés par l’administration apparaîtront ici.')}</p> : null}
      {pourvus.map((d) => (
        <ListeDocuments key={d.id} documents={d.documents} precision={t('demande n° {numero}', { numero: d.numero ?? '' })} />
      ))}
    </section>
  );
}

/** The other pages of the compte, with what one comes to do there. */
function Gerer() {
  const cartes = [
    {
      titre: t('Mon consentement'),
      href: '/mon-compte/consentement',
      description: t('Accepter ou refuser de recevoir les courriers par voie électronique'),
    },
    { titre: t('Mes données'), href: '/mon-compte/donnees', description: t('Télécharger vos données, supprimer votre compte') },
  ];
  return (
    <section aria-labelledby="gerer">
      <h2 id="gerer">{t('Gérer mon compte')}</h2>
      <Tuiles>
        {cartes.map((c) => (
          <Tuile key={c.href} niveau="h3" {...c} />
        ))}
      </Tuiles>
    </section>
  );
}

export function MonCompte({ nom, numeroEtranger, dossiers, coordonnees, nonLues, blocages }: Props) {
  const lignes = [
    ...(numeroEtranger ? [{ terme: t('Numéro étranger'), valeur: <span className="portail-numero">{numeroEtranger}</span> }] : []),
    { terme: t('Adresse électronique'), valeur: coordonnees.email },
    { terme: t('Téléphone'), valeur: coordonnees.telephone ?? t('Non renseigné') },
  ];
  return (
    <Page
      titre={t('Mon compte')}
      chapo={nom ? t('Bonjour {nom},', { nom }) : t('Bonjour,')}
      rubriques={<RubriquesCompte ici="/mon-compte" />}
    >
      {blocages}
      <section aria-labelledby="demandes">
        <h2 id="demandes">{t('Mes demandes')}</h2>
        {dossiers.length === 0 ? (
          <p>
            {t('Vous n’avez pas encore de demande.')}{' '}
            <a className="fr-link" href={numeroEtranger ? '/demander-un-titre' : '/premiere-demande'}>
              {t('Demander un titre de séjour')}
            </a>
          </p>
        ) : (
          dossiers.map((d) => <CarteDossier dossier={d} key={d.id} />)
        )}
      </section>
      <Notifications nonLues={nonLues} />
      <Documents dossiers={dossiers} />
      <section aria-labelledby="coordonnees">
        <h2 id="coordonnees">{t('Mes coordonnées')}</h2>
        <ListeResume lignes={lignes} />
        <p>
          <a className="fr-link" href="/mon-compte/coordonnees">
            {t('Modifier mes coordonnées')}
          </a>
        </p>
      </section>
      <Gerer />
    </Page>
  );
}
