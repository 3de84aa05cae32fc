// The valideur's gestures on a proposed decision, and the one that undoes a decision.
import { MOTIFS_ANNULATION, type MotifAnnulation, type Sens } from '#domain/dossier/evenements.ts';
import { type Lettre, PARTIES } from '#domain/dossier/lettres.ts';
import { type DossierAffiche, FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { lignesVisibles } from '#ui/fields/texte-long.tsx';
import { t } from '#ui/langue/t.ts';
import { faireAnnuler, faireCorriger, faireRenvoyer, faireSigner } from '../actions.ts';

const SIGNER: Readonly<Record<Sens, string>> = {
  favorable: 'Signer la décision favorable',
  refus: 'Signer le refus',
  cloture: 'Signer la clôture',
};

type Props = { dossier: DossierAffiche };

export function Signer({ dossier, sens }: Props & { sens: Sens }) {
  return (
    <FormulaireDeclare
      action={faireSigner}
      dossier={dossier}
      caches={{ sens }}
      bouton={t(SIGNER[sens])}
      champs={[
        {
          sorte: 'case',
          nom: 'relu',
          libelle: t('J’ai relu cette décision et les pièces du dossier, et je la prends par délégation.'),
          requis: true,
        },
      ]}
    />
  );
}

/** The valideur rewrites; the page comes back with the difference, then signs. */
export function Corriger({ dossier, lettre }: Props & { lettre: Lettre }) {
  return (
    <FormulaireDeclare
      action={faireCorriger}
      dossier={dossier}
      bouton={t('Enregistrer le texte corrigé')}
      secondaire
      large
      champs={lettre.parties.map(({ code, texte }) => ({
        sorte: 'long',
        nom: `parties.${code}`,
        libelle: t(PARTIES[code]),
        lignes: lignesVisibles(texte),
        valeur: texte,
      }))}
    />
  );
}

export function Renvoyer({ dossier }: Props) {
  return (
    <FormulaireDeclare
      action={faireRenvoyer}
      dossier={dossier}
      bouton={t('Renvoyer à l’instructeur')}
      secondaire
      champs={[{ sorte: 'long', nom: 'remarque', libelle: t('Ce qu’il faut revoir'), requis: true }]}
    />
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

export function Annuler({ dossier }: Props) {
  return (
    <FormulaireDeclare
      action={faireAnnuler}
      dossier={dossier}
      bouton={t('Annuler la décision et rouvrir')}
      secondaire
      champs={[
        {
          sorte: 'radios',
          nom: 'motif',
          libelle: t('Motif de l’annulation'),
          requis: true,
          options: MOTIFS_ANNULATION.map((m) => ({ valeur: m, libelle: t(ANNULATION[m].libelle), aide: t(ANNULATION[m].aide) })),
        },
        { sorte: 'long', nom: 'remarque', libelle: t('Acte qui l’annule'), lignes: 3, requis: true },
      ]}
    />
  );
}
