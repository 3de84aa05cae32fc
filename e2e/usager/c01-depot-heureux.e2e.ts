// C01: from the home page to the favourable decision and its attestation, usager, instructeur and valideur each in their browser.
import { verifierAccessibilite } from '../support/axe.ts';
import { identifiantsDu, lireCourriel, texteDeLaPiece } from '../support/boite.ts';
import { choisirMotDePasse, entrerAvecNumero, SUJET_ACCES } from '../support/compte.ts';
import { chercherAdresse, deposer, dossierDe, POURSUIVRE, poursuivre, remplirEtape3, remplirEtatCivil } from '../support/demarche.ts';
import { dessin, document, photo, scan, telecopie } from '../support/fichiers.ts';
import { bouton, champ, cocher, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import {
  attribuerNumero,
  chercherDossier,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
  signer,
  toutEstConforme,
  VALIDEUR,
} from '../support/instruction.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { confirmerEphoto, emplacement, fichiersJoints, joindre, joindreTout } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

test('de l’accueil à l’attestation de décision favorable', async ({ page, autreNavigateur }) => {
  const p = personne('c01');
  const accessible = () => verifierAccessibilite(page);
  const titre = (nom: string) => expect(page.getByRole('heading', { name: nom, exact: true }).first()).toBeVisible();
  let numero = '';
  let numeroEtranger = '';
  let dossier = '';

  await test.step('créer un compte depuis l’accueil', async () => {
    await page.goto('/');
    await accessible();
    await page.getByRole('link', { name: 'Je demande un premier titre -sans numéro étranger, sans visa-' }).click();
    await expect(page.getByText('Compléter les renseignements suivants pour accéder à vos services.')).toBeVisible();
    await scriptsPrets(page);
    await champ(page, 'email').fill(p.email);
    await champ(page, 'emailConfirmation').fill(`x${p.email}`);
    await bouton(page, 'Valider').click();
    await resumeDit(page, ['Les deux adresses sont différentes']);
    await accessible();
    await champ(page, 'emailConfirmation').fill(p.email);
    await cocher(page, 'consentement');
    await bouton(page, 'Valider').click();
    await titre('Création de compte');
    await expect(
      page.getByText('Vous devez confirmer votre adresse et créer votre mot de passe avant de pouvoir envoyer votre demande.'),
    ).toBeVisible();
    await accessible();
    await page.getByRole('main').getByRole('link', { name: 'Retour à l’accueil' }).click();
    await expect(page).toHaveURL('/');
  });

  await test.step('se connecter avec le mot de passe provisoire et le remplacer', async () => {
    const courriel = await lireCourriel(page, p.email, SUJET_ACCES);
    expect(courriel.texte).toContain('Un compte d’accès temporaire a été créé');
    expect(courriel.texte).toMatch(/La Direction générale des étrangers en France/i);
    expect(courriel.texte).toContain('Ce message est généré automatiquement, merci de ne pas y répondre.');
    const { identifiant, motDePasse } = identifiantsDu(courriel);
    expect(identifiant).toBe(p.email);
    expect(motDePasse).toHaveLength(12);
    await page.goto(courriel.liens[0] ?? '');
    await titre('Vous avez déjà un compte');
    await accessible();
    await champ(page, 'identifiant').fill(identifiant);
    await champ(page, 'motDePasse').fill(motDePasse);
    await bouton(page, 'S’identifier').click();
    await titre('Réinitialisation du mot de passe');
    await expect(page.getByRole('navigation', { name: 'Menu principal' })).toHaveCount(0);
    await expect(
      page.getByText('au moins 8 caractères avec au moins une majuscule, une minuscule, un chiffre et un caractère spécial'),
    ).toBeVisible();
    await accessible();
    await champ(page, 'motDePasse').fill('abcdefgh');
    await champ(page, 'motDePasseConfirmation').fill('abcdefgh');
    await bouton(page, 'Valider mon mot de passe').click();
    await resumeDit(page, ['Choisissez un autre mot de passe']);
    await accessible();
    await page.goto('/mon-compte');
    await titre('Réinitialisation du mot de passe');
    await choisirMotDePasse(page, p.motDePasse);
  });

  await test.step('la question d’entrée et l’étape 1', async () => {
    await expect(page.getByText('Je n’ai pas de numéro d’étranger et je souhaite faire une première demande en ligne :')).toBeVisible();
    await accessible();
    await bouton(page, 'Je continue').click();
    await resumeDit(page, ['Choisissez']);
    await cocher(page, 'entree.attaches');
    await bouton(page, 'Je continue').click();
    await expect(page.getByText('Dites-nous quelle est votre situation ?')).toBeVisible();
    await expect(page.getByText('Vous sollicitez un titre de séjour pour vous même')).toBeVisible();
    await expect(page.getByText('Je suis l’enfant (+ de 16 ans) d’un citoyen français')).toBeHidden();
    await cocher(page, 'situation.famille_francais');
    await cocher(page, 'precision.famille_francais.enfant');
    await accessible();
    await poursuivre(page, 'informations');
    dossier = dossierDe(page);
  });

  await test.step('étape 2', async () => {
    await titre('Demander un titre de séjour');
    await expect(page.getByText('Votre démarche en ligne est à 20% terminée')).toBeVisible();
    await expect(page.getByText('Plus que 15 minutes pour finir votre démarche')).toBeVisible();
    await expect(page.getByText('Merci, nous avons bien pris en compte votre situation.')).toBeVisible();
    await expect(page.getByText('Vous êtes l’enfant (+ de 16 ans) d’un citoyen français')).toBeVisible();
    await expect(page.getByText('Votre saisie est sauvegardée à la validation de chaque étape.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Informations personnelles' })).toHaveAttribute('aria-current', 'step');
    const liste = await telecharger(page, page.getByRole('link', { name: /Télécharger la liste des pièces justificatives/i }));
    for (const libelle of [
      'ENFANT DE FRANÇAIS',
      "Photographie d'identité récente",
      'Justificatif de nationalité *',
      'Justificatif de visa de long séjour en cours de validité',
      'Justificatif de séjour régulier',
      'Justificatif de domicile datant de moins de 6 mois',
      'Justificatif de filiation avec le parent',
      'Justificatif de votre absence de ressources',
      'Annexe 10',
    ])
      expect(liste.texte).toContain(libelle);
    await scriptsPrets(page);
    await bouton(page, POURSUIVRE).click();
    await resumeDit(page, ['Nom de naissance', 'Prénom(s)', 'Téléphone']);
    await accessible();
    await expect(champ(page, 'email')).toHaveValue(p.email);
    await expect(champ(page, 'email')).not.toBeEditable();
    await remplirEtatCivil(page, p);
    await chercherAdresse(page, p);
    await expect(page.getByText('59350')).toBeVisible();
    await champ(page, 'telephone').fill(p.telephone);
    await accessible();
    await poursuivre(page, 'motif');
  });

  await test.step('étape 3', async () => {
    await scriptsPrets(page);
    await bouton(page, POURSUIVRE).click();
    await resumeDit(page, ['Cochez cette case pour continuer.']);
    await accessible();
    await remplirEtape3(page, p);
    await champ(page, 'situation_familiale').selectOption('marie');
    await expect(page.getByText('Date de début de l’union')).toBeVisible();
    await accessible();
    await champ(page, 'situation_familiale').selectOption('celibataire');
    await expect(page.getByText('Date de début de l’union')).toBeHidden();
    await poursuivre(page, 'justificatifs');
  });

  await test.step('étape 4', async () => {
    for (const code of [
      'ephoto',
      'nationalite',
      'visa_long_sejour',
      'domicile',
      'nationalite_parent',
      'filiation',
      'ressources_parent',
      'absence_ressources',
      'contrat_engagement',
    ])
      await expect(page.locator(`section[id="${code}"]`)).toBeVisible();
    await expect(page.locator('section[id="sejour_regulier"]')).toHaveCount(0);
    await accessible();
    await scriptsPrets(page);
    await bouton(page, POURSUIVRE).click();
    await resumeDit(page, ['Il manque « Photographie d’identité récente ».', 'Il manque « Justificatif de filiation avec le parent ».']);
    await accessible();
    await champ(page, 'ephoto.numero').fill('INCONNU000000000000001');
    await bouton(page, 'Confirmer le numéro ephoto').click();
    await expect(
      page.getByText('Ce numéro ephoto n’est pas reconnu.').or(page.getByText("Ce numéro ephoto n'est pas reconnu.")),
    ).toBeVisible();
    await confirmerEphoto(page);
    const nationalite = emplacement(page, 'nationalite.document');
    await joindre(page, nationalite, [await photo(), await scan()]);
    await expect(fichiersJoints(nationalite)).toHaveCount(2);
    await nationalite.getByRole('button', { name: 'Supprimer scan.png' }).click();
    await expect(fichiersJoints(nationalite)).toHaveCount(1);
    await joindre(page, nationalite, await dessin());
    await expect(fichiersJoints(nationalite)).toHaveCount(2);
    await cocher(page, 'domicile.variante.particulier');
    await expect(page.getByText('Une attestation de l’hébergeant datée et signée').first()).toBeVisible();
    await accessible();
    await cocher(page, 'domicile.variante.personnel');
    await expect(page.getByText('Une copie du bail de location')).toBeVisible();
    const filiation = emplacement(page, 'filiation.document');
    await joindre(page, filiation, await telecopie());
    await expect(fichiersJoints(filiation)).toHaveCount(1);
    const domicile = emplacement(page, 'domicile.document');
    await joindre(page, domicile, await document('facture.pdf'));
    await expect(fichiersJoints(domicile)).toHaveCount(1);
    await joindreTout(page);
    await accessible();
    await poursuivre(page, 'depot');
  });

  await test.step('étape 5 : relire, observer, déposer', async () => {
    await expect(page.getByText('Votre démarche en ligne est à 90% terminée')).toBeVisible();
    await expect(page.getByText('Dernière étape, je confirme le dépôt définitif de ma demande.')).toBeVisible();
    await page.getByText('Relire ma demande avant de la déposer').click();
    await expect(page.getByText('facture.pdf')).toBeVisible();
    await champ(page, 'observations').fill('Mon père vit à Lille depuis 2001.');
    await accessible();
    numero = await deposer(page);
    const aujourdhui = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format().replaceAll('-', '');
    expect(numero).toMatch(/^5901\d{8}\d{7}$/);
    expect(numero.slice(4, 12)).toBe(aujourdhui);
  });

  await test.step('étape 6 : la confirmation, son PDF et le courriel', async () => {
    await titre('Votre demande est déposée');
    await accessible();
    const lien = page.getByRole('link', { name: 'Télécharger la confirmation de dépôt' });
    await expect(async () => {
      if (!(await lien.isVisible())) await page.reload();
      await expect(lien).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    const { texte } = await telecharger(page, lien);
    const attendus = [
      "CONFIRMATION DU DÉPÔT D'UNE PRÉ-DEMANDE",
      'VOS RÉFÉRENCES',
      'Identifiant (N° étranger)',
      numero,
      "DATE D'ÉMISSION",
      p.nom,
      p.prenom,
      '04/03/1990',
      'Montréal',
      'CANADA',
      'Canadienne',
      '59000 Lille',
      'Ce document constitue la preuve de dépôt de votre demande.',
      'Il ne constitue pas une preuve de régularité du séjour',
    ];
    for (const attendu of attendus) expect(texte.toLowerCase()).toContain(attendu.toLowerCase());
    const courriel = await lireCourriel(page, p.email, 'Votre demande de titre de séjour est enregistrée');
    expect(courriel.texte).toContain(`Bonjour ${p.nom} ${p.prenom},`);
    expect(courriel.texte).toContain(numero);
    expect(await texteDeLaPiece(courriel, /\.pdf$/)).toContain(numero);
    await page.goto(`/demarches/${dossier}/informations`);
    await expect(champ(page, 'nom_naissance')).toHaveCount(0);
    await page.goto('/mon-compte');
    await expect(page.getByText('Dépôt de la demande')).toBeVisible();
    await accessible();
  });

  const instructeur = await autreNavigateur();
  await test.step('l’instructeur prend le dossier et donne un numéro étranger', async () => {
    await entrerCommeAgent(instructeur, INSTRUCTEUR);
    await verifierAccessibilite(instructeur);
    await ouvrirDossier(instructeur, numero);
    await verifierAccessibilite(instructeur);
    await prendreEnCharge(instructeur);
    await expect(instructeur.getByText('Mon père vit à Lille depuis 2001.')).toBeVisible();
    numeroEtranger = await attribuerNumero(instructeur);
    expect(numeroEtranger).toMatch(/^59\d{8}$/);
  });

  await test.step('l’usager entre avec son numéro étranger', async () => {
    // the password of the temporary compte died with it
    await page.goto('/mon-compte');
    await expect(page).toHaveURL(/\/connexion/);
    const courriel = await entrerAvecNumero(page, p, numeroEtranger);
    expect(courriel.texte).toContain(`Bonjour ${p.nom} ${p.prenom},`);
    await accessible();
    await expect(page.getByRole('link', { name: 'Je demande ou renouvelle un titre de séjour' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Je demande un premier titre/ })).toHaveCount(0);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.locator('[aria-current="step"]')).toHaveText(/Instruction en cours/);
    await accessible();
    await page.getByRole('banner').getByText(p.nom).first().click();
    await page.getByRole('link', { name: 'Accéder à mon compte' }).click();
    await expect(page.getByText(numeroEtranger)).toBeVisible();
    await accessible();
  });

  await test.step('l’instructeur vérifie les pièces et propose ; il ne peut pas signer', async () => {
    await toutEstConforme(instructeur);
    await verifierAccessibilite(instructeur);
    await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
    await cocher(instructeur, 'sens.favorable');
    await verifierAccessibilite(instructeur);
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
    await expect(instructeur.getByRole('link', { name: 'Relire et signer' })).toHaveCount(0);
    await instructeur.goto(`${new URL(instructeur.url()).pathname}/decision`);
    await expect(instructeur.getByRole('button', { name: /Signer/ })).toHaveCount(0);
    await expect(instructeur.getByText('Vous avez proposé cette décision : une autre personne doit la signer.')).toBeVisible();
  });

  await test.step('le valideur signe', async () => {
    const valideur = await autreNavigateur();
    await entrerCommeAgent(valideur, VALIDEUR);
    await chercherDossier(valideur, numero);
    await ouvrirDossier(valideur, numero);
    await signer(valideur, 'Signer la décision favorable');
    await verifierAccessibilite(valideur);
  });

  await test.step('l’usager lit la décision et télécharge l’attestation', async () => {
    await lireCourriel(page, p.email, 'Une notification vous attend dans votre espace personnel');
    await page.goto('/');
    await page.getByRole('banner').locator('summary', { hasText: 'Mes Notifications' }).click();
    await expect(page.locator('.portail-cloche__nombre')).toHaveText(/1/);
    await expect(page.getByRole('link', { name: /Notification de décision/ })).toBeVisible();
    await accessible();
    await page.getByRole('link', { name: 'Voir toutes mes notifications' }).click();
    await titre('Mes Notifications');
    await expect(page.getByText('non lue', { exact: true })).toBeVisible();
    await accessible();
    await page.getByRole('main').getByRole('link', { name: 'Notification de décision' }).click();
    await expect(page.getByText(`Bonjour ${p.nom} ${p.prenom},`)).toBeVisible();
    await expect(page.getByText(`n° ${numero} a été acceptée`)).toBeVisible();
    await accessible();
    const { texte } = await telecharger(page, page.getByRole('link', { name: /Télécharger le document/i }));
    for (const attendu of [
      'ATTESTATION DE DÉCISION FAVORABLE',
      numeroEtranger,
      numero,
      p.nom,
      'Carte de résident',
      '10 ans',
      'R. 431-15-1',
    ])
      expect(texte).toContain(attendu);
    await page.goto(`/mon-compte/dossiers/${dossier}`);
    await expect(page.locator('.portail-etapes li')).toHaveText([
      /Dépôt de la demande/,
      /Instruction en cours/,
      /Décision prise/,
      /Document disponible/,
    ]);
    await expect(page.locator('[aria-current="step"]')).toHaveText(/Document disponible/);
    await accessible();

    const tiers = await autreNavigateur();
    const [code = ''] = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(texte) ?? [];
    await tiers.goto('/verification');
    await verifierAccessibilite(tiers);
    await champ(tiers, 'code').fill(code);
    await bouton(tiers, 'Vérifier').click();
    await expect(tiers.getByText('Document valide', { exact: true })).toBeVisible();
    await expect(tiers.getByText(`${numero.slice(0, 4)}${'•'.repeat(11)}${numero.slice(-4)}`)).toBeVisible();
    await expect(tiers.getByText(numero)).toHaveCount(0);
    await expect(tiers.getByText(p.nom)).toHaveCount(0);
    await verifierAccessibilite(tiers);
    await champ(tiers, 'code').fill('ABCD-EFGH-JKLM');
    await bouton(tiers, 'Vérifier').click();
    await expect(tiers.getByText('Document inconnu')).toBeVisible();
  });
});
