// The addresses outside of the portal as pages write them: what the administration published, otherwise what is shipped.
import { liens } from '#domain/liens.ts';
import { processMemory } from '#platform/process-memory.ts';

export type NomDeLien = keyof typeof liens;

const publies = () => processMemory<Map<string, string>>('liens', () => new Map());

export const lien = (nom: NomDeLien): string => publies().get(nom) ?? liens[nom];

/** Told by the reading of the references: these, and no other, take the place of the shipped ones. */
export function poserLiens(adresses: ReadonlyMap<string, string>): void {
  const table = publies();
  table.clear();
  for (const [nom, adresse] of adresses) table.set(nom, adresse);
}
