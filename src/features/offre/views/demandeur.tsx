'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { choisirDemandeur } from '../actions.ts';

/** For whom (S-181): oneself is chosen first. */
export function FormulaireDemandeur() {
  const t = useT();
  return (
    <Formulaire action={choisirDemandeur} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <ChampRadios
            nom="demandeur"
            libelle={<strong>{t('Pour qui faites-vous cette demande ?')}</strong>}
            requis
            erreur={etat.erreurs.demandeur}
            defaultValue={texteSaisi(etat, 'demandeur') ?? 'moi'}
            t={t}
            options={[
              { valeur: 'moi', libelle: t('Moi-même'), aide: t('Et je suis titulaire d’un titre de séjour / VLS-TS') },
              { valeur: 'mineur', libelle: t('Un mineur que je représente') },
            ]}
          />
          <button className="fr-btn" type="submit">
            {t('Je continue')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
