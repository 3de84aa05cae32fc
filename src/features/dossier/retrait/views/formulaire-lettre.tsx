'use client';
import { ChampDate } from '#ui/fields/date.tsx';
import { textesSaisis } from '#ui/fields/formulaire.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { type DossierAffiche, FormulaireAgent } from '../../instruction/views/formulaire.tsx';
import { faireRetirerParLettre } from '../actions.ts';

export function FormulaireLettre({ dossier }: { dossier: DossierAffiche }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireRetirerParLettre} dossier={dossier} bouton={t('Enregistrer le retrait')}>
      {(etat, tape) => (
        <>
          <ChampDate
            nom="lettre"
            libelle={t('Date de la lettre')}
            exempleAnnee="2026"
            valeurs={textesSaisis(etat, 'lettre')}
            erreur={['lettre', 'lettre.jour', 'lettre.mois', 'lettre.annee'].map((n) => etat.erreurs[n]).find(Boolean)}
            requis
            t={t}
          />
          <ChampTexteLong
            nom="remarque"
            libelle={t('Ce que la personne demande')}
            rows={3}
            requis
            erreur={etat.erreurs.remarque}
            defaultValue={tape('remarque') ?? ''}
            t={t}
          />
        </>
      )}
    </FormulaireAgent>
  );
}
