import { lirePreambule } from '#domain/access/demarche.ts';
import { Creation, CreationEnregistree } from '#features/compte/creation/views/creation.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Demander un titre de séjour');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  await langueDemandee();
  const { enregistree, retour } = await searchParams;
  return enregistree ? <CreationEnregistree /> : <Creation retour={lirePreambule(typeof retour === 'string' ? retour : undefined)} />;
}
