// Opinions asked before a decision: of whom, under which text, how long they have, and what their silence is worth.
import { type Jour, jourLisible, joursEntre, plusMois } from '../jour.ts';
import type { SensAvis, SorteAvis } from './evenements.ts';

export type RegleAvis = {
  libelle: string;
  article: string;
  /** months given to answer; null: no text says */
  mois: number | null;
  /** the period runs from the request, or from a certificate that the person has this many months to send from the deposit */
  certificatMois: number | null;
  /** what the silence is worth at the end */
  silence: 'repute_rendu' | 'repute_favorable' | 'aucun';
  /** told to whoever asks */
  explication: string;
};

export const AVIS: Readonly<Record<SorteAvis, RegleAvis>> = {
  commission: {
    libelle: 'Commission du titre de séjour',
    article: 'L. 432-13 et R. 432-8',
    mois: 3,
    certificatMois: null,
    silence: 'repute_rendu',
    explication:
      'Saisie avant de refuser un titre à qui en remplit les conditions. La personne est convoquée au moins quinze jours avant la réunion. Sans avis au bout de trois mois, il est réputé rendu. Dès la saisine, une attestation de prolongation lui est due (CESEDA, art. L. 432-15 et R. 432-7 à R. 432-9).',
  },
  ofii: {
    libelle: 'Collège de médecins de l’OFII',
    article: 'L. 425-9 et R. 425-11 à R. 425-13',
    mois: 3,
    certificatMois: 1,
    silence: 'aucun',
    explication:
      'La personne a un mois pour envoyer son certificat à l’OFII ; l’avis est attendu dans les trois mois de sa réception. N’écrivez rien de médical ici : seul le sens de l’avis s’enregistre.',
  },
  fraude: {
    libelle: 'Référent fraude',
    article: 'R. 431-10 et code civil, art. 47',
    mois: null,
    certificatMois: null,
    silence: 'aucun',
    explication:
      'Le référent fraude de la préfecture lit le dossier et répond sur l’authenticité des documents. Aucun texte ne fixe de délai : les délais de la demande courent toujours.',
  },
  // the maire of a regroupement familial (R.434-15, R.434-23) is asked by the OFII, before and outside of the portal
  maire: {
    libelle: 'Maire de la commune de résidence',
    article: 'L. 413-7',
    mois: 2,
    certificatMois: null,
    silence: 'repute_favorable',
    explication:
      'Sur l’intégration républicaine, pour la première délivrance des cartes de résident que cet article nomme. Sans réponse au bout de deux mois, l’avis est réputé favorable.',
  },
};

/** `departLe`: day from which its own period runs, when it is not that of the request. */
export type AvisAttendu = { sorte: SorteAvis; deposeLe: Jour; demandeLe: Jour; departLe: Jour | null };

export type EcheanceAvis = { quoi: 'certificat' | 'avis'; dernierJour: Jour; joursRestants: number };

/** What is awaited and until when; null when no text gives a period. */
export function echeanceAvis({ sorte, deposeLe, demandeLe, departLe }: AvisAttendu, jour: Jour): EcheanceAvis | null {
  const { mois, certificatMois } = AVIS[sorte];
  const avec = (quoi: EcheanceAvis['quoi'], dernierJour: Jour) => ({ quoi, dernierJour, joursRestants: joursEntre(jour, dernierJour) });
  if (certificatMois !== null && departLe === null) return avec('certificat', plusMois(deposeLe, certificatMois));
  return mois === null ? null : avec('avis', plusMois(departLe ?? demandeLe, mois));
}

/** The last day of an opinion whose silence is worth one, once it is passed; null otherwise. */
export function reputeLe(avis: AvisAttendu, jour: Jour): Jour | null {
  const echeance = echeanceAvis(avis, jour);
  return AVIS[avis.sorte].silence !== 'aucun' && echeance !== null && echeance.joursRestants < 0 ? echeance.dernierJour : null;
}

const SENS: Readonly<Record<Exclude<SensAvis, 'repute'>, string>> = {
  favorable: 'favorable',
  defavorable: 'défavorable',
  reserve: 'favorable avec réserve',
};

/** "défavorable", "réputé rendu". */
export function sensEnMots(sorte: SorteAvis, sens: SensAvis): string {
  if (sens !== 'repute') return SENS[sens];
  return AVIS[sorte].silence === 'repute_favorable' ? 'réputé favorable' : 'réputé rendu';
}

/** "défavorable, rendu le 12/11/2026"; "réputé rendu le 12/11/2026". */
export function avisEnMots(sorte: SorteAvis, sens: SensAvis, renduLe: Jour): string {
  return sens === 'repute'
    ? `${sensEnMots(sorte, sens)} le ${jourLisible(renduLe)}`
    : `${sensEnMots(sorte, sens)}, rendu le ${jourLisible(renduLe)}`;
}
