import { Accueil } from '#features/accueil/views/accueil.tsx';
import { langueDemandee } from '#guard/langue.ts';
import { env } from '#platform/env.ts';

export default async function Page() {
  await langueDemandee();
  return <Accueil compte={null} service={env().PORTAIL_NOM} />;
}
