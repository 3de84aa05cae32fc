import { CompteSupprime } from '#features/donnees/suppression/views/suppression.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Votre compte est supprimé');

export default function Page() {
  return <CompteSupprime />;
}
