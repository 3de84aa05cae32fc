'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { choisirEntree } from '../actions.ts';

/** The entry question (S-062 to S-065). */
export function FormulaireEntree({ question, options }: { question: string; options: readonly { valeur: string; libelle: string }[] }) {
  const t = useT();
  return (
    <Formulaire action={choisirEntree} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <ChampRadios
            nom="entree"
            libelle={<strong>{question}</strong>}
            requis
            erreur={etat.erreurs.entree}
            defaultValue={texteSaisi(etat, 'entree')}
            options={options}
            t={t}
          />
          <button className="fr-btn" type="submit">
            {t('Je continue')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
