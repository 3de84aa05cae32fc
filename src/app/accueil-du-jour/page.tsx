import { chargerAccueil } from '#features/dossier/remise/loaders.ts';
import { VueAccueil } from '#features/dossier/remise/views/accueil-du-jour.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Accueil du jour');

const un = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : null);

export default async function Page({ searchParams }: PageProps<'/accueil-du-jour'>) {
  const { jour, lieu, q } = await searchParams;
  return <VueAccueil {...(await chargerAccueil({ jour: un(jour), lieu: un(lieu), q: (un(q) ?? '').trim() }))} />;
}
