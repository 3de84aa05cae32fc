import type { Metadata } from 'next';
import { chargerDossier, chargerPhrasesDesPieces } from '#features/dossier/instruction/loaders.ts';
import { VueDossier } from '#features/dossier/instruction/views/dossier.tsx';
import { EN_TETE, type Section, SUITE } from './sections.tsx';

export const metadata: Metadata = { title: 'Dossier' };

const un = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur : null);

const Sections = ({ liste, dossierId }: { liste: readonly Section[]; dossierId: string }) =>
  liste.map((Une, rang) => <Une key={String(rang)} dossierId={dossierId} />);

export default async function Page({ params, searchParams }: PageProps<'/instruction/[dossier]'>) {
  const { dossier: id } = await params;
  const { piece, fichier, avec, apres, fait, histoire } = await searchParams;
  const litUnePiece = un(piece) !== null || un(apres) !== null;
  const [charge, phrases] = await Promise.all([chargerDossier(id), litUnePiece ? chargerPhrasesDesPieces() : []]);
  return (
    <VueDossier
      {...charge}
      phrases={phrases}
      ouverture={{
        piece: un(piece),
        fichier: un(fichier),
        avec: un(avec),
        apres: un(apres),
        fait: un(fait),
        histoire: un(histoire),
      }}
      enTete={<Sections liste={EN_TETE} dossierId={id} />}
      suite={<Sections liste={SUITE} dossierId={id} />}
    />
  );
}
