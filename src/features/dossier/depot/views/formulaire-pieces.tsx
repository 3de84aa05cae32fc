'use client';
import type { BaseDemarche } from '#domain/access/demarche.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { poursuivrePieces } from '../actions.ts';
import { Navigation } from './navigation.tsx';

type Props = { base: BaseDemarche; dossierId: string; etape: string; precedente: string | null };

/** The buttons of step 4; the pieces themselves have their own forms. */
export function FormulairePieces({ base, dossierId, etape, precedente }: Props) {
  const t = useT();
  return (
    <Formulaire action={poursuivrePieces} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="_dossier" value={dossierId} />
          <input type="hidden" name="_etape" value={etape} />
          <Navigation
            t={t}
            base={base}
            dossierId={dossierId}
            precedente={precedente}
            poursuivre={t('Enregistrer et poursuivre')}
            enCours={enCours}
          />
        </>
      )}
    </Formulaire>
  );
}
