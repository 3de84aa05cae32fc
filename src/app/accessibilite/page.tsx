import { lien } from '#features/configuration/liens/catalogue.ts';
import { langueDemandee, titrePage } from '#guard/langue.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';

export const generateMetadata = titrePage('Accessibilité');

export default async function Accessibilite() {
  await langueDemandee();
  return (
    <Page titre={t('Accessibilité')} ici={t('Accessibilité')} largeur="texte" chapo={<p>{t('Accessibilité : non évaluée')}</p>}>
      <p>
        {t(
          'Ce site vise le niveau AA du référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun audit n’a encore été fait par un tiers : il serait malhonnête d’annoncer un taux.',
        )}
      </p>
      <h2>{t('Ce qui est fait')}</h2>
      <ul>
        <li>
          {t(
            'Le site s’utilise au clavier, avec un lecteur d’écran, sur un téléphone de 360 pixels de large et avec un agrandissement de 200 %.',
          )}
        </li>
        <li>{t('Les étapes de texte d’une demande fonctionnent sans script.')}</li>
        <li>{t('Les erreurs d’un formulaire sont résumées en haut de la page, avec un lien vers chaque champ.')}</li>
        <li>{t('Les documents PDF produits sont balisés et leur texte est sélectionnable.')}</li>
        <li>
          {t(
            'Un contrôle automatique (axe) est passé sur les pages à chaque modification. Un tel contrôle ne trouve qu’une partie des défauts.',
          )}
        </li>
      </ul>
      <h2>{t('Signaler un défaut')}</h2>
      <p>
        {t('Si vous n’arrivez pas à utiliser une page, dites-le-nous : nous vous donnerons l’information autrement.')}{' '}
        <a className="fr-link" href="/contact">
          {t('Nous contacter')}
        </a>
      </p>
      <h2>{t('Voie de recours')}</h2>
      <p>
        {t('Pour un service de l’administration, si vous n’obtenez pas de réponse, vous pouvez saisir le Défenseur des droits.')}{' '}
        <a className="fr-link" href={lien('defenseurDesDroits')}>
          {t('Site du Défenseur des droits')}
        </a>
      </p>
    </Page>
  );
}
