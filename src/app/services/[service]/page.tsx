import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ServiceAVenir } from '#features/accueil/views/service-a-venir.tsx';
import { serviceDe } from '#features/accueil/views/services.ts';
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
  return <ServiceAVenir service={service} />;
}
