// Deleting one's compte: what will be lost, or why the law keeps it.
import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import type { PreuveDemandee } from '#features/compte/preuve/queries.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Suppression } from '../queries.ts';
import { FormulaireSuppression } from './formulaire-suppression.tsx';

function Garde() {
  return (
    <>
      <Alerte ton="info" titre={t('Votre compte ne peut pas être supprimé')} niveau="h2">
        {t('Vous avez déposé une demande : l’administration doit en garder le dossier, et vous devez pouvoir le suivre.')}
      </Alerte>
      <h2>{t('Combien de temps ces données sont-elles gardées ?')}</h2>
      <ul>
        <li>{t('Avec un titre de séjour ou un document de voyage : cinq ans après la fin de sa validité, sans nouvelle mise à jour.')}</li>
        <li>{t('Sans titre : cinq ans après l’enregistrement des premières données, sans nouvelle mise à jour.')}</li>
        <li>{t('Après une naturalisation : un an après le décret ; après une déclaration de nationalité : six mois.')}</li>
      </ul>
      <p>{t('Code de l’entrée et du séjour des étrangers et du droit d’asile, article R. 142-21. Elles sont ensuite effacées.')}</p>
      <h2>{t('Ce que vous pouvez faire')}</h2>
      <ul>
        <li>
          <a className="fr-link" href="/mon-compte/donnees">
            {t('Télécharger toutes mes données')}
          </a>
        </li>
        <li>
          <a className="fr-link" href="/mon-compte">
            {t('Abandonner un brouillon')}
          </a>
        </li>
        <li>{t('Demander à la préfecture de corriger une donnée fausse (art. R. 142-24).')}</li>
      </ul>
    </>
  );
}

type Props = { suppression: Suppression; preuve: PreuveDemandee };

function Perdu({ suppression, preuve }: Props) {
  const { email, numeroEtranger, brouillons, mandatsRecus } = suppression;
  return (
    <>
      <Alerte ton="warning" titre={t('Ce geste ne se défait pas')} niveau="h2">
        {t('Une fois votre compte supprimé, personne ne peut le rétablir, pas même nous.')}
      </Alerte>
      <h2>{t('Ce qui sera effacé')}</h2>
      <ul>
        <li>{t('votre accès avec {email}, votre mot de passe et vos connexions ouvertes', { email })}</li>
        <li>{t('votre téléphone et vos préférences')}</li>
        {brouillons.map((b) => (
          <li key={b.id}>
            {t('le brouillon « {nom} », modifié le', { nom: b.nom })} <Instant le={b.modifieLe} />
            {b.fichiers > 0 ? `, ${b.fichiers === 1 ? t('et son fichier') : t('et ses {n} fichiers', { n: b.fichiers })}` : ''}
          </li>
        ))}
        {mandatsRecus > 0 ? <li>{t('vos mandats : vous ne pourrez plus agir pour les personnes qui vous ont fait confiance')}</li> : null}
      </ul>
      <h2>{t('Ce qui reste')}</h2>
      <ul>
        {brouillons.length > 0 ? (
          <li>{t('la trace, sans votre nom ni vos réponses, qu’une demande a été commencée puis abandonnée')}</li>
        ) : null}
        {numeroEtranger ? (
          <li>{t('votre état civil et votre numéro étranger, qui appartiennent au fichier des étrangers et non à ce compte')}</li>
        ) : null}
        <li>{t('les messages que vous avez écrits au centre de contact, s’il y en a : ils ne sont plus rattachés à un compte')}</li>
      </ul>
      <p>
        {t('Vous voulez garder une copie ?')}{' '}
        <a className="fr-link" href="/mon-compte/donnees">
          {t('Téléchargez d’abord vos données')}
        </a>
      </p>
      <FormulaireSuppression preuve={preuve} />
    </>
  );
}

export function PageSuppression({ suppression, preuve }: Props) {
  return (
    <PageCompte titre={t('Supprimer mon compte')} ici="/mon-compte/donnees">
      {suppression.aDepose ? <Garde /> : <Perdu suppression={suppression} preuve={preuve} />}
    </PageCompte>
  );
}

/** Seen by somebody who has no compte any more: words only. */
export function CompteSupprime() {
  return (
    <Page titre={t('Votre compte est supprimé')} largeur="texte">
      <Alerte ton="success" annoncer>
        {t('Vos brouillons, vos fichiers et vos coordonnées sont effacés. Un dernier courriel vous le confirme.')}
      </Alerte>
      <p className="portail-actions">
        <a className="fr-btn" href="/">
          {t('Retour à l’accueil')}
        </a>
      </p>
    </Page>
  );
}
