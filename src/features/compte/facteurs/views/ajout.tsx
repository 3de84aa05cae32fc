// Adding a second factor: an authenticator application, a passkey; then the recovery codes.
import { t } from '#ui/langue/t.ts';
import type { Etage } from '#ui/layout/fil-ariane.tsx';
import { Page } from '#ui/layout/page.tsx';
import { LIEUX, type Lieu } from '../schema.ts';
import type { ApplicationEnEssai } from '../totp/queries.ts';
import { FormulaireCodes } from './codes.tsx';
import { FormulaireApplication, FormulaireCle } from './formulaires.tsx';
import { AJOUTS, GESTES } from './gestes.ts';

/** The pages above, by place. */
export function parentsDe(lieu: Lieu): Etage[] {
  switch (lieu) {
    case 'usager':
      return [
        { libelle: t('Mon compte'), href: '/mon-compte' },
        { libelle: t('Sécurité de mon compte'), href: LIEUX.usager },
      ];
    case 'agent':
      return [{ libelle: t('Mon compte d’agent'), href: LIEUX.agent }];
    case 'enrolement':
      return [{ libelle: t('Choisir un second facteur'), href: LIEUX.enrolement }];
  }
}

type Application = { lieu: Lieu; application: ApplicationEnEssai; retour?: string };

export function AjoutApplication({ lieu, application, retour }: Application) {
  return (
    <Page titre={t('Ajouter une application d’authentification')} parents={parentsDe(lieu)} largeur="texte">
      <ol className="portail-pas">
        <li>
          <h2 className="fr-h5">{t('Ouvrez une application d’authentification')}</h2>
          <p>{t('Par exemple FreeOTP, Aegis, 2FAS, Google Authenticator ou Microsoft Authenticator, sur votre téléphone.')}</p>
        </li>
        <li>
          <h2 className="fr-h5">{t('Montrez-lui ce code, ou recopiez la clé')}</h2>
          <img
            className="portail-qr"
            src={application.image}
            alt={t('Code à lire avec l’application. La clé ci-dessous dit la même chose.')}
          />
          <p>
            {t('Clé à recopier :')} <code className="portail-secret">{application.secret}</code>
          </p>
          <p>
            <a className="fr-link" href={application.uri}>
              {t('Ouvrir l’application de cet appareil')}
            </a>
          </p>
        </li>
        <li>
          <h2 className="fr-h5">{t('Écrivez le code qu’elle montre')}</h2>
          <div className="portail-formulaire">
            <FormulaireApplication action={AJOUTS[lieu].verifierApplication} retour={retour} />
          </div>
        </li>
      </ol>
    </Page>
  );
}

export function AjoutCle({ lieu, retour }: { lieu: Lieu; retour?: string }) {
  return (
    <Page titre={t('Ajouter une clé d’accès')} parents={parentsDe(lieu)} largeur="texte">
      <p>
        {t(
          'Une clé d’accès reste sur votre téléphone, votre ordinateur ou une clé USB de sécurité. Vous la débloquez avec votre empreinte, votre visage ou un code : rien n’est à recopier, et un faux site ne peut pas s’en servir.',
        )}
      </p>
      <div className="portail-formulaire">
        <FormulaireCle action={AJOUTS[lieu].garderCle} defi={AJOUTS[lieu].defiCle} retour={retour} />
      </div>
    </Page>
  );
}

type Codes = { lieu: 'usager' | 'agent'; restants: number; estPremier: boolean; retour?: string; accueil: string };

export function CodesSecours({ lieu, restants, estPremier, retour, accueil }: Codes) {
  const suite = retour ?? (estPremier ? accueil : LIEUX[lieu]);
  return (
    <Page titre={t('Codes de secours')} parents={parentsDe(lieu)} largeur="texte">
      <div className="portail-sans-impression">
        {estPremier ? <p>{t('Votre second facteur est enregistré : il vous sera demandé à chaque connexion.')}</p> : null}
        <p>
          {t(
            'Les codes de secours vous laissent entrer si vous perdez votre téléphone ou votre clé. Il y en a dix, chacun sert une fois, et ils ne sont montrés qu’une fois.',
          )}
        </p>
        {restants > 0 ? <p>{t('Il vous en reste {n}. En créer de nouveaux rend les anciens inutilisables.', { n: restants })}</p> : null}
      </div>
      <FormulaireCodes
        action={GESTES[lieu].creerCodes}
        defi={GESTES[lieu].defi}
        restants={restants}
        suite={suite}
        plusTard={estPremier && restants === 0}
      />
    </Page>
  );
}
