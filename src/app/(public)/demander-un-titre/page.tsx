import type { Metadata } from 'next';
import { DemanderUnTitre } from '#features/accueil/views/demander-un-titre.tsx';

export const metadata: Metadata = { title: 'Demander un titre de séjour' };

export default function Page() {
  return <DemanderUnTitre compte={null} />;
}
