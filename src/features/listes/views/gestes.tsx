'use client';
// The buttons of one piece of a draft: one form, the button says what to do.
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { fairePlacer } from '../actions.ts';

type Props = { procedure: string; version: number; revision: number; piece: string; libelle: string; premiere: boolean; derniere: boolean };

export function GestesDePiece({ procedure, version, revision, piece, libelle, premiere, derniere }: Props) {
  const t = useT();
  const boutons = [
    ...(premiere ? [] : [['monter', t('Monter')] as const]),
    ...(derniere ? [] : [['descendre', t('Descendre')] as const]),
    ['retirer', t('Retirer')] as const,
  ];
  return (
    <Formulaire action={fairePlacer} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="procedure" value={procedure} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="piece" value={piece} />
          <div className="listes-gestes">
            {boutons.map(([geste, mot]) => (
              <button
                key={geste}
                type="submit"
                name="geste"
                value={geste}
                className="fr-btn fr-btn--sm fr-btn--secondary"
                disabled={enCours}
              >
                {mot}
                <span className="fr-sr-only"> {libelle}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </Formulaire>
  );
}
