import { loaderCleEnrolee } from '#features/compte/facteurs/loaders.ts';
import { AjoutCle } from '#features/compte/facteurs/views/ajout.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Ajouter une clé d’accès');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <AjoutCle lieu="enrolement" {...(await loaderCleEnrolee(await searchParams))} />;
}
