import { chargerBoite } from '#features/notifications/boite/loaders.ts';
import { schemaBoite } from '#features/notifications/boite/schema.ts';
import { Boite } from '#features/notifications/boite/views/boite.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mes notifications');

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { type, page, parPage } = schemaBoite.parse(await searchParams);
  return <Boite boite={await chargerBoite(type, page, parPage)} />;
}
