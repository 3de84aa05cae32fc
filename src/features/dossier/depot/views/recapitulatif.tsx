import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { emplacements, type PieceAttendue } from '#domain/procedure/pieces.ts';
import type { Transcript } from '#domain/procedure/transcript.ts';
import type { PieceAffichee } from '#features/pieces/schema.ts';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Repli } from '#ui/layout/repli.tsx';

type Props = { transcript: Transcript; attendues: readonly PieceAttendue[]; donnees: readonly PieceAffichee[] };

/** The files of a piece, each place of a piece that has several under its name. */
function Fichiers({ piece, donnee }: { piece: PieceDemandee; donnee: PieceAffichee | undefined }) {
  if (!donnee || donnee.fichiers.length === 0) return t('Non fourni');
  const places = emplacements(piece, donnee.variante).map(({ code, libelle }) => ({
    code,
    libelle,
    noms: donnee.fichiers.filter((f) => f.emplacement === code).map((f) => f.nom),
  }));
  return (
    <ul>
      {places
        .filter((p) => p.noms.length > 0)
        .map((p) => (
          <li key={p.code}>
            {p.libelle ? `${t(p.libelle)} : ` : ''}
            {p.noms.join(', ')}
          </li>
        ))}
    </ul>
  );
}

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
          return { terme: t(piece.libelle), valeur: donnee?.valeur ?? <Fichiers piece={piece} donnee={donnee} /> };
        })}
      />
    </Repli>
  );
}
