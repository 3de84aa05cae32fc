// Nothing typed is lost, and depositing twice deposits once.
import { verifierAccessibilite } from '../support/axe.ts';
import { compterCourriels, lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, dossierDe, poursuivre, remplirEtape2, remplirEtape3, remplirEtape4 } from '../support/demarche.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { saisieGardee, taper } from '../support/saisie.ts';
import { expect, test } from '../support/test.ts';

test('ce qui est tapé reste sans rien valider, même sans réseau', async ({ page, context, veille }) => {
  veille.tolerer(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const p = personne('garde');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await taper(page, 'nom_naissance', 'Testé-d’Almeida');
  await expect(page.getByText('Saisie gardée.')).toBeVisible();
  await bouton(page, 'Ajouter un prénom').click();
  await taper(page, 'prenoms.1', 'Zoé');
  await page.reload();
  await expect(champ(page, 'nom_naissance')).toHaveValue('Testé-d’Almeida');
  await expect(champ(page, 'prenoms.1')).toHaveValue('Zoé');

  await context.setOffline(true);
  await champ(page, 'lieu_naissance').fill('Saint-Étienne-du-Rouvray');
  await expect(page.getByText('Pas de réseau : votre saisie n’est pas encore gardée.')).toBeVisible();
  await verifierAccessibilite(page);
  const gardee = saisieGardee(page, 'Saint-Étienne-du-Rouvray');
  await context.setOffline(false);
  await gardee;
  await page.reload();
  await expect(champ(page, 'lieu_naissance')).toHaveValue('Saint-Étienne-du-Rouvray');

  await champ(page, 'telephone').fill('0639980002');
  await bouton(page, 'Quitter et revenir plus tard').click();
  await expect(page).toHaveURL(/\/mon-compte/);
  await page.getByRole('link', { name: /^Reprendre ma demande/ }).click();
  await expect(champ(page, 'telephone')).toHaveValue('0639980002');
});

test('ce qui est tapé avant l’arrivée des scripts n’est pas effacé par eux', async ({ page }) => {
  await ouvrirUnCompte(page, personne('avant'));
  await choisirSituation(page);
  const scripts = Promise.withResolvers<void>();
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await champ(page, 'nom_naissance').fill('TESTLENTEUR');
  await champ(page, 'pays_naissance').selectOption('CA');
  await expect(champ(page, 'adresse.recherche')).toHaveCount(0);
  scripts.resolve();
  await expect(champ(page, 'adresse.recherche')).toBeVisible();
  await expect(champ(page, 'nom_naissance')).toHaveValue('TESTLENTEUR');
  await expect(champ(page, 'pays_naissance')).toHaveValue('CA');
  await taper(page, 'lieu_naissance', 'Laval');
  await page.reload();
  await expect(champ(page, 'nom_naissance')).toHaveValue('TESTLENTEUR');
});

test('une requête coupée se reprend, un double clic donne un seul numéro, revenir en arrière ne redépose pas', async ({
  page,
  context,
  veille,
}) => {
  veille.tolerer(/ERR_FAILED|Failed to fetch|NetworkError/);
  const p = personne('double');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await remplirEtape2(page, p);
  await poursuivre(page, 'motif');
  await remplirEtape3(page, p);
  await poursuivre(page, 'justificatifs');
  await remplirEtape4(page);
  await poursuivre(page, 'depot');
  const dossier = dossierDe(page);
  await taper(page, 'observations', 'Une seule fois.');

  await test.step('la réponse au dépôt se perd en route : le portail a déposé, la page non', async () => {
    const perdue = await context.newPage();
    await perdue.goto(page.url());
    await perdue.route('**/depot', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch({ maxRedirects: 0 });
      await route.abort();
    });
    const partie = perdue.waitForEvent('requestfailed', (r) => r.method() === 'POST' && r.url().endsWith('/depot'));
    await bouton(perdue, 'Déposer la demande').click();
    await partie;
    await perdue.close();
  });

  await bouton(page, 'Déposer la demande').dblclick({ noWaitAfter: true });
  await page.waitForURL(/\/confirmation$/);
  const numero = await page.locator('main .portail-numero').first().innerText();
  expect(numero).toMatch(/^5901\d{15}$/);

  await page.goBack();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Déposer la demande' })).toHaveCount(0);
  await page.goto('/mon-compte');
  await expect(page.locator('main .portail-numero', { hasText: /^5901/ })).toHaveText([numero]);
  await page.goto(`/demarches/${dossier}/confirmation`);
  await expect(page.locator('main .portail-numero').first()).toHaveText(numero);
  await lireCourriel(page, p.email, 'Votre demande de titre de séjour est enregistrée');
  expect(await compterCourriels(page, p.email, 'Votre demande de titre de séjour est enregistrée')).toBe(1);
});
