// C11: Ana (P06) renews her card of permanent stay, from her number to the mail with the proof of deposit. On the way (C12): her address
// is said to be wrong, the portal leads to the change that must come first, and the request waits where it was.
import { MOT_DE_PASSE_DEMONSTRATION, usagerDeDemonstration } from '../../prisma/demonstration.ts';
import { verifierAccessibilite, verifierLargeur } from '../support/axe.ts';
import { lireCourriel, texteDeLaPiece } from '../support/boite.ts';
import { seConnecter } from '../support/compte.ts';
import { deposer, dossierDe, POURSUIVRE, poursuivre } from '../support/demarche.ts';
import { bouton, champ, cocher, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import { telecharger } from '../support/pdf.ts';
import { confirmerEphoto, joindreTout } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

const MENTION = 'Carte de séjour citoyen UE/EEE/Suisse – Séjour permanent';

test('renouveler un titre connu, de la tuile à la confirmation de dépôt', async ({ page }) => {
  const { numeroEtranger, email, personne } = usagerDeDemonstration;
  const accessible = () => verifierAccessibilite(page);
  let dossier = '';

  await test.step('avant la connexion, la tuile dit par où entrer', async () => {
    await page.goto('/demander-un-titre');
    await expect(page.getByRole('heading', { name: 'Et je suis titulaire d’un titre de séjour / VLS-TS' })).toBeVisible();
    await accessible();
  });

  await test.step('« Moi-même », le titre connu, « Je sollicite le renouvellement de ce titre »', async () => {
    await seConnecter(page, numeroEtranger, MOT_DE_PASSE_DEMONSTRATION);
    await page.goto('/');
    await page.getByRole('link', { name: 'Je demande ou renouvelle un titre de séjour' }).click();
    await expect(champ(page, 'demandeur.moi')).toBeChecked();
    await accessible();
    await bouton(page, 'Je continue').click();
    await page.waitForURL(/\/demander-un-titre\/moi-meme$/);
    await expect(page.getByText(MENTION)).toBeVisible();
    await expect(page.getByText('Ressortissant citoyen UE/EEE/Suisse')).toBeVisible();
    await expect(page.getByLabel('Je sollicite le renouvellement de ce titre')).toBeChecked();
    await accessible();
    await bouton(page, 'Je commence').click();
    await page.waitForURL(/\/demander-un-titre\/ue-sejour-permanent-renouvellement$/);
  });

  await test.step('le préambule et sa liste de pièces', async () => {
    await accessible();
    const liste = await telecharger(page, page.getByRole('link', { name: /Télécharger la liste des pièces justificatives/ }));
    expect(liste.texte).toContain("Photographie d'identité récente");
    await bouton(page, 'Je continue').click();
    await page.waitForURL(/\/demarches\/[^/]+\/etat_civil$/);
    dossier = dossierDe(page);
  });

  await test.step('étape 1, écran 1 : ce que l’administration sait est rempli', async () => {
    await expect(page.getByText('Écran 1 sur 3 de cette étape')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Des réponses sont déjà remplies : vérifiez-les' })).toBeVisible();
    await expect(champ(page, 'nom_naissance')).toHaveValue(personne.nomNaissance);
    await expect(champ(page, 'date_naissance.annee')).toHaveValue('1970');
    await expect(page.getByText(MENTION)).toBeVisible();
    await accessible();
    await poursuivre(page, 'liens');
  });

  await test.step('étape 1, écran 2 : les enfants à charge', async () => {
    await cocher(page, 'enfants_a_charge.non');
    await accessible();
    await poursuivre(page, 'coordonnees');
  });

  await test.step('étape 1, écran 3 : l’adresse n’est plus la bonne, le changement vient d’abord (C12)', async () => {
    await scriptsPrets(page);
    await expect(champ(page, 'adresse.codePostal')).toHaveValue('59000');
    await champ(page, 'telephone').fill('06 39 98 00 06');
    await cocher(page, 'adresse_inchangee.non');
    await bouton(page, POURSUIVRE).click();
    await resumeDit(page, ['Vous avez déménagé : déclarez d’abord votre changement d’adresse.']);
    await accessible();
    await page.getByRole('link', { name: 'Déclarer mon changement d’adresse' }).click();
    await page.waitForURL(/\/demander-un-titre\/changement-d-adresse$/);
    await expect(bouton(page, 'Je continue')).toBeVisible();
    await accessible();
    await page.goto('/demander-un-titre/moi-meme');
    await expect(page.getByRole('heading', { name: 'Vous avez commencé une demande' })).toBeVisible();
    await page.getByRole('link', { name: /^Reprendre ma demande/ }).click();
    await page.waitForURL(new RegExp(`/demarches/${dossier}/coordonnees$`));
    await expect(champ(page, 'telephone')).toHaveValue(/06 ?39 ?98 ?00 ?06/);
    await cocher(page, 'adresse_inchangee.oui');
    await poursuivre(page, 'justificatifs');
  });

  await test.step('les pièces, le dépôt', async () => {
    await scriptsPrets(page);
    await confirmerEphoto(page);
    if (await champ(page, 'domicile.variante.personnel').isVisible()) await cocher(page, 'domicile.variante.personnel');
    await joindreTout(page);
    await accessible();
    await poursuivre(page, 'depot');
    await accessible();
  });

  await test.step('la confirmation, son PDF sans « pré-demande », le courriel', async () => {
    const numero = await deposer(page);
    expect(numero).toMatch(/^5901\d{15}$/);
    const lien = page.getByRole('link', { name: 'Télécharger la confirmation de dépôt' });
    await expect(async () => {
      if (!(await lien.isVisible())) await page.reload();
      await expect(lien).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    const { texte } = await telecharger(page, lien);
    for (const attendu of ["CONFIRMATION DU DÉPÔT D'UNE DEMANDE", numero, numeroEtranger, personne.nomNaissance])
      expect(texte).toContain(attendu);
    expect(texte.toLowerCase()).not.toContain('pré-demande');
    const courriel = await lireCourriel(page, email, 'Votre demande de titre de séjour est enregistrée');
    expect(await texteDeLaPiece(courriel, /\.pdf$/)).toContain("CONFIRMATION DU DÉPÔT D'UNE DEMANDE");
    // the same ground is now open: its number, and no second one (D-09)
    await page.goto('/demander-un-titre/moi-meme');
    await expect(page.getByText(`Vous avez déjà une demande en cours pour ce motif : n° ${numero}.`)).toBeVisible();
    await accessible();
  });
});

test('trop tôt, en retard, plus de six mois, hors du portail : le fait, la date, que faire, comment contester', async ({
  autreNavigateur,
}) => {
  const cas = [
    { numero: '5999000101', dit: /Il est trop tôt : cette demande se dépose à partir du \d\d\/\d\d\/\d{4}\./ },
    { numero: '5999000102', dit: /Le délai de dépôt a fini le .* 180\s€/ },
    { numero: '5999000103', dit: /Votre titre a expiré le .* 180\s€/ },
    { numero: '5999000104', dit: /il y a plus de six mois/ },
    { numero: '5999000105', dit: /ne figure pas parmi les titres qui se renouvellent sur ce portail/ },
  ];
  for (const { numero, dit } of cas) {
    const telephone = await autreNavigateur({ viewport: { width: 360, height: 740 } });
    await seConnecter(telephone, numero, MOT_DE_PASSE_DEMONSTRATION);
    await telephone.goto('/demander-un-titre/moi-meme');
    await expect(telephone.getByText(dit).first(), numero).toBeVisible();
    await expect(telephone.getByRole('link', { name: /centre de contact/ }).first()).toBeVisible();
    await verifierAccessibilite(telephone);
    await verifierLargeur(telephone);
    await telephone.close();
  }
});
