import { chargerTickets } from '#features/assistance/tickets/loaders.ts';
import { VueTickets } from '#features/assistance/tickets/views/tickets.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mes échanges avec le centre de contact');

export default async function Page() {
  return <VueTickets tickets={await chargerTickets()} />;
}
