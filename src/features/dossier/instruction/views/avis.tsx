'use client';
// The verdict on one piece: conforme, or not with its reason. "Autre" asks for a sentence.
import { MOTIF_PIECE, MOTIFS_PIECE } from '#domain/dossier/complement.ts';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireVerifierPiece } from '../actions.ts';
import { type DossierAffiche, FormulaireAgent } from './formulaire.tsx';

type Props = {
  dossier: DossierAffiche;
  piece: { code: string; libelle: string; verdict: string | null; motif: string | null; observation: string | null };
};

export function AvisPiece({ dossier, piece }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireVerifierPiece} dossier={dossier} bouton={t('Enregistrer l’avis sur la pièce')}>
      {({ erreurs }, tape) => (
        <>
          <input type="hidden" name="piece" value={piece.code} />
          <ChampRadios
            nom="verdict"
            libelle={t('Cette pièce est-elle conforme ?')}
            t={t}
            requis
            erreur={erreurs.verdict}
            defaultValue={tape('verdict') ?? piece.verdict ?? ''}
            options={[
              { valeur: 'conforme', libelle: t('Conforme') },
              {
                valeur: 'non_conforme',
                libelle: t('Non conforme'),
                suite: (
                  <>
                    <ChampChoix
                      nom="motif"
                      libelle={t('Motif')}
                      t={t}
                      erreur={erreurs.motif}
                      defaultValue={tape('motif') ?? piece.motif ?? ''}
                      options={MOTIFS_PIECE.map((m) => ({ valeur: m, libelle: t(MOTIF_PIECE[m].libelle) }))}
                    />
                    <ChampTexteLong
                      nom="observation"
                      libelle={t('Observation')}
                      aide={t('Reprise dans la demande de complément : la personne la lira.')}
                      t={t}
                      rows={3}
                      erreur={erreurs.observation}
                      defaultValue={tape('observation') ?? piece.observation ?? ''}
                    />
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </FormulaireAgent>
  );
}
