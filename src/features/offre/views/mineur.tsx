import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Tuile, Tuiles } from '#ui/layout/tuile.tsx';

/** What a representant légal asks for a minor, from their own compte (D-11). */
export function VueMineur({ demarches }: { demarches: readonly { slug: string; nom: string; public: string }[] }) {
  return (
    <Page
      titre={t('Une demande pour un mineur')}
      parents={[{ libelle: t('Demander un titre de séjour'), href: '/demander-un-titre' }]}
      chapo={<p>{t('Vous êtes son parent ou son représentant légal : la demande se fait depuis votre compte.')}</p>}
    >
      <Tuiles>
        {demarches.map(({ slug, nom, public: qui }) => (
          <Tuile key={slug} titre={t(nom)} href={`/demander-un-titre/${slug}`} description={t(qui)} pictogramme="airport" />
        ))}
        <Tuile
          titre={t('Un premier titre de séjour pour un mineur')}
          href="/premiere-demande"
          description={t('Dès 16 ans s’il souhaite travailler, et quand la loi le prévoit.')}
          pictogramme="document-add"
        />
      </Tuiles>
    </Page>
  );
}
