// Password rule (D-02): 12 characters, or the rule of the seed (8 characters, four classes, S-269), and never a common password
// nor one made of the person's own name, e-mail or number.

export const REGLE_DU_PORTAIL =
  'Votre mot de passe doit être réinitialisé. Merci de renseigner un nouveau mot de passe, qui doit faire au moins 8 caractères avec au moins une majuscule, une minuscule, un chiffre et un caractère spécial.';

/** Hours during which a provisional password opens the reset page (D-01). */
export const HEURES_PROVISOIRE = 48;
/** Minutes during which the link of a forgotten password works, once (C23). */
export const MINUTES_LIEN = 60;
/** Hours during which the link that confirms a compte asked for with a number works, once (S-034); our choice. */
export const HEURES_CONFIRMATION = 24;
/** Days during which the e-mail still opens a compte that received its numéro étranger (03-instruction 3, our choice). */
export const JOURS_EMAIL_ACCEPTE = 90;

export type Regle = { code: 'longueur' | 'classes' | 'commun' | 'personnel'; libelle: string; estRemplie: boolean };

const MAXIMUM = 128;
/** Rows that fingers follow; a password that is a piece of one, read in either direction, is guessed at once. */
const SUITES = [
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyzabcdefgh',
  '012345678901234567890123456789',
];

const plier = (texte: string) =>
  texte
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
const envers = (texte: string) => [...texte].reverse().join('');

/** A piece of a row of keys, or two signs or three repeated: 'abcdefgh', '987654321', 'aaaabbbb'. */
function estSuite(plie: string): boolean {
  const signes = plie.replace(/[^\p{L}\d]/gu, '');
  if (new Set(plie).size < 5) return true;
  return signes.length >= 6 && SUITES.some((suite) => suite.includes(signes) || envers(suite).includes(signes));
}

/** A known password, as typed or once its ornaments are taken off ('P@ssword2026!' keeps too few letters; 'Password!2026' is 'password'). */
function estCommun(motDePasse: string, plie: string, communs: ReadonlySet<string>): boolean {
  const lettres = plie.replace(/[^\p{L}]/gu, '');
  return communs.has(motDePasse.toLowerCase()) || communs.has(plie) || (lettres.length * 2 > plie.length && communs.has(lettres));
}

/** The state of each rule for what is typed, for the live list of the page and for the refusal. */
export function reglesDuMotDePasse(motDePasse: string, personnels: readonly string[], communs: ReadonlySet<string>): Regle[] {
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d\s]/u].every((c) => c.test(motDePasse));
  const plie = plier(motDePasse);
  const propres = personnels.map(plier).filter((p) => p.length >= 4);
  return [
    {
      code: 'longueur',
      libelle: 'Au moins 8 caractères (et au plus 128)',
      estRemplie: motDePasse.length >= 8 && motDePasse.length <= MAXIMUM,
    },
    {
      code: 'classes',
      libelle: 'Au moins une majuscule, une minuscule, un chiffre et un caractère spécial, ou bien 12 caractères',
      estRemplie: classes || motDePasse.length >= 12,
    },
    {
      code: 'commun',
      libelle: 'Pas un mot de passe courant, ni une suite ou une répétition',
      estRemplie: motDePasse.length > 0 && !estSuite(plie) && !estCommun(motDePasse, plie, communs),
    },
    {
      code: 'personnel',
      libelle: 'Sans votre nom, votre adresse électronique ou votre numéro',
      estRemplie: motDePasse.length > 0 && !propres.some((p) => plie.includes(p)),
    },
  ];
}

/** What a password must not contain: names, number, the e-mail and the words of the e-mail before '@'. */
export function termesPersonnels(personne: {
  email: string;
  numeroEtranger: string | null;
  noms: readonly (string | null | undefined)[];
}): string[] {
  const local = personne.email.split('@')[0] ?? '';
  const noms = personne.noms.flatMap((nom) => (nom ? [nom, ...nom.split(/[\s'’-]+/)] : []));
  return [
    personne.email,
    local,
    ...local.split(/[^\p{L}\d]+/u),
    ...(personne.numeroEtranger ? [personne.numeroEtranger] : []),
    ...noms,
  ].filter(Boolean);
}

/** 12 characters of four classes, drawn by `tirage(n)` which gives an integer in [0, n[ (S-045, D-01). */
export function motDePasseProvisoire(tirage: (n: number) => number): string {
  // without the look-alikes 0/O, 1/l/I: it is copied by hand from a mail
  const classes = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '#()!*+-=?@'];
  const tous = classes.join('');
  const pris = [...classes, ...Array.from({ length: 8 }, () => tous)].map((alphabet) => alphabet.charAt(tirage(alphabet.length)));
  for (let i = pris.length - 1; i > 0; i--) {
    const j = tirage(i + 1);
    [pris[i], pris[j]] = [pris[j] ?? '', pris[i] ?? ''];
  }
  return pris.join('');
}
