import { chargerTelechargement } from '#features/donnees/telechargement/loaders.ts';
import { schemaRetour } from '#features/donnees/telechargement/schema.ts';
import { PageDonnees } from '#features/donnees/telechargement/views/donnees.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mes données');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { erreur } = schemaRetour.parse(await searchParams);
  return <PageDonnees {...(await chargerTelechargement())} erreur={erreur} />;
}
