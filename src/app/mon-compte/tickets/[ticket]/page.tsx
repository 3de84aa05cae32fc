import { chargerTicket } from '#features/assistance/tickets/loaders.ts';
import { VueTicket } from '#features/assistance/tickets/views/tickets.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Ticket');

export default async function Page({ params }: PageProps<'/mon-compte/tickets/[ticket]'>) {
  return <VueTicket ticket={await chargerTicket((await params).ticket)} />;
}
