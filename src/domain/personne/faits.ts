// What the registre knows of a person, as answers: the codes of the champs that every procedure shares (procedures/blocs/identite, titre).
import type { Adresse } from '../adresse/adresse.ts';
import type { Jour } from '../jour.ts';
import type { Reponse, Reponses } from '../procedure/definition.ts';
import type { Identite } from './identite.ts';

export type PersonneConnue = {
  numeroEtranger: string | null;
  identite: Identite;
  adresse: Adresse | null;
  /** the titre that counts today (titre/offre.ts) */
  titre: { type: string | null; mention: string; debut: Jour; fin: Jour } | null;
};

/** Only what is known: an empty fact is no fact. `titre_type` is a code, or the mention when the registre has no code for it. */
export function faitsConnus({ numeroEtranger, identite, adresse, titre }: PersonneConnue): Reponses {
  const faits: Record<string, Reponse | null | undefined> = {
    numero_etranger: numeroEtranger,
    titre_type: titre && (titre.type ?? titre.mention),
    titre_debut: titre?.debut,
    titre_fin: titre?.fin,
    nom_naissance: identite.nomNaissance,
    nom_usage: identite.nomUsage,
    prenoms: identite.prenoms,
    sexe: identite.sexe,
    date_naissance: identite.naissance,
    pays_naissance: identite.paysNaissance,
    lieu_naissance: identite.lieuNaissance,
    nationalites: identite.nationalites,
    adresse,
  };
  const estVide = (fait: Reponse) => (typeof fait === 'string' || Array.isArray(fait)) && fait.length === 0;
  return Object.fromEntries(
    Object.entries(faits).flatMap(([code, fait]): [string, Reponse][] => (fait == null || estVide(fait) ? [] : [[code, fait]])),
  );
}
