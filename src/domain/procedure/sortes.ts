// The words that a piece of a list may use.
import type { ModePiece, ModePieceSimple } from './definition.ts';

export const CERTITUDES = ['S', 'L', 'D', 'P', 'R', 'O', 'G', 'X'] as const;
export const SORTES_DE_MODE = [
  'unique',
  'un_parmi',
  'tous',
  'au_moins_un',
  'libre',
  'variante',
  'formulaire_signe',
  'par_periode',
  'cumul',
  'code',
  'declaration',
] as const;

// total on both sides: a mode added must be told here, or in every switch that comes after `estModeSimple`
const SIMPLES: Readonly<Record<ModePieceSimple['sorte'], true>> = {
  unique: true,
  un_parmi: true,
  tous: true,
  au_moins_un: true,
  libre: true,
  formulaire_signe: true,
  par_periode: true,
  cumul: true,
};

export const estSorteSimple = (sorte: ModePiece['sorte']): sorte is ModePieceSimple['sorte'] => Object.hasOwn(SIMPLES, sorte);

/** The modes that one case of a `variante` may have: those that are files. */
export const SORTES_SIMPLES = SORTES_DE_MODE.filter(estSorteSimple);

export const estModeSimple = (mode: ModePiece): mode is ModePieceSimple => estSorteSimple(mode.sorte);
