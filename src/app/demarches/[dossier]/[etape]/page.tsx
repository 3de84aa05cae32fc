import type { Metadata } from 'next';
import { chargerBlocages } from '#features/blocages/loaders.ts';
import { BlocagesOfferts } from '#features/blocages/views/blocage.tsx';
import { chargerEtape } from '#features/dossier/depot/loaders.ts';
import { PageEtape } from '#features/dossier/depot/views/page-etape.tsx';
import { t } from '#ui/langue/t.ts';

type Props = { params: Promise<{ dossier: string; etape: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, etape } = await params;
  const chargee = await chargerEtape(dossier, etape);
  return { title: t('{etape} – Demander un titre de séjour', { etape: t(chargee.etape.titre) }) };
}

/** THE wizard page: every etape of every procedure. */
export default async function Page({ params, searchParams }: Props) {
  const { dossier, etape } = await params;
  const chargee = await chargerEtape(dossier, etape);
  const bloquees = chargee.aEchoue ? (await chargerBlocages(dossier)).filter((b) => b.etape === etape) : [];
  return <PageEtape chargee={chargee} erreurFichier={(await searchParams).erreur} alerte={<BlocagesOfferts blocages={bloquees} />} />;
}
