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

  it.each(['FRANCECONNECT', 'PROCONNECT'])(
    'veut l’adresse, l’identifiant et le secret de %s ensemble, en https sur un service officiel',
    (nom) => {
      const complet = {
        ...bon,
        [`${nom}_URL`]: 'http://localhost:4000',
        [`${nom}_CLIENT_ID`]: 'portail',
        [`${nom}_CLIENT_SECRET`]: 'secret',
      };
      expect(() => readEnv(complet)).not.toThrow();
      expect(() => readEnv({ ...complet, [`${nom}_CLIENT_SECRET`]: '' })).toThrow(`- ${nom}_CLIENT_ID: `);
      const officiel = { ...complet, PORTAIL_OFFICIEL: 'true', BOITE_DEVELOPPEMENT: 'false', SMTP_URL: 'smtp://localhost:25' };
      expect(() => readEnv(officiel)).toThrow(`- ${nom}_URL: `);
      expect(() => readEnv({ ...officiel, [`${nom}_URL`]: 'https://oidc.example.org' })).not.toThrow();
    },
  );
});
