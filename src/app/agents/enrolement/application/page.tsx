import { loaderApplicationEnrolee } from '#features/compte/facteurs/loaders.ts';
import { AjoutApplication } from '#features/compte/facteurs/views/ajout.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Ajouter une application d’authentification');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <AjoutApplication lieu="enrolement" {...(await loaderApplicationEnrolee(await searchParams))} />;
}
