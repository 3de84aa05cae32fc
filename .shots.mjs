import { chromium } from 'playwright';

const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const base = 'http://localhost:3121';
for (const [w, n] of [
  [1280, 'd'],
  [360, 'm'],
]) {
  const p = await b.newPage({ viewport: { width: w, height: 900 } });
  const shot = async (name) => {
    await p.screenshot({ path: `/tmp/w/numero-${n}-${name}.png`, fullPage: true });
    const o = await p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (o > 0) console.log('debord', name, w, o);
  };
  await p.goto(base + '/connexion');
  await shot('connexion');
  await p.goto(base + '/compte/creation-avec-numero');
  await p.locator('summary', { hasText: 'Où trouver' }).click();
  await p.waitForTimeout(800);
  await shot('titre');
  await p.locator('#numero').fill('5999000099');
  for (const [k, v] of Object.entries({
    'debut.jour': '1',
    'debut.mois': '2',
    'debut.annee': '2026',
    'fin.jour': '31',
    'fin.mois': '1',
    'fin.annee': '2027',
  }))
    await p.locator(`[id="${k}"]`).fill(v);
  await p.getByRole('button', { name: 'Créer un compte' }).click();
  await p.waitForSelector('#erreurs');
  await p.waitForTimeout(500);
  await shot('titre-refus');
  await p.locator('#numero').fill('0699000013');
  await p.getByRole('button', { name: 'Créer un compte' }).click();
  await p.waitForURL(/preuve=/);
  await shot('adresse');
  const e = `jane-${n}-${Date.now()}@example.org`;
  await p.locator('#email').fill(e);
  await p.locator('#emailConfirmation').fill(e);
  await p.getByRole('main').getByRole('button', { name: 'Valider' }).click();
  await p.waitForURL(/enregistree/);
  await shot('enregistree');
  await p.waitForTimeout(4000);
  await p.goto(base + '/developpement/boite?a=' + encodeURIComponent(e));
  await shot('boite');
  const href = await p.locator('.portail-courriel__texte a').evaluateAll((l) => l.map((a) => a.href).find((h) => h.includes('jeton=')));
  if (href) {
    await p.goto(href);
    await shot('motdepasse');
  }
  await p.goto(base + '/compte/confirmation?cree=1');
  await shot('cree');
  await p.goto(base + '/compte/confirmation?jeton=x');
  await shot('perimee');
  await p.goto(base + '/connexion/lien');
  await shot('lien');
  await p.goto(base + '/connexion/lien?jeton=x');
  await shot('lien-perime');
  await p.goto(base + '/connexion/lien?envoye=1');
  await shot('lien-envoye');
}
await b.close();
