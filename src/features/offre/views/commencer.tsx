'use client';
import { IdentiteDuMineur } from '#features/dossier/depot/views/champs-du-mineur.tsx';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { commencerDemande } from '../actions.ts';

/** « Je continue »: creates the request. Asked for a child, it says first for whom. */
export function FormulaireCommencer({ procedure, pourMineur }: { procedure: string; pourMineur: boolean }) {
  const t = useT();
  return (
    <Formulaire action={commencerDemande} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) => (
        <>
          <input type="hidden" name="procedure" value={procedure} />
          {pourMineur ? (
            <fieldset className="fr-fieldset" aria-labelledby="mineur-titre">
              <legend className="fr-fieldset__legend" id="mineur-titre">
                {t('Vous représentez un mineur')}
              </legend>
              <div className="fr-fieldset__element">
                <input type="hidden" name="demandeur" value="mineur" />
                <IdentiteDuMineur etat={etat} />
              </div>
            </fieldset>
          ) : null}
          <div className="portail-actions">
            <button className="fr-btn" type="submit" aria-disabled={enCours}>
              {t('Je continue')}
            </button>
            <a className="fr-btn fr-btn--tertiary" href="/demander-un-titre">
              {t('Revenir aux choix')}
            </a>
          </div>
        </>
      )}
    </Formulaire>
  );
}
