'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { ouvrirGuichet } from '../actions.ts';

type Props = { ticket: string; email: string; pieces: readonly Option[]; procedures: readonly Option[]; procedure: string | null };

export function FormulaireOuverture({ ticket, email, pieces, procedures, procedure }: Props) {
  const t = useT();
  return (
    <Formulaire action={ouvrirGuichet} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) => (
        <>
          <input type="hidden" name="ticket" value={ticket} />
          <ChampRadios
            nom="piece"
            libelle={t('Document d’identité présenté')}
            options={pieces}
            erreur={etat.erreurs.piece && t(etat.erreurs.piece)}
            defaultValue={texteSaisi(etat, 'piece')}
            requis
            t={t}
          />
          <ChampTexte
            nom="fin"
            libelle={t('Quatre derniers caractères de son numéro')}
            aide={t('Le numéro entier n’est pas gardé.')}
            erreur={etat.erreurs.fin && t(etat.erreurs.fin)}
            defaultValue={texteSaisi(etat, 'fin')}
            maxLength={4}
            autoComplete="off"
            requis
            t={t}
          />
          <ChampCase
            nom="identite"
            libelle={t('J’ai vérifié l’identité de la personne, présente devant moi.')}
            erreur={etat.erreurs.identite && t(etat.erreurs.identite)}
            defaultChecked={texteSaisi(etat, 'identite') === 'on'}
            requis
            t={t}
          />
          <ChampCase
            nom="adresse"
            libelle={t('J’ai relu avec elle son adresse électronique : {email}.', { email })}
            erreur={etat.erreurs.adresse && t(etat.erreurs.adresse)}
            defaultChecked={texteSaisi(etat, 'adresse') === 'on'}
            requis
            t={t}
          />
          <ChampChoix
            nom="procedure"
            libelle={t('Démarche')}
            options={procedures}
            erreur={etat.erreurs.procedure && t(etat.erreurs.procedure)}
            defaultValue={texteSaisi(etat, 'procedure') ?? procedure ?? ''}
            requis
            t={t}
          />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Commencer le dépôt')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
