import { Accueil } from '#features/accueil/views/accueil.tsx';
import { env } from '#platform/env.ts';

export default function Page() {
  return <Accueil compte={null} service={env().PORTAIL_NOM} />;
}
