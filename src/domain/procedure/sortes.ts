// The words that a piece of a list may use.
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
