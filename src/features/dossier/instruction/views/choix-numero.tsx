'use client';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireAttribuerNumero } from '../actions.ts';
import { type DossierAffiche, FormulaireAgent } from './formulaire.tsx';

export type Semblable = { numero: string; nom: string; naissance: string; estLaMeme: boolean };

export function ChoixNumero({ dossier, semblables }: { dossier: DossierAffiche; semblables: readonly Semblable[] }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireAttribuerNumero} dossier={dossier} bouton={t('Attribuer un numéro étranger')}>
      {({ erreurs }, tape) => (
        <ChampRadios
          nom="choix"
          libelle={t('Quel numéro donner à cette personne ?')}
          aide={t('Le numéro devient aussitôt l’identifiant de son compte, et un courriel le lui dit.')}
          t={t}
          requis
          erreur={erreurs.choix}
          defaultValue={tape('choix') ?? ''}
          options={[
            ...semblables.map((s) => ({
              valeur: s.numero,
              libelle: t('{numero} : {nom}, naissance {naissance}', { numero: s.numero, nom: s.nom, naissance: s.naissance }),
              aide: s.estLaMeme ? t('Mêmes noms, date de naissance et nationalité') : t('À comparer'),
            })),
            {
              valeur: 'autre',
              libelle: t('Un autre numéro déjà connu'),
              suite: (
                <ChampTexte
                  nom="numero"
                  libelle={t('Numéro étranger (dix chiffres)')}
                  t={t}
                  inputMode="numeric"
                  erreur={erreurs.numero}
                  defaultValue={tape('numero') ?? ''}
                />
              ),
            },
            { valeur: 'nouveau', libelle: t('Un nouveau numéro : cette personne n’est pas connue') },
          ]}
        />
      )}
    </FormulaireAgent>
  );
}
