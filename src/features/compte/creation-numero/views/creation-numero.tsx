import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { EtapeCreation } from '../loaders.ts';
import { FormulaireAdresse, FormulaireTitre } from './formulaires.tsx';

const connexion = () => [{ libelle: t('Se connecter'), href: '/connexion' }];

/** S-025: who has an account already, and with what. */
function DejaUnCompte({ retour }: { retour?: string }) {
  const suite = retour ? `?retour=${encodeURIComponent(retour)}` : '';
  return (
    <>
      <h2 className="fr-h5">{t('Avez-vous déjà un compte ?')}</h2>
      <ul>
        <li>
          {t(
            'Vous avez déjà validé en ligne votre VLS-TS : votre identifiant est la « référence » indiquée dans le document « Confirmation de la validation de l’enregistrement de votre VLS-TS », envoyé par courriel.',
          )}
        </li>
        <li>{t('Vous avez déjà demandé un titre de séjour en ligne sur ce site : votre identifiant est votre numéro étranger.')}</li>
      </ul>
      <p>
        <a className="fr-link" href={`/connexion${suite}`}>
          {t('J’ai déjà un compte : me connecter')}
        </a>
      </p>
      <p>
        {t('Vous n’avez ni titre, ni récépissé, ni visa long séjour ?')}{' '}
        <a className="fr-link" href={`/compte/creation${suite}`}>
          {retour ? t('Créer un compte avec une adresse électronique') : t('Faire une première demande sans numéro')}
        </a>
      </p>
    </>
  );
}

function Titre({ estPerimee, retour }: { estPerimee: boolean; retour?: string }) {
  return (
    <Page titre={t('Créer votre compte')} parents={connexion()} largeur="texte">
      {estPerimee ? (
        <Alerte ton="warning">
          {t('Plus de 30 minutes ont passé, ou cette page a déjà servi. Recommencez avec le numéro et les dates de votre titre.')}
        </Alerte>
      ) : null}
      <DejaUnCompte retour={retour} />
      <h2 className="fr-h5">{t('Dans les autres situations, créez un compte')}</h2>
      <p>{t('Prenez votre carte de séjour, votre récépissé ou votre visa long séjour : il faut son numéro et ses deux dates.')}</p>
      <div className="portail-formulaire">
        <FormulaireTitre retour={retour} />
      </div>
      <p className="fr-mt-3w">
        {t('Vos renseignements sont justes et ne sont pas reconnus ? Votre titre n’est peut-être pas encore connu de ce site.')}{' '}
        <a className="fr-link" href="/contact">
          {t('Nous contacter')}
        </a>
      </p>
    </Page>
  );
}

function Enregistree() {
  return (
    <Page
      titre={t('Votre demande de création de compte est enregistrée')}
      ici={t('Créer votre compte')}
      parents={connexion()}
      largeur="texte"
    >
      <p className="fr-text--lead">{t('Un courriel vient de vous être envoyé. Cliquez sur le lien qu’il contient pour continuer.')}</p>
      <p>{t('Le lien sert une fois, pendant 24 heures.')}</p>
      <h2 className="fr-h6">{t('Vous ne recevez rien ?')}</h2>
      <ul>
        <li>{t('Attendez quelques minutes et regardez dans les courriels indésirables (spam).')}</li>
        <li>
          {t('L’adresse était peut-être mal écrite :')}{' '}
          <a className="fr-link" href="/compte/creation-avec-numero">
            {t('recommencer avec la bonne adresse')}
          </a>
        </li>
        <li>
          {t(
            'Vous aviez peut-être déjà un compte, ouvert avec une autre adresse : regardez dans cette autre boîte. Vous n’y avez plus accès ?',
          )}{' '}
          <a className="fr-link" href="/contact">
            {t('Nous contacter')}
          </a>
        </li>
      </ul>
      <p className="portail-actions">
        <a className="fr-btn" href="/">
          {t('Retour à l’accueil')}
        </a>
      </p>
    </Page>
  );
}

/** The three pages of a creation with a number (S-025 to S-033). */
export function CreationNumero(etape: EtapeCreation) {
  switch (etape.etape) {
    case 'titre':
      return <Titre estPerimee={etape.estPerimee} retour={etape.retour} />;
    case 'adresse':
      return (
        <Page titre={t('Votre adresse électronique')} ici={t('Créer votre compte')} parents={connexion()} largeur="texte">
          <p>
            {t('Votre titre est reconnu. Indiquez l’adresse électronique de votre compte : nous y envoyons un lien pour la confirmer.')}
          </p>
          <div className="portail-formulaire">
            <FormulaireAdresse preuve={etape.preuve} />
          </div>
        </Page>
      );
    case 'enregistree':
      return <Enregistree />;
  }
}
