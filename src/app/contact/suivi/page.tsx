import { chargerSuivi } from '#features/assistance/tickets/loaders.ts';
import { VueSuivi } from '#features/assistance/tickets/views/tickets.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mes échanges avec le centre de contact');

export default async function Page({ searchParams }: PageProps<'/contact/suivi'>) {
  return <VueSuivi suivi={await chargerSuivi(await searchParams)} />;
}
