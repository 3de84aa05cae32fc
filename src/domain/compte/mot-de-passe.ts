// Password rule (D-02): 12 characters, or the rule of the seed (8 characters, four classes, S-269), and never a common password
// nor one made of the person's own name, e-mail or number.

export const REGLE_DU_PORTAIL =
  'Votre mot de passe doit être réinitialisé. Merci de renseigner un nouveau mot de passe, qui doit faire au moins 8 caractères avec au moins une majuscule, une minuscule, un chiffre et un caractère spécial.';

export type Regle = { code: 'longueur' | 'classes' | 'commun' | 'personnel'; libelle: string; estRemplie: boolean };

const MAXIMUM = 128;

/** The state of each rule for what is typed, for the live list of the page and for the refusal. */
export function reglesDuMotDePasse(motDePasse: string, personnels: readonly string[], communs: ReadonlySet<string>): Regle[] {
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d\s]/u].every((c) => c.test(motDePasse));
  const minuscule = motDePasse.toLowerCase();
  const lettres = minuscule.replace(/[^\p{L}]/gu, '');
  const propres = personnels.map((p) => p.toLowerCase()).filter((p) => p.length >= 4);
  return [
    { code: 'longueur', libelle: 'Au moins 8 caractères (et au plus 128)', estRemplie: motDePasse.length >= 8 && motDePasse.length <= MAXIMUM },
    {
      code: 'classes',
      libelle: 'Au moins une majuscule, une minuscule, un chiffre et un caractère spécial, ou bien 12 caractères',
      estRemplie: classes || motDePasse.length >= 12,
    },
    {
      code: 'commun',
      libelle: 'Pas un mot de passe courant, ni une suite ou une répétition',
      estRemplie: motDePasse.length > 0 && !communs.has(minuscule) && !communs.has(lettres) && new Set(minuscule).size >= 5,
    },
    { code: 'personnel', libelle: 'Sans votre nom, votre adresse électronique ou votre numéro', estRemplie: motDePasse.length > 0 && !propres.some((p) => minuscule.includes(p)) },
  ];
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
