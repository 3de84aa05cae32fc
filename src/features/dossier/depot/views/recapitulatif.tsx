import type { PieceAttendue } from '#domain/procedure/pieces.ts';
import type { Transcript } from '#domain/procedure/transcript.ts';
import type { PieceAffichee } from '#features/pieces/schema.ts';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Repli } from '#ui/layout/repli.tsx';

type Props = { transcript: Transcript; attendues: readonly PieceAttendue[]; donnees: readonly PieceAffichee[] };

/** What is about to be deposited, to read over before: answers as they will be frozen, pieces with their files. */
export function Recapitulatif({ transcript, attendues, donnees }: Props) {
  return (
    <Repli titre={t('Relire ma demande avant de la déposer')} niveau="h2">
      {transcript.map((section) => (
        <section key={section.titre}>
          <h3 className="fr-h6">{t(section.titre)}</h3>
          <ListeResume lignes={section.lignes.map((l) => ({ terme: t(l.libelle), valeur: l.valeur }))} />
        </section>
      ))}
      <h3 className="fr-h6">{t('Justificatifs')}</h3>
      <ListeResume
        lignes={attendues.map(({ piece }) => {
          const donnee = donnees.find((d) => d.code === piece.code);
          const noms = donnee?.fichiers.map((f) => f.nom) ?? [];
          return { terme: t(piece.libelle), valeur: donnee?.valeur ?? (noms.length > 0 ? noms.join(', ') : t('Non fourni')) };
        })}
      />
    </Repli>
  );
}
