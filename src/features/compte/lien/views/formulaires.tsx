'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { demanderLienConnexion } from '../../oubli/actions.ts';
import { ouvrirParLien } from '../actions.ts';

export function FormulaireDemande() {
  const t = useT();
  return (
    <Formulaire action={demanderLienConnexion} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <ChampTexte
            nom="identifiant"
            libelle={t('Identifiant')}
            aide={t('Numéro étranger, numéro de visa, ou adresse électronique si vous n’avez pas de numéro')}
            requis
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            defaultValue={texteSaisi(etat, 'identifiant')}
            erreur={etat.erreurs.identifiant}
            t={t}
          />
          <button type="submit" className="fr-btn">
            {t('Recevoir un lien de connexion')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireOuvrir({ jeton }: { jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={ouvrirParLien} initial={FORMULAIRE_VIDE}>
      {() => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <button type="submit" className="fr-btn">
            {t('Me connecter')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
