import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VueService } from '#features/accueil/views/service.tsx';
import { serviceDe } from '#features/accueil/views/services.ts';
import { loaderGenreCompte } from '#features/compte/entete/loaders.ts';
import { langueDemandee } from '#guard/langue.ts';

type Props = { params: Promise<{ service: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await langueDemandee();
  return { title: serviceDe((await params).service)?.titre };
}

export default async function Service({ params }: Props) {
  await langueDemandee();
  const service = serviceDe((await params).service);
  if (!service) notFound();
  return <VueService service={service} compte={await loaderGenreCompte()} />;
}
