export const ECHECS_AGENT = ['annule', 'refuse', 'panne', 'ancien', 'trop', 'inconnu', 'sans_facteur'] as const;
export type EchecAgent = (typeof ECHECS_AGENT)[number];
