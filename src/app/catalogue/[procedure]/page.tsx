import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loaderFiche } from '#features/catalogue/loaders.ts';
import { VueFiche } from '#features/catalogue/views/fiche.tsx';
import { langueDemandee } from '#guard/langue.ts';
import { t } from '#ui/langue/t.ts';

type Props = { params: Promise<{ procedure: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function charger({ params, searchParams }: Props) {
  const recherche = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([nom, valeur]): [string, string][] => (typeof valeur === 'string' ? [[nom, valeur]] : [])),
  );
  const fiche = await loaderFiche((await params).procedure, recherche.toString());
  return fiche ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await langueDemandee();
  return { title: t((await charger(props)).procedure.nom) };
}

export default async function FicheDeLaDemarche(props: Props) {
  return <VueFiche {...(await charger(props))} />;
}
