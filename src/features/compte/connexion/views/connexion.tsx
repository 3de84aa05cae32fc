import { liens } from '#domain/liens.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { FormulaireConnexion } from './formulaire-connexion.tsx';

export type Arrivee = 'directe' | 'expiree' | 'change';

function MotAccueil({ arrivee }: { arrivee: Arrivee }) {
  if (arrivee === 'expiree')
    return <Alerte ton="warning">{t('Votre session est terminée. Connectez-vous de nouveau pour continuer.')}</Alerte>;
  if (arrivee === 'change')
    return <Alerte ton="success">{t('Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.')}</Alerte>;
  return null;
}

/** The log-in page (S-051 to S-058). */
export function Connexion({ arrivee, retour }: { arrivee: Arrivee; retour?: string }) {
  return (
    <Page titre={t('Vous avez déjà un compte')} ici={t('Se connecter')} largeur="texte">
      <MotAccueil arrivee={arrivee} />
      <div className="portail-formulaire">
        <FormulaireConnexion retour={retour} />
        <ul className="portail-liens">
          <li>
            <a className="fr-link portail-majuscules" href="/compte/mot-de-passe-oublie">
              {t('Mot de passe oublié ?')}
            </a>
          </li>
          <li>
            <a className="fr-link" href="/compte/identifiant-oublie">
              {t('Identifiant oublié ?')}
            </a>
          </li>
        </ul>
        <p className="portail-ou">{t('Ou')}</p>
        <h2 className="fr-h6">FranceConnect</h2>
        <p>{t('FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos services en ligne.')}</p>
        <button type="button" className="fr-btn fr-btn--secondary" disabled aria-describedby="franceconnect-absent">
          {t('S’identifier avec FranceConnect')}
        </button>
        <p className="fr-hint-text fr-mt-1w" id="franceconnect-absent">
          {t('FranceConnect n’est pas encore disponible dans cette démonstration.')}
        </p>
        <p>
          <a className="fr-link" href={liens.franceConnect}>
            {t('Qu’est-ce que FranceConnect ?')}
          </a>
        </p>
        <p className="portail-premiere-visite">
          <a className="fr-link portail-majuscules" href="/compte/creation">
            {t('Première visite ? Créer votre compte')}
          </a>
        </p>
      </div>
    </Page>
  );
}
