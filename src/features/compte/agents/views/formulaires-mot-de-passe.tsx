'use client';
import { ChampsChoix } from '#features/compte/mot-de-passe/views/champs-choix.tsx';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { demanderLienAgent } from '../actions.ts';

/** Nothing about the person is shown to who holds only the link. */
export function FormulaireChoixAgent({ action, jeton }: { action: Action; jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(etat, enCours, _champs) => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <ChampsChoix erreurs={etat.erreurs} termes={[]} />
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Valider mon mot de passe')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireOubliAgent() {
  const t = useT();
  return (
    <Formulaire action={demanderLienAgent} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <ChampTexte {...champs.texte('email')} type="email" libelle={t('Adresse professionnelle')} requis autoComplete="username" />
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Recevoir un lien')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
