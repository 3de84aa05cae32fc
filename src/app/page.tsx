import { Accueil } from '#features/accueil/views/accueil.tsx';
import { loaderGenreCompte } from '#features/compte/entete/loaders.ts';
import { langueDemandee } from '#guard/langue.ts';
import { env } from '#platform/env.ts';

export default async function Page() {
  await langueDemandee();
  return <Accueil compte={await loaderGenreCompte()} service={env().PORTAIL_NOM} />;
}
