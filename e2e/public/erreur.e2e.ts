// A fault of the portal: the person is given a number, and the same number is in the log of the web process.
import { readFileSync } from 'node:fs';
import { verifierAccessibilite } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

const JOURNAL = process.env.E2E_JOURNAL ?? '.donnees/journaux-e2e/web.log';

test('le numéro montré à l’écran se retrouve dans le journal, sans rien de personnel', async ({ page, veille }) => {
  veille.tolerer(/status of 500|digest|Server Components render|Minified React error/);
  // the database refuses a NUL: nobody can type one, and this page of development does not look
  expect((await page.goto('/developpement/boite?a=secret%00'))?.status()).toBe(500);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le service a rencontré un problème');
  await verifierAccessibilite(page);
  const numero = await page.locator('.portail-numero').innerText();
  expect(numero.length).toBeGreaterThan(5);
  await expect.poll(() => readFileSync(JOURNAL, 'utf8')).toContain(numero);
  const ligne =
    readFileSync(JOURNAL, 'utf8')
      .split('\n')
      .findLast((l) => l.includes(numero)) ?? '';
  expect(ligne).toContain('/developpement/boite');
  expect(ligne).not.toContain('secret');
  await page.getByRole('link', { name: 'Retour à l’accueil' }).click();
  await expect(page).toHaveURL('/');
});
