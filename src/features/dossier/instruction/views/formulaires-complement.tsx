'use client';
import { ChampDate } from '#ui/fields/date.tsx';
import { textesSaisis } from '#ui/fields/formulaire.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireEnregistrerRecommande, faireExaminer, faireLever, faireProlonger } from '../../complements/suites/actions.ts';
import { type DossierAffiche, FormulaireAgent } from './formulaire.tsx';

type Props = { dossier: DossierAffiche };

const premiere = (erreurs: Record<string, string>, nom: string) =>
  [nom, `${nom}.jour`, `${nom}.mois`, `${nom}.annee`].map((n) => erreurs[n]).find(Boolean);

export function FormulaireProlonger({ dossier }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireProlonger} dossier={dossier} bouton={t('Accorder ce délai')} secondaire>
      {(etat) => (
        <ChampDate
          nom="jusqu"
          libelle={t('Nouveau dernier jour pour répondre')}
          exempleAnnee="2027"
          valeurs={textesSaisis(etat, 'jusqu')}
          erreur={premiere(etat.erreurs, 'jusqu')}
          requis
          t={t}
        />
      )}
    </FormulaireAgent>
  );
}

export function FormulaireRecommande({ dossier }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireEnregistrerRecommande} dossier={dossier} bouton={t('Enregistrer la lettre')} secondaire>
      {(etat) => (
        <ChampDate
          nom="presentee"
          libelle={t('Jour où la lettre a été notifiée')}
          aide={t(
            'Le jour où la personne l’a reçue ou retirée. Si elle ne l’a pas retirée dans les quinze jours : le jour de la première présentation.',
          )}
          exempleAnnee="2026"
          valeurs={textesSaisis(etat, 'presentee')}
          erreur={premiere(etat.erreurs, 'presentee')}
          requis
          t={t}
        />
      )}
    </FormulaireAgent>
  );
}

export function FormulaireLever({ dossier }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireLever} dossier={dossier} bouton={t('Lever la demande de complément')} secondaire>
      {({ erreurs }, tape) => (
        <ChampTexteLong
          nom="motifLevee"
          libelle={t('Pourquoi')}
          rows={2}
          requis
          erreur={erreurs.motifLevee}
          defaultValue={tape('motifLevee') ?? ''}
          t={t}
        />
      )}
    </FormulaireAgent>
  );
}

/** Two buttons, one for each answer. */
export function FormulaireExamen({ dossier, item, estPiece }: Props & { item: string; estPiece: boolean }) {
  const t = useT();
  const choix = (examen: 'accepte' | 'rejete', bouton: string) => (
    <FormulaireAgent action={faireExaminer} dossier={dossier} bouton={bouton} secondaire>
      {() => (
        <>
          <input type="hidden" name="item" value={item} />
          <input type="hidden" name="examen" value={examen} />
        </>
      )}
    </FormulaireAgent>
  );
  return (
    <div className="portail-actions">
      {choix('accepte', estPiece ? t('Accepter l’explication') : t('Accepter la réponse'))}
      {choix('rejete', t('À redemander'))}
    </div>
  );
}
