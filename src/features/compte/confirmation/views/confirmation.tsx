import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { EtapeConfirmation } from '../../creation-numero/loaders.ts';
import { FormulaireConfirmation, FormulaireMotDePasse } from './formulaires.tsx';

function Creee() {
  return (
    <Page titre={t('Votre compte est créé')} largeur="texte">
      <Alerte ton="success" titre={t('Votre adresse électronique est confirmée')} niveau="h2">
        {t('Vous pouvez vous connecter.')}
      </Alerte>
      <p className="fr-mt-2w">
        {t('Votre identifiant est le numéro que vous avez donné : votre numéro étranger, ou le numéro de votre visa.')}
      </p>
      <p className="portail-actions">
        <a className="fr-btn" href="/connexion">
          {t('Se connecter')}
        </a>
      </p>
      <h2 className="fr-h6">{t('Vous avez un visa et pas de mot de passe ?')}</h2>
      <p>
        {t('Vous entrez par un lien envoyé à votre adresse :')}{' '}
        <a className="fr-link" href="/connexion/lien">
          {t('Recevoir un lien de connexion')}
        </a>
      </p>
      <p>
        {t('Si vous préférez un mot de passe :')}{' '}
        <a className="fr-link" href="/compte/mot-de-passe-oublie">
          {t('Choisir un mot de passe')}
        </a>
      </p>
    </Page>
  );
}

/** The page of the link (S-035 to S-037). Reading it changes nothing. */
export function Confirmation(etape: EtapeConfirmation) {
  switch (etape.etape) {
    case 'creee':
      return <Creee />;
    case 'perimee':
      return (
        <Page titre={t('Création de compte')} largeur="texte">
          <Alerte ton="error" titre={t('Ce lien ne fonctionne plus')} niveau="h2">
            {t('Il a expiré ou il a déjà servi. Si votre compte est déjà créé, connectez-vous ; sinon, recommencez la création.')}
          </Alerte>
          <p className="portail-actions">
            <a className="fr-btn" href="/connexion">
              {t('Se connecter')}
            </a>
            <a className="fr-btn fr-btn--secondary" href="/compte/creation-avec-numero">
              {t('Créer votre compte')}
            </a>
          </p>
        </Page>
      );
    case 'mot_de_passe':
      return (
        <Page titre={t('Création du mot de passe')} largeur="texte">
          <p>
            {t(
              'Merci de choisir un mot de passe, qui doit faire au moins 8 caractères avec au moins une majuscule, une minuscule, un chiffre et un caractère spécial.',
            )}
          </p>
          <div className="portail-formulaire">
            <FormulaireMotDePasse jeton={etape.jeton} />
          </div>
        </Page>
      );
    case 'adresse':
      return (
        <Page titre={t('Confirmation de votre adresse électronique')} largeur="texte">
          <p>{t('Cliquez sur le bouton pour confirmer que cette adresse est la vôtre et créer votre compte.')}</p>
          <FormulaireConfirmation jeton={etape.jeton} />
        </Page>
      );
  }
}
