'use client';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { type DossierAffiche, FormulaireAgent } from '../../instruction/views/formulaire.tsx';
import { faireTransferer } from '../actions.ts';

type Props = { dossier: DossierAffiche; prefectures: readonly { code: string; nom: string }[]; proposee: string | null };

export function FormulaireTransfert({ dossier, prefectures, proposee }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireTransferer} dossier={dossier} bouton={t('Transférer le dossier')}>
      {({ erreurs }, tape) => (
        <>
          <ChampChoix
            nom="vers"
            libelle={t('Préfecture qui poursuit l’examen')}
            invite={t('Choisissez une préfecture')}
            t={t}
            requis
            erreur={erreurs.vers}
            options={prefectures.map((p) => ({ valeur: p.code, libelle: `${p.code} – ${p.nom}` }))}
            defaultValue={tape('vers') ?? proposee ?? ''}
          />
          <ChampRadios
            nom="motif"
            libelle={t('Pourquoi')}
            t={t}
            requis
            erreur={erreurs.motif}
            defaultValue={tape('motif') ?? (proposee ? 'changement_d_adresse' : '')}
            options={[
              { valeur: 'changement_d_adresse', libelle: t('La personne a déménagé') },
              { valeur: 'erreur', libelle: t('La demande est arrivée ici par erreur') },
            ]}
          />
        </>
      )}
    </FormulaireAgent>
  );
}
