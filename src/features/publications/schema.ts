// What a sort of reference data is. A sort = one file in kinds/ and one line in catalogue.ts.
import { z } from 'zod';
import type { SorteReference } from '#domain/publication/sortes.ts';
import type { Contenu } from '#domain/publication/versions.ts';
import type { Tx } from '#platform/db.ts';

/** How a field is typed and checked; `choix`: one of its `options`. `euros`: an amount with at most two decimals. */
export type FormeReference = 'ligne' | 'long' | 'courriel' | 'lien' | 'euros' | 'jour' | 'oui_non' | 'choix';

export type ChampReference = {
  nom: string;
  libelle: string;
  aide?: string;
  requis?: boolean;
  forme: FormeReference;
  options?: Readonly<Record<string, string>>;
};

/**
 * `cle`: stable code, also in addresses; `prefecture`: whose it is, when local administrators may change it; `muette`: nothing is
 * shipped for it, so a national administrator sees it only once somebody has written it.
 */
export type CleReference = { cle: string; libelle: string; prefecture?: string; muette?: boolean };

export type FauteReference = { champ: string; message: string };

export type KindReference = {
  sorte: SorteReference;
  cles: () => Promise<readonly CleReference[]>;
  champs: (cle: string) => readonly ChampReference[];
  /** what the portal ships with; undefined: this key does not exist */
  parDefaut: (cle: string) => Promise<Contenu | undefined>;
  /** what the form alone cannot see: an unknown variable, dates in the wrong order */
  verifier?: (cle: string, contenu: Contenu) => readonly FauteReference[];
  /** how it will read, paragraph by paragraph */
  apercu?: (cle: string, contenu: Contenu) => { titre: string; paragraphes: readonly string[] };
  /** the words that may be used, with an example of each */
  variables?: (cle: string) => Contenu;
  /** what it changes elsewhere the day it takes effect; may be repeated */
  appliquer?: (tx: Tx, cle: string, contenu: Contenu) => Promise<void>;
};

const LONGUEUR = { ligne: 300, long: 8000, courriel: 254, lien: 500, euros: 12, jour: 10, oui_non: 3, choix: 60 } as const satisfies Record<
  FormeReference,
  number
>;

function fauteDeForme({ forme, options = {} }: ChampReference, valeur: string): string | undefined {
  if (valeur.length > LONGUEUR[forme]) return `Écrivez au plus ${LONGUEUR[forme]} caractères.`;
  switch (forme) {
    case 'courriel':
      return z.email().safeParse(valeur).success ? undefined : 'Cette adresse électronique n’est pas complète.';
    case 'lien':
      return z.url({ protocol: /^https$/ }).safeParse(valeur).success ? undefined : 'Écrivez une adresse entière qui commence par https://';
    case 'euros':
      return /^\d{1,6}(,\d{1,2})?$/.test(valeur) ? undefined : 'Écrivez un montant en euros, par exemple 225 ou 22,50.';
    case 'jour':
      return /^\d{4}-\d{2}-\d{2}$/.test(valeur) && !Number.isNaN(Date.parse(valeur)) ? undefined : 'Écrivez un jour comme 2026-12-31.';
    case 'oui_non':
      return valeur === 'oui' || valeur === 'non' ? undefined : 'Choisissez oui ou non.';
    case 'choix':
      return Object.hasOwn(options, valeur) ? undefined : 'Choisissez une réponse de la liste.';
    case 'ligne':
    case 'long':
      return undefined;
  }
}

/** Reads what was typed; every fault, by field. A line keeps no line break; a long text keeps its paragraphs. */
export function lireContenu(
  champs: readonly ChampReference[],
  tape: Readonly<Record<string, unknown>>,
): { contenu: Contenu; fautes: FauteReference[] } {
  const fautes: FauteReference[] = [];
  const contenu = Object.fromEntries(
    champs.map((champ) => {
      const { nom, forme, requis, libelle } = champ;
      const brut = tape[nom];
      const texte = typeof brut === 'string' ? brut.replace(/\r\n?/g, '\n').trim() : '';
      const valeur = forme === 'long' ? texte : texte.replace(/\s+/g, ' ');
      if (valeur === '' && requis) fautes.push({ champ: nom, message: `Renseignez « ${libelle} ».` });
      const faute = valeur === '' ? undefined : fauteDeForme(champ, valeur);
      if (faute) fautes.push({ champ: nom, message: faute });
      return [nom, valeur];
    }),
  );
  return { contenu, fautes };
}

/** Every form about one reference names it; the contents are read by the fields of its sort. */
export const schemaReference = z.object({
  sorte: z.string(),
  cle: z.string().max(120),
  revision: z.coerce.number().int().default(0),
  contenu: z.record(z.string(), z.string()).default({}),
});
