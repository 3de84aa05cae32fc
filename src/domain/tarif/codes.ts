// The cases in which something is paid. Amounts are dated data (D-19): src/procedures/tarifs.ts, then the administration's versions.
export const TARIFS = {
  normal: 'Première délivrance, taux normal',
  normal_renouvellement: 'Renouvellement, taux normal',
  reduit: 'Première délivrance, taux réduit',
  reduit_renouvellement: 'Renouvellement, taux réduit',
  timbre_seul: 'Première délivrance exonérée de taxe, droit de timbre seul',
  exempt: 'Exonéré de taxe et de droit de timbre',
  union_europeenne: 'Citoyens de l’Union et leur famille',
  duplicata: 'Duplicata',
  changement: 'Nouvelle carte après un changement d’adresse ou d’état civil',
  dcem: 'Document de circulation pour étranger mineur',
  titre_voyage: 'Titre de voyage',
  vls_ts: 'Validation d’un visa de long séjour valant titre de séjour',
  nationalite: 'Accès à la nationalité française',
  gratuit: 'Gratuit',
} as const;
export type CodeTarif = keyof typeof TARIFS;

/** Added to the case of the request, never instead of it (L.436-4, L.436-5). */
export const SUPPLEMENTS = {
  retard: 'Demande de renouvellement tardive',
  regularisation: 'Visa de régularisation',
} as const;
export type CodeSupplement = keyof typeof SUPPLEMENTS;
