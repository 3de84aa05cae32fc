import { describe, expect, it } from 'vitest';
import { config, entetes, politique } from '../../src/proxy.ts';

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
  it('passe sur les pages et les octets, pas sur les téléversements ni les fichiers statiques', () => {
    const motif = new RegExp(`^${config.matcher[0]}$`);
    expect(['/', '/aide', '/api/fichiers/1', '/mon-compte'].map((c) => motif.test(c))).toEqual([true, true, true, true]);
    expect(['/api/televersement/1', '/_next/static/x.js', '/pictogrammes/x.svg'].map((c) => motif.test(c))).toEqual([false, false, false]);
  });
});
