'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
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
      {(etat) => (
        <>
          <ChampTexte
            nom="email"
            type="email"
            libelle={t('Adresse email')}
            requis
            autoComplete="email"
            defaultValue={texteSaisi(etat, 'email')}
            erreur={etat.erreurs.email}
            t={t}
          />
          <button type="submit" className="fr-btn">
            {t('Recevoir mon identifiant')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
