// Where an opinion stands, in words: what was answered, or what is awaited and until when.
import { AVIS, avisEnMots, type EcheanceAvis, echeanceAvis } from '#domain/dossier/avis.ts';
import type { SensAvis, SorteAvis } from '#domain/dossier/evenements.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import { t } from '#ui/langue/t.ts';

type Suivi = { sorte: SorteAvis; deposeLe: Date; demandeLe: Date; departLe: Jour | null };

export const echeanceDe = ({ sorte, deposeLe, demandeLe, departLe }: Suivi, jour: Jour): EcheanceAvis | null =>
  echeanceAvis({ sorte, deposeLe: jourDe(deposeLe), demandeLe: jourDe(demandeLe), departLe }, jour);

/** « avis attendu le 12/11/2026 au plus tard », « certificat attendu… », « en retard ». */
export function attente(suivi: Suivi, jour: Jour): string {
  const echeance = echeanceDe(suivi, jour);
  if (echeance === null) return t('attendu, sans délai fixé par un texte');
  const { quoi, dernierJour, joursRestants } = echeance;
  const mots = { jour: jourLisible(dernierJour) };
  if (joursRestants < 0)
    return quoi === 'certificat' ? t('certificat attendu depuis le {jour}', mots) : t('avis attendu depuis le {jour}', mots);
  return quoi === 'certificat' ? t('certificat attendu au plus tard le {jour}', mots) : t('avis attendu au plus tard le {jour}', mots);
}

export function etatDeLAvis(avis: Suivi & { sens: SensAvis | null; renduLe: Jour | null }, jour: Jour): string {
  return avis.sens !== null && avis.renduLe !== null ? avisEnMots(avis.sorte, avis.sens, avis.renduLe) : attente(avis, jour);
}

export const nomDeLAvis = (sorte: SorteAvis): string => t(AVIS[sorte].libelle);
