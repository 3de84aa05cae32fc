'use client';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireEcarterDoublon, faireNoter } from '../suivi/actions.ts';
import { type DossierAffiche, FormulaireAgent } from './formulaire.tsx';

export function EcarterDoublon({ dossier, numero }: { dossier: DossierAffiche; numero: string }) {
  const t = useT();
  return (
    <FormulaireAgent
      action={faireEcarterDoublon}
      dossier={dossier}
      secondaire
      bouton={
        <>
          {t('Ce n’est pas la même personne')}
          <span className="fr-sr-only"> {t('(demande n° {numero})', { numero })}</span>
        </>
      }
    >
      {() => <input type="hidden" name="numero" value={numero} />}
    </FormulaireAgent>
  );
}

export function EcrireNote({ dossier }: { dossier: DossierAffiche }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireNoter} dossier={dossier} secondaire bouton={t('Ajouter la note')}>
      {({ erreurs }, tape) => (
        <ChampTexteLong
          nom="note"
          libelle={t('Note interne')}
          aide={t('Les agents qui ouvrent ce dossier la lisent ; la personne, jamais.')}
          t={t}
          rows={3}
          erreur={erreurs.note}
          defaultValue={tape('note') ?? ''}
        />
      )}
    </FormulaireAgent>
  );
}
