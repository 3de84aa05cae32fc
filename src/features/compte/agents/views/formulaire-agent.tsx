'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { connecterAgent } from '../actions.ts';

export function FormulaireAgent({ retour }: { retour?: string }) {
  const t = useT();
  return (
    <Formulaire action={connecterAgent} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          {retour ? <input type="hidden" name="retour" value={retour} /> : null}
          <ChampTexte
            nom="email"
            type="email"
            libelle={t('Adresse professionnelle')}
            requis
            autoComplete="username"
            defaultValue={texteSaisi(etat, 'email')}
            erreur={etat.erreurs.email}
            t={t}
          />
          <ChampMotDePasse
            nom="motDePasse"
            libelle={t('Mot de passe')}
            requis
            autoComplete="current-password"
            erreur={etat.erreurs.motDePasse}
            t={t}
          />
          <button type="submit" className="fr-btn">
            {t('Se connecter')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
