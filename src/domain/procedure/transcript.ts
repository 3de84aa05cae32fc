// A readable copy of a deposit: questions as they were asked, answers as they read. It stays true when the definition changes.
import { afficherReponse, blocsDe } from './champs.ts';
import { estVisible } from './compile.ts';
import type { Champ, Procedure, Reponses } from './definition.ts';
import { etapesAChamps } from './navigate.ts';

export type LigneTranscript = { libelle: string; valeur: string };
export type SectionTranscript = { titre: string; lignes: readonly LigneTranscript[] };
export type Transcript = readonly SectionTranscript[];

function lignes(champ: Champ, reponses: Reponses): LigneTranscript[] {
  const reponse = reponses[champ.code];
  if (reponse === undefined) return [];
  if (champ.type !== 'repetition') return [{ libelle: champ.libelleCourt ?? champ.libelle, valeur: afficherReponse(reponse, champ) }];
  return blocsDe(reponse).flatMap((bloc, i) =>
    champ.champs.flatMap((c) => lignes(c, bloc).map((l) => ({ libelle: `${champ.element} ${i + 1} – ${l.libelle}`, valeur: l.valeur }))),
  );
}

export function transcrire(procedure: Procedure, reponses: Reponses, jour: string): Transcript {
  const situation: SectionTranscript = { titre: 'Situation', lignes: procedure.situation.map((valeur) => ({ libelle: '', valeur })) };
  const sections = etapesAChamps(procedure).flatMap((etape) =>
    etape.sections.map((section) => ({
      titre: section.titre,
      lignes: section.champs.filter((c) => estVisible(c, { reponses, jour })).flatMap((c) => lignes(c, reponses)),
    })),
  );
  return [situation, ...sections].filter((s) => s.lignes.length > 0);
}
