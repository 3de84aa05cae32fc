'use client';
import { MOTIFS_ANNULATION, type MotifAnnulation, type Sens } from '#domain/dossier/evenements.ts';
import { type Lettre, PARTIES } from '#domain/dossier/lettres.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { type DossierAffiche, FormulaireAgent } from '../../instruction/views/formulaire.tsx';
import { faireAnnuler, faireCorriger, faireRenvoyer, faireSigner } from '../actions.ts';

const SIGNER: Readonly<Record<Sens, string>> = {
  favorable: 'Signer la décision favorable',
  refus: 'Signer le refus',
  cloture: 'Signer la clôture',
};

export function Signer({ dossier, sens }: { dossier: DossierAffiche; sens: Sens }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireSigner} dossier={dossier} bouton={t(SIGNER[sens])}>
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

/** The valideur rewrites; the page comes back with the difference, then signs. */
export function Corriger({ dossier, lettre }: { dossier: DossierAffiche; lettre: Lettre }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireCorriger} dossier={dossier} bouton={t('Enregistrer le texte corrigé')} secondaire>
      {({ erreurs }, tape) =>
        lettre.parties.map(({ code, texte }) => (
          <ChampTexteLong
            key={code}
            nom={`parties.${code}`}
            libelle={t(PARTIES[code])}
            t={t}
            rows={Math.min(14, Math.max(4, Math.ceil(texte.length / 75) + 1))}
            erreur={erreurs[`parties.${code}`]}
            defaultValue={tape(`parties.${code}`) ?? texte}
          />
        ))
      }
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

const ANNULATION: Readonly<Record<MotifAnnulation, { libelle: string; aide: string }>> = {
  retrait: {
    libelle: 'Retrait par l’administration',
    aide: 'Une décision favorable ne se retire que si elle est illégale, dans les quatre mois, après que la personne a pu présenter ses observations (CRPA, art. L. 121-1 et L. 242-1).',
  },
  recours_gracieux: { libelle: 'Recours gracieux ou hiérarchique accueilli', aide: 'Citez le recours et sa date (CRPA, art. L. 411-2).' },
  annulation_juge: { libelle: 'Annulation par le juge', aide: 'Citez le jugement : juridiction, date, numéro.' },
};

export function Annuler({ dossier }: { dossier: DossierAffiche }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireAnnuler} dossier={dossier} bouton={t('Annuler la décision et rouvrir')} secondaire>
      {({ erreurs }, tape) => (
        <>
          <ChampRadios
            nom="motif"
            libelle={t('Motif de l’annulation')}
            t={t}
            requis
            erreur={erreurs.motif}
            defaultValue={tape('motif') ?? ''}
            options={MOTIFS_ANNULATION.map((m) => ({ valeur: m, libelle: t(ANNULATION[m].libelle), aide: t(ANNULATION[m].aide) }))}
          />
          <ChampTexteLong
            nom="remarque"
            libelle={t('Acte qui l’annule')}
            t={t}
            requis
            rows={3}
            erreur={erreurs.remarque}
            defaultValue={tape('remarque') ?? ''}
          />
        </>
      )}
    </FormulaireAgent>
  );
}
