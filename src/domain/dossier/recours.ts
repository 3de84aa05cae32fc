// How a decision is challenged. Two months before the administrative court (CJA R.421-1); one month when an obligation to leave goes
// with the refusal (CESEDA L.614-1, L.911-1), and then a gracious appeal does not interrupt it.

export type Recours = {
  mois: 1 | 2;
  /** "deux mois" */
  duree: string;
  article: string;
  /** a gracious or hierarchical appeal begins the period again (CRPA L.411-2) */
  estInterrompu: boolean;
};

export function recoursContre({ oqtf }: { oqtf: boolean }): Recours {
  return oqtf
    ? { mois: 1, duree: 'un mois', article: 'CESEDA, art. L. 614-1 et L. 911-1', estInterrompu: false }
    : { mois: 2, duree: 'deux mois', article: 'CJA, art. R. 421-1', estInterrompu: true };
}
