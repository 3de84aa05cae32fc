// What anybody sees, and what every answer carries.
import { readdirSync } from 'node:fs';
import { verifierAccessibilite } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

const PAGES = [
  { adresse: '/demander-un-titre', titre: 'Demander un titre de séjour' },
  { adresse: '/compte/creation', titre: 'Demander un titre de séjour' },
  { adresse: '/connexion', titre: 'Vous avez déjà un compte' },
  { adresse: '/compte/mot-de-passe-oublie', titre: 'Mot de passe oublié' },
  { adresse: '/contact', titre: 'Nous contacter' },
  { adresse: '/aide', titre: /.+/ },
  { adresse: '/plan-du-site', titre: 'Plan du site' },
  { adresse: '/mentions-legales', titre: 'Mentions légales' },
  { adresse: '/accessibilite', titre: /Accessibilité/ },
  { adresse: '/verification', titre: 'Vérifier un document' },
  { adresse: '/agents/connexion', titre: 'Espace des agents' },
  { adresse: '/services/valider-mon-vls-ts', titre: 'Valider mon VLS-TS' },
  { adresse: '/services/declarer-un-changement', titre: 'Déclarer un changement' },
  { adresse: '/services/document-de-voyage', titre: 'Document de voyage' },
  { adresse: '/services/timbre-fiscal', titre: 'Acheter un timbre fiscal électronique' },
];

const MENU_ANONYME = [
  'Accueil',
  'Valider mon VLS-TS',
  'Demander un titre de séjour',
  'Acheter un timbre fiscal électronique',
  'Document de voyage',
];
const MENU_CONNECTE = [
  'Accueil',
  'Demander un titre de séjour',
  'Acheter un timbre fiscal électronique',
  'Déclarer un changement',
  'Document de voyage',
];

test('l’accueil a cinq tuiles, un menu, un pied de page ; le menu suit le compte', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Étrangers en France/);
  await expect(page.locator('main h3')).toHaveText([
    'Je valide mon VLS-TS',
    'Je demande ou renouvelle un titre de séjour',
    'Je demande un premier titre -sans numéro étranger, sans visa-',
    'Je déclare un changement de situation',
    'Je demande un document de voyage',
  ]);
  const menu = page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link');
  await expect(menu).toHaveText(MENU_ANONYME);
  await expect(page.getByRole('contentinfo').getByRole('listitem')).toContainText([
    'Contact',
    'Plan du site',
    'Quelle démarche me concerne ?',
    'Mentions légales',
    'Accessibilité',
    'Data.gouv.fr',
  ]);
  await expect(page.getByRole('link', { name: 'Nous contacter' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Besoin d’aide ?' })).toBeVisible();
  await expect(page.getByText('Démonstration, service non officiel').first()).toBeVisible();
  const langues = page.locator('summary', { hasText: 'Langue du site :' }).locator('visible=true');
  await langues.click();
  await verifierAccessibilite(page);
  await langues.click();
  await page.getByRole('banner').getByRole('link', { name: 'Se connecter' }).click();
  await expect(page.getByRole('navigation', { name: 'vous êtes ici :' })).toContainText('Se connecter');

  await ouvrirUnCompte(page, personne('menu'));
  await page.goto('/');
  await expect(menu).toHaveText(MENU_CONNECTE);
  await expect(page.locator('main h3')).toHaveText([
    'Je demande ou renouvelle un titre de séjour',
    'Je déclare un changement de situation',
    'Je demande un Document de Voyage',
  ]);
  await verifierAccessibilite(page);
  await page.goto('/mon-compte');
  await verifierAccessibilite(page);
});

test('les pages publiques se lisent et se suivent', async ({ page }) => {
  for (const { adresse, titre } of PAGES) {
    expect((await page.goto(adresse))?.status(), adresse).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titre);
    await verifierAccessibilite(page);
  }
  await page.goto('/plan-du-site');
  const liens = await page.locator('main a').evaluateAll((tous) => tous.map((a) => a.getAttribute('href') ?? ''));
  for (const lien of new Set(liens.filter((l) => l.startsWith('/')))) expect((await page.request.get(lien)).status(), lien).toBe(200);
});

test('une page qui n’existe pas le dit et mène ailleurs', async ({ page, veille }) => {
  veille.tolerer(/status of 404/);
  expect((await page.goto('/nulle-part'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page non trouvée');
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
  await verifierAccessibilite(page);
  await page.getByRole('main').getByRole('link', { name: 'Retour à l’accueil' }).click();
  await expect(page).toHaveURL('/');
});

test('chaque réponse porte ses en-têtes de sécurité, et rien n’est indexé', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toMatch(/Disallow: \/\s*$/m);
  const nonces: string[] = [];
  for (const adresse of ['/', '/', '/nulle-part', '/connexion', '/developpement/boite']) {
    const entetes = (await request.get(adresse)).headers();
    const politique = entetes['content-security-policy'] ?? '';
    for (const directive of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "'strict-dynamic'",
    ])
      expect(politique, adresse).toContain(directive);
    expect(politique).not.toMatch(/unsafe-(inline|eval)|https?:/);
    nonces.push(/'nonce-([^']+)'/.exec(politique)?.[1] ?? '');
    expect(entetes).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(entetes['cache-control']).toMatch(/no-store|no-cache|private/);
    expect(entetes).not.toHaveProperty('x-powered-by');
  }
  expect(new Set(nonces).size).toBe(nonces.length);

  for (const adresse of ['/api/sante', '/api/adresses?q=lille', '/api/fichiers/inconnu', '/api/documents/inconnu']) {
    const entetes = (await request.get(adresse)).headers();
    expect(entetes['content-security-policy'], adresse).toContain("default-src 'none'");
    expect(entetes).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  }
  const televersement = await request.post('/api/televersement/a/b/c', {
    headers: { accept: 'application/json' },
    multipart: { fichier: { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') } },
  });
  expect(televersement.status()).toBe(401);
  expect(televersement.headers()['content-security-policy']).toContain("default-src 'none'");

  const page = await (await request.get('/')).text();
  const statiques = [...page.matchAll(/(?:href|src)="(\/_next\/static\/[^"]+)"/g)].map((m) => m[1] ?? '');
  expect(statiques.length).toBeGreaterThan(2);
  for (const adresse of [...new Set(statiques), '/favicon.svg', `/pictogrammes/${readdirSync('public/pictogrammes')[0]}`]) {
    const reponse = await request.get(adresse);
    expect(reponse.status(), adresse).toBe(200);
    expect(reponse.headers()['x-content-type-options'], adresse).toBe('nosniff');
  }
  expect(page).not.toMatch(/(?:src|href)="https?:\/\/[^"]+\.(?:js|css)"/);
});

test('la santé se dit, les mesures demandent leur jeton', async ({ request }) => {
  const sante = await request.get('/api/sante');
  expect(sante.status()).toBe(200);
  expect([401, 403, 404]).toContain((await request.get('/api/metriques')).status());
  const mesures = await request.get('/api/metriques', { headers: { authorization: 'Bearer jeton-des-tests-de-bout-en-bout' } });
  expect(mesures.status()).toBe(200);
  expect(await mesures.text()).toContain('# TYPE');
});
