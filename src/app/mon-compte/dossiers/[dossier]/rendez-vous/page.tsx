import { chargerMesRendezVous } from '#features/dossier/remise/loaders.ts';
import { VueMonRendezVous } from '#features/dossier/remise/views/mon-rendez-vous.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mon rendez-vous à la préfecture');

const un = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : null);

export default async function Page({ params, searchParams }: PageProps<'/mon-compte/dossiers/[dossier]/rendez-vous'>) {
  const { fait, apres } = await searchParams;
  const charge = await chargerMesRendezVous({ dossierId: (await params).dossier, apres: un(apres) });
  return <VueMonRendezVous {...charge} fait={un(fait)} />;
}
