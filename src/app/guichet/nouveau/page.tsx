import type { Metadata } from 'next';
import { chargerAccueil } from '#features/assistance/guichet/loaders.ts';
import { VueAccueil } from '#features/assistance/guichet/views/accueil.tsx';

export const metadata: Metadata = { title: 'Recevoir une personne sans adresse électronique' };

export default async function Page() {
  await chargerAccueil();
  return <VueAccueil />;
}
