import type { Metadata } from 'next';
import { chargerDepart } from '#features/assistance/guichet/loaders.ts';
import { VueDepart } from '#features/assistance/guichet/views/depart.tsx';

export const metadata: Metadata = { title: 'Déposer au guichet' };

export default async function Page({ params }: PageProps<'/guichet/depart/[ticket]'>) {
  return <VueDepart {...(await chargerDepart((await params).ticket))} />;
}
