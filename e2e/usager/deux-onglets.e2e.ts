// Two tabs, two devices: nobody overwrites anybody in silence.
import { verifierAccessibilite } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, poursuivre, remplirEtape2 } from '../support/demarche.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { saisieGardee, taper } from '../support/saisie.ts';
import { expect, test } from '../support/test.ts';

test('le second onglet voit le conflit, rien n’est écrasé, et les deux choix font ce qu’ils disent', async ({ page, context, veille }) => {
  veille.tolerer(/status of 409/);
  const p = personne('onglets');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  const adresse = page.url();
  const second = await context.newPage();
  await second.goto(adresse);

  await taper(page, 'lieu_naissance', 'Québec');
  await taper(second, 'lieu_naissance', 'Toronto', 409);
  await expect(second.getByText('Cette étape a été modifiée ailleurs')).toBeVisible();
  await expect(second.getByText('Rien n’a été écrasé : choisissez ce que vous voulez garder.')).toBeVisible();
  await verifierAccessibilite(second);

  await test.step('reprendre la version enregistrée', async () => {
    await second.getByRole('link', { name: 'Reprendre la version enregistrée' }).click();
    await expect(champ(second, 'lieu_naissance')).toHaveValue('Québec');
    await expect(second.getByText('Cette étape a été modifiée ailleurs')).toBeHidden();
  });

  await test.step('garder ce que je viens de saisir', async () => {
    await taper(page, 'lieu_naissance', 'Trois-Rivières');
    await taper(second, 'lieu_naissance', 'Toronto', 409);
    await Promise.all([saisieGardee(second, 'Toronto'), second.getByRole('button', { name: 'Garder ce que je viens de saisir' }).click()]);
    await expect(second.getByText('Cette étape a été modifiée ailleurs')).toBeHidden();
    await page.reload();
    await expect(champ(page, 'lieu_naissance')).toHaveValue('Toronto');
  });

  await test.step('valider par-dessus une version plus récente est refusé, puis possible', async () => {
    await remplirEtape2(page, p);
    await Promise.all([saisieGardee(page, 'Laval'), champ(page, 'lieu_naissance').fill('Laval')]);
    await second.reload();
    await taper(second, 'lieu_naissance', 'Gatineau');
    await bouton(page, 'Enregistrer et poursuivre').click();
    await expect(page.getByText('Cette étape a été modifiée ailleurs')).toBeVisible();
    await expect(champ(page, 'lieu_naissance')).toHaveValue('Laval');
    await second.reload();
    await expect(champ(second, 'lieu_naissance')).toHaveValue('Gatineau');
    await Promise.all([saisieGardee(page, 'Laval'), page.getByRole('button', { name: 'Garder ce que je viens de saisir' }).click()]);
    await poursuivre(page, 'motif');
    await second.reload();
    await expect(champ(second, 'lieu_naissance')).toHaveValue('Laval');
  });
});
