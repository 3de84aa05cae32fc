import { expect, it } from 'vitest';
import { sms } from '#adapters/sms/sms.ts';

it('le SMS est seulement journalise, et le dit', async () => {
  expect(await sms().envoyer({ telephone: '+33639980000', texte: 'Un document est disponible.' })).toEqual({ canal: 'journal' });
});
