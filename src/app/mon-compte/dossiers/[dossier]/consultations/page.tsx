import { chargerConsultations } from '#features/consultations/loaders.ts';
import { schemaPage } from '#features/consultations/schema.ts';
import { VueConsultations } from '#features/consultations/views/consultations.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Qui a consulté mon dossier ?');

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const { page } = schemaPage.parse(await searchParams);
  const consultations = await chargerConsultations((await params).dossier, page);
  return <VueConsultations consultations={consultations} />;
}
