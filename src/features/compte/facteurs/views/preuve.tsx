// Pages that ask for the second factor: after the password, before an act that matters, or to make the first one.
import { MINUTES_CONFIRMATION } from '#domain/access/preuve.ts';
import type { Action, Moyens } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import {
  confirmerAgent,
  defiPreuveAgent,
  defiPreuveUsager,
  enrolerApplication,
  prouverFacteurAgent,
  prouverFacteurUsager,
} from '../actions.ts';
import { LIEUX } from '../schema.ts';
import { FormulaireGeste, FormulairePreuve } from './formulaires.tsx';

type Props = { moyens: Moyens; retour?: string; sortie: (donnees: FormData) => Promise<void> };

function Sortir({ action }: { action: Props['sortie'] }) {
  return (
    <form action={action} className="fr-mt-4w">
      <button type="submit" className="fr-btn fr-btn--tertiary-no-outline">
        {t('Ce n’est pas moi : revenir à la connexion')}
      </button>
    </form>
  );
}

function Demande({ action, defi, moyens, retour }: { action: Action; defi: Action; moyens: Moyens; retour?: string }) {
  return (
    <div className="portail-formulaire">
      <FormulairePreuve action={action} defi={defi} moyens={moyens} retour={retour} />
    </div>
  );
}

/** A usager who has chosen to have a second factor. */
export function FacteurUsager({ moyens, retour, sortie }: Props) {
  return (
    <Page titre={t('Second facteur')} ici={null} largeur="texte">
      <p>{t('Votre mot de passe est juste. Il reste à confirmer que c’est bien vous.')}</p>
      <Demande action={prouverFacteurUsager} defi={defiPreuveUsager} moyens={moyens} retour={retour} />
      <p className="fr-mt-3w">
        {t('Vous n’avez plus ni votre téléphone, ni votre clé, ni vos codes de secours ?')}{' '}
        <a className="fr-link" href="/contact">
          {t('Nous contacter')}
        </a>
      </p>
      <Sortir action={sortie} />
    </Page>
  );
}

export function FacteurAgent({ moyens, retour, sortie }: Props) {
  return (
    <Page titre={t('Second facteur')} ici={null} largeur="texte">
      <p>{t('Votre mot de passe est juste. Il reste à confirmer que c’est bien vous.')}</p>
      <Demande action={prouverFacteurAgent} defi={defiPreuveAgent} moyens={moyens} retour={retour} />
      <p className="fr-mt-3w">
        {t(
          'Plus de téléphone, de clé ni de codes de secours : l’administrateur de votre préfecture peut réinitialiser vos seconds facteurs.',
        )}
      </p>
      <Sortir action={sortie} />
    </Page>
  );
}

/** Before reading what matters. Acts ask inside their own form instead. */
export function ConfirmationDemandee({ moyens, retour }: { moyens: Moyens; retour?: string }) {
  const aRien = !moyens.code && !moyens.cle && !moyens.secours;
  return (
    <Page titre={t('Confirmez que c’est bien vous')} ici={null} largeur="texte">
      {aRien ? (
        <>
          <Alerte ton="warning">{t('Cette page demande un second facteur, et vous n’en avez pas encore.')}</Alerte>
          <p className="portail-actions">
            <a className="fr-btn" href={LIEUX.agent}>
              {t('Ajouter un second facteur')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>
            {t('Ce que vous voulez ouvrir est protégé. Après cela, nous ne vous le redemandons pas pendant {n} minutes.', {
              n: MINUTES_CONFIRMATION,
            })}
          </p>
          <Demande action={confirmerAgent} defi={defiPreuveAgent} moyens={moyens} retour={retour} />
        </>
      )}
    </Page>
  );
}

/** An agent who has no second factor yet: nothing else is open. */
export function Enrolement({ nom, retour, sortie }: { nom: string | null; retour?: string; sortie: Props['sortie'] }) {
  const cle = `${LIEUX.enrolement}/cle${retour ? `?retour=${encodeURIComponent(retour)}` : ''}`;
  return (
    <Page titre={t('Choisir un second facteur')} ici={null} largeur="texte">
      {nom ? <p>{t('Bonjour {nom}.', { nom })}</p> : null}
      <p>
        {t(
          'Tout agent se connecte avec son mot de passe et un second facteur. Choisissez le vôtre : vous pourrez en ajouter d’autres ensuite.',
        )}
      </p>
      <section className="portail-carte">
        <h2 className="fr-h5">{t('Une application sur votre téléphone')}</h2>
        <p>{t('Elle montre un code à 6 chiffres qui change toutes les 30 secondes.')}</p>
        <FormulaireGeste
          action={enrolerApplication}
          defi={defiPreuveAgent}
          bouton={t('Utiliser une application')}
          genre="primaire"
          retour={retour}
        />
      </section>
      <section className="portail-carte">
        <h2 className="fr-h5">{t('Une clé d’accès')}</h2>
        <p>{t('Votre ordinateur, votre téléphone ou une clé USB de sécurité, débloqués avec votre empreinte, votre visage ou un code.')}</p>
        <p className="portail-actions">
          <a className="fr-btn fr-btn--secondary" href={cle}>
            {t('Utiliser une clé d’accès')}
          </a>
        </p>
      </section>
      <Sortir action={sortie} />
    </Page>
  );
}
