// Security headers on every page and byte route, and nothing else: nobody is authorised here (src/guard does it).
// It also tells the layout, through request headers, the nonce, the path and the language asked for.
// Not a proxy.ts of Next: it would cost each request 1 ms of processor, as much as a bare action, and cut uploads at 10 MB.
import { randomFillSync } from 'node:crypto';
import { env } from '#platform/env.ts';
import { onRequestStart } from '#platform/request-start.ts';
import { LANGUE_COOKIE, lireLangue } from '#ui/langue/langues.ts';

type Zone = 'page' | 'octets';

/** The Content-Security-Policy of a page, or of a byte route (shown by our own viewer, so frame-ancestors 'self'). */
export function politique(zone: Zone, nonce: string, developpement: boolean): string {
  if (zone === 'octets') {
    return "default-src 'none'; object-src 'self'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  }
  // Development only: React rebuilds stacks with eval and Turbopack injects styles without a nonce.
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developpement ? " 'unsafe-eval'" : ''}`;
  const style = developpement ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    script,
    style,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of every answer, whatever it is. */
export function entetes(config: { officiel: boolean; https: boolean; octets: boolean }): Record<string, string> {
  return {
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': config.octets ? 'SAMEORIGIN' : 'DENY',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(config.officiel ? {} : { 'X-Robots-Tag': 'noindex, nofollow' }),
    ...(config.https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** Files that never change get theirs from next.config. */
const STATIQUES = ['/_next/static/', '/_next/image', '/pictogrammes/', '/etat/', '/favicon'];

const cookieDe = (cookies: string, nom: string): string | undefined => new RegExp(`(?:^|;\\s*)${nom}=([^;]*)`).exec(cookies)?.[1];

/** The query as a person reads it: Next adds a parameter of its own to what its scripts ask for. */
function recherche(adresse: string): string {
  const debut = adresse.indexOf('?');
  if (debut < 0) return '';
  const texte = adresse.slice(debut);
  // as a value, or bare: a page reached by the redirection of an action
  if (!/[?&]_rsc(?:[=&]|$)/.test(texte)) return texte;
  const lus = new URLSearchParams(texte);
  lus.delete('_rsc');
  return lus.size > 0 ? `?${lus}` : '';
}

const JETON = 16;
const tirage = Buffer.alloc(JETON * 256);
let place = tirage.length;

/** 128 random bits, drawn for 256 answers at a time: the call costs more than the bytes. Each place serves once. */
function jetonAleatoire(): string {
  if (place === tirage.length) {
    randomFillSync(tirage);
    place = 0;
  }
  place += JETON;
  return tirage.toString('base64', place - JETON, place);
}

/** From now on, on every request that this process answers. Value: stops. */
export function poserEntetes(): () => void {
  const e = env();
  const https = e.PORTAIL_URL.startsWith('https:');
  const developpement = e.NODE_ENV === 'development';
  const communs = {
    page: Object.entries(entetes({ officiel: e.PORTAIL_OFFICIEL, https, octets: false })),
    octets: Object.entries(entetes({ officiel: e.PORTAIL_OFFICIEL, https, octets: true })),
  };
  return onRequestStart(({ url = '/', headers: demande }, reponse) => {
    const chemin = url.split('?', 1)[0] ?? '/';
    if (STATIQUES.some((debut) => chemin.startsWith(debut))) return;
    const zone: Zone = chemin.startsWith('/api/') ? 'octets' : 'page';
    const nonce = jetonAleatoire();
    const csp = politique(zone, nonce, developpement);
    for (const [nom, valeur] of communs[zone]) reponse.setHeader(nom, valeur);
    reponse.setHeader('Content-Security-Policy', csp);

    const cherche = recherche(url);
    const choisie = cherche.includes('langue=') ? new URLSearchParams(cherche).get('langue') : null; // a link of the language menu
    const retenue = choisie ?? cookieDe(demande.cookie ?? '', LANGUE_COOKIE);
    const langue = lireLangue(retenue);
    demande['content-security-policy'] = csp; // Next reads the nonce here and puts it on its own scripts
    demande['x-nonce'] = nonce;
    demande['x-chemin'] = chemin;
    demande['x-recherche'] = cherche;
    demande['x-langue'] = retenue ? langue : ''; // nothing chosen on this browser: the compte says (guard/langue)
    if (choisie)
      reponse.appendHeader(
        'Set-Cookie',
        `${LANGUE_COOKIE}=${langue}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`,
      );
  });
}
