import { loaderSecuriteUsager } from '#features/compte/facteurs/loaders.ts';
import { SecuriteUsager } from '#features/compte/facteurs/views/securite.tsx';
import { loaderIdentiteLiee } from '#features/compte/franceconnect/loaders.ts';
import { IdentiteLiee } from '#features/compte/franceconnect/views/identite-liee.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Sécurité de mon compte');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const [securite, identite] = await Promise.all([loaderSecuriteUsager(await searchParams), loaderIdentiteLiee()]);
  return (
    <SecuriteUsager {...securite}>
      <IdentiteLiee {...identite} />
    </SecuriteUsager>
  );
}
