import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { abandonnerFranceConnect } from '../actions.ts';
import type { PageFranceConnect as Donnees, IdentiteMontree } from '../loaders.ts';
import type { EchecFranceConnect } from '../schema.ts';
import { FormulaireCode, FormulaireConfirmer, FormulaireCourriel, FormulaireTitre } from './formulaires.tsx';

function phraseEchec(echec: EchecFranceConnect): string {
  switch (echec) {
    case 'annule':
      return t('Vous avez annulé votre passage par FranceConnect. Rien n’a changé.');
    case 'panne':
      return t('FranceConnect ne répond pas en ce moment. Votre identifiant et votre mot de passe ouvrent toujours votre compte.');
    case 'trop':
      return t('Trop de départs vers FranceConnect depuis ce réseau. Attendez 15 minutes puis recommencez.');
    case 'refuse':
      return t('La réponse de FranceConnect n’a pas pu être vérifiée. Rien n’a été ouvert. Recommencez.');
    case 'ancien':
      return t('Ce passage par FranceConnect est trop ancien, a déjà servi ou a commencé dans un autre navigateur. Recommencez.');
  }
}

function Echec({ echec, estConnecte }: { echec: EchecFranceConnect; estConnecte: boolean }) {
  return (
    <>
      <Alerte ton={echec === 'annule' ? 'info' : 'warning'}>{phraseEchec(echec)}</Alerte>
      <p className="portail-actions">
        <a className="fr-btn" href={estConnecte ? '/mon-compte' : '/connexion'}>
          {estConnecte ? t('Revenir à mon compte') : t('Revenir à la page de connexion')}
        </a>
      </p>
    </>
  );
}

function Identite({ identite }: { identite: IdentiteMontree }) {
  return (
    <>
      <h2 className="fr-h5">{t('L’identité donnée par FranceConnect')}</h2>
      <ListeResume
        lignes={[
          { terme: t('Nom de naissance'), valeur: identite.nomNaissance },
          { terme: t('Prénoms'), valeur: identite.prenoms },
          { terme: t('Date de naissance'), valeur: identite.naissance },
          ...(identite.lieu ? [{ terme: t('Lieu de naissance'), valeur: identite.lieu }] : []),
        ]}
      />
    </>
  );
}

function Question({ question, identite, email }: Extract<Donnees, { sorte: 'question' }>) {
  if (question === 'confirmer')
    return (
      <>
        <p>
          {t(
            'C’est l’état civil du compte ouvert dans ce navigateur. Vous pouvez y lier FranceConnect : il ouvrira votre compte sans mot de passe.',
          )}
        </p>
        <Identite identite={identite} />
        <FormulaireConfirmer />
      </>
    );
  return (
    <>
      <Identite identite={identite} />
      <h2 className="fr-h5">{t('Vous avez déjà un titre de séjour ou un récépissé')}</h2>
      {question === 'reconnaitre' ? (
        <p>
          {t(
            'Une personne enregistrée a exactement cet état civil. Pour être sûr que c’est vous, nous avons besoin de votre titre. Vous ne le ferez qu’une fois.',
          )}
        </p>
      ) : (
        <p>
          {t('Nous ne lions jamais un compte d’après une ressemblance. Donnez les chiffres de votre titre : vous ne le ferez qu’une fois.')}
        </p>
      )}
      <FormulaireTitre />
      {question === 'choisir' ? (
        <>
          <p className="portail-ou">{t('Ou')}</p>
          <h2 className="fr-h5">{t('Vous n’avez pas encore de numéro étranger')}</h2>
          <p>{t('Nous ouvrons un compte pour votre première demande.')}</p>
          <FormulaireCourriel email={email} />
        </>
      ) : null}
    </>
  );
}

function Contenu(donnees: Donnees) {
  switch (donnees.sorte) {
    case 'echec':
      return <Echec {...donnees} />;
    case 'question':
      return <Question {...donnees} />;
    case 'courriel':
      return (
        <>
          <p>
            {t('À quelle adresse électronique pouvons-nous vous écrire ? Nous y envoyons un code pour vérifier qu’elle est bien à vous.')}
          </p>
          <FormulaireCourriel email={donnees.email} />
        </>
      );
    case 'code':
      return (
        <>
          <p>
            {t('Un courriel vient de partir à {email}. Gardez cette page ouverte et recopiez ici le code qu’il contient.', {
              email: donnees.email,
            })}
          </p>
          <FormulaireCode />
          <h2 className="fr-h6 fr-mt-4w">{t('Vous ne recevez rien ?')}</h2>
          <ul>
            <li>{t('Attendez quelques minutes et regardez dans les courriels indésirables (spam).')}</li>
            <li>{t('Si un compte existe déjà avec cette adresse, le courriel ne contient pas de code : il explique comment entrer.')}</li>
            <li>
              <a className="fr-link" href="/connexion/franceconnect?etape=courriel">
                {t('Donner une autre adresse, ou recevoir un nouveau code')}
              </a>
            </li>
          </ul>
        </>
      );
  }
}

const TITRES = {
  echec: 'Connexion avec FranceConnect',
  question: 'Quel est votre compte ?',
  courriel: 'Votre adresse électronique',
  code: 'Votre code',
} as const;

/** After FranceConnect. Nothing links by itself: every button here is the person's. */
export function PageFranceConnect(donnees: Donnees) {
  return (
    <Page titre={t(TITRES[donnees.sorte])} ici={t('FranceConnect')} largeur="texte">
      <Contenu {...donnees} />
      {donnees.sorte === 'echec' ? null : (
        <form action={abandonnerFranceConnect} className="portail-premiere-visite">
          <p>{t('Ce n’est pas vous, ou vous préférez votre mot de passe ?')}</p>
          <button type="submit" className="fr-btn fr-btn--tertiary">
            {t('Quitter FranceConnect sans rien lier')}
          </button>
        </form>
      )}
    </Page>
  );
}
