'use client';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { nouveauMotDePasse, reinitialiser } from '../actions.ts';
import { ChampsChoix } from './champs-choix.tsx';

function Envoyer() {
  const t = useT();
  return (
    <button type="submit" className="fr-btn">
      {t('Valider mon mot de passe')}
    </button>
  );
}

/** S-046 to S-049. `identifiant` lets password managers save the right pair. */
export function FormulaireReinitialisation({ identifiant, termes }: { identifiant: string; termes: readonly string[] }) {
  return (
    <Formulaire action={reinitialiser} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <input type="text" hidden autoComplete="username" value={identifiant} readOnly />
          <ChampsChoix erreurs={etat.erreurs} termes={termes} />
          <Envoyer />
        </>
      )}
    </Formulaire>
  );
}

/** The same, opened by a link (C23): nothing about the person is shown to who holds only the link. */
export function FormulaireNouveau({ jeton }: { jeton: string }) {
  return (
    <Formulaire action={nouveauMotDePasse} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <ChampsChoix erreurs={etat.erreurs} termes={[]} />
          <Envoyer />
        </>
      )}
    </Formulaire>
  );
}

/** From inside: the old password first. */
export function FormulaireChangement({ action, identifiant, termes }: { action: Action; identifiant: string; termes: readonly string[] }) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <input type="text" hidden autoComplete="username" value={identifiant} readOnly />
          <ChampMotDePasse
            nom="motDePasseActuel"
            libelle={t('Mot de passe actuel :')}
            requis
            autoComplete="current-password"
            erreur={etat.erreurs.motDePasseActuel}
            t={t}
          />
          <ChampsChoix erreurs={etat.erreurs} termes={termes} />
          <Envoyer />
        </>
      )}
    </Formulaire>
  );
}
