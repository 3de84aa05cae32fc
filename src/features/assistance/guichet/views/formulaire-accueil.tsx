'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { recevoir } from '../actions.ts';

export function FormulaireAccueil() {
  const t = useT();
  return (
    <Formulaire action={recevoir} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(_etat, enCours, champs) => (
        <>
          <ChampTexte {...champs.texte('nom')} libelle={t('Nom')} autoComplete="off" requis />
          <ChampTexte {...champs.texte('prenom')} libelle={t('Prénom')} autoComplete="off" requis />
          <ChampTexte {...champs.texte('telephone')} type="tel" libelle={t('Téléphone (facultatif)')} autoComplete="off" />
          <ChampCase
            {...champs.coche('aide')}
            libelle={t('La personne n’a pas d’adresse électronique, et l’aide proposée pour en créer une ne lui convient pas.')}
            requis
          />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Continuer')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
