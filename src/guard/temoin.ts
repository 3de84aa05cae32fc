// A short-lived secret held by this browser only (HttpOnly cookie): what ties the answer of a provider to the browser that asked.
import 'server-only';
import { cookies } from 'next/headers';
import { env } from '#platform/env.ts';

/** openid: request under way · franceconnect: identity proven, not linked yet · sortie: log-out at the provider still to do · depart: no secret, see depart.ts */
export type Temoin = 'openid-usager' | 'openid-agent' | 'franceconnect' | 'sortie' | 'depart';

const estHttps = () => env().PORTAIL_URL.startsWith('https:');
const nomDe = (temoin: Temoin) => `${estHttps() ? '__Host-' : ''}portail-${temoin}`;

/** Lax: the answer of a provider is a navigation that starts on another site. Server actions and routes only. */
export async function poserTemoin(temoin: Temoin, secret: string, minutes: number): Promise<void> {
  (await cookies()).set(nomDe(temoin), secret, { httpOnly: true, sameSite: 'lax', secure: estHttps(), path: '/', maxAge: minutes * 60 });
}

export async function lireTemoin(temoin: Temoin): Promise<string | null> {
  const secret = (await cookies()).get(nomDe(temoin))?.value;
  return secret && secret.length <= 100 ? secret : null;
}

/** Server actions and routes only. */
export async function retirerTemoin(temoin: Temoin): Promise<void> {
  // deleting a __Host- cookie takes the attributes it was set with
  (await cookies()).set(nomDe(temoin), '', { httpOnly: true, sameSite: 'lax', secure: estHttps(), path: '/', maxAge: 0 });
}
