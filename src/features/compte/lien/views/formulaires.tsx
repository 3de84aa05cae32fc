'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { demanderLienConnexion } from '../../oubli/actions.ts';
import { FormulaireDemande } from '../../oubli/views/formulaire-demande.tsx';
import { ouvrirParLien } from '../actions.ts';

export function FormulaireLienConnexion() {
  const t = useT();
  return <FormulaireDemande action={demanderLienConnexion} bouton={t('Recevoir un lien de connexion')} />;
}

export function FormulaireOuvrir({ jeton }: { jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={ouvrirParLien} initial={FORMULAIRE_VIDE}>
      {() => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <button type="submit" className="fr-btn">
            {t('Me connecter')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
