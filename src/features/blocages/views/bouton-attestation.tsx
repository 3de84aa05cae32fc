'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { demanderAttestation } from '../actions.ts';

export function BoutonAttestation({ dossier, etape, libelle }: { dossier: string; etape: string; libelle: string }) {
  return (
    <Formulaire action={demanderAttestation} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="dossier" value={dossier} />
          <input type="hidden" name="etape" value={etape} />
          <p>
            <button type="submit" className="fr-btn fr-btn--sm" aria-disabled={enCours}>
              {libelle}
            </button>
          </p>
        </>
      )}
    </Formulaire>
  );
}
