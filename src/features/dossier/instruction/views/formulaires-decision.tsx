'use client';
import type { Sens } from '#domain/dossier/evenements.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireRenvoyer, faireSigner } from '../actions.ts';
import { type DossierAffiche, FormulaireAgent } from './formulaire.tsx';

export function Signer({ dossier, sens }: { dossier: DossierAffiche; sens: Sens }) {
  const t = useT();
  return (
    <FormulaireAgent
      action={faireSigner}
      dossier={dossier}
      bouton={sens === 'favorable' ? t('Signer la décision favorable') : t('Signer le refus')}
    >
      {({ erreurs }, tape) => (
        <>
          <input type="hidden" name="sens" value={sens} />
          <ChampCase
            nom="relu"
            value="oui"
            libelle={t('J’ai relu cette décision et les pièces du dossier, et je la prends par délégation.')}
            t={t}
            requis
            erreur={erreurs.relu}
            defaultChecked={tape('relu') === 'oui'}
          />
        </>
      )}
    </FormulaireAgent>
  );
}

export function Renvoyer({ dossier }: { dossier: DossierAffiche }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireRenvoyer} dossier={dossier} bouton={t('Renvoyer à l’instructeur')} secondaire>
      {({ erreurs }, tape) => (
        <ChampTexteLong
          nom="remarque"
          libelle={t('Ce qu’il faut revoir')}
          t={t}
          requis
          rows={4}
          erreur={erreurs.remarque}
          defaultValue={tape('remarque') ?? ''}
        />
      )}
    </FormulaireAgent>
  );
}
