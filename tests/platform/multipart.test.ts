// The files of one form reach their reader one after the other, in the order of the form.
import { expect, it } from 'vitest';
import { readFiles } from '#platform/multipart.ts';

const LIMITS = { fileSize: 1000, files: 3 };

function form(...names: string[]): Request {
  const body = new FormData();
  for (const name of names) body.append('fichier', new File([`contenu de ${name}`], name));
  return new Request('http://localhost', { method: 'POST', body });
}

it('un fichier attend que le précédent soit reçu en entier, si long que soit celui-ci', async () => {
  const steps: string[] = [];
  const first = Promise.withResolvers<void>();
  const read = readFiles(form('1.pdf', '2.pdf', '3.pdf'), LIMITS, async (name, content) => {
    for await (const _ of content) steps.push(`lu ${name}`);
    if (name === '1.pdf') {
      // whatever could overtake has its turn before this one ends
      setImmediate(() => setImmediate(first.resolve));
      await first.promise;
    }
    steps.push(`gardé ${name}`);
  });
  expect(await read).toBe(3);
  expect(steps).toEqual(['lu 1.pdf', 'gardé 1.pdf', 'lu 2.pdf', 'gardé 2.pdf', 'lu 3.pdf', 'gardé 3.pdf']);
});

it('un fichier refusé sans être lu, ou dont la réception échoue, n’arrête pas le suivant ; l’échec est dit à la fin', async () => {
  const kept: string[] = [];
  const read = readFiles(form('1.pdf', '2.pdf', '3.pdf'), LIMITS, async (name, content) => {
    if (name === '1.pdf') return;
    if (name === '2.pdf') throw new Error('stockage plein');
    for await (const _ of content) kept.push(name);
  });
  await expect(read).rejects.toThrow('stockage plein');
  expect(kept).toEqual(['3.pdf']);
});
