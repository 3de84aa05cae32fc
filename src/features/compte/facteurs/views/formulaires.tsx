'use client';
import { type Action, FORMULAIRE_VIDE, type Moyens } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { BoutonCle, creerCle } from './bouton-cle.tsx';
import { ChampsPreuve } from './champs-preuve.tsx';
import { Confirmation } from './confirmation.tsx';

function Retour({ retour }: { retour?: string }) {
  return retour ? <input type="hidden" name="retour" value={retour} /> : null;
}

type Preuve = { action: Action; defi: Action; moyens: Moyens; retour?: string };

/** The second factor, on a page of its own. */
export function FormulairePreuve({ action, defi, moyens, retour }: Preuve) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {({ erreurs }, enCours) => (
        <>
          <Retour retour={retour} />
          <ChampsPreuve moyens={moyens} erreurs={erreurs} defi={defi}>
            {moyens.code || moyens.secours ? (
              <button type="submit" className={moyens.code ? 'fr-btn' : 'fr-btn fr-btn--secondary'} disabled={enCours}>
                {t('Valider')}
              </button>
            ) : null}
          </ChampsPreuve>
        </>
      )}
    </Formulaire>
  );
}

type Geste = {
  action: Action;
  defi: Action;
  bouton: string;
  /** said to who cannot see what the button belongs to */
  precision?: string;
  genre?: 'primaire' | 'secondaire' | 'discret';
  champs?: Readonly<Record<string, string>>;
  retour?: string;
};

const CLASSES = {
  primaire: 'fr-btn',
  secondaire: 'fr-btn fr-btn--secondary',
  discret: 'fr-btn fr-btn--tertiary fr-btn--sm',
} as const;

/** One button, and the proof when it is asked for. */
export function FormulaireGeste({ action, defi, bouton, precision, genre = 'secondaire', champs = {}, retour }: Geste) {
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) => (
        <>
          <Retour retour={retour} />
          {Object.entries(champs).map(([nom, valeur]) => (
            <input key={nom} type="hidden" name={nom} value={valeur} />
          ))}
          <Confirmation etat={etat} defi={defi} />
          <button type="submit" className={CLASSES[etat.confirmation ? 'primaire' : genre]} disabled={enCours}>
            {bouton}
            {precision ? <span className="fr-sr-only"> {precision}</span> : null}
          </button>
        </>
      )}
    </Formulaire>
  );
}

/** The first code of an application, which proves that it has read the secret. */
export function FormulaireApplication({ action, retour }: { action: Action; retour?: string }) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <Retour retour={retour} />
          <ChampTexte
            {...champs.texte('code')}
            libelle={t('Code à 6 chiffres')}
            aide={t('Celui que l’application montre maintenant pour ce portail.')}
            requis
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
          />
          <ChampTexte
            {...champs.texte('nom')}
            libelle={t('Nom de cette application')}
            aide={t('Pour la reconnaître dans votre liste. Exemple : mon téléphone')}
            maxLength={60}
          />
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Activer')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

/** A new passkey. */
export function FormulaireCle({ action, defi, retour }: { action: Action; defi: Action; retour?: string }) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(_etat, _enCours, champs) => (
        <>
          <Retour retour={retour} />
          <input type="hidden" name="cle" defaultValue="" />
          <ChampTexte
            {...champs.texte('nom')}
            libelle={t('Nom de cette clé')}
            aide={t('Pour la reconnaître dans votre liste. Exemple : mon ordinateur')}
            maxLength={60}
          />
          <BoutonCle defi={defi} demander={creerCle} champ="cle">
            {t('Enregistrer une clé d’accès')}
          </BoutonCle>
          <noscript>
            <p>{t('Une clé d’accès demande un navigateur dont les scripts sont actifs.')}</p>
          </noscript>
        </>
      )}
    </Formulaire>
  );
}
