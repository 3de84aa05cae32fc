// Which préfecture receives a request, communes confided to another one included.
import 'server-only';
import type { Jour } from '#domain/jour.ts';
import { adresseDe } from '#domain/procedure/champs.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { champCompetent, prefectureDesReponses } from '#domain/procedure/liste-suivie.ts';
import { referencesDu } from '../references/queries.ts';

/** The INSEE codes of a text: separated by spaces, commas or lines. */
export const communesDuTexte = (texte: string): string[] => [...new Set(texte.split(/[\s,;]+/).filter((c) => c !== ''))];

/**
 * The préfecture that receives a request: that of the department of its address, unless the commune is confided to another one. null
 * while the address says no department.
 */
export function prefectureCompetente(
  reponses: Reponses,
  procedure: Pick<Procedure, 'adresseCompetente'> | undefined,
  jour: Jour,
): string | null {
  const commune = adresseDe(reponses[champCompetent(procedure)])?.codeInsee;
  const confiee =
    commune && [...referencesDu('ressort', jour)].find(([, { communes = '' }]) => communesDuTexte(communes).includes(commune))?.[0];
  return confiee || prefectureDesReponses(reponses, procedure);
}
