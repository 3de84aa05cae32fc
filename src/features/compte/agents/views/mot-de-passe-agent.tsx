// Choosing a password as an agent: by invitation, or because it was forgotten. Reading these pages changes nothing.
import type { Action } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { LienPerdu } from '../../mot-de-passe/views/lien-perdu.tsx';
import { accepterInvitation, nouveauMotDePasseAgent } from '../actions.ts';
import { FormulaireChoixAgent, FormulaireOubliAgent } from './formulaires-mot-de-passe.tsx';

const parents = () => [{ libelle: t('Espace des agents'), href: '/agents/connexion' }];

function Choix({ action, jeton }: { action: Action; jeton: string }) {
  return (
    <div className="portail-formulaire">
      <FormulaireChoixAgent action={action} jeton={jeton} />
    </div>
  );
}

export function InvitationAgent({ jeton }: { jeton: string | null }) {
  return (
    <Page titre={t('Bienvenue')} ici={t('Invitation')} parents={parents()} largeur="texte">
      {jeton === null ? (
        <Alerte ton="error" titre={t('Ce lien ne fonctionne plus')} niveau="h2">
          {t(
            'Il a expiré ou il a déjà servi. Déjà un mot de passe ? Connectez-vous. Sinon, demandez à votre administrateur une nouvelle invitation.',
          )}
        </Alerte>
      ) : (
        <>
          <p>{t('Choisissez votre mot de passe. Vous choisirez ensuite un second facteur.')}</p>
          <Choix action={accepterInvitation} jeton={jeton} />
        </>
      )}
    </Page>
  );
}

export function NouveauMotDePasseAgent({ jeton }: { jeton: string | null }) {
  return (
    <Page titre={t('Choisir un nouveau mot de passe')} parents={parents()} largeur="texte">
      {jeton === null ? <LienPerdu href="/agents/mot-de-passe-oublie" /> : <Choix action={nouveauMotDePasseAgent} jeton={jeton} />}
    </Page>
  );
}

/** The same answer, known or not. */
export function MotDePasseOublieAgent({ estEnvoye }: { estEnvoye: boolean }) {
  return (
    <Page titre={t('Mot de passe oublié')} parents={parents()} largeur="texte">
      {estEnvoye ? (
        <>
          <Alerte ton="info" titre={t('C’est noté')} niveau="h2">
            {t('Si cette adresse est celle d’un agent, un courriel y part. Le lien qu’il contient sert une fois, pendant une heure.')}
          </Alerte>
          <p className="portail-actions">
            <a className="fr-btn" href="/agents/connexion">
              {t('Retour à la connexion')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>
            {t(
              'Nous envoyons à votre adresse professionnelle un lien pour choisir un nouveau mot de passe. Votre second facteur ne change pas.',
            )}
          </p>
          <div className="portail-formulaire">
            <FormulaireOubliAgent />
          </div>
        </>
      )}
    </Page>
  );
}
