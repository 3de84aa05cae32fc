import { lirePreambule } from '#domain/access/demarche.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { BlocFranceConnect } from '../../franceconnect/views/bloc-franceconnect.tsx';
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
export function Connexion({ arrivee, retour, franceConnect }: { arrivee: Arrivee; retour?: string; franceConnect: boolean }) {
  const depart = lirePreambule(retour);
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
          <li>
            <a className="fr-link" href="/connexion/lien">
              {t('Recevoir un lien de connexion')}
            </a>
          </li>
        </ul>
        <BlocFranceConnect estPropose={franceConnect} retour={retour} />
        <p className="portail-premiere-visite">
          <a
            className="fr-link portail-majuscules"
            href={depart ? `/compte/creation-avec-numero?retour=${encodeURIComponent(depart)}` : '/compte/creation-avec-numero'}
          >
            {t('Première visite ? Créer votre compte')}
          </a>
        </p>
      </div>
    </Page>
  );
}
