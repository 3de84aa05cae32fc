import { chargerLienAdresse } from '#features/compte/coordonnees/loaders.ts';
import { PageLienAdresse } from '#features/compte/coordonnees/views/lien.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mon adresse électronique');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { jeton, retour, fait } = await searchParams;
  const lien = await chargerLienAdresse(jeton, retour);
  return <PageLienAdresse lien={lien} fait={typeof fait === 'string' ? fait : ''} />;
}
