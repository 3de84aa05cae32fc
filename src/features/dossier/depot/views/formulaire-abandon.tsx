'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { abandonnerDemande } from '../actions.ts';

/** The confirmation of C44: nothing is erased before this button. */
export function FormulaireAbandon({ dossierId, retour }: { dossierId: string; retour: string }) {
  const t = useT();
  return (
    <Formulaire action={abandonnerDemande} initial={FORMULAIRE_VIDE}>
      {() => (
        <div className="portail-actions">
          <input type="hidden" name="_dossier" value={dossierId} />
          <button className="fr-btn" type="submit">
            {t('Oui, abandonner et effacer ma demande')}
          </button>
          <a className="fr-btn fr-btn--secondary" href={retour}>
            {t('Non, reprendre ma demande')}
          </a>
        </div>
      )}
    </Formulaire>
  );
}
