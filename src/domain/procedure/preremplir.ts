// The answers with which a draft begins: what the registre knows, then what a former request of the same person said. Nothing is
// validated by it: every screen is shown, checked, and read again as if it had just been typed.
import type { Jour } from '../jour.ts';
import { ecrireChamp, lireChamp } from './champs.ts';
import { champsDe, elaguer } from './compile.ts';
import type { Champ, Procedure, Reponse, Reponses } from './definition.ts';
import { etapesAChamps } from './navigate.ts';

/** A former request: its definition as it was then, its answers as they were deposited. */
export type Anterieure = { procedure: Procedure; reponses: Reponses; numero: string; deposeeLe: Jour };

/** Kept with the draft: says to the person what was filled in, and to the agent what the registre said that day. */
export type Reprise = {
  /** facts of the registre, by code of champ */
  registre: Reponses;
  /** the former request, and the champs that were taken from it */
  demande: { numero: string; le: Jour; champs: readonly string[] } | null;
};

export type Preremplissage = { reponses: Reponses; reprise: Reprise };

const tousLesChamps = (procedure: Procedure): readonly Champ[] => etapesAChamps(procedure).flatMap(champsDe);

/**
 * Sworn statements are sworn again, what may stop the person is asked again ("Habitiez-vous déjà à cette adresse ?"), the e-mail is the
 * compte's, and only the registre fills what it alone knows.
 */
function seReprend(champ: Champ): boolean {
  switch (champ.type) {
    case 'attestation':
    case 'courriel':
    case 'connu':
      return false;
    case 'oui_non':
      return champ.arret === undefined;
    case 'texte':
    case 'texte_long':
    case 'textes':
    case 'choix':
    case 'cases':
    case 'nombre':
    case 'date':
    case 'date_partielle':
    case 'pays':
    case 'nationalites':
    case 'nationalite_retenue':
    case 'adresse':
    case 'telephone':
    case 'repetition':
      return true;
  }
}

/** The answer if it is still one today: read by the champ as it is now; undefined otherwise. */
function relue(champ: Champ, reponse: Reponse, reponses: Reponses, contexte: { jour: Jour; email: string }): Reponse | undefined {
  const { valeur, erreurs } = lireChamp(ecrireChamp(reponse, champ), champ, champ.code, { ...contexte, reponses });
  return erreurs.length === 0 ? valeur : undefined;
}

/**
 * The registre comes first: it is what the administration holds for true, and a declared change of address is there. The former request
 * gives the rest, champ by champ: same code, same type, an answer that would still be accepted, still asked.
 */
export function preremplir(
  procedure: Procedure,
  { registre, anterieure }: { registre: Reponses; anterieure: Anterieure | null },
  contexte: { jour: Jour; email: string },
): Preremplissage {
  const anciens = new Map((anterieure ? tousLesChamps(anterieure.procedure) : []).map((c) => [c.code, c.type]));
  const lues: Record<string, Reponse> = {};
  const repris = new Set<string>();
  const connus: Record<string, Reponse> = {};
  for (const champ of tousLesChamps(procedure)) {
    const fait = registre[champ.code];
    if (fait !== undefined) {
      const valeur = champ.type === 'connu' ? fait : relue(champ, fait, lues, contexte);
      if (valeur !== undefined) {
        lues[champ.code] = valeur;
        connus[champ.code] = valeur;
        continue;
      }
    }
    const ancienne = anterieure?.reponses[champ.code];
    if (ancienne === undefined || anciens.get(champ.code) !== champ.type || !seReprend(champ)) continue;
    const valeur = relue(champ, ancienne, lues, contexte);
    if (valeur === undefined) continue;
    lues[champ.code] = valeur;
    repris.add(champ.code);
  }
  const gardees = elaguer(etapesAChamps(procedure), lues, contexte);
  const reponses = Object.fromEntries(Object.entries(gardees).filter(([code]) => code in lues));
  const champs = Object.keys(reponses).filter((code) => repris.has(code));
  return {
    reponses,
    reprise: {
      registre: connus,
      demande: anterieure && champs.length > 0 ? { numero: anterieure.numero, le: anterieure.deposeeLe, champs } : null,
    },
  };
}

/** What was filled in on one screen, to be checked: labels as they are asked. */
export function reprisDe(reprise: Reprise, champs: readonly Champ[], reponses: Reponses): { registre: string[]; demande: string[] } {
  const libelles = (codes: readonly string[]) =>
    champs
      .filter((c) => c.type !== 'connu' && codes.includes(c.code) && reponses[c.code] !== undefined)
      .map((c) => c.libelleCourt ?? c.libelle);
  return { registre: libelles(Object.keys(reprise.registre)), demande: libelles(reprise.demande?.champs ?? []) };
}
