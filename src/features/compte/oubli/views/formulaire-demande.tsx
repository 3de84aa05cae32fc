'use client';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';

/** Asks for a link by mail: to choose a new password (S-055), or to log in. `bouton` is already in the language of the page. */
export function FormulaireDemande({ action, bouton }: { action: Action; bouton: string }) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          <ChampTexte
            {...champs.texte('identifiant')}
            libelle={t('Identifiant')}
            aide={t('Numéro étranger (10 chiffres), numéro de visa, ou adresse électronique si vous n’avez pas de numéro')}
            requis
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
          />
          <button type="submit" className="fr-btn">
            {bouton}
          </button>
        </>
      )}
    </Formulaire>
  );
}
