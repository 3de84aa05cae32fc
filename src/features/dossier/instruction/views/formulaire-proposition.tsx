'use client';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireProposer } from '../actions.ts';
import { type DossierAffiche, FormulaireAgent } from './formulaire.tsx';

type Props = { dossier: DossierAffiche; titre: string; initial: { sens: string; droit: string; fait: string } };

export function FormulaireProposition({ dossier, titre, initial }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireProposer} dossier={dossier} bouton={t('Proposer la décision')}>
      {({ erreurs }, tape) => (
        <ChampRadios
          nom="sens"
          libelle={t('Sens de la décision')}
          t={t}
          requis
          erreur={erreurs.sens}
          defaultValue={tape('sens') ?? initial.sens}
          options={[
            { valeur: 'favorable', libelle: t('Favorable'), aide: t('Titre à délivrer : {titre}', { titre }) },
            {
              valeur: 'refus',
              libelle: t('Refus'),
              aide: t('Un refus dit ses motifs de droit et de fait (CRPA, art. L. 211-2 et L. 211-5).'),
              suite: (
                <>
                  <ChampTexteLong
                    nom="droit"
                    libelle={t('Motifs de droit')}
                    aide={t('Les textes appliqués et la condition qui manque.')}
                    t={t}
                    rows={6}
                    erreur={erreurs.droit}
                    defaultValue={tape('droit') ?? initial.droit}
                  />
                  <ChampTexteLong
                    nom="fait"
                    libelle={t('Motifs de fait')}
                    aide={t('Les faits propres à cette personne, tels qu’ils ressortent de ses pièces.')}
                    t={t}
                    rows={8}
                    erreur={erreurs.fait}
                    defaultValue={tape('fait') ?? initial.fait}
                  />
                </>
              ),
            },
          ]}
        />
      )}
    </FormulaireAgent>
  );
}
