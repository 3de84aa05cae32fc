// Motives of a decision: a refusal is reasoned in law and in fact, in writing (CRPA L.211-2, L.211-5). One text carries both,
// as it is read where the letter is not shown.

export type Motifs = { droit: string; fait: string };

const EN_DROIT = 'En droit : ';
const EN_FAIT = 'En fait : ';

/** Both in one text. */
export function composerMotifs({ droit, fait }: Motifs): string {
  return `${EN_DROIT}${droit.trim()}\n\n${EN_FAIT}${fait.trim()}`;
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
