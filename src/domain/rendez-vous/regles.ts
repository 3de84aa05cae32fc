// How appointments are given, reminded, moved and missed. The law sets no period here: Nord sends its SMS about a week ahead (S-201),
// the rest is ours (03-instruction 1: after three misses, an alert, the card is kept).
import type { Fuseau } from '../adresse/fuseau.ts';
import { heureLisible, jourLocal } from '../horloge.ts';
import { type Jour, jourDe, joursEntre, plusJours } from '../jour.ts';

export const SORTES_RENDEZ_VOUS = ['biometrie', 'remise'] as const;
/** biometrie: fingerprints, photograph and originals (R.431-9) · remise: the titre to collect (R.431-20) */
export type SorteRendezVous = (typeof SORTES_RENDEZ_VOUS)[number];

export const ETATS_RENDEZ_VOUS = ['prevue', 'honoree', 'manquee', 'deplacee', 'annulee'] as const;
export type EtatRendezVous = (typeof ETATS_RENDEZ_VOUS)[number];

export const OBJET_RENDEZ_VOUS: Readonly<Record<SorteRendezVous, string>> = {
  biometrie: 'Relevé des empreintes et de la photographie, présentation des originaux',
  remise: 'Remise du titre',
};

export const MOTS_ETAT: Readonly<Record<EtatRendezVous, string>> = {
  prevue: 'Prévu',
  honoree: 'Venu',
  manquee: 'Manqué',
  deplacee: 'Déplacé',
  annulee: 'Annulé',
};

/**
 * A move gives a new appointment in the place of the former one, and there is one of a kind at a time: the next of its kind after a moved
 * one is that one still. `rendezVous`: those of one dossier, in the order in which they were given.
 */
export function enchainer<R extends { id: string; sorte: SorteRendezVous; etat: EtatRendezVous }>(
  rendezVous: readonly R[],
): (R & { premier: string; rang: number })[] {
  const derniers = new Map<SorteRendezVous, { premier: string; rang: number; etat: EtatRendezVous }>();
  return rendezVous.map((r) => {
    const avant = derniers.get(r.sorte);
    const suite = avant?.etat === 'deplacee' ? { premier: avant.premier, rang: avant.rang + 1 } : { premier: r.id, rang: 0 };
    derniers.set(r.sorte, { ...suite, etat: r.etat });
    return { ...r, ...suite };
  });
}

/** S-201: days before, on which the person is reminded. */
export const RAPPEL_JOURS = 7;
/** The machine gives a slot no sooner: the time to be told, and to buy the stamps. */
export const AVANCE_JOURS = 10;
/** How far ahead slots are looked for. */
export const HORIZON_JOURS = 90;
/** Misses after which nobody is convened again without an agent: an alert, and the card is kept. */
export const MANQUES_AVANT_ALERTE = 3;
/** Hours before, until which the person moves it themselves. */
export const HEURES_POUR_DEPLACER = 24;

const HEURE = 3_600_000;

/** May the person still move it themselves? Afterwards, the contact of the préfecture. */
export function estDeplacable(debut: Date, at: Date): boolean {
  return debut.getTime() - at.getTime() >= HEURES_POUR_DEPLACER * HEURE;
}

/** Hours of the day within which a telephone may ring, where the appointment is. */
const HEURES_DU_JOUR = { debut: 8, fin: 20 } as const;

/** Is it the week of the reminder, by day? Never on the day on which the appointment itself was told. */
export function estARappeler({ debut, donneLe, fuseau }: { debut: Date; donneLe: Date; fuseau: Fuseau }, at: Date): boolean {
  const jour = jourLocal(at, fuseau);
  const heure = Number(heureLisible(at, fuseau).slice(0, 2));
  return (
    debut > at &&
    heure >= HEURES_DU_JOUR.debut &&
    heure < HEURES_DU_JOUR.fin &&
    joursEntre(jour, jourLocal(debut, fuseau)) <= RAPPEL_JOURS &&
    jourLocal(donneLe, fuseau) < jour
  );
}

/** First day on which the machine may convene. */
export const premierJourPropose = (at: Date): Jour => plusJours(jourDe(at), AVANCE_JOURS);
