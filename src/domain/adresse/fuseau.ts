// The hour on the wall of a préfecture. Days of law are those of Paris everywhere (domain/jour); an appointment is kept by the clock of
// where one goes: nine o'clock in Cayenne is not nine o'clock in Lille.

/** IANA names. Mainland departments, and whatever is not named here, live at the hour of Paris. */
const OUTRE_MER = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
} as const;

export const PARIS = 'Europe/Paris';
export type Fuseau = typeof PARIS | (typeof OUTRE_MER)[keyof typeof OUTRE_MER];
export const FUSEAUX = [PARIS, ...Object.values(OUTRE_MER)] as const satisfies readonly Fuseau[];

const fuseaux = new Map<string, Fuseau>(Object.entries(OUTRE_MER));

/** `prefecture`: its code, which is that of its department. */
export const fuseauDe = (prefecture: string): Fuseau => fuseaux.get(prefecture) ?? PARIS;
