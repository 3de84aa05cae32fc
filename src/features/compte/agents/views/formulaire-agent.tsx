'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { connecterAgent } from '../actions.ts';

export function FormulaireAgent({ retour }: { retour?: string }) {
  const t = useT();
  return (
    <Formulaire action={connecterAgent} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          {retour ? <input type="hidden" name="retour" value={retour} /> : null}
          <ChampTexte {...champs.texte('email')} type="email" libelle={t('Adresse professionnelle')} requis autoComplete="username" />
          <ChampMotDePasse {...champs.texte('motDePasse')} libelle={t('Mot de passe')} requis autoComplete="current-password" />
          <button type="submit" className="fr-btn">
            {t('Se connecter')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
