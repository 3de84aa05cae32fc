import type { Metadata } from 'next';
import { chargerEtapeGuichet } from '#features/dossier/depot/loaders.ts';
import { PageEtape } from '#features/dossier/depot/views/page-etape.tsx';
import { t } from '#ui/langue/t.ts';

type Props = { params: Promise<{ dossier: string; etape: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, etape } = await params;
  const chargee = await chargerEtapeGuichet(dossier, etape);
  return { title: t('{etape} – Dépôt au guichet', { etape: t(chargee.etape.titre) }) };
}

/** The wizard page of everybody, at the desk. */
export default async function Page({ params, searchParams }: Props) {
  const { dossier, etape } = await params;
  return <PageEtape chargee={await chargerEtapeGuichet(dossier, etape)} erreurFichier={(await searchParams).erreur} />;
}
