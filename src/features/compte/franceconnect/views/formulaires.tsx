'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { ChampsTitre } from '../../creation-numero/views/champs-titre.tsx';
import { confirmerIdentite, demanderCodeCourriel, donnerCode, donnerTitre } from '../actions.ts';

export function FormulaireConfirmer() {
  const t = useT();
  return (
    <Formulaire action={confirmerIdentite} initial={FORMULAIRE_VIDE}>
      {() => (
        <p className="portail-actions">
          <button type="submit" className="fr-btn">
            {t('Oui, c’est moi : lier FranceConnect à ce compte')}
          </button>
        </p>
      )}
    </Formulaire>
  );
}

/** The number and the two dates of the titre (C43). */
export function FormulaireTitre() {
  const t = useT();
  return (
    <Formulaire action={donnerTitre} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(_etat, _enCours, champs) => (
        <>
          <p className="fr-text--sm">{t('Les champs marqués d’un * sont obligatoires')}</p>
          <ChampsTitre champs={champs} />
          <button type="submit" className="fr-btn">
            {t('Me reconnaître')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

/** The address of the compte to be, and the agreement of D-07, never ticked in advance. */
export function FormulaireCourriel({ email }: { email: string }) {
  const t = useT();
  return (
    <Formulaire action={demanderCodeCourriel} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(_etat, _enCours, champs) => (
        <>
          <ChampTexte
            {...champs.texte('email', email)}
            type="email"
            libelle={t('Adresse électronique')}
            aide={t('Choisissez une adresse que vous consultez souvent.')}
            requis
            autoComplete="email"
          />
          <ChampCase
            {...champs.coche('consentement')}
            libelle={t('J’accepte de recevoir les courriers de l’administration par voie électronique, dans mon espace (facultatif)')}
            aide={t('Un courrier que vous n’ouvrez pas compte comme reçu au bout de 15 jours. Vous pouvez changer d’avis plus tard.')}
          />
          <button type="submit" className="fr-btn">
            {t('Recevoir un code')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireCode() {
  const t = useT();
  return (
    <Formulaire action={donnerCode} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(_etat, _enCours, champs) => (
        <>
          <ChampTexte
            {...champs.texte('code')}
            libelle={t('Code reçu par courriel')}
            aide={t('10 lettres et chiffres')}
            requis
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <button type="submit" className="fr-btn">
            {t('Ouvrir mon compte')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
