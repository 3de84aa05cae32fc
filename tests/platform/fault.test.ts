import { describe, expect, it, vi } from 'vitest';
import { recordFault } from '#platform/fault.ts';
import { logger } from '#platform/logger.ts';

describe('une faute', () => {
  it('donne un numéro que le journal contient, avec la cause mais sans ce que la personne a tapé', () => {
    const ecrit = vi.spyOn(logger(), 'error').mockImplementation(() => undefined);
    const numero = recordFault(new Error('invalid input "TESTCOLLINS marshall@example.org" for (email)'), { action: 'essai' });
    const [contenu] = ecrit.mock.calls[0] ?? [];
    expect(contenu).toMatchObject({ erreur: numero, action: 'essai', cause: { name: 'Error', message: 'invalid input "…" for (…)' } });
    expect(JSON.stringify(contenu)).not.toContain('TESTCOLLINS');
    expect(JSON.stringify(contenu)).toContain('fault.test.ts');
    ecrit.mockRestore();
  });
});
