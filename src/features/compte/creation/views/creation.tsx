import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { FormulaireCreation } from './formulaire-creation.tsx';

/** S-040: the e-mail of somebody who has no number. `retour`: the request for which the compte is made. */
export function Creation({ retour }: { retour?: string }) {
  return (
    <Page titre={retour ? t('Créer votre compte') : t('Demander un titre de séjour')} largeur="texte">
      <p className="fr-text--lead">{t('Compléter les renseignements suivants pour accéder à vos services.')}</p>
      <p>
        {retour
          ? t('Une adresse électronique suffit. Une fois votre compte ouvert sur cet appareil, vous revenez à votre démarche.')
          : t('Cette page est pour une première demande, quand on n’a pas encore de numéro étranger.')}{' '}
        <a className="fr-link" href={retour ? `/connexion?retour=${encodeURIComponent(retour)}` : '/connexion'}>
          {t('J’ai déjà un compte : me connecter')}
        </a>
      </p>
      <FormulaireCreation retour={retour} />
    </Page>
  );
}

/** S-044: the request is recorded. The same words whether the address was known or not. */
export function CreationEnregistree() {
  return (
    <Page titre={t('Demander un titre de séjour')} largeur="texte">
      <section className="portail-carte portail-annonce" aria-labelledby="creation-titre">
        <h2 id="creation-titre" className="portail-majuscules">
          <span className="fr-icon-information-fill" aria-hidden="true" /> {t('Création de compte')}
        </h2>
        <p>{t('Votre demande de création de compte a bien été enregistrée.')}</p>
        <p>{t('Un courriel vient de vous être envoyé afin de confirmer votre adresse électronique.')}</p>
        <p>{t('Vous devez confirmer votre adresse et créer votre mot de passe avant de pouvoir envoyer votre demande.')}</p>
        <p className="portail-actions">
          <a className="fr-btn" href="/">
            {t('Retour à l’accueil')}
          </a>
        </p>
      </section>
      <h2 className="fr-h6">{t('Vous ne recevez rien ?')}</h2>
      <ul>
        <li>{t('Attendez quelques minutes et regardez dans les courriels indésirables (spam).')}</li>
        <li>
          {t('L’adresse était peut-être mal écrite :')}{' '}
          <a className="fr-link" href="/compte/creation">
            {t('recommencer avec la bonne adresse')}
          </a>
        </li>
      </ul>
    </Page>
  );
}
