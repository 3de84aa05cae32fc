import 'server-only';
// Works offline: the official list of communes gives the city, the postal code and the INSEE code; the street stays as
// typed, for no list of streets is embedded.
import type { Adresses, ChercherCommunes, Commune, Suggestion } from './adresse.ts';
import { cleDeRecherche, lireSaisie, type Saisie, villesPossibles } from './saisie.ts';

export function adresseIntegree(chercherCommunes: ChercherCommunes): Adresses {
  return {
    async suggerer(texte, n) {
      if (texte.trim().length < 3 || n < 1) return [];
      const saisie = lireSaisie(texte);
      return saisie.codePostal === '' ? sansCodePostal(chercherCommunes, saisie, n) : avecCodePostal(chercherCommunes, saisie, n);
    },
  };
}

async function avecCodePostal(chercher: ChercherCommunes, saisie: Saisie, n: number): Promise<Suggestion[]> {
  const { codePostal } = saisie;
  const ville = cleDeRecherche(saisie.ville);
  // A postal code serves up to some fifty communes: all of them, then the typed city chooses.
  const communes = await chercher({ codePostal }, 60);
  const nommees = communes.filter((commune) => cleDeRecherche(commune.nom).startsWith(ville));
  // A city that does not go with its postal code: the postal code is more often right (old names, delegated communes).
  return (nommees.length > 0 ? nommees : communes).slice(0, n).map((commune) => suggestion(saisie, commune, codePostal));
}

async function sansCodePostal(chercher: ChercherCommunes, saisie: Saisie, n: number): Promise<Suggestion[]> {
  const noms = villesPossibles(saisie.voie);
  if (noms.length === 0) return [];
  const trouvees: Suggestion[] = [];
  // The longest group of words first: "saint denis" before "denis".
  for (const commune of trier(await chercher({ noms }, 60), noms)) {
    const nom = cleDeRecherche(commune.nom);
    const groupe = noms.find((possible) => nom.startsWith(possible)) ?? '';
    const voie = motsDuDebut(saisie.voie, groupe);
    for (const codePostal of commune.codesPostaux) trouvees.push(suggestion({ ...saisie, voie }, commune, codePostal));
    if (trouvees.length >= n) break;
  }
  return trouvees.slice(0, n);
}

/** Whole names before beginnings of names, then the name that explains the most words, then the most people. */
function trier(communes: readonly Commune[], noms: readonly string[]): Commune[] {
  const rang = (commune: Commune) => {
    const nom = cleDeRecherche(commune.nom);
    const entier = noms.indexOf(nom);
    const debut = noms.findIndex((possible) => nom.startsWith(possible));
    return entier === -1 ? 100 + debut : entier;
  };
  return communes.toSorted((a, b) => rang(a) - rang(b) || b.population - a.population || a.codeInsee.localeCompare(b.codeInsee));
}

/** The street without the words that turned out to be the city. */
function motsDuDebut(voie: string, groupe: string): string {
  const mots = voie.split(' ');
  for (let fin = mots.length - 1; fin >= 0; fin--) {
    if (cleDeRecherche(mots.slice(fin).join(' ')) === groupe) return mots.slice(0, fin).join(' ');
  }
  return voie;
}

function suggestion({ numero, voie }: Saisie, commune: Commune, codePostal: string): Suggestion {
  const libelle = [numero, voie, codePostal, commune.nom].filter((mot) => mot !== '').join(' ');
  return { libelle, numero, voie, codePostal, ville: commune.nom, codeInsee: commune.codeInsee, source: 'integree' };
}
