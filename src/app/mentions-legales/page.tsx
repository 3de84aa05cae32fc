import { lien } from '#features/configuration/liens/catalogue.ts';
import { langueDemandee, titrePage } from '#guard/langue.ts';
import { env } from '#platform/env.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';

export const generateMetadata = titrePage('Mentions légales');

function Editeur() {
  const e = env();
  if (e.PORTAIL_OFFICIEL)
    return (
      <p>{t('Ce site est édité par : {direction}, {ministere}.', { direction: e.PORTAIL_DIRECTION, ministere: e.PORTAIL_MINISTERE })}</p>
    );
  return (
    <>
      <p>
        {t(
          'Ce site est une démonstration. Il n’est édité ni par le ministère de l’Intérieur ni par aucune administration, et aucune demande déposée ici ne produit d’effet. Les noms d’administrations n’y figurent que pour l’exemple.',
        )}
      </p>
      <p>
        <a className="fr-link" href={lien('portailOfficiel')}>
          {t('Aller sur le site officiel')}
        </a>
      </p>
    </>
  );
}

export default async function MentionsLegales() {
  await langueDemandee();
  return (
    <Page titre={t('Mentions légales')} largeur="texte">
      <h2>{t('Éditeur')}</h2>
      <Editeur />
      <h2>{t('Données personnelles')}</h2>
      <p>
        {t(
          'Les réponses et les fichiers que vous donnez servent seulement à examiner votre demande. Ils sont conservés chiffrés, ne sont lus que par vous et par les agents du service chargé de votre demande, et chaque lecture est notée.',
        )}
      </p>
      <p>
        {t(
          'Aucune donnée n’est envoyée à un tiers : pas de mesure d’audience, pas de publicité, pas de police ni de script venus d’ailleurs.',
        )}
      </p>
      <h2>{t('Cookies')}</h2>
      <p>
        {t(
          'Le site ne dépose que les cookies nécessaires à la connexion et au choix de la langue. L’un d’eux reconnaît pendant six mois un navigateur où vous vous êtes connecté, pour que les essais d’autres personnes ne ferment pas votre compte. Ils ne demandent pas de consentement.',
        )}
      </p>
      <h2>{t('Textes et sources')}</h2>
      <p>
        {t('Les règles de séjour viennent du code de l’entrée et du séjour des étrangers et du droit d’asile.')}{' '}
        <a className="fr-link" href={lien('ceseda')}>
          {t('Lire le code sur Légifrance')}
        </a>
      </p>
      <p>
        {t('L’apparence reprend le Système de design de l’État. La marque de l’État et la police Marianne sont réservées à ses sites.')}{' '}
        <a className="fr-link" href={lien('designEtat')}>
          {t('Lire les conditions d’utilisation du système de design')}
        </a>
      </p>
    </Page>
  );
}
