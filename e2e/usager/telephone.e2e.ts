// The whole path on a phone 360 px wide: nothing sticks out, everything is reachable by touch.
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { identifiantsDu, lireCourriel } from '../support/boite.ts';
import { choisirMotDePasse, demanderUnCompte, SUJET_ACCES, seConnecter } from '../support/compte.ts';
import { choisirSituation, deposer, POURSUIVRE, poursuivre, remplirEtape2, remplirEtape3, remplirEtape4 } from '../support/demarche.ts';
import { bouton, champ, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('de l’accueil au dépôt sur un téléphone', async ({ page, veille }) => {
  veille.tolerer(/nulle-part.*status of 404/);
  const p = personne('tel', { nom: 'TESTANDRIANAMPOINIMERINAVALONARIVO', prenom: 'Marie-Antoinette-Emmanuelle' });
  const tient = async () => {
    await verifierLargeur(page);
    await verifierAccessibilite(page);
  };
  await page.goto('/');
  await tient();
  await page.locator('summary', { hasText: /^Menu$/ }).click();
  await expect(page.getByRole('link', { name: 'Demander un titre de séjour' }).locator('visible=true').first()).toBeVisible();
  await tient();
  for (const adresse of [
    '/connexion',
    '/contact',
    '/aide',
    '/mentions-legales',
    '/accessibilite',
    '/plan-du-site',
    '/verification',
    '/nulle-part',
    '/services/document-de-voyage',
  ]) {
    await page.goto(adresse);
    await verifierLargeur(page);
  }
  await demanderUnCompte(page, p);
  await tient();
  const { identifiant, motDePasse } = identifiantsDu(await lireCourriel(page, p.email, SUJET_ACCES));
  await seConnecter(page, identifiant, motDePasse);
  await tient();
  await choisirMotDePasse(page, p.motDePasse);
  await tient();
  await choisirSituation(page);
  await tient();
  await scriptsPrets(page);
  await bouton(page, POURSUIVRE).click();
  await resumeDit(page, ['Nom de naissance']);
  await tient();
  await remplirEtape2(page, p);
  await tient();
  await poursuivre(page, 'motif');
  await remplirEtape3(page, p);
  await page.locator('label[for="enfants_a_charge.oui"]').click();
  await expect(champ(page, 'enfants.0.nom_naissance')).toBeVisible();
  await tient();
  await page.locator('label[for="enfants_a_charge.non"]').click();
  await poursuivre(page, 'justificatifs');
  await tient();
  await remplirEtape4(page);
  await tient();
  await poursuivre(page, 'depot');
  await page.getByText('Relire ma demande avant de la déposer').click();
  await tient();
  await deposer(page);
  await tient();
  for (const adresse of ['/mon-compte', '/mon-compte/notifications']) {
    await page.goto(adresse);
    await tient();
  }
  await page.goto('/mon-compte');
  await page.getByRole('link', { name: /^Suivre cette demande/ }).click();
  await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible();
  await tient();
});
