// By which door a request is filled: its holder's, or the desk of the préfecture (R.431-2). One wizard, two addresses.

/** Where the pages of the wizard stand. The first is everybody's; the second is the agent d'accueil's. */
export const BASES_DEMARCHE = ['/demarches', '/guichet'] as const;
export type BaseDemarche = (typeof BASES_DEMARCHE)[number];

export function adresseEtape(base: BaseDemarche, dossierId: string, etape: string): string {
  return `${base}/${dossierId}/${etape}`;
}

/** The address of bytes of a request (autosave, files, documents): at the desk it says for which dossier the agent asks. */
export function adresseOctets(base: BaseDemarche, dossierId: string, chemin: string): string {
  return base === '/guichet' ? `${chemin}${chemin.includes('?') ? '&' : '?'}guichet=${dossierId}` : chemin;
}

/** The dossier that a page of the desk is about; null for any other page. */
export function dossierDuGuichet(chemin: string): string | null {
  return /^\/guichet\/([0-9a-f-]{36})\//.exec(chemin)?.[1] ?? null;
}

const PREAMBULE = /^\/demander-un-titre\/[a-z0-9-]{1,80}$/;

/** The page that says what a request is, then begins it. */
export const preambuleDe = (procedure: string): string => `/demander-un-titre/${procedure}`;

/** An address of that kind, or undefined: what a stranger writes leads nowhere else. */
export const lirePreambule = (adresse: string | undefined): string | undefined =>
  adresse !== undefined && PREAMBULE.test(adresse) ? adresse : undefined;
