// Who sees what: an agent of another préfecture, another usager, nobody; and a draft, which no agent sees.
import { ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, dossierDe, faireLaDemande } from '../support/demarche.ts';
import { champ } from '../support/formulaire.ts';
import { AGENT_DU_RHONE, chercherDossier, entrerCommeAgent, INSTRUCTEUR, ouvrirDossier } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { taper } from '../support/saisie.ts';
import { expect, test } from '../support/test.ts';

test('un dossier du Nord n’existe pas pour le Rhône, ni pour un autre usager, ni pour un passant', async ({
  page,
  autreNavigateur,
  veille,
}) => {
  veille.tolerer(/status of 40[14]/);
  const p = personne('frontiere');
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  await page.goto(`/mon-compte/dossiers/${dossier}`);
  const fichier = (await page.locator('main a[href^="/api/fichiers/"]').first().getAttribute('href')) ?? '';
  expect((await page.request.get(fichier)).status()).toBe(200);

  const nord = await autreNavigateur();
  await entrerCommeAgent(nord, INSTRUCTEUR);
  await ouvrirDossier(nord, numero);
  await nord.getByRole('link', { name: 'Justificatif de filiation avec le parent' }).click();
  const piece = (await nord.locator('a[href^="/api/agents/fichiers/"]').first().getAttribute('href')) ?? '';
  expect((await nord.request.get(piece)).status()).toBe(200);

  const rhone = await autreNavigateur();
  await entrerCommeAgent(rhone, AGENT_DU_RHONE);
  await chercherDossier(rhone, numero);
  await expect(rhone.getByText('Aucun dossier de votre préfecture ne répond')).toBeVisible();
  await expect(rhone.locator('main')).not.toContainText(p.nom);
  for (const adresse of ['', '/complement', '/numero', '/proposition', '/decision', '?piece=filiation']) {
    expect((await rhone.goto(`/instruction/${dossier}${adresse}`))?.status(), adresse).toBe(404);
    await expect(rhone.locator('body')).not.toContainText(p.nom);
  }
  expect((await rhone.request.get(piece)).status()).toBe(404);
  expect((await rhone.request.get(fichier)).status()).toBe(401);

  const autre = await autreNavigateur();
  await ouvrirUnCompte(autre, personne('curieux'));
  for (const adresse of [
    `/mon-compte/dossiers/${dossier}`,
    `/demarches/${dossier}/confirmation`,
    `/demarches/${dossier}/informations`,
    `/demarches/${dossier}/abandon`,
  ])
    expect((await autre.goto(adresse))?.status(), adresse).toBe(404);
  expect((await autre.request.get(fichier)).status()).toBe(404);
  expect((await autre.request.get(piece)).status()).toBe(401);
  await autre.goto(`/instruction/${dossier}`);
  await expect(autre).toHaveURL(/\/agents\/connexion/);

  const personneDeConnu = await autreNavigateur();
  for (const [adresse, porte] of [
    [`/mon-compte/dossiers/${dossier}`, /\/connexion/],
    ['/mon-compte', /\/connexion/],
    [`/demarches/${dossier}/informations`, /\/connexion/],
    ['/instruction', /\/agents\/connexion/],
  ] as const) {
    await personneDeConnu.goto(adresse);
    await expect(personneDeConnu).toHaveURL(porte);
  }
  for (const adresse of [fichier, piece]) expect((await personneDeConnu.request.get(adresse)).status()).toBe(401);
});

test('un brouillon n’est visible d’aucun agent', async ({ page, autreNavigateur, veille }) => {
  veille.tolerer(/status of 404/);
  const p = personne('brouillon');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await taper(page, 'nom_naissance', p.nom);
  const dossier = dossierDe(page);
  const nord = await autreNavigateur();
  await entrerCommeAgent(nord, INSTRUCTEUR);
  await chercherDossier(nord, p.nom);
  await expect(nord.getByText('Aucun dossier de votre préfecture ne répond')).toBeVisible();
  expect((await nord.goto(`/instruction/${dossier}`))?.status()).toBe(404);
  await page.reload();
  await expect(champ(page, 'nom_naissance')).toHaveValue(p.nom);
});
