// The package ships no types.
declare module '@socialgouv/jours-feries' {
  /** Days off by name, each a local midnight. `alsace`: with the two of Alsace-Moselle. */
  export default function getJoursFeries(annee: number, options?: { alsace: boolean }): Readonly<Record<string, Date>>;
}
