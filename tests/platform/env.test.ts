import { describe, expect, it } from 'vitest';
import { readEnv } from '#platform/env.ts';

const bon = { DATABASE_URL: 'postgresql://localhost/portail', PORTAIL_SECRET: 'x'.repeat(32), BOITE_DEVELOPPEMENT: 'true' };

describe('l’environnement', () => {
  it('accepte le nécessaire, et une adresse publique avec ou sans barre finale', () => {
    expect(readEnv({ ...bon, PORTAIL_URL: 'https://portail.example.org' }).PORTAIL_URL).toBe('https://portail.example.org');
    expect(readEnv({ ...bon, PORTAIL_URL: 'https://portail.example.org/' }).PORTAIL_URL).toBe('https://portail.example.org/');
  });

  it.each([
    ['PORTAIL_URL', 'https://portail.example.org/etrangers'],
    ['PORTAIL_URL', 'https://portail.example.org/?a=1'],
    ['PORTAIL_URL', 'javascript:alert(1)'],
    ['PORTAIL_SECRET', 'court'],
    ['DATABASE_URL', 'mysql://localhost/portail'],
    ['PORT', '70000'],
    ['S3_ENDPOINT', 'pas une adresse'],
    ['METRIQUES_JETON', 'court'],
  ])('refuse de démarrer et nomme %s quand elle vaut « %s »', (nom, valeur) => {
    expect(() => readEnv({ ...bon, [nom]: valeur })).toThrow(new RegExp(`- ${nom}: `));
  });
});
