import { chargerDossierOuvert } from '#features/administration/bris/loaders.ts';
import { VueDossierOuvert } from '#features/administration/bris/views/dossier-ouvert.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Ouverture exceptionnelle');

const un = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : null);

export default async function Page({ params, searchParams }: PageProps<'/administration/bris-de-glace/[dossier]'>) {
  const charge = await chargerDossierOuvert((await params).dossier);
  const { piece, fichier } = await searchParams;
  return <VueDossierOuvert {...charge} piece={un(piece)} fichier={un(fichier)} />;
}
