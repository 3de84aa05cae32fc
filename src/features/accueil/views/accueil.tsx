import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Tuile, Tuiles } from '#ui/layout/tuile.tsx';
import { chemins, type GenreCompte, tuilesAccueil } from './menu.ts';

/** The home page (S-017 to S-022). */
export function Accueil({ compte, service }: { compte: GenreCompte; service: string }) {
  return (
    <Page
      titre={t('Bienvenue sur {service}', { service })}
      ici={null}
      chapo={
        <p>
          {t('Demandez un titre de séjour, suivez votre demande et recevez vos documents en ligne, sur un téléphone ou un ordinateur.')}
        </p>
      }
    >
      <h2 className="fr-sr-only">{t('Vos démarches')}</h2>
      <Tuiles>
        {tuilesAccueil(compte).map((tuile) => (
          <Tuile key={tuile.href} niveau="h3" {...tuile} />
        ))}
      </Tuiles>
      <p className="portail-guide">
        <a className="fr-btn fr-btn--secondary" href={chemins.catalogue}>
          {t('Quelle démarche me concerne ?')}
        </a>
        <span>{t('Quelques questions, sans compte : la démarche, ses pièces, son coût, ses dates.')}</span>
      </p>
      <p>
        {t('Vous ne savez pas par où commencer ?')}{' '}
        <a className="fr-link" href="/aide">
          {t('Comment ça se passe, étape par étape')}
        </a>
      </p>
    </Page>
  );
}
