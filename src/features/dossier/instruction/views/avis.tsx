'use client';
// The verdict on one piece, in one choice: conforme, or what is wrong with it. "Autre" asks for a sentence. A sentence kept before is
// taken up by its button: at once with scripts, by the server without.
import { useRef } from 'react';
import { MOTIF_PIECE, MOTIFS_PIECE } from '#domain/dossier/complement.ts';
import { type DossierAffiche, FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireVerifierPiece } from '../actions.ts';

type Phrase = { id: string; usage: string; texte: string };
type Props = {
  dossier: DossierAffiche;
  piece: { code: string; libelle: string; verdict: string | null; motif: string | null; observation: string | null };
  phrases: readonly Phrase[];
};

const DEBUT = 90;
const debut = (texte: string) => (texte.length > DEBUT ? `${texte.slice(0, DEBUT)}…` : texte);

function Phrases({ phrases, reprendre }: { phrases: readonly Phrase[]; reprendre: (texte: string) => boolean }) {
  const t = useT();
  return MOTIFS_PIECE.map((motif) => {
    const siennes = phrases.filter((p) => p.usage === motif);
    if (siennes.length === 0) return null;
    return (
      <ul
        className="agent-phrases"
        data-motif={motif}
        key={motif}
        aria-label={t('Phrases : {motif}', { motif: t(MOTIF_PIECE[motif].libelle) })}
      >
        {siennes.map((p) => (
          <li key={p.id}>
            <button
              className="fr-btn fr-btn--sm fr-btn--tertiary"
              type="submit"
              name="phrase"
              value={p.id}
              onClick={(clic) => {
                if (reprendre(p.texte)) clic.preventDefault();
              }}
            >
              <span className="fr-sr-only">{t('Reprendre la phrase :')} </span>
              {debut(p.texte)}
            </button>
          </li>
        ))}
      </ul>
    );
  });
}

export function AvisPiece({ dossier, piece, phrases }: Props) {
  const t = useT();
  const bloc = useRef<HTMLDivElement>(null);
  const reprendre = (texte: string): boolean => {
    const observation = bloc.current?.querySelector('textarea');
    if (!observation) return false;
    observation.value = texte;
    observation.focus();
    return true;
  };
  const donne = piece.verdict === 'non_conforme' ? (piece.motif ?? 'autre') : piece.verdict;
  return (
    <FormulaireAgent action={faireVerifierPiece} dossier={dossier} bouton={t('Enregistrer l’avis sur la pièce')}>
      {(champs) => (
        <div className="agent-avis" ref={bloc}>
          {/* Enter means the verdict: the first button of a form is its default, and those of the sentences come before the last */}
          <button type="submit" hidden tabIndex={-1} />
          <input type="hidden" name="piece" value={piece.code} />
          <ChampRadios
            {...champs.texte('verdict', donne ?? undefined)}
            libelle={t('Que vaut cette pièce ?')}
            requis
            enLigne
            options={[
              { valeur: 'conforme', libelle: t('Conforme') },
              ...MOTIFS_PIECE.map((m) => ({ valeur: m, libelle: t(MOTIF_PIECE[m].libelle) })),
            ]}
          />
          <div className="agent-avis__suite">
            <Phrases phrases={phrases} reprendre={reprendre} />
            <ChampTexteLong
              {...champs.texte('observation', piece.observation ?? undefined)}
              libelle={t('Observation')}
              aide={t('Reprise dans la demande de complément : la personne la lira.')}
              rows={3}
            />
            <ChampCase {...champs.coche('garder')} value="oui" libelle={t('Garder cette observation comme phrase réutilisable')} />
            <p className="fr-text--sm">
              <a className="fr-link fr-link--sm" href="/instruction/phrases">
                {t('Voir et modifier mes phrases')}
              </a>
            </p>
          </div>
        </div>
      )}
    </FormulaireAgent>
  );
}
