'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { demanderIdentifiant, demanderLien } from '../actions.ts';
import { FormulaireDemande } from './formulaire-demande.tsx';

export function FormulaireLien() {
  const t = useT();
  return <FormulaireDemande action={demanderLien} bouton={t('Recevoir un lien')} />;
}

export function FormulaireIdentifiant() {
  const t = useT();
  return (
    <Formulaire action={demanderIdentifiant} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          <ChampTexte {...champs.texte('email')} type="email" libelle={t('Adresse email')} requis autoComplete="email" />
          <button type="submit" className="fr-btn">
            {t('Recevoir mon identifiant')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
