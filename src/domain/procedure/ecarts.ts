// Where the answers of a dossier differ from what the registre said when it was begun. An aid to the agent, never a decision.
import { adresseDe, afficherReponse, texteDeReponse, textesDe } from './champs.ts';
import { champsDe } from './compile.ts';
import type { Champ, Procedure, Reponse, Reponses } from './definition.ts';
import { etapesAChamps } from './navigate.ts';

export type Ecart = { libelle: string; registre: string; demande: string };

const mots = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const memeListe = (a: readonly string[], b: readonly string[]) => a.map(mots).toSorted().join('|') === b.map(mots).toSorted().join('|');

/** Accents, case and hyphens aside; a partial date contradicts only by what it says; an address by its street and its commune. */
function concorde(champ: Champ, registre: Reponse, demande: Reponse): boolean {
  if (champ.type === 'date_partielle') {
    const [a, b] = [texteDeReponse(registre), texteDeReponse(demande)];
    return a.startsWith(b) || b.startsWith(a);
  }
  const [ici, la] = [adresseDe(registre), adresseDe(demande)];
  if (ici && la)
    return (
      mots(`${ici.numero} ${ici.voie} ${ici.codePostal} ${ici.ville}`) === mots(`${la.numero} ${la.voie} ${la.codePostal} ${la.ville}`)
    );
  if (champ.type === 'nationalites') return memeListe(textesDe(registre), textesDe(demande));
  if (champ.type === 'textes') return mots(textesDe(registre).join(' ')) === mots(textesDe(demande).join(' '));
  return mots(texteDeReponse(registre)) === mots(texteDeReponse(demande));
}

export function ecartsAvecLeRegistre(procedure: Procedure, registre: Reponses, reponses: Reponses): Ecart[] {
  return etapesAChamps(procedure)
    .flatMap(champsDe)
    .flatMap((champ): Ecart[] => {
      const su = registre[champ.code];
      const dit = reponses[champ.code];
      if (su === undefined || champ.type === 'connu' || (dit !== undefined && concorde(champ, su, dit))) return [];
      return [
        {
          libelle: champ.libelleCourt ?? champ.libelle,
          registre: afficherReponse(su, champ),
          demande: dit === undefined ? '' : afficherReponse(dit, champ),
        },
      ];
    });
}
