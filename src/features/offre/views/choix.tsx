'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { choisirDemarche } from '../actions.ts';

export type OptionDemarche = { slug: string; libelle: string; aide: string };

/** What may be asked today (S-183). The renewal, when there is one, is chosen first. */
export function FormulaireChoix({ options, premier }: { options: readonly OptionDemarche[]; premier?: string }) {
  const t = useT();
  return (
    <Formulaire action={choisirDemarche} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <ChampRadios
            nom="procedure"
            libelle={<strong>{t('Que souhaitez-vous demander ?')}</strong>}
            requis
            erreur={etat.erreurs.procedure}
            defaultValue={texteSaisi(etat, 'procedure') ?? premier}
            t={t}
            options={options.map(({ slug, libelle, aide }) => ({ valeur: slug, libelle, aide }))}
          />
          <button className="fr-btn" type="submit">
            {t('Je commence')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
