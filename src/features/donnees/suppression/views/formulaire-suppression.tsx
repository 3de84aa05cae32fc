'use client';
import type { PreuveDemandee } from '#features/compte/preuve/queries.ts';
import { ChampPreuve } from '#features/compte/preuve/views/champ-preuve.tsx';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { supprimer } from '../actions.ts';

export function FormulaireSuppression({ preuve }: { preuve: PreuveDemandee }) {
  const t = useT();
  return (
    <Formulaire action={supprimer} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(etat, enCours, champs) => (
        <>
          <ChampCase
            {...champs.coche('compris')}
            libelle={t('J’ai compris que mon compte et mes brouillons seront effacés pour toujours')}
            requis
          />
          <ChampPreuve demande={preuve} erreurs={etat.erreurs} />
          <div className="portail-actions">
            <button type="submit" className="fr-btn" disabled={enCours}>
              {t('Supprimer définitivement mon compte')}
            </button>
            <a className="fr-btn fr-btn--secondary" href="/mon-compte">
              {t('Garder mon compte')}
            </a>
          </div>
        </>
      )}
    </Formulaire>
  );
}
