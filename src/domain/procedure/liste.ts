// The list of pieces as printed (S-204): sections drawn from the conditions of the pieces, never from their codes.
import { nomDeLaNationalite } from '../pays.ts';
import type { Format } from '../piece/fichier.ts';
import { mentionDe } from '../titre/titres.ts';
import type { Champ, Condition, ModePiece, PieceDemandee, Procedure } from './definition.ts';
import { etapesAChamps } from './navigate.ts';
import { consigne, validiteADire } from './pieces.ts';
import { libelleDeValeur } from './valeurs.ts';

export type PieceListee = {
  libelle: string;
  requis: boolean;
  aide?: string;
  /** months since the document was made, at most, when its words do not say it */
  validiteMois?: number;
  /** when fewer than all those of the portal */
  formats?: readonly Format[];
  /** instruction, then the documents that answer it; several for a piece with variants */
  consignes: readonly { cas?: string; phrase: string; documents: readonly string[] }[];
};
/** Pieces asked in the same circumstances: `si` says which ("Si vous avez plus de 21 ans"). */
export type BlocListe = { titre: string; si?: string; pieces: readonly PieceListee[] };
export type SectionListe = { titre: string; blocs: readonly BlocListe[] };

const COMMUNS = 'JUSTIFICATIFS COMMUNS A TOUS LES DEMANDEURS';
const REMISE = 'A LA REMISE DU TITRE';

type ConditionNationalite = Extract<Condition, { nationalite: unknown }>['nationalite'];

/** Splits what is asked of certain nationalities from the rest of a condition. */
function separer(condition: Condition | undefined): { nationalite?: ConditionNationalite; reste: readonly Condition[] } {
  const membres = condition === undefined ? [] : 'tous' in condition ? condition.tous : [condition];
  const nationalite = membres.find((m) => 'nationalite' in m);
  return { nationalite: nationalite?.nationalite, reste: membres.filter((m) => m !== nationalite) };
}

/** "Algérienne" → "algériens": the names of nationalities are kept in the feminine, headings speak of people. */
function gens(code: string): string {
  const nom = nomDeLaNationalite(code).toLocaleLowerCase('fr');
  const masculin = nom.replace(/enne$/, 'en').replace(/(ais|ois|ain|and|at|an|in|ol|on)e$/, '$1');
  return masculin.endsWith('s') ? masculin : `${masculin}s`;
}

const enumerer = (mots: readonly string[], lien: string) =>
  mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} ${lien} ${mots.at(-1)}`;
// the seed writes the names of people in capitals without accents
const capitales = (texte: string) => texte.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

function titreNationalite(regle: ConditionNationalite): string {
  if ('hors' in regle) return `DEMANDEURS TOUTES NATIONALITÉS (hors ${enumerer(regle.hors.map(gens), 'et')})`;
  return `DEMANDEURS ${capitales(enumerer(regle.parmi.map(gens), 'ou'))}`;
}

/** A condition in plain words, after "Si". */
export function enClair(condition: Condition, champs: readonly Champ[]): string {
  // "A et (B ou C)": without brackets the reader would guess
  if ('tous' in condition) return condition.tous.map((c) => ('un' in c ? `(${enClair(c, champs)})` : enClair(c, champs))).join(' et ');
  if ('un' in condition) return condition.un.map((c) => ('tous' in c ? `(${enClair(c, champs)})` : enClair(c, champs))).join(' ou ');
  if ('non' in condition) return `pas (${enClair(condition.non, champs)})`;
  if ('age' in condition)
    return 'plusDe' in condition.age ? `vous avez plus de ${condition.age.plusDe} ans` : `vous avez moins de ${condition.age.moinsDe} ans`;
  if ('nationalite' in condition)
    return 'hors' in condition.nationalite
      ? `votre nationalité n’est pas ${enumerer(
          condition.nationalite.hors.map((n) => nomDeLaNationalite(n).toLocaleLowerCase('fr')),
          'ou',
        )}`
      : `votre nationalité est ${enumerer(
          condition.nationalite.parmi.map((n) => nomDeLaNationalite(n).toLocaleLowerCase('fr')),
          'ou',
        )}`;
  const champ = champs.find((c) => c.code === condition.champ);
  if (champ?.type === 'connu') return `votre titre est « ${condition.parmi.map(mentionDe).join(' » ou « ')} »`;
  const reponses = condition.parmi.map((code) => libelleDeValeur(champ, code));
  return `vous répondez « ${reponses.join(' » ou « ')} » à la question « ${champ?.libelle ?? condition.champ} »`;
}

function consignesDe(mode: ModePiece): PieceListee['consignes'] {
  if (mode.sorte === 'variante') return mode.variantes.map((v) => ({ cas: v.libelle, ...consigne(v.mode) }));
  if (mode.sorte === 'code') return [{ phrase: `${mode.libelle} à renseigner en ligne.`, documents: [] }];
  if (mode.sorte === 'declaration') return [{ phrase: 'Déclaration à cocher dans le formulaire en ligne.', documents: [] }];
  return [consigne(mode)];
}

function listee(piece: PieceDemandee): PieceListee {
  const { libelle, requis, aide, mode, moment, formats } = piece;
  const consignes = consignesDe(mode);
  // nothing is joined to a collection: things are brought to it
  return {
    libelle,
    requis,
    aide,
    validiteMois: validiteADire(piece),
    formats: moment === 'depot' ? formats : undefined,
    consignes: moment === 'depot' ? consignes : consignes.map((c) => ({ ...c, phrase: 'À apporter le jour de la remise :' })),
  };
}

/** Places in a map of arrays, in order of first appearance. */
function ranger<T>(elements: readonly T[], cle: (element: T) => string): [string, T[]][] {
  const rangs = new Map<string, T[]>();
  for (const element of elements) rangs.set(cle(element), [...(rangs.get(cle(element)) ?? []), element]);
  return [...rangs];
}

/**
 * Sections in the order of the annexe: common pieces by group, the ground, then each set of nationalities, then what is brought
 * to the collection. A group that bears the title of the step of the ground makes its own section.
 */
export function sectionsDeLaListe(procedure: Procedure, pieces: readonly PieceDemandee[]): SectionListe[] {
  const champs = etapesAChamps(procedure).flatMap((e) => e.sections.flatMap((s) => s.champs));
  const motif = procedure.etapes.find((e) => e.code === 'motif')?.titre;
  const places = pieces.map((piece) => {
    const { nationalite, reste } = separer(piece.condition);
    const aPart = nationalite ? titreNationalite(nationalite) : piece.groupe === motif ? piece.groupe.toLocaleUpperCase('fr') : COMMUNS;
    return {
      piece,
      section: piece.moment === 'remise' ? REMISE : aPart,
      rang: piece.moment === 'remise' ? 3 : nationalite ? 2 : piece.groupe === motif ? 1 : 0,
      si: reste.length > 0 ? `Si ${reste.map((c) => enClair(c, champs)).join(' et ')}` : '',
    };
  });
  return ranger(
    places.toSorted((a, b) => a.rang - b.rang),
    (p) => p.section,
  ).map(([titre, membres]) => ({
    titre,
    blocs: ranger(membres, (m) => `${m.piece.groupe}\n${m.si}`).map(([, memes]) => ({
      titre: memes[0]?.piece.groupe ?? '',
      si: memes[0]?.si || undefined,
      pieces: memes.map((m) => listee(m.piece)),
    })),
  }));
}
