'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { demanderIdentifiant, demanderLien } from '../actions.ts';

export function FormulaireLien() {
  const t = useT();
  return (
    <Formulaire action={demanderLien} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <ChampTexte
            nom="identifiant"
            libelle={t('Identifiant')}
            aide={t('Numéro étranger (10 chiffres), ou adresse électronique si vous n’avez pas de numéro')}
            requis
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            defaultValue={texteSaisi(etat, 'identifiant')}
            erreur={etat.erreurs.identifiant}
            t={t}
          />
          <button type="submit" className="fr-btn">
            {t('Recevoir un lien')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireIdentifiant() {
  const t = useT();
  return (
    <Formulaire action={demanderIdentifiant} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <ChampTexte
            nom="email"
            type="email"
            libelle={t('Adresse email')}
            requis
            autoComplete="email"
            defaultValue={texteSaisi(etat, 'email')}
            erreur={etat.erreurs.email}
            t={t}
          />
          <button type="submit" className="fr-btn">
            {t('Recevoir mon identifiant')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
