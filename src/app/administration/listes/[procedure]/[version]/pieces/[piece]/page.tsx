import { chargerPiece } from '#features/listes/loaders.ts';
import { VuePiece } from '#features/listes/views/piece.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Pièce d’une liste');

export default async function Page({ params }: PageProps<'/administration/listes/[procedure]/[version]/pieces/[piece]'>) {
  const { procedure, version, piece } = await params;
  return <VuePiece {...(await chargerPiece(procedure, version, piece))} />;
}
