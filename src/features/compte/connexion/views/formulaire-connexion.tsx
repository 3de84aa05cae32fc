'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { seConnecter } from '../actions.ts';

function AideIdentifiant() {
  const t = useT();
  return (
    <details className="portail-question">
      <summary>
        <span aria-hidden="true" className="portail-question__signe">
          ?
        </span>
        {t('Quel est mon identifiant ?')}
      </summary>
      <p>
        {t('Vous avez un titre de séjour : c’est votre numéro étranger, les 10 chiffres du « numéro personnel » imprimés sur la carte.')}
      </p>
      <p>
        {t(
          'Vous avez validé en ligne votre VLS-TS : c’est la référence indiquée dans la « Confirmation de la validation de l’enregistrement de votre VLS-TS » ; avec un autre visa long séjour, c’est le numéro du visa, en haut à droite.',
        )}
      </p>
      <p>
        {t('Vous n’avez pas encore de numéro étranger ni de visa : c’est l’adresse électronique donnée à la création de votre compte.')}
      </p>
    </details>
  );
}

/** S-052 to S-054. */
export function FormulaireConnexion({ retour }: { retour?: string }) {
  const t = useT();
  return (
    <Formulaire action={seConnecter} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          {retour ? <input type="hidden" name="retour" value={retour} /> : null}
          <ChampTexte
            {...champs.texte('identifiant')}
            libelle={t('Identifiant')}
            aide={t('Numéro étranger, ou adresse électronique si vous n’avez pas de numéro')}
            requis
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
          />
          <AideIdentifiant />
          <ChampMotDePasse {...champs.texte('motDePasse')} libelle={t('Mot de passe')} requis autoComplete="current-password" />
          <button type="submit" className="fr-btn">
            {t('S’identifier')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
