// What Next gives to the code of a request, for tests that go through the doors: `vi.mock('next/headers', () => import('../support/requete.ts'))`.

const boite = new Map<string, string>();
const entetes = new Headers();

/** The cookies of the fake browser. Clear it between tests. */
export const navigateur = { boite, entetes };

export async function cookies() {
  return {
    get: (nom: string) => (boite.has(nom) ? { name: nom, value: boite.get(nom) } : undefined),
    set: (nom: string, valeur: string) => void boite.set(nom, valeur),
    delete: (nom: string) => void boite.delete(nom),
  };
}

export async function headers() {
  return entetes;
}

/** A form as the browser sends it. */
export function formulaire(champs: Record<string, string>): FormData {
  const donnees = new FormData();
  for (const [nom, valeur] of Object.entries(champs)) donnees.set(nom, valeur);
  return donnees;
}

/** Where the work leads: the address of the redirection, or its result when there was none. */
export async function mene<T>(travail: Promise<T>): Promise<T | string> {
  try {
    return await travail;
  } catch (erreur) {
    const digest = typeof erreur === 'object' && erreur !== null && 'digest' in erreur ? String(erreur.digest) : '';
    if (!digest.startsWith('NEXT_REDIRECT;')) throw erreur;
    return digest.split(';')[2] ?? '';
  }
}
