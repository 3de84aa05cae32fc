'use client';
import { type DossierAffiche, FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireAttribuerNumero } from '../actions.ts';

export type Semblable = { numero: string; nom: string; naissance: string; estLaMeme: boolean };

export function ChoixNumero({ dossier, semblables }: { dossier: DossierAffiche; semblables: readonly Semblable[] }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireAttribuerNumero} dossier={dossier} bouton={t('Attribuer un numéro étranger')}>
      {(champs) => (
        <ChampRadios
          {...champs.texte('choix')}
          libelle={t('Quel numéro donner à cette personne ?')}
          aide={t('Le numéro devient aussitôt l’identifiant de son compte, et un courriel le lui dit.')}
          requis
          options={[
            ...semblables.map((s) => ({
              valeur: s.numero,
              libelle: t('{numero} : {nom}, naissance {naissance}', { numero: s.numero, nom: s.nom, naissance: s.naissance }),
              aide: s.estLaMeme ? t('Mêmes noms, date de naissance et nationalité') : t('À comparer'),
            })),
            {
              valeur: 'autre',
              libelle: t('Un autre numéro déjà connu'),
              suite: <ChampTexte {...champs.texte('numero')} libelle={t('Numéro étranger (dix chiffres)')} inputMode="numeric" />,
            },
            { valeur: 'nouveau', libelle: t('Un nouveau numéro : cette personne n’est pas connue') },
          ]}
        />
      )}
    </FormulaireAgent>
  );
}
