import type { Metadata } from 'next';
import { chargerAssistance } from '#features/assistance/traitement/loaders.ts';
import { VueAssistance } from '#features/assistance/traitement/views/liste.tsx';

export const metadata: Metadata = { title: 'Assistance' };

export default async function Page({ searchParams }: PageProps<'/assistance'>) {
  return <VueAssistance {...(await chargerAssistance(await searchParams))} />;
}
