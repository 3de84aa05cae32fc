'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireRetirer } from '../actions.ts';

export function FormulaireRetrait({ dossierId }: { dossierId: string }) {
  const t = useT();
  return (
    <Formulaire action={faireRetirer} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <input type="hidden" name="dossier" value={dossierId} />
          <ChampCase {...champs.coche('confirme')} libelle={t('J’ai lu ce que le retrait entraîne, et je retire ma demande.')} requis />
          <div className="portail-actions">
            <button type="submit" className="fr-btn" aria-disabled={enCours}>
              {t('Retirer ma demande')}
            </button>
            <a className="fr-btn fr-btn--secondary" href={`/mon-compte/dossiers/${dossierId}`}>
              {t('Garder ma demande')}
            </a>
          </div>
        </>
      )}
    </Formulaire>
  );
}
