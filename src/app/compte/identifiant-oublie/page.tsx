import { IdentifiantOublie } from '#features/compte/oubli/views/oubli.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Identifiant oublié');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  await langueDemandee();
  return <IdentifiantOublie estEnvoye={(await searchParams).envoye !== undefined} />;
}
