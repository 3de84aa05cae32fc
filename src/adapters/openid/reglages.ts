import 'server-only';
// Which providers this portal trusts, as its environment says.
import { env } from '#platform/env.ts';

export type Fournisseur = 'franceconnect' | 'proconnect';

export type Reglage = {
  emetteur: URL;
  clientId: string;
  secret: string;
  /** levels asked, and the only ones accepted */
  niveaux: readonly string[];
  /** what the portal asks to know: one scope per claim at FranceConnect */
  portees: string;
  /** ProConnect gives `amr` only to who asks for it */
  demandeAmr: boolean;
};

const PORTEES: Readonly<Record<Fournisseur, string>> = {
  franceconnect: 'openid given_name family_name preferred_username birthdate gender birthplace birthcountry email',
  proconnect: 'openid given_name usual_name email',
};

/** Null when the environment names no such provider: its button is then absent. */
export function reglage(fournisseur: Fournisseur): Reglage | null {
  const e = env();
  const [url, clientId, secret, acr] =
    fournisseur === 'franceconnect'
      ? [e.FRANCECONNECT_URL, e.FRANCECONNECT_CLIENT_ID, e.FRANCECONNECT_CLIENT_SECRET, e.FRANCECONNECT_ACR]
      : [e.PROCONNECT_URL, e.PROCONNECT_CLIENT_ID, e.PROCONNECT_CLIENT_SECRET, e.PROCONNECT_ACR];
  if (!url || !clientId || !secret) return null;
  return {
    emetteur: new URL(url),
    clientId,
    secret,
    niveaux: acr.split(' '),
    portees: PORTEES[fournisseur],
    demandeAmr: fournisseur === 'proconnect',
  };
}
