import { loaderSecuriteUsager } from '#features/compte/facteurs/loaders.ts';
import { SecuriteUsager } from '#features/compte/facteurs/views/securite.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Sécurité de mon compte');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <SecuriteUsager {...(await loaderSecuriteUsager(await searchParams))} />;
}
