import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { FormulaireIdentifiant, FormulaireLien } from './formulaires.tsx';

const connexion = () => [{ libelle: t('Se connecter'), href: '/connexion' }];

/** Said the same whether the compte is known or not. */
export function Envoye({ children }: { children: string }) {
  return (
    <>
      <Alerte ton="info" titre={t('C’est noté')} niveau="h2">
        {children}
      </Alerte>
      <p className="fr-mt-2w">{t('Rien reçu au bout de quelques minutes ? Regardez dans les courriels indésirables (spam).')}</p>
      <p className="portail-actions">
        <a className="fr-btn" href="/connexion">
          {t('Retour à la connexion')}
        </a>
      </p>
    </>
  );
}

export function SansAdresse() {
  return (
    <p className="fr-mt-3w">
      {t('Vous n’avez plus accès à votre adresse électronique ?')}{' '}
      <a className="fr-link" href="/contact">
        {t('Nous contacter')}
      </a>
    </p>
  );
}

/** S-055: the same answer, known or not (C23). */
export function MotDePasseOublie({ estEnvoye }: { estEnvoye: boolean }) {
  return (
    <Page titre={t('Mot de passe oublié')} parents={connexion()} largeur="texte">
      {estEnvoye ? (
        <Envoye>
          {t(
            'Si un compte correspond à cet identifiant, un courriel part à son adresse. Le lien qu’il contient sert une fois, pendant une heure.',
          )}
        </Envoye>
      ) : (
        <>
          <p>
            {t(
              'Indiquez votre identifiant. Nous envoyons à l’adresse électronique de votre compte un lien pour choisir un nouveau mot de passe.',
            )}
          </p>
          <div className="portail-formulaire">
            <FormulaireLien />
          </div>
          <SansAdresse />
        </>
      )}
    </Page>
  );
}

/** S-060. */
export function IdentifiantOublie({ estEnvoye }: { estEnvoye: boolean }) {
  return (
    <Page titre={t('Identifiant oublié')} parents={connexion()} largeur="texte">
      {estEnvoye ? (
        <Envoye>{t('Si un compte a cette adresse électronique, nous venons d’y envoyer son identifiant.')}</Envoye>
      ) : (
        <>
          <p>{t('Votre identifiant est :')}</p>
          <ul>
            <li>{t('votre numéro étranger si vous en avez un : les 10 chiffres du « numéro personnel » de votre titre de séjour ;')}</li>
            <li>{t('sinon, l’adresse électronique donnée à la création de votre compte.')}</li>
          </ul>
          <h2 className="fr-h5">{t('Le recevoir par courriel')}</h2>
          <div className="portail-formulaire">
            <FormulaireIdentifiant />
          </div>
        </>
      )}
    </Page>
  );
}
