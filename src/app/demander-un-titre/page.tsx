import { DemanderUnTitre } from '#features/accueil/views/demander-un-titre.tsx';
import { loaderGenreCompte } from '#features/compte/entete/loaders.ts';
import { FormulaireDemandeur } from '#features/offre/views/demandeur.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Demander un titre de séjour');

export default async function Page() {
  await langueDemandee();
  return <DemanderUnTitre compte={await loaderGenreCompte()} demandeur={<FormulaireDemandeur />} />;
}
