import type { ReactNode } from 'react';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Tuile, Tuiles } from '#ui/layout/tuile.tsx';
import { chemins, type GenreCompte } from './menu.ts';

/**
 * Where "Je demande ou renouvelle un titre de séjour" leads (S-018, S-180): before log-in, one way for each situation; then for whom.
 * `demandeur`: the form of that question.
 */
export function DemanderUnTitre({ compte, demandeur }: { compte: GenreCompte; demandeur: ReactNode }) {
  if (compte === 'definitif')
    return (
      <Page titre={t('Demander un titre de séjour')} largeur="texte">
        {demandeur}
        <p>
          <a className="fr-link" href={chemins.monCompte}>
            {t('Je reprends ou je suis ma demande')}
          </a>
        </p>
        <AutresDemarches />
      </Page>
    );
  return (
    <Page titre={t('Demander un titre de séjour')} chapo={<p>{t('Choisissez ce qui vous correspond.')}</p>}>
      {compte === 'temporaire' ? (
        <Tuiles>
          <Tuile
            titre={t('Je commence une première demande')}
            href={chemins.premiereDemande}
            description={t('Vous n’avez jamais eu de titre de séjour en France.')}
            pictogramme="document-add"
          />
          <Tuile
            titre={t('Je reprends ou je suis ma demande')}
            href={chemins.monCompte}
            description={t('Vos demandes sont dans votre compte.')}
            pictogramme="padlock"
          />
          <SituationDifferente />
        </Tuiles>
      ) : (
        <>
          <h2>{t('Et je suis titulaire d’un titre de séjour / VLS-TS')}</h2>
          <p>
            {t(
              'Pour renouveler votre titre ou en demander un autre, connectez-vous avec votre numéro étranger : le portail retrouve votre titre et vous dit ce que vous pouvez demander aujourd’hui.',
            )}
          </p>
          <Tuiles>
            <Tuile
              titre={t('J’ai déjà un compte')}
              href={`${chemins.connexion}?retour=${encodeURIComponent(chemins.moiMeme)}`}
              description={t('Avec votre numéro étranger, ou votre adresse électronique si vous avez commencé une première demande.')}
              pictogramme="padlock"
            />
            <Tuile
              titre={t('J’ai un titre, un récépissé ou un visa, et pas encore de compte')}
              href={chemins.creationAvecNumero}
              description={t('Il faut le numéro et les deux dates imprimées sur le document.')}
              pictogramme="national-identity-card-passport"
            />
          </Tuiles>
          <h2>{t('Et je n’ai pas de titre de séjour')}</h2>
          <Tuiles>
            <Tuile
              titre={t('Je demande un premier titre -sans numéro étranger, sans visa-')}
              href={chemins.premierTitre}
              description={t('Vous n’avez jamais eu de titre de séjour en France.')}
              pictogramme="document-add"
            />
            <SituationDifferente />
          </Tuiles>
        </>
      )}
      <AutresDemarches />
    </Page>
  );
}

/** What is asked of the préfecture too, and is no titre de séjour. */
function AutresDemarches() {
  return (
    <>
      <h2>{t('Et je ne demande pas un titre de séjour')}</h2>
      <ul>
        <li>
          <a href="/services/nationalite-francaise">{t('Demander la nationalité française')}</a>
        </li>
        <li>
          <a href="/services/autorisation-de-travail">{t('Je demande une autorisation de travail')}</a>{' '}
          <span className="fr-hint-text">{t('pour un salarié que j’emploie')}</span>
        </li>
      </ul>
    </>
  );
}

function SituationDifferente() {
  return (
    <Tuile
      titre={t('Ma situation est différente')}
      href={chemins.catalogue}
      description={t('Quelques questions pour savoir quelle démarche vous concerne : étudiant, salarié, réfugié, duplicata…')}
      pictogramme="information"
    />
  );
}
