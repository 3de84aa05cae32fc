// The list of pieces of a procedure, for anybody, made from the rules in force (S-204).
import { jourDe } from '#domain/jour.ts';
import { rendreListePublique } from '#features/catalogue/commands.ts';
import { demarche } from '#features/catalogue/queries.ts';
import { listePublique } from '#features/documents/queries.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routePublique } from '#guard/route.ts';

export const GET = routePublique('liste_publique', async ({ params, at }) => {
  const procedure = demarche(params.procedure ?? '');
  const liste = procedure && (await listePublique(procedure, jourDe(at)));
  if (!liste) return rienIci();
  const { contenu, octets } = await rendreListePublique(liste, at);
  return reponseOctets(contenu, octets);
});
