import { chemins } from '#features/accueil/views/menu.ts';
import { services } from '#features/accueil/views/services.ts';
import { langueDemandee, titrePage } from '#guard/langue.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';

export const generateMetadata = titrePage('Plan du site');

function Liens({ titre, liens }: { titre: string; liens: readonly (readonly [string, string])[] }) {
  return (
    <>
      <h2>{titre}</h2>
      <ul>
        {liens.map(([libelle, href]) => (
          <li key={href}>
            <a className="fr-link" href={href}>
              {libelle}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export default async function PlanDuSite() {
  await langueDemandee();
  return (
    <Page titre={t('Plan du site')} largeur="texte">
      <Liens
        titre={t('Démarches')}
        liens={[
          [t('Accueil'), '/'],
          [t('Quelle démarche me concerne ?'), chemins.catalogue],
          [t('Demander un titre de séjour'), chemins.demander],
          [t('Je demande un premier titre -sans numéro étranger, sans visa-'), chemins.premierTitre],
          ...services().map((s) => [s.titre, `/services/${s.code}`] as const),
        ]}
      />
      <Liens
        titre={t('Votre compte')}
        liens={[
          [t('Se connecter'), chemins.connexion],
          [t('Mon compte'), '/mon-compte'],
          [t('Mes notifications'), '/mon-compte/notifications'],
        ]}
      />
      <Liens
        titre={t('Aide et informations')}
        liens={[
          [t('Besoin d’aide ?'), chemins.aide],
          [t('Nous contacter'), chemins.contact],
          [t('Demandes qui se font à la préfecture'), '/orientation/autre'],
          [t('Vérifier un document'), '/verification'],
          [t('Mentions légales'), '/mentions-legales'],
          [t('Accessibilité'), '/accessibilite'],
        ]}
      />
    </Page>
  );
}
