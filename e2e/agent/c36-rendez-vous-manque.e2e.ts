// C36: convened for fingerprints, does not come; the agent records it, a new convocation leaves; the telephone changed meanwhile, so the
// SMS goes to the new number only. The appointment is given within the minutes that come, at a place opened for it.
import { verifierAccessibilite } from '../support/axe.ts';
import { compterCourriels, lireCourriel } from '../support/boite.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher, scriptsPrets } from '../support/formulaire.ts';
import { entrerCommeAgent, INSTRUCTEUR, ouvrirDossier, prendreEnCharge } from '../support/instruction.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';
import { ACCUEIL, CHEF, ouvrirAuGuichet } from '../support/titre.ts';

const ANCIEN = '+33639980036';
const NOUVEAU = '+33639980037';
const heure = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
const jourDeSemaine = () => {
  const nom = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', weekday: 'short' }).format();
  return String(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(nom) + 1);
};

test('un rendez-vous manqué est compté, une nouvelle convocation part, le SMS va au nouveau numéro', async ({ page, autreNavigateur }) => {
  test.skip(heure.format(new Date()) >= '23:45', 'les horaires d’un lieu finissent le jour où ils commencent');
  const p = personne('c36', { telephone: '06 39 98 00 36' });
  const lieu = `Annexe ${p.nom}`;
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const avant = { ancien: await compterCourriels(page, ANCIEN, 'SMS'), nouveau: await compterCourriels(page, NOUVEAU, 'SMS') };

  const instructeur = await autreNavigateur();
  await entrerCommeAgent(instructeur, INSTRUCTEUR);
  await ouvrirDossier(instructeur, numero);
  await prendreEnCharge(instructeur);

  let debut = new Date();
  const chef = await autreNavigateur();
  await test.step('le chef ouvre un lieu et ses horaires', async () => {
    await entrerCommeAgent(chef, CHEF);
    await chef.goto('/administration/lieux');
    await verifierAccessibilite(chef);
    await champ(chef, 'nom').fill(lieu);
    await champ(chef, 'adresse').fill('1 rue des Essais, 59000 Lille');
    await bouton(chef, 'Ouvrir ce lieu').click();
    await expect(chef.getByText('Le lieu est ouvert')).toBeVisible();
    await verifierAccessibilite(chef);
    await scriptsPrets(chef);
    await chef.getByText('Ajouter des horaires').click();
    // two minutes from now, to the minute
    debut = new Date(Math.ceil((Date.now() + 90_000) / 60_000) * 60_000);
    await cocher(chef, `jours.${jourDeSemaine()}`);
    await champ(chef, 'debut').fill(heure.format(debut));
    await champ(chef, 'fin').fill(heure.format(new Date(debut.getTime() + 5 * 60_000)));
    await champ(chef, 'duree').fill('5');
    await champ(chef, 'capacite').fill('1');
    await bouton(chef, 'Ajouter ces horaires').click();
    await expect(chef.getByText('Les horaires sont enregistrés.')).toBeVisible();
  });

  await test.step('l’instructeur convoque la personne', async () => {
    await instructeur.goto(`/instruction/${dossier}/titre`);
    await verifierAccessibilite(instructeur);
    const creneau = champ(instructeur, 'creneau');
    await creneau.selectOption(await creneau.locator('option', { hasText: lieu }).first().getAttribute('value'));
    await bouton(instructeur, 'Convoquer').click();
    await expect(instructeur.getByText('La personne est convoquée')).toBeVisible();
  });

  await test.step('la personne reçoit courriel, SMS et agenda, puis change de numéro', async () => {
    const courriel = await lireCourriel(page, p.email, 'Votre convocation à la préfecture');
    expect(courriel.texte).toContain(lieu);
    expect(courriel.pieces.map((piece) => piece.nom).toSorted()).toEqual([
      expect.stringMatching(/^Convocation-.*\.pdf$/),
      'rendez-vous.ics',
    ]);
    const ics = courriel.pieces.find((piece) => piece.nom === 'rendez-vous.ics')?.octets.toString('utf8') ?? '';
    expect(ics).toContain(`DTSTART:${debut.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`);
    const sms = await lireCourriel(page, ANCIEN, 'SMS', avant.ancien + 1);
    expect(sms.texte).toContain(heure.format(debut));
    expect(sms.texte).not.toContain(p.nom === lieu ? '' : numero);
    await page.goto('/mon-compte/coordonnees');
    await champ(page, 'telephone').fill('06 39 98 00 37');
    await bouton(page, 'Enregistrer le téléphone').click();
    await expect(page.getByText('Votre téléphone est enregistré.')).toBeVisible();
  });

  await test.step('la personne ne vient pas : l’accueil l’enregistre', async () => {
    const accueil = await autreNavigateur();
    await entrerCommeAgent(accueil, ACCUEIL);
    await ouvrirAuGuichet(accueil, numero);
    const absent = bouton(accueil, 'La personne n’est pas venue');
    await expect(async () => {
      await accueil.reload();
      await expect(absent).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 180_000, intervals: [5000] });
    await absent.click();
    await expect(accueil.getByText('L’absence est enregistrée.')).toBeVisible();
    await expect(accueil.getByRole('listitem').filter({ hasText: 'Manqué' })).toBeVisible();
    await verifierAccessibilite(accueil);
  });

  await test.step('une nouvelle convocation : SMS au nouveau numéro seulement, et le contact de la préfecture', async () => {
    await lireCourriel(page, p.email, 'Votre convocation à la préfecture', 2);
    await lireCourriel(page, NOUVEAU, 'SMS', avant.nouveau + 1);
    expect(await compterCourriels(page, ANCIEN, 'SMS')).toBe(avant.ancien + 1);
    await page.goto('/mon-compte/notifications');
    await expect(page.getByRole('main').getByRole('link', { name: 'Convocation' })).toHaveCount(3);
    await page.goto(`/mon-compte/dossiers/${dossier}/rendez-vous`);
    await expect(page.getByText('Rendez-vous précédents')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Manqué' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Préfecture du Nord');
    await verifierAccessibilite(page);
  });
});
