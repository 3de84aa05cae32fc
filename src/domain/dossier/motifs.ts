// Motives of a decision: a refusal is reasoned in law and in fact, in writing (CRPA L.211-2, L.211-5). One text carries both,
// as it is printed; each part is found again by the words that open it.

export type Motifs = { droit: string; fait: string };

const EN_DROIT = 'En droit : ';
const EN_FAIT = 'En fait : ';

/** The text that is kept, read by the valideur and printed. */
export function composerMotifs({ droit, fait }: Motifs): string {
  return `${EN_DROIT}${droit.trim()}\n\n${EN_FAIT}${fait.trim()}`;
}

/** The two parts of a text made by `composerMotifs`; any other text is all fact. */
export function lireMotifs(texte: string): Motifs {
  const coupe = texte.indexOf(`\n\n${EN_FAIT}`);
  if (!texte.startsWith(EN_DROIT) || coupe < 0) return { droit: '', fait: texte };
  return { droit: texte.slice(EN_DROIT.length, coupe), fait: texte.slice(coupe + 2 + EN_FAIT.length) };
}

export type ModeleMotifs = Motifs & { code: string; libelle: string };

/** Sentences offered to the agent, to complete with the facts of the dossier. The brackets must be replaced. */
export function modelesMotifs(baseLegale: string): readonly ModeleMotifs[] {
  return [
    {
      code: 'condition_non_remplie',
      libelle: 'Une condition du titre n’est pas remplie',
      droit: `Aux termes des dispositions applicables (${baseLegale}), le titre demandé est délivré à l’étranger qui justifie de [condition].`,
      fait: 'Il ressort des pièces du dossier que [faits propres à la personne]. La condition tenant à [condition] n’est donc pas remplie.',
    },
    {
      code: 'filiation_non_etablie',
      libelle: 'Le lien de filiation n’est pas établi',
      droit: `Aux termes des dispositions applicables (${baseLegale}), le titre est délivré à l’étranger dont un parent est français. L’acte de l’état civil étranger fait foi dans les conditions de l’article 47 du code civil.`,
      fait: 'L’acte produit le [date] ne permet pas d’établir la filiation avec [parent] parce que [raison précise].',
    },
    {
      code: 'ordre_public',
      libelle: 'Menace pour l’ordre public',
      droit:
        'Aux termes de l’article L. 412-5 du code de l’entrée et du séjour des étrangers et du droit d’asile, la circonstance que la présence d’un étranger constitue une menace pour l’ordre public fait obstacle à la délivrance d’une carte de séjour.',
      fait: 'Il ressort des pièces du dossier que [faits, dates, condamnations]. Par leur nature et leur caractère récent, ces faits caractérisent une menace pour l’ordre public.',
    },
  ];
}

/** Brackets of a model that nobody has replaced: such a text cannot be signed. */
export function aCompleter(texte: string): boolean {
  return /\[[^\]]+\]/.test(texte);
}
