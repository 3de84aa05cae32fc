import { expect, it, vi } from 'vitest';
import { boiteSms, type CaptureSms } from '#adapters/sms/boite.ts';
import { journalSms } from '#adapters/sms/journal.ts';
import { logger } from '#platform/logger.ts';

const MESSAGE = { reference: 'texto-1', telephone: '+33639980047', texte: 'Un document est disponible.' };

it('le SMS est seulement journalise, et le dit, sans rien du numéro ni du texte', async () => {
  const ecrire = vi.spyOn(logger(), 'info');
  expect(await journalSms().envoyer(MESSAGE)).toEqual({ canal: 'journal' });
  expect(ecrire.mock.calls.map(([ligne]) => ligne)).toEqual([{ sms: { reference: 'texto-1', caracteres: 27 } }]);
  ecrire.mockRestore();
});

it('en développement, la boîte garde le SMS, son numéro et sa référence', async () => {
  const gardes: CaptureSms[] = [];
  expect(
    await boiteSms(async (capture) => {
      gardes.push(capture);
    }).envoyer(MESSAGE),
  ).toEqual({ canal: 'boite' });
  expect(gardes).toEqual([MESSAGE]);
});
