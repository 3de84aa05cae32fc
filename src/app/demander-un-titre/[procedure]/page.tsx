import type { Metadata } from 'next';
import { chargerPreambule } from '#features/offre/loaders.ts';
import { VuePreambule } from '#features/offre/views/preambule.tsx';
import { t } from '#ui/langue/t.ts';

type Props = PageProps<'/demander-un-titre/[procedure]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { nom } = await chargerPreambule((await params).procedure);
  return { title: t('{demarche} – Demander un titre de séjour', { demarche: t(nom) }) };
}

export default async function Page({ params }: Props) {
  return <VuePreambule {...(await chargerPreambule((await params).procedure))} />;
}
