import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { BlocProConnect } from '../../proconnect/views/bloc-proconnect.tsx';
import { FormulaireAgent } from './formulaire-agent.tsx';

type Props = {
  proConnect: boolean;
  agent: { nom: string; page: string | null } | null;
  /** the page that plays the telephones of the demonstration agents is open */
  estDemonstration: boolean;
  /** minutes without a gesture that close a session */
  repos: number;
  arrivee: 'directe' | 'expiree' | 'change';
  retour?: string;
};

function MotAccueil({ arrivee, repos }: Pick<Props, 'arrivee' | 'repos'>) {
  if (arrivee === 'directe') return null;
  if (arrivee === 'change')
    return <Alerte ton="success">{t('Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.')}</Alerte>;
  return (
    <Alerte ton="warning" titre={t('Votre session est terminée')} niveau="h2">
      {t(
        'Elle se ferme après {n} minutes sans activité, ou quand vous la fermez depuis un autre appareil. Connectez-vous : vous reviendrez où vous en étiez.',
        { n: repos },
      )}
    </Alerte>
  );
}

/** The door of the administration. */
export function ConnexionAgent({ proConnect, agent, repos, estDemonstration, arrivee, retour }: Props) {
  return (
    <Page titre={t('Espace des agents')} ici={null} largeur="texte">
      {agent ? (
        <>
          <p>{t('Vous êtes connecté : {nom}.', { nom: agent.nom })}</p>
          {agent.page ? (
            <p className="portail-actions">
              <a className="fr-btn" href={agent.page}>
                {agent.page === '/instruction' ? t('Ouvrir la corbeille') : t('Continuer')}
              </a>
            </p>
          ) : (
            <p>{t('Vos rôles n’ouvrent encore aucune page : adressez-vous à votre administrateur.')}</p>
          )}
          <p>
            <a className="fr-link" href="/agents/mon-compte">
              {t('Mon compte d’agent')}
            </a>
          </p>
        </>
      ) : (
        <>
          <MotAccueil arrivee={arrivee} repos={repos} />
          <p>{t('Réservé aux agents des préfectures. Chaque lecture d’un dossier est enregistrée.')}</p>
          <div className="portail-formulaire">
            <FormulaireAgent retour={retour} />
            <ul className="portail-liens">
              <li>
                <a className="fr-link" href="/agents/mot-de-passe-oublie">
                  {t('Mot de passe oublié ?')}
                </a>
              </li>
              {estDemonstration ? (
                <li>
                  <a className="fr-link" href="/developpement/codes">
                    {t('Codes des agents de démonstration')}
                  </a>
                </li>
              ) : null}
            </ul>
            {proConnect ? <BlocProConnect retour={retour} /> : null}
          </div>
        </>
      )}
    </Page>
  );
}
