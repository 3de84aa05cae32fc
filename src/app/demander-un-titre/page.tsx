import { DemanderUnTitre } from '#features/accueil/views/demander-un-titre.tsx';
import { loaderGenreCompte } from '#features/compte/entete/loaders.ts';
import { FormulaireBeneficiaire } from '#features/offre/views/beneficiaire.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Demander un titre de séjour');

export default async function Page() {
  await langueDemandee();
  return <DemanderUnTitre compte={await loaderGenreCompte()} beneficiaire={<FormulaireBeneficiaire />} />;
}
