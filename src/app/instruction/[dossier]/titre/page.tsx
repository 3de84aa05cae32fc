import { chargerFiche } from '#features/dossier/remise/loaders.ts';
import { VueFiche } from '#features/dossier/remise/views/fiche.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Titre et rendez-vous');

const un = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : null);

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]/titre'>) {
  const { fait, apres } = await searchParams;
  const charge = await chargerFiche({ dossierId: (await params).dossier, apres: un(apres) });
  return <VueFiche {...charge} depuis="instruction" fait={un(fait)} />;
}
