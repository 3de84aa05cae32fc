// Before any compte: which démarche, with what, at what price, when. Forms by GET, no script.
import { readFile } from 'node:fs/promises';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { bouton, champ, choisir, dater } from '../support/formulaire.ts';
import { telecharger } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

const QUESTION = 'Quelle démarche me concerne ?';

test('de l’accueil à la fiche d’une première demande, avec ses pièces selon la nationalité et l’âge', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: QUESTION }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(QUESTION);
  await verifierAccessibilite(page);

  await choisir(page, 'situation', 'famille_de_francais');
  await choisir(page, 'nationalite', 'DZ');
  await champ(page, 'naissance').fill('2006');
  await choisir(page, 'titre', 'aucun');
  await champ(page, 'departement').fill('59000');
  await bouton(page, 'Voir les démarches').click();
  const reponse = page.getByRole('region', { name: 'D’après vos réponses' });
  await expect(reponse).toContainText('accord du 27 décembre 1968');
  await expect(reponse.getByRole('heading', { name: 'Enfant de Français – première demande' })).toBeVisible();
  await expect(reponse).toContainText(/Coût : 225\s€/);
  await verifierAccessibilite(page);

  await reponse.getByRole('link', { name: 'Voir la démarche Enfant de Français – première demande' }).click();
  await expect(page).toHaveURL(/nationalite=DZ&naissance=2006/);
  const contenu = page.getByRole('main');
  await expect(contenu).toContainText('Certificat de résidence algérien');
  await expect(contenu).toContainText('Justificatif de filiation avec le parent');
  await expect(contenu).not.toContainText('Justificatif de ressources du parent français');
  await expect(contenu).toContainText('4 mois après un dépôt complet');
  await expect(contenu).toContainText('Leur date d’application n’est pas établie');
  await verifierAccessibilite(page);
  const { texte } = await telecharger(page, contenu.getByRole('link', { name: /Télécharger la liste complète/ }));
  expect(texte).toContain('Justificatif de ressources du parent français');
  await expect(contenu.getByRole('link', { name: 'Commencer une première demande' })).toHaveAttribute('href', '/premiere-demande');
});

test('qui a un titre sait quand le renouveler, et le met dans son agenda', async ({ page }) => {
  await page.goto('/catalogue');
  await choisir(page, 'titre', 'conjoint_temporaire');
  await choisir(page, 'situation', 'famille_de_francais');
  await dater(page, 'fin', { jour: '31', mois: '3', annee: '2030' });
  await bouton(page, 'Voir les démarches').click();
  const reponse = page.getByRole('region', { name: 'D’après vos réponses' });
  // 120 and 60 days before 31 March 2030
  await expect(reponse).toContainText('déposez votre demande du 01/12/2029 au 30/01/2030');
  await expect(reponse).toContainText('C’est trop tôt aujourd’hui : revenez le 01/12/2029');
  await expect(reponse).toContainText(/un droit de visa de régularisation s’ajoute.*180\s€/);
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    reponse.getByRole('link', { name: /Mettre ces dates dans mon agenda/ }).click(),
  ]);
  expect(fichier.suggestedFilename()).toMatch(/\.ics$/);
  const agenda = await readFile(await fichier.path(), 'utf8');
  expect([...agenda.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map((m) => m[1])).toEqual(['20291201', '20300115', '20300130']);
  await verifierAccessibilite(page);
});

test('ce qui n’est pas compris se dit, un Français et un citoyen de l’Union aussi', async ({ page }) => {
  await page.goto('/catalogue?departement=Atlantide&nationalite=PT&naissance=90');
  await expect(page.getByText('Nous ne reconnaissons pas ce département.')).toBeVisible();
  await expect(page.getByText('Écrivez l’année avec quatre chiffres')).toBeVisible();
  await expect(page.getByRole('region', { name: 'D’après vos réponses' })).toContainText(
    'vous n’êtes pas obligé d’avoir un titre de séjour',
  );
  await verifierAccessibilite(page);
  await page.goto('/catalogue?nationalite=FR');
  await expect(page.getByRole('region', { name: 'D’après vos réponses' })).toContainText('Vous êtes français');
});

test('chaque fiche du catalogue s’ouvre, se lit sans script et tient dans un téléphone', async ({ autreNavigateur }) => {
  const page = await autreNavigateur({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto('/catalogue');
  await verifierLargeur(page);
  const fiches = await page.locator('.portail-rayon a').evaluateAll((liens) => liens.map((a) => a.getAttribute('href') ?? ''));
  expect(fiches.length).toBeGreaterThan(1);
  for (const fiche of fiches) {
    expect((await page.goto(fiche))?.status(), fiche).toBe(200);
    await expect(page.getByRole('heading', { name: 'Les pièces à fournir' })).toBeVisible();
    await verifierLargeur(page);
  }
  await page.goto('/catalogue?titre=conjoint_temporaire&situation=famille_de_francais&fin=2030-03-31');
  await expect(page.getByRole('link', { name: /Mettre ces dates dans mon agenda/ })).toBeVisible();
  await verifierLargeur(page);
});
