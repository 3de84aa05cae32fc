// Three faults of the portal on the same step: it offers by itself a signed statement, whose code anybody can check.
import { readFile } from 'node:fs/promises';
import { avisDePdfsig, SIGNATURE_VALIDE } from '../../tests/support/lecteurs.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { tabulerVers } from '../support/clavier.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, dossierDe } from '../support/demarche.ts';
import { scan } from '../support/fichiers.ts';
import { bouton, champ } from '../support/formulaire.ts';
import { texteDuPdf } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test('trois échecs d’une étape, et le portail atteste du blocage', async ({ page, veille }) => {
  test.slow();
  veille.tolerer(/status of 500/);
  const p = personne('blocage');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  const dossier = dossierDe(page);
  const etape = `/demarches/${dossier}/informations`;
  const alerte = page.getByRole('heading', { name: 'Cette étape a échoué de notre fait' });
  const numeros: string[] = [];

  await test.step('une faute, puis une autre : rien n’est encore offert', async () => {
    for (let essai = 0; essai < 3; essai++) {
      await page.goto(etape);
      await expect(alerte).toHaveCount(0);
      // the database refuses a NUL, which nobody can type: a real fault of ours, sent from this page
      const reponse = await page.request.post(`/api/televersement/${dossier}/passeport%00/document`, {
        multipart: { fichier: await scan() },
        headers: { referer: new URL(etape, page.url()).href, accept: 'application/json' },
      });
      expect(reponse.status()).toBe(500);
      numeros.push(((await reponse.json()) as { faute: string }).faute);
    }
  });

  await test.step('après la troisième, sur l’étape et dans « Mon compte »', async () => {
    await page.goto(etape);
    await expect(alerte).toBeVisible();
    await verifierAccessibilite(page);
    await page.goto('/mon-compte');
    await expect(alerte).toBeVisible();
    await expect(page.getByRole('link', { name: 'Signaler ce problème au centre de contact' })).toHaveAttribute(
      'href',
      new RegExp(`erreur=${numeros[2]}`),
    );
    await page.setViewportSize({ width: 360, height: 740 });
    await verifierLargeur(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  let octets = Buffer.alloc(0);
  await test.step('l’attestation se demande au clavier, et se télécharge', async () => {
    await tabulerVers(page, bouton(page, 'Obtenir une attestation de blocage'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/mon-compte/blocages');
    const lien = page.getByRole('link', { name: 'Télécharger l’attestation de blocage (PDF)' });
    await expect(async () => {
      await page.reload();
      await expect(lien).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    await verifierAccessibilite(page);
    const [fichier] = await Promise.all([page.waitForEvent('download'), lien.click()]);
    octets = await readFile(await fichier.path());
  });

  const texte = await texteDuPdf(octets);
  for (const attendu of [...numeros, p.email, dossier, 'À quoi sert cette attestation', 'Démonstration, service non officiel'])
    expect(texte, attendu).toContain(attendu);

  await test.step('elle est signée, et son code se vérifie', async () => {
    expect(octets.toString('latin1')).toContain('/SubFilter /adbe.pkcs7.detached');
    expect(avisDePdfsig(octets)).toMatch(SIGNATURE_VALIDE);
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(texte)?.[0] ?? '';
    await page.goto('/verification');
    await champ(page, 'code').fill(code);
    await bouton(page, 'Vérifier').click();
    await expect(page.getByText('Document valide')).toBeVisible();
    await expect(page.getByText(/Attestation de blocage n° AB-\d{4}-\d{6}/)).toBeVisible();
  });
});
