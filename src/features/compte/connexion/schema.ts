// The log-in form (S-052, S-053) and the page to go back to.
import { z } from 'zod';

/** A path of this portal, or undefined: an address given by a stranger leads nowhere else (no open redirect). */
export function cheminLocal(retour: string | undefined): string | undefined {
  if (!retour?.startsWith('/')) return undefined;
  const ici = 'http://ici.invalid';
  // the browser's own reading: '//hote', '/\\hote', tabs and line feeds included
  const lu = URL.canParse(retour, ici) ? new URL(retour, ici) : null;
  return lu?.origin === ici && !lu.pathname.startsWith('//') ? `${lu.pathname}${lu.search}` : undefined;
}

export const schemaConnexion = z.object({
  identifiant: z
    .string({ error: 'Indiquez votre identifiant : votre numéro étranger, ou votre adresse électronique.' })
    .trim()
    .min(1, 'Indiquez votre identifiant : votre numéro étranger, ou votre adresse électronique.')
    .max(254, 'Cet identifiant est trop long : vérifiez-le.'),
  motDePasse: z
    .string({ error: 'Indiquez votre mot de passe.' })
    .min(1, 'Indiquez votre mot de passe.')
    .max(512, 'Ce mot de passe est trop long.'),
  retour: z.string().optional().transform(cheminLocal),
});

export const schemaDeconnexion = z.object({});
