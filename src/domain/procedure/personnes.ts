// Named persons on whom a list of pieces is tried before it is published: every nationality whose agreement changes something, every age
// that a text names, every way of living somewhere. All are fictional.

export type PersonneType = {
  nom: string;
  nationalite: string;
  /** whole years on the day of the trial */
  age: number;
  /** code of the variant of the piece « domicile » */
  logement: Logement;
};
export type Logement = keyof typeof LOGEMENTS;

export const LOGEMENTS = { personnel: 'chez soi', hotel: 'à l’hôtel', particulier: 'hébergée par un particulier' } as const;

const NATIONALITES = [
  { code: 'DZ', prenoms: ['Amel', 'Yanis', 'Karim'] },
  { code: 'TN', prenoms: ['Inès', 'Sami', 'Leïla'] },
  { code: 'MA', prenoms: ['Salma', 'Omar', 'Nadia'] },
  { code: 'CA', prenoms: ['Marshall', 'Emma', 'Noah'] },
  { code: 'ML', prenoms: ['Awa', 'Moussa', 'Fanta'] },
  { code: 'IT', prenoms: ['Giulia', 'Marco', 'Elena'] },
] as const;
const AGES = [17, 20, 35] as const;
const FACONS_DE_LOGER = ['personnel', 'hotel', 'particulier'] as const;

/** Each nationality at each age, each of them living in each way: 54 persons. */
export const PERSONNES: readonly PersonneType[] = NATIONALITES.flatMap(({ code, prenoms }) =>
  AGES.flatMap((age, i) =>
    FACONS_DE_LOGER.map((logement) => ({ nom: `${prenoms[i] ?? code} TEST${code}`, nationalite: code, age, logement })),
  ),
);
