import { expect, it } from 'vitest';
import { boiteSms, type CaptureSms } from '#adapters/sms/boite.ts';
import { journalSms } from '#adapters/sms/journal.ts';

const MESSAGE = { reference: 'texto-1', telephone: '+33639980000', texte: 'Un document est disponible.' };

it('le SMS est seulement journalise, et le dit', async () => {
  expect(await journalSms().envoyer(MESSAGE)).toEqual({ canal: 'journal' });
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
