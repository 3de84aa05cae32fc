import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { BlocProConnect } from '../../proconnect/views/bloc-proconnect.tsx';
import { FormulaireAgent } from './formulaire-agent.tsx';

type Props = { proConnect: boolean; agent: { nom: string; page: string | null } | null; estExpiree: boolean; retour?: string };

/** The door of the administration. */
export function ConnexionAgent({ proConnect, agent, estExpiree, retour }: Props) {
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
        </>
      ) : (
        <>
          {estExpiree ? <Alerte ton="warning">{t('Votre session est terminée. Connectez-vous de nouveau pour continuer.')}</Alerte> : null}
          <p>{t('Réservé aux agents des préfectures. Chaque lecture d’un dossier est enregistrée.')}</p>
          <div className="portail-formulaire">
            <FormulaireAgent retour={retour} />
            {proConnect ? <BlocProConnect retour={retour} /> : null}
          </div>
        </>
      )}
    </Page>
  );
}
