import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loaderOrientation } from '#features/orientation/loaders.ts';
import { VueOrientation } from '#features/orientation/views/orientation.tsx';
import { langueDemandee } from '#guard/langue.ts';
import { t } from '#ui/langue/t.ts';

type Recherche = { departement?: string | string[]; demande?: string | string[] };
type Props = { params: Promise<{ motif: string }>; searchParams: Promise<Recherche> };

const texte = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : '');

async function charger({ params, searchParams }: Props) {
  const { departement, demande } = await searchParams;
  const orientation = await loaderOrientation((await params).motif, texte(departement), texte(demande));
  return orientation ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await langueDemandee();
  return { title: t('{motif} : où faire ma demande', { motif: t((await charger(props)).libelle) }) };
}

export default async function Orientation(props: Props) {
  return <VueOrientation {...(await charger(props))} />;
}
