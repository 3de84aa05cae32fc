// The department of an address, and what its number begins with (D-03). Department codes are as INSEE writes them:
// '59', '2A', '2B', '973'.

// Postal codes that begin with 971 (Guadeloupe) although the island is now another collectivity.
const ILES_DU_NORD: Readonly<Record<string, string>> = { '97133': '977', '97150': '978' };

/** Department of an INSEE commune code (5 characters: '59350', '2A004', '97302'); null when it is not one. */
export function departementDuCodeInsee(codeInsee: string): string | null {
  const code = codeInsee.trim().toUpperCase();
  if (/^2[AB]\d{3}$/.test(code)) return code.slice(0, 2);
  if (!/^\d{5}$/.test(code)) return null;
  return connu(/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2));
}

/**
 * Department of a postal code ('59000', '20000', '97300'); null when it is not one. Less sure than the INSEE code: a few
 * communes are served by the post office of a neighbouring department.
 */
export function departementDuCodePostal(codePostal: string): string | null {
  const code = codePostal.replace(/\s/g, '');
  if (!/^\d{5}$/.test(code)) return null;
  // Corsica: 200 and 201 are in Corse-du-Sud, 202 and 206 in Haute-Corse.
  if (code.startsWith('20')) return /^20[01]/.test(code) ? '2A' : '2B';
  return ILES_DU_NORD[code] ?? connu(/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2));
}

/** Department of an address: by its INSEE code when there is one, otherwise by its postal code. */
export function departementDe(adresse: { codeInsee?: string | null; codePostal?: string | null }): string | null {
  return (
    (adresse.codeInsee ? departementDuCodeInsee(adresse.codeInsee) : null) ??
    (adresse.codePostal ? departementDuCodePostal(adresse.codePostal) : null)
  );
}

const OUTRE_MER = new Set(['971', '972', '973', '974', '975', '976', '977', '978', '984', '986', '987', '988', '989']);

function connu(code: string): string | null {
  if (code.length === 3) return OUTRE_MER.has(code) ? code : null;
  const numero = Number(code);
  // 20 was Corsica before 1976.
  return numero >= 1 && numero <= 95 && numero !== 20 ? code : null;
}

/** Is this department, territory or collectivity overseas? */
export function estOutreMer(departement: string): boolean {
  return OUTRE_MER.has(departement);
}

/**
 * The 4 digits by which a numéro de demande begins (D-03): 59 → 5901, 2A → 2001, 2B → 2002, 973 → 9731.
 * Throws on a code that is not a department: to be asked only of what departementDe() gave.
 */
export function prefixeNumeroDemande(departement: string): string {
  if (departement === '2A') return '2001';
  if (departement === '2B') return '2002';
  if (OUTRE_MER.has(departement)) return `${departement}1`;
  if (connu(departement) === departement && departement.length === 2) return `${departement}01`;
  throw new RangeError(`departement inconnu : ${departement}`);
}
