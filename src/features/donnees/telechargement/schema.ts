import { z } from 'zod';
import { motDePasseActuel } from '#features/compte/preuve/schema.ts';

/** An archive reads every file of a compte: nobody needs it more often. */
export const FREIN_TELECHARGEMENT = { nom: 'donnees-compte', max: 5, minutes: 60 } as const;

const schemaDemande = z.object({ motDePasse: motDePasseActuel });

/** What the form posted; null when it is not a form. */
export async function lireDemande(requete: Request): Promise<z.infer<typeof schemaDemande> | null> {
  const type = requete.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
  const donnees = await requete.formData().catch(() => null);
  return donnees && (schemaDemande.safeParse(Object.fromEntries(donnees)).data ?? { motDePasse: '' });
}

/** Why the page comes back, by the code of the address bar. */
export const schemaRetour = z.object({
  erreur: z.enum(['mot_de_passe_faux', 'preuve_ancienne', 'trop_de_tentatives']).nullable().catch(null).default(null),
});
