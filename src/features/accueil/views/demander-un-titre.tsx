import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Tuile, Tuiles } from '#ui/layout/tuile.tsx';
import { chemins, type GenreCompte } from './menu.ts';

/** Where "Je demande ou renouvelle un titre de séjour" leads (S-018): one way for each situation, none without issue. */
export function DemanderUnTitre({ compte }: { compte: GenreCompte }) {
  return (
    <Page titre={t('Demander un titre de séjour')} chapo={<p>{t('Choisissez ce qui vous correspond.')}</p>}>
      <Tuiles>
        {compte ? (
          <>
            {compte === 'temporaire' ? (
              <Tuile
                titre={t('Je commence une première demande')}
                href={chemins.premiereDemande}
                description={t('Vous n’avez jamais eu de titre de séjour en France.')}
                pictogramme="document-add"
              />
            ) : null}
            <Tuile
              titre={t('Je reprends ou je suis ma demande')}
              href={chemins.monCompte}
              description={t('Vos demandes sont dans votre compte.')}
              pictogramme="padlock"
            />
          </>
        ) : (
          <>
            <Tuile
              titre={t('Je demande un premier titre -sans numéro étranger, sans visa-')}
              href={chemins.premierTitre}
              description={t('Vous n’avez jamais eu de titre de séjour en France.')}
              pictogramme="document-add"
            />
            <Tuile
              titre={t('J’ai un titre, un récépissé ou un visa, et pas encore de compte')}
              href={chemins.creationAvecNumero}
              description={t('Il faut le numéro et les deux dates imprimées sur le document.')}
              pictogramme="national-identity-card-passport"
            />
            <Tuile
              titre={t('J’ai déjà un compte')}
              href={chemins.connexion}
              description={t('Avec votre numéro étranger, ou votre adresse électronique si vous avez commencé une première demande.')}
              pictogramme="padlock"
            />
          </>
        )}
        <Tuile
          titre={t('Ma situation est différente')}
          href={chemins.catalogue}
          description={t('Quelques questions pour savoir quelle démarche vous concerne : étudiant, salarié, réfugié, duplicata…')}
          pictogramme="information"
        />
      </Tuiles>
    </Page>
  );
}
