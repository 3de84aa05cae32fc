'use client';
import { RAISON_MAX } from '#domain/dossier/complement-reponse.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireDemanderDelai } from '../suites/actions.ts';

/** Asks the agent for more time to answer. What is typed in the answer above stays in the page: it is kept as one types. */
export function FormulaireDelai({ complement }: { complement: string }) {
  const t = useT();
  return (
    <Formulaire action={faireDemanderDelai} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <input type="hidden" name="complement" value={complement} />
          <ChampTexteLong
            {...champs.texte('motif')}
            libelle={t('Pourquoi avez-vous besoin de plus de temps ?')}
            aide={t('Exemple : le consulat me donne rendez-vous le 15 du mois prochain.')}
            rows={3}
            maxLength={RAISON_MAX}
            requis
          />
          <button type="submit" className="fr-btn fr-btn--secondary" aria-disabled={enCours}>
            {t('Demander un délai supplémentaire')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
