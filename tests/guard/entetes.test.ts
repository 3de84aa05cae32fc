import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { entetes, politique, poserEntetes } from '../../src/entetes.ts';

const page = politique('page', 'abc', false);

describe('les en-têtes de sécurité', () => {
  it('n’autorise en production ni script en ligne, ni eval, ni origine tierce', () => {
    expect(page).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(page).not.toMatch(/unsafe|https?:|\*/);
  });
  it('interdit qu’une page soit encadrée, et permet au lecteur d’encadrer un fichier', () => {
    expect(page).toContain("frame-ancestors 'none'");
    expect(page).toContain("frame-src 'self'");
    expect(politique('octets', 'abc', false)).toContain("frame-ancestors 'self'");
  });
  it('n’exécute rien dans une route d’octets', () => {
    expect(politique('octets', 'abc', false)).toContain("default-src 'none'");
    expect(politique('octets', 'abc', false)).not.toContain('script-src');
  });
  it('ne relâche qu’en développement', () => {
    expect(politique('page', 'abc', true)).toContain("'unsafe-eval'");
  });
  it('interdit l’indexation d’une démonstration et elle seule', () => {
    expect(entetes({ officiel: false, https: true, octets: false })['X-Robots-Tag']).toBe('noindex, nofollow');
    expect(entetes({ officiel: true, https: true, octets: false })).not.toHaveProperty('X-Robots-Tag');
  });
  it('impose https seulement quand le portail y est', () => {
    expect(entetes({ officiel: false, https: false, octets: false })).not.toHaveProperty('Strict-Transport-Security');
    expect(entetes({ officiel: false, https: true, octets: false })['Strict-Transport-Security']).toMatch(/max-age=\d{8}/);
  });
});

describe('posés sur chaque requête', () => {
  let arreter: (() => void) | undefined;
  let serveur: Server | undefined;
  afterEach(async () => {
    arreter?.();
    await new Promise((fini) => serveur?.close(fini));
  });

  /** What the browser receives, and what the framework hears of the request. */
  async function demander(chemin: string, headers: Record<string, string> = {}) {
    arreter = poserEntetes();
    serveur = createServer((requete, reponse) => reponse.end(JSON.stringify(requete.headers)));
    await new Promise<void>((pret) => serveur?.listen(0, '127.0.0.1', pret));
    const lieu = serveur.address();
    const port = typeof lieu === 'object' ? lieu?.port : 0;
    const reponse = await fetch(`http://127.0.0.1:${port}${chemin}`, { headers });
    return { recus: reponse.headers, entendus: (await reponse.json()) as Record<string, string> };
  }

  it('donnent le même jeton au navigateur et à la page, un autre à chaque fois', async () => {
    const { recus, entendus } = await demander('/aide');
    const jeton = entendus['x-nonce'] ?? '';
    expect(jeton).toHaveLength(24);
    expect(recus.get('content-security-policy')).toContain(`'nonce-${jeton}'`);
    expect(entendus['content-security-policy']).toBe(recus.get('content-security-policy'));
    expect([recus.get('x-frame-options'), recus.get('x-content-type-options')]).toEqual(['DENY', 'nosniff']);
    arreter?.();
    expect((await demander('/aide')).entendus['x-nonce']).not.toBe(jeton);
  });

  it('n’exécutent rien dans une route d’octets, téléversements compris', async () => {
    for (const chemin of ['/api/fichiers/1', '/api/televersement/1/2/3']) {
      expect((await demander(chemin)).recus.get('content-security-policy')).toContain("default-src 'none'");
      arreter?.();
    }
  });

  it('laissent les fichiers statiques à next.config', async () => {
    for (const chemin of ['/_next/static/x.js', '/pictogrammes/x.svg', '/favicon.svg']) {
      expect((await demander(chemin)).recus.get('content-security-policy')).toBeNull();
      arreter?.();
    }
  });

  it('disent l’adresse et la langue, jamais ce que l’appelant en écrit', async () => {
    const menti = { 'x-chemin': '/faux', 'x-recherche': '?faux', 'x-langue': 'faux', 'x-nonce': 'faux' };
    const { entendus } = await demander('/mon-compte?page=2&_rsc=abc', { ...menti, cookie: 'a=b; langue=zz' });
    expect(entendus).toMatchObject({ 'x-chemin': '/mon-compte', 'x-recherche': '?page=2', 'x-langue': 'zz' });
    expect(entendus['x-nonce']).not.toBe('faux');
    arreter?.();
    // after the redirection of an action, the parameter of Next has no value
    expect((await demander('/instruction?fait=restreint&_rsc')).entendus['x-recherche']).toBe('?fait=restreint');
  });

  it('gardent la langue choisie dans le menu', async () => {
    const { recus, entendus } = await demander('/aide?langue=zz', { cookie: 'langue=fr' });
    expect(entendus['x-langue']).toBe('zz');
    expect(recus.get('set-cookie')).toMatch(/^langue=zz; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax/);
    arreter?.();
    expect((await demander('/aide')).entendus['x-langue']).toBe('');
  });
});
