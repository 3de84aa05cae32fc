import { describe, expect, it } from 'vitest';
import { causeOf, recordFault } from '#platform/fault.ts';

describe('une faute', () => {
  it('garde la cause et ses lieux, sans ce que la personne a tapé', () => {
    const cause = causeOf(new Error('invalid input "TESTCOLLINS marshall@example.org" for (email)'));
    expect(cause).toMatchObject({ name: 'Error', message: 'invalid input "…" for (…)' });
    expect(JSON.stringify(cause)).not.toContain('TESTCOLLINS');
    expect(JSON.stringify(cause)).toContain('fault.test.ts');
  });

  it('ne garde ni adresse ni téléphone, même hors des guillemets', () => {
    const cause = causeOf(new Error('550 5.1.1 <marshall@example.org> unknown; sms to +33639980006 refused'));
    expect(cause.message).toBe('550 5.1.1 <…> unknown; sms to … refused');
  });

  it('donne un numéro lisible, jamais le même', () => {
    const numeros = [recordFault('texte', {}), recordFault(new Error('x'), { action: 'essai' })];
    expect(new Set(numeros).size).toBe(2);
    for (const numero of numeros) expect(numero).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
  });
});
