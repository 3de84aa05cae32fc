export const ECHECS_AGENT = ['annule', 'refuse', 'panne', 'ancien', 'trop', 'inconnu'] as const;
export type EchecAgent = (typeof ECHECS_AGENT)[number];
