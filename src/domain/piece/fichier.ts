// What a file given for a piece may be (S-125, S-126, S-276), and every reason to refuse one, with its sentence.
// Pure: the bytes are read by adapters/fichier, which states a fact; the word for it is chosen here.

export const formats = ['jpg', 'pdf', 'png', 'bmp', 'tiff'] as const;
export type Format = (typeof formats)[number];

/** Endings of names that announce an accepted format; .jpeg and .tif are the same formats as .jpg and .tiff. */
export const extensions = ['.jpg', '.jpeg', '.pdf', '.png', '.bmp', '.tif', '.tiff'] as const;

/** The value of the `accept` attribute of a file field. */
export const accept = extensions.join(',');

/** 10 Mo = 10 × 1 024 × 1 024 bytes, themselves accepted. */
export const TAILLE_MAXIMALE = 10 * 1024 * 1024;

/** Files at most for one piece (S-125). */
export const FICHIERS_PAR_PIECE = 3;

export const typesMime = {
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
} as const satisfies Record<Format, string>;

/** What the reading of the bytes may find wrong. Same words as in adapters/fichier. */
export type ConstatFichier = 'vide' | 'trop_lourd' | 'type_inconnu' | 'illisible' | 'trop_de_pixels' | 'protege' | 'actif' | 'infecte';

export const refusFichier = {
  vide: 'Ce fichier est vide. Vérifiez qu’il s’ouvre sur votre appareil, puis joignez-le à nouveau.',
  trop_lourd:
    'Ce fichier dépasse 10 Mo. Réduisez sa taille (par exemple en numérisant avec une résolution plus faible), puis joignez-le à nouveau.',
  format_refuse: 'Ce format n’est pas accepté. Les formats acceptés sont : .jpg, .pdf, .png, .bmp et .tiff (ou .tif).',
  deguise:
    'Le contenu de ce fichier ne correspond pas à son nom : ce n’est ni une image, ni un PDF. Changer la fin du nom ne change pas le format : enregistrez ou exportez le document en .jpg, .pdf, .png, .bmp ou .tiff.',
  illisible:
    'Ce fichier est incomplet ou endommagé : il ne peut pas être lu. Numérisez ou enregistrez à nouveau le document, puis joignez-le.',
  trop_de_pixels: 'Cette image a de trop grandes dimensions. Réduisez sa résolution, puis joignez-la à nouveau.',
  protege:
    'Ce PDF est protégé par un mot de passe : l’administration ne pourrait pas le lire. Enregistrez-le sans mot de passe, puis joignez-le à nouveau.',
  actif:
    'Ce PDF contient des éléments actifs (programme, lancement d’une application ou fichier caché), qui sont refusés par sécurité. Imprimez-le au format PDF ou numérisez-le, puis joignez-le à nouveau.',
  infecte: 'Ce fichier contient un virus : il a été supprimé. Vérifiez votre appareil avec un antivirus, puis joignez un autre fichier.',
  trop_de_fichiers:
    'Vous pouvez joindre 3 fichiers au maximum pour un même justificatif. Supprimez un fichier avant d’en joindre un autre.',
} as const;
export type RefusFichier = keyof typeof refusFichier;

/** The ending of a name in small letters with its point, or '' when there is none. */
function extensionDe(nom: string): string {
  return /\.[^./\\\s]{1,10}$/.exec(nom.trim())?.[0].toLowerCase() ?? '';
}

function annonceUnFormatAccepte(nom: string): boolean {
  const extension = extensionDe(nom);
  return extensions.some((e) => e === extension);
}

/**
 * The refusal that a finding on the bytes leads to. A content of no accepted format is "déguisé" when its name
 * promises one, and simply of a refused format otherwise.
 */
export function refusDuConstat(constat: ConstatFichier, nom: string): RefusFichier {
  if (constat === 'type_inconnu') return annonceUnFormatAccepte(nom) ? 'deguise' : 'format_refuse';
  return constat;
}

/**
 * What can be said before reading the bytes, in the browser too: number of files already given for the piece, size in
 * bytes (when known), name. A name without ending passes: the content will tell.
 */
export function refusAvantLecture(fichier: { nom: string; taille?: number; dejaJoints: number }): RefusFichier | null {
  if (fichier.dejaJoints >= FICHIERS_PAR_PIECE) return 'trop_de_fichiers';
  if (extensionDe(fichier.nom) !== '' && !annonceUnFormatAccepte(fichier.nom)) return 'format_refuse';
  if (fichier.taille === 0) return 'vide';
  if (fichier.taille !== undefined && fichier.taille > TAILLE_MAXIMALE) return 'trop_lourd';
  return null;
}

// Controls, direction overrides (a name reading "exe.pdf" backwards), and what paths and headers give a meaning to.
const INTERDITS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*]/gu;

/**
 * The name under which a file is shown and downloaded: the usager's own, without folder nor misleading characters, 100
 * characters at most, and with the ending of its real format.
 */
export function nomAffiche(nom: string, format: Format): string {
  const sansDossier = nom.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const base = sansDossier.replace(INTERDITS, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const extension = extensionDe(base);
  const garde = memeFormat(extension, format);
  const racine = (annonceUnFormatAccepte(base) ? base.slice(0, -extension.length) : base).trim();
  const courte = Array.from(racine).slice(0, 94).join('').trim();
  return `${courte === '' ? 'document' : courte}${garde ? extension : `.${format}`}`;
}

function memeFormat(extension: string, format: Format): boolean {
  if (format === 'jpg') return extension === '.jpg' || extension === '.jpeg';
  if (format === 'tiff') return extension === '.tif' || extension === '.tiff';
  return extension === `.${format}`;
}

/** A size as a person reads it: "512 octets", "34 ko", "1,4 Mo" (1 Mo = 1 024 × 1 024 bytes). */
export function tailleLisible(octets: number): string {
  if (octets < 1024) return `${octets} octet${octets < 2 ? '' : 's'}`;
  if (octets < 1024 * 1024) return `${Math.round(octets / 1024)} ko`;
  return `${(Math.floor((octets / (1024 * 1024)) * 10) / 10).toString().replace('.', ',')} Mo`;
}
