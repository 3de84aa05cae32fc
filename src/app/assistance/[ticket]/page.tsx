import type { Metadata } from 'next';
import { chargerTicketAgent } from '#features/assistance/traitement/loaders.ts';
import { VueTicketAgent } from '#features/assistance/traitement/views/ticket.tsx';

export const metadata: Metadata = { title: 'Ticket' };

export default async function Page({ params }: PageProps<'/assistance/[ticket]'>) {
  return <VueTicketAgent {...(await chargerTicketAgent((await params).ticket))} />;
}
