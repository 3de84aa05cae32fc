// What changes from one version of a list to the next, in the words of who reads it: pieces, and in each piece every field.
import type { Champ, ModePiece, ModePieceSimple, PieceDemandee } from './definition.ts';
import { enClair } from './liste.ts';
import { consigne } from './pieces.ts';
import { estModeSimple } from './sortes.ts';

/** '' when the piece says nothing of it. */
export type Changement = { partie: PartieDePiece; avant: string; apres: string };
export type PieceChangee = { code: string; libelle: string; changements: readonly Changement[] };
export type Difference = {
  ajoutees: readonly PieceDemandee[];
  retirees: readonly PieceDemandee[];
  changees: readonly PieceChangee[];
  /** pieces kept, in another order */
  ordreChange: boolean;
};

export const PARTIES = {
  libelle: 'Libellé',
  aide: 'Aide',
  groupe: 'Groupe',
  sousGroupe: 'Sous-groupe',
  requis: 'Obligatoire',
  condition: 'Demandée',
  moment: 'Moment',
  mode: 'Ce qu’il faut donner',
  formats: 'Formats acceptés',
  validiteMois: 'Validité',
  source: 'Source',
  certitude: 'Certitude',
  dateSource: 'Date de la source',
} as const;
export type PartieDePiece = keyof typeof PARTIES;
const TOUTES: readonly PartieDePiece[] = [
  'libelle',
  'aide',
  'groupe',
  'sousGroupe',
  'requis',
  'condition',
  'moment',
  'mode',
  'formats',
  'validiteMois',
  'source',
  'certitude',
  'dateSource',
];

export const CERTITUDE_EN_CLAIR = {
  S: 'S – document fourni avec le cahier des charges',
  L: 'L – texte en vigueur',
  D: 'D – liste du ministère (2021)',
  P: 'P – service-public.fr',
  R: 'R – Réfugiés.info',
  O: 'O – autre page publique',
  G: 'G – connaissance générale, à confirmer',
  X: 'X – proposition, à confirmer',
} as const satisfies Record<PieceDemandee['certitude'], string>;

export const MODES_EN_CLAIR = {
  unique: 'Un document',
  un_parmi: 'Un document au choix',
  tous: 'Chacun de ces documents',
  au_moins_un: 'Un ou plusieurs de ces documents',
  libre: 'Preuve par tout moyen',
  variante: 'Selon le cas de la personne',
  formulaire_signe: 'Modèle à télécharger, signer et renvoyer',
  par_periode: 'Un document par période',
  cumul: 'Plusieurs documents qui s’additionnent',
  code: 'Un numéro vérifié en ligne, au lieu d’un fichier',
  declaration: 'Une déclaration cochée dans le formulaire',
} as const satisfies Record<ModePiece['sorte'], string>;

function modeSimpleEnClair(mode: ModePieceSimple): string {
  const { phrase, documents } = consigne(mode);
  const notes =
    mode.sorte === 'tous'
      ? documents.map((d, i) => (mode.elements[i]?.siConcerne ? `${d} (si concerné)` : d))
      : mode.sorte === 'par_periode'
        ? documents.map((d) => `${d} (${mode.nombre})`)
        : mode.sorte === 'formulaire_signe'
          ? documents.map((d) => `${d} (modèle : ${mode.modele})`)
          : documents;
  return [phrase, ...notes.map((d) => `• ${d}`)].join('\n');
}

/** How a piece is given, in lines. */
export function modeEnClair(mode: ModePiece, champs: readonly Champ[]): string {
  if (estModeSimple(mode)) return modeSimpleEnClair(mode);
  switch (mode.sorte) {
    case 'code':
      return `${MODES_EN_CLAIR.code} : ${mode.libelle} (${mode.fournisseur}) ; bouton « ${mode.confirmer} »`;
    case 'declaration':
      return `${MODES_EN_CLAIR.declaration} : ${champs.find((c) => c.code === mode.champ)?.libelle ?? mode.champ}`;
    case 'variante':
      return [mode.question, ...mode.variantes.map((v) => `– ${v.libelle} : ${modeSimpleEnClair(v.mode)}`)].join('\n');
  }
}

/** One field of a piece as it reads. */
export function partieEnClair(piece: PieceDemandee, partie: PartieDePiece, champs: readonly Champ[]): string {
  switch (partie) {
    case 'requis':
      return piece.requis ? 'oui' : 'non';
    case 'condition':
      return piece.condition ? `si ${enClair(piece.condition, champs)}` : 'à toute personne';
    case 'moment':
      return piece.moment === 'depot' ? 'au dépôt' : 'à la remise du titre';
    case 'mode':
      return modeEnClair(piece.mode, champs);
    case 'formats':
      return piece.formats ? piece.formats.map((f) => `.${f}`).join(', ') : 'tous ceux du portail';
    case 'validiteMois':
      return piece.validiteMois === undefined ? '' : `${piece.validiteMois} mois`;
    case 'certitude':
      return CERTITUDE_EN_CLAIR[piece.certitude];
    case 'libelle':
    case 'aide':
    case 'groupe':
    case 'sousGroupe':
    case 'source':
    case 'dateSource':
      return piece[partie] ?? '';
  }
}

/** Same value, whatever the order of its keys: JSON does not keep it through the database. */
export function memeValeur(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => memeValeur(x, b[i]));
  const gauche = new Map(Object.entries(a).filter(([, v]) => v !== undefined));
  const droite = new Map(Object.entries(b).filter(([, v]) => v !== undefined));
  return gauche.size === droite.size && [...gauche].every(([cle, v]) => droite.has(cle) && memeValeur(v, droite.get(cle)));
}

/** The fields of a piece that changed; two values that read the same and differ (a code, an order) are said to. */
function changementsDe(avant: PieceDemandee, apres: PieceDemandee, champs: readonly Champ[]): Changement[] {
  return TOUTES.filter((partie) => !memeValeur(avant[partie], apres[partie])).map((partie) => ({
    partie,
    avant: partieEnClair(avant, partie, champs),
    apres: partieEnClair(apres, partie, champs),
  }));
}

export function difference(avant: readonly PieceDemandee[], apres: readonly PieceDemandee[], champs: readonly Champ[]): Difference {
  const ancienne = new Map(avant.map((p) => [p.code, p]));
  const nouvelle = new Map(apres.map((p) => [p.code, p]));
  const gardees = (pieces: readonly PieceDemandee[]) => pieces.map((p) => p.code).filter((c) => ancienne.has(c) && nouvelle.has(c));
  return {
    ajoutees: apres.filter((p) => !ancienne.has(p.code)),
    retirees: avant.filter((p) => !nouvelle.has(p.code)),
    changees: apres.flatMap((p) => {
      const ancien = ancienne.get(p.code);
      const changements = ancien ? changementsDe(ancien, p, champs) : [];
      return changements.length > 0 ? [{ code: p.code, libelle: p.libelle, changements }] : [];
    }),
    ordreChange: gardees(avant).join() !== gardees(apres).join(),
  };
}

export const sansDifference = (d: Difference): boolean => d.ajoutees.length + d.retirees.length + d.changees.length === 0 && !d.ordreChange;
