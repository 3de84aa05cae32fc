'use client';
import { ChampsDuMineur } from '#features/dossier/depot/views/champs-du-mineur.tsx';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix, type GroupeOptions, type Option } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { ouvrirGuichet } from '../actions.ts';

type Props = { ticket: string; email: string; pieces: readonly Option[]; procedures: readonly GroupeOptions[]; procedure: string | null };

export function FormulaireOuverture({ ticket, email, pieces, procedures, procedure }: Props) {
  const t = useT();
  return (
    <Formulaire action={ouvrirGuichet} initial={FORMULAIRE_VIDE}>
      {(etat, enCours, champs) => (
        <>
          <input type="hidden" name="ticket" value={ticket} />
          <ChampRadios {...champs.texte('piece')} libelle={t('Document d’identité présenté')} options={pieces} requis />
          <ChampTexte
            {...champs.texte('fin')}
            libelle={t('Quatre derniers caractères de son numéro')}
            aide={t('Le numéro entier n’est pas gardé.')}
            maxLength={4}
            autoComplete="off"
            requis
          />
          <ChampCase {...champs.coche('identite')} libelle={t('J’ai vérifié l’identité de la personne, présente devant moi.')} requis />
          <ChampCase
            {...champs.coche('adresse')}
            libelle={
              email
                ? t('J’ai relu avec elle son adresse électronique : {email}.', { email })
                : t('Elle n’a pas d’adresse électronique. Je lui ai dit que les courriers lui arriveront par la poste.')
            }
            requis
          />
          <ChampsDuMineur etat={etat} lu="guichet" />
          <ChampChoix {...champs.texte('procedure', procedure ?? '')} libelle={t('Démarche')} options={[]} groupes={procedures} requis />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Commencer le dépôt')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
