import { chargerTransfert } from '#features/dossier/transfert/loaders.ts';
import { VueTransfert } from '#features/dossier/transfert/views/transfert.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Transférer le dossier');

export default async function Page({ params }: PageProps<'/instruction/[dossier]/transfert'>) {
  return <VueTransfert {...(await chargerTransfert((await params).dossier))} />;
}
