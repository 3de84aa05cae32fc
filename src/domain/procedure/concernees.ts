// « Quelle démarche me concerne ? »: from a few answers given before any compte to the démarches of the catalogue, or to the ground that
// is asked elsewhere. Read from the definitions alone: a procedure that is added is found the same day.
import type { MotifHorsAnef } from '../orientation/motifs.ts';
import type { SorteDemande } from '../orientation/orienter.ts';
import { estDeLUnion } from '../pays.ts';
import { TITRES, type TypeTitre } from '../titre/titres.ts';
import { type Contexte, evaluer } from './condition.ts';
import type { Condition, Famille, Procedure } from './definition.ts';
import { etapesAChamps } from './navigate.ts';

/** What the person said; everything may be left out. */
export type Situation = {
  /** ISO alpha-2 */
  nationalite?: string;
  famille?: Famille;
  motif?: MotifHorsAnef;
  /** the titre held; 'aucun': none */
  titre?: TypeTitre | 'aucun';
};

/** What must be told besides the démarches themselves. */
export type Remarque = 'francais' | 'union' | 'algerien' | 'autre_titre';

export type Concernees = {
  demarches: readonly Procedure[];
  orientation?: { motif: MotifHorsAnef; demande?: SorteDemande };
  remarques: readonly Remarque[];
};

/** Nationalities that a procedure stops at its first questions (D-16). */
function exclut(procedure: Procedure, nationalite: string): boolean {
  return etapesAChamps(procedure)
    .flatMap((e) => e.sections.flatMap((s) => s.champs))
    .some((c) => c.type === 'nationalites' && c.exclut?.nationalites.includes(nationalite));
}

/** Titles whose holders may begin; null: whatever the title. */
function titresAdmis({ acces }: Procedure): readonly TypeTitre[] | null {
  if (acces.sorte === 'titre') return acces.titres;
  return acces.sorte === 'sans_titre' ? (acces.titres ?? []) : null;
}

function convientAuTitre(procedure: Procedure, titre: Situation['titre']): boolean {
  if (titre === undefined) return true;
  if (titre === 'aucun') return procedure.acces.sorte !== 'titre' && procedure.sorte !== 'renouvellement';
  return titresAdmis(procedure)?.includes(titre) ?? true;
}

/** Without a ground, the holder of a titre is told of its renewal and of what follows a titre, not of every first request. */
const suitLeTitre = (procedure: Procedure) => titresAdmis(procedure) !== null || procedure.sorte !== 'premiere_demande';

function demarchesDe(procedures: readonly Procedure[], { nationalite, famille, titre }: Situation): Procedure[] {
  const horsUnion = nationalite === undefined || !estDeLUnion(nationalite) || famille !== undefined || titre !== undefined;
  const candidates = procedures
    .filter((p) => (famille === undefined ? horsUnion || p.famille === 'union_europeenne' : p.famille === famille))
    .filter((p) => nationalite === undefined || !exclut(p, nationalite))
    .filter((p) => nationalite !== 'FR' || p.demandeur !== 'soi');
  const convenues = candidates.filter((p) => convientAuTitre(p, titre));
  if (titre === undefined || titre === 'aucun' || famille !== undefined) return convenues;
  return convenues.filter(suitLeTitre);
}

/** The démarches that these answers lead to. With nothing said, none: everything is in the catalogue below. */
export function demarchesConcernees(procedures: readonly Procedure[], situation: Situation): Concernees {
  const { nationalite, famille, motif, titre } = situation;
  const remarques: Remarque[] = [];
  if (nationalite === 'FR') remarques.push('francais');
  else if (nationalite && estDeLUnion(nationalite)) remarques.push('union');
  else if (nationalite === 'DZ') remarques.push('algerien');
  const tenu = titre === undefined || titre === 'aucun' ? undefined : TITRES[titre];
  if (nationalite !== 'FR' && motif)
    return { demarches: [], orientation: { motif, demande: demandeDe(titre, tenu?.horsAnef === motif) }, remarques };
  const orientation =
    nationalite !== 'FR' && tenu?.horsAnef && famille === undefined
      ? { motif: tenu.horsAnef, demande: 'renouvellement' as const }
      : undefined;
  if (!nationalite && !famille && !titre) return { demarches: [], remarques };
  const demarches = demarchesDe(procedures, situation);
  // another ground than that of the titre held: it is asked from there, as a first request of that ground
  const autres = demarches.length === 0 && tenu && famille ? demarchesDe(procedures, { nationalite, famille, titre: 'aucun' }) : [];
  if (autres.length > 0) remarques.push('autre_titre');
  return { demarches: [...demarches, ...autres], ...(orientation ? { orientation } : {}), remarques };
}

function demandeDe(titre: Situation['titre'], memeMotif: boolean): SorteDemande | undefined {
  if (titre === undefined) return undefined;
  return memeMotif ? 'renouvellement' : 'premiere';
}

/** What is known of a person before any compte, for the conditions of a procedure. A question that was not asked stays open. */
export function contexteConnu(
  { nationalite, naissance, titre }: Pick<Situation, 'nationalite' | 'titre'> & { naissance?: string },
  jour: string,
): Contexte {
  return {
    jour,
    partiel: true,
    reponses: {
      ...(nationalite ? { nationalites: [nationalite] } : {}),
      ...(naissance ? { date_naissance: naissance } : {}),
      // what the registre will say: the code of that champ is the name of the fact
      ...(titre && titre !== 'aucun' ? { titre_type: titre } : {}),
    },
  };
}

/** Of cases tried in order, those that may hold for what is known, up to the first that certainly does. */
export function casPossibles<T extends { si?: Condition }>(cas: readonly T[], contexte: Contexte): { cas: T; certain: boolean }[] {
  const possibles: { cas: T; certain: boolean }[] = [];
  for (const un of cas) {
    const verdict = un.si === undefined ? 'oui' : evaluer(un.si, contexte);
    if (verdict === 'non') continue;
    possibles.push({ cas: un, certain: verdict === 'oui' });
    if (verdict === 'oui') break;
  }
  return possibles;
}
