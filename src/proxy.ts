// Security headers on every page and byte route, and nothing else: the proxy authorises nobody (src/guard does).
// It also tells the layout, through request headers, the nonce, the path and the language asked for.
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '#platform/env.ts';
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

export function proxy(request: NextRequest) {
  const e = env();
  const chemin = request.nextUrl.pathname;
  const https = e.PORTAIL_URL.startsWith('https:');
  const octets = chemin.startsWith('/api/');
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const csp = politique(octets ? 'octets' : 'page', nonce, e.NODE_ENV === 'development');

  const choisie = request.nextUrl.searchParams.get('langue'); // a link of the language menu
  const retenue = choisie ?? request.cookies.get(LANGUE_COOKIE)?.value;
  const langue = lireLangue(retenue);

  const demande = new Headers(request.headers);
  demande.set('content-security-policy', csp); // Next reads the nonce here and puts it on its own scripts
  demande.set('x-nonce', nonce);
  demande.set('x-chemin', chemin);
  demande.set('x-recherche', request.nextUrl.search);
  demande.set('x-langue', retenue ? langue : ''); // nothing chosen on this browser: the compte says (guard/langue)

  const reponse = NextResponse.next({ request: { headers: demande } });
  reponse.headers.set('Content-Security-Policy', csp);
  const communs = entetes({ officiel: e.PORTAIL_OFFICIEL, https, octets });
  for (const [nom, valeur] of Object.entries(communs)) reponse.headers.set(nom, valeur);
  if (choisie)
    reponse.cookies.set(LANGUE_COOKIE, langue, { maxAge: 31_536_000, sameSite: 'lax', secure: https, httpOnly: true, path: '/' });
  return reponse;
}

export const config = {
  // Static files get their headers from next.config. Uploads are left out because Next cuts at 10 MB, silently, the body
  // of a request that goes through a proxy: guard/route sends their headers.
  matcher: ['/((?!_next/static|_next/image|api/televersement|pictogrammes/|etat/|favicon).*)'],
};
