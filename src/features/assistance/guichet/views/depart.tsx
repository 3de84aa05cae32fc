// Before a deposit at the desk: who is there, for which démarche (R.431-2, C39).
import { adresseEtape } from '#domain/access/demarche.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Depart } from '../queries.ts';
import { PIECES_IDENTITE } from '../schema.ts';
import { FormulaireOuverture } from './formulaire-ouverture.tsx';

export function VueDepart({ ticket, procedures, procedure, enCours, aRepondre }: Depart) {
  const { id, numero, nom, email, motif } = ticket;
  const parents = [
    { libelle: t('Assistance'), href: '/assistance' },
    { libelle: t('Ticket n° {numero}', { numero }), href: `/assistance/${id}` },
  ];
  return (
    <Page titre={t('Déposer au guichet')} parents={parents} largeur="texte">
      <p>
        {t(
          'Vous remplissez la demande avec la personne, présente devant vous : mêmes questions, mêmes contrôles et mêmes pièces qu’en ligne. L’historique de la demande dira que le dépôt est fait par un agent d’accueil.',
        )}
      </p>
      <ListeResume
        lignes={[
          { terme: t('Personne'), valeur: nom },
          { terme: t('Adresse électronique'), valeur: email || t('Aucune : courriers par la poste') },
          { terme: t('Impossibilité constatée'), valeur: motif },
        ]}
      />
      {aRepondre ? (
        <Alerte ton="info" titre={t('La préfecture attend une réponse de cette personne')} niveau="h2">
          <p>{t('Elle vient avec la lettre reçue par la poste, et ce qui y est demandé ; ou elle l’a envoyé par courrier.')}</p>
          <p>
            <a className="fr-btn fr-btn--sm" href={adresseEtape('/guichet', aRepondre, 'complement')}>
              {t('Saisir sa réponse')}
            </a>
          </p>
        </Alerte>
      ) : enCours ? (
        <Alerte ton="info" titre={t('Un dépôt est déjà commencé pour ce ticket')} niveau="h2">
          <p>
            <a className="fr-btn fr-btn--sm" href={adresseEtape('/guichet', enCours.dossierId, enCours.etape)}>
              {t('Reprendre ce dépôt')}
            </a>
          </p>
        </Alerte>
      ) : (
        <FormulaireOuverture
          ticket={id}
          email={email}
          pieces={Object.entries(PIECES_IDENTITE).map(([valeur, libelle]) => ({ valeur, libelle: t(libelle) }))}
          procedures={[...Map.groupBy(procedures, (p) => p.groupe)].map(([groupe, siennes]) => ({
            libelle: t(groupe),
            options: siennes.map((p) => ({ valeur: p.valeur, libelle: t(p.libelle) })),
          }))}
          procedure={procedure}
        />
      )}
    </Page>
  );
}
