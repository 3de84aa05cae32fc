// One procedure as one person meets it: its worked example with a few other answers, and what follows from them.
import { saisieInitiale, validerEtape } from '#domain/procedure/compile.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { piecesAttendues, piecesManquantes } from '#domain/procedure/pieces.ts';
import { silenceDe, titreAccorde, travailAutorise } from '#domain/procedure/suites.ts';
import { enVigueur } from '#domain/publication/vigueur.ts';
import { procedureActuelle } from '#procedures/index.ts';

export const JOUR = '2026-11-22';

export function demarche(slug: string): Procedure {
  const procedure = procedureActuelle(slug);
  if (!procedure) throw new Error(`pas de démarche ${slug}`);
  return procedure;
}

/** The worked example with other answers; `undefined` takes one away. */
export function cas(slug: string, autres: Record<string, string | readonly string[] | undefined> = {}) {
  const procedure = demarche(slug);
  const reponses: Reponses = Object.fromEntries(
    Object.entries({ ...procedure.exemple.reponses, ...autres }).flatMap(([c, r]) => (r === undefined ? [] : [[c, r] as const])),
  );
  const contexte = { reponses, jour: JOUR };
  const pieces = enVigueur(procedure.listes, JOUR)?.pieces ?? [];
  return {
    procedure,
    contexte,
    codes: (moment: 'depot' | 'remise' = 'depot') => piecesAttendues(pieces, contexte, moment).map(({ piece }) => piece.code),
    manquantes: () => piecesManquantes(piecesAttendues(pieces, contexte, 'depot'), [], reponses).map((piece) => piece.code),
    piece: (code: string) => pieces.find((piece) => piece.code === code),
    silence: () => silenceDe(procedure, contexte),
    titre: () => titreAccorde(procedure, contexte),
    travail: () => travailAutorise(procedure, contexte),
  };
}

/** The sentence with which an answer stops the person, and where it sends them. */
export function arret(slug: string, code: string, autres: Record<string, string | readonly string[]>) {
  const { procedure, contexte } = cas(slug, autres);
  const etape = etapesAChamps(procedure).find((e) => e.sections.some((s) => s.champs.some((c) => c.code === code)));
  if (!etape) throw new Error(`pas de question ${code}`);
  const email = 'usager.test@example.org';
  const brut = JSON.parse(JSON.stringify(saisieInitiale(etape, contexte.reponses, email)));
  const validation = validerEtape(etape, brut, { ...contexte, email });
  const champ = etape.sections.flatMap((s) => s.champs).find((c) => c.code === code);
  return { erreurs: validation.ok ? [] : validation.erreurs.map((e) => e.chemin), vers: champ?.arret?.vers };
}
