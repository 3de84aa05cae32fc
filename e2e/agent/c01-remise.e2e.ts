// C01, after the decision: the titre is ordered, arrives, its holder is convened by mail, SMS and calendar, moves the appointment, collects
// the card at the desk; the registre knows it, and its renewal may begin.
import { verifierAccessibilite } from '../support/axe.ts';
import { compterCourriels, lireCourriel, texteDeLaPiece } from '../support/boite.ts';
import { entrerAvecNumero, ouvrirUnCompte } from '../support/compte.ts';
import { faireLaDemande } from '../support/demarche.ts';
import { bouton, champ, cocher, resumeDit, scriptsPrets } from '../support/formulaire.ts';
import {
  attribuerNumero,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
  signer,
  toutEstConforme,
  VALIDEUR,
} from '../support/instruction.ts';
import { suivre } from '../support/lien.ts';
import { jourRelatif, timbreNeuf } from '../support/parcours.ts';
import { telecharger } from '../support/pdf.ts';
import { personne } from '../support/personnes.ts';
import { expect, test } from '../support/test.ts';
import { ACCUEIL, enregistrerArrivee, ouvrirAuGuichet, rendezVousDonne } from '../support/titre.ts';

const TELEPHONE = '+33639980101';

test('de la décision au titre en main, puis au renouvellement', async ({ page, autreNavigateur }) => {
  const p = personne('c01r', { telephone: '06 39 98 01 01' });
  await ouvrirUnCompte(page, p);
  const { dossier, numero } = await faireLaDemande(page, p);
  const suivi = `/mon-compte/dossiers/${dossier}`;
  const statut = async (mot: string) => {
    await page.goto(suivi);
    await expect(page.locator('[aria-current="step"]')).toHaveText(new RegExp(mot));
  };
  const smsAvant = await compterCourriels(page, TELEPHONE, 'SMS');
  let numeroEtranger = '';
  let code = '';

  await test.step('l’examen et la décision : les quatre statuts dans l’ordre', async () => {
    await statut('Dépôt de la demande');
    const instructeur = await autreNavigateur();
    await entrerCommeAgent(instructeur, INSTRUCTEUR);
    await ouvrirDossier(instructeur, numero);
    await prendreEnCharge(instructeur);
    await statut('Instruction en cours');
    numeroEtranger = await attribuerNumero(instructeur);
    await toutEstConforme(instructeur);
    await instructeur.getByRole('link', { name: 'Proposer une décision' }).click();
    await cocher(instructeur, 'sens.favorable');
    await bouton(instructeur, 'Proposer la décision').click();
    await expect(instructeur.getByText('La décision est proposée.')).toBeVisible();
    const valideur = await autreNavigateur();
    await entrerCommeAgent(valideur, VALIDEUR);
    await ouvrirDossier(valideur, numero);
    await signer(valideur, 'Signer la décision favorable');
    await entrerAvecNumero(page, p, numeroEtranger);
    await page.goto(suivi);
    await expect(page.locator('.portail-etapes li')).toHaveText([
      /Dépôt de la demande/,
      /Instruction en cours/,
      /Décision prise/,
      /Document disponible/,
    ]);
    await statut('Document disponible');
    const attestation = page.getByRole('link', { name: /Attestation de décision favorable/ });
    await expect(async () => {
      await page.reload();
      await expect(attestation).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    const { texte } = await telecharger(page, attestation);
    code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(texte)?.[0] ?? '';
    await expect(page.getByText('Votre titre est en cours de fabrication.').first()).toBeVisible();
  });

  const accueil = await autreNavigateur();
  await test.step('le titre arrive : l’accueil l’enregistre, la machine convoque', async () => {
    await entrerCommeAgent(accueil, ACCUEIL);
    await accueil.goto('/accueil-du-jour');
    await verifierAccessibilite(accueil);
    await ouvrirAuGuichet(accueil, numero);
    await verifierAccessibilite(accueil);
    // ends in 80 days: its renewal may be asked at once
    await enregistrerArrivee(accueil, { numero: `X${p.nom.slice(4)}1`, debut: jourRelatif({}), fin: jourRelatif({ jours: 80 }) });
    await rendezVousDonne(accueil);
    await expect(accueil.getByText(/Nationale|Henri/)).toHaveCount(0);
  });

  await test.step('la personne est prévenue par courriel, SMS et agenda, et déplace son rendez-vous', async () => {
    const courriel = await lireCourriel(page, p.email, 'Votre convocation à la préfecture');
    expect(courriel.texte).toContain('Accueil des étrangers – Lille');
    expect(courriel.texte).toMatch(/225\s€/);
    const pdf = await texteDeLaPiece(courriel, /^Convocation-.*\.pdf$/);
    for (const attendu of [
      'CONVOCATION',
      numero,
      'Remise du titre',
      '225',
      'passeport',
      "Certificat médical délivré par l'OFII",
      'jean sans peur',
    ])
      expect(pdf.toLowerCase()).toContain(attendu.toLowerCase());
    const ics =
      courriel.pieces
        .find((piece) => piece.nom === 'rendez-vous.ics')
        ?.octets.toString('utf8')
        .replaceAll('\r\n ', '') ?? '';
    for (const attendu of ['BEGIN:VEVENT', 'LOCATION:Accueil des étrangers – Lille', 'BEGIN:VALARM']) expect(ics).toContain(attendu);
    const sms = await lireCourriel(page, TELEPHONE, 'SMS', smsAvant + 1);
    expect(sms.texte).toMatch(/rendez-vous le \d{2}\/\d{2}\/\d{4} à \d{2}:\d{2}/);
    expect(sms.texte).not.toContain(p.nom);
    await page.goto(suivi);
    await suivre(page.getByRole('link', { name: /Voir ce rendez-vous/ }));
    await verifierAccessibilite(page);
    await scriptsPrets(page);
    const creneau = champ(page, 'creneau');
    await creneau.selectOption(await creneau.locator('option').last().getAttribute('value'));
    await bouton(page, 'Déplacer mon rendez-vous').click();
    await expect(page.getByText('Votre rendez-vous est déplacé.')).toBeVisible();
    const deplace = await lireCourriel(page, p.email, 'Votre rendez-vous à la préfecture est déplacé');
    expect(deplace.texte).toContain('le précédent est annulé');
    await expect(page.getByText('Déplacé', { exact: false }).last()).toBeVisible();
  });

  await test.step('la remise au guichet, contrôle par contrôle', async () => {
    await accueil.reload();
    await scriptsPrets(accueil);
    await bouton(accueil, 'Remettre le titre').click();
    await resumeDit(accueil, ['Vérifiez l’identité de la personne.', 'Faites signer la notice d’information.']);
    await verifierAccessibilite(accueil);
    const remplir = async (timbre: string) => {
      for (const nom of ['identiteVue', 'notice', 'copie', 'pieces.certificat_medical']) await cocher(accueil, nom);
      await champ(accueil, 'identite').selectOption('passeport');
      await champ(accueil, 'ancienTitre').selectOption('aucun');
      await champ(accueil, 'empreintes').selectOption('deux_index');
      await champ(accueil, 'timbres').fill(timbre);
      await bouton(accueil, 'Remettre le titre').click();
    };
    await remplir(timbreNeuf(50));
    await expect(accueil.getByText(/Les timbres donnés valent 50/)).toBeVisible();
    await remplir(timbreNeuf(225));
    await expect(accueil.getByText('Le titre est remis.', { exact: false })).toBeVisible();
    await verifierAccessibilite(accueil);
  });

  await test.step('la personne a son reçu, l’attestation ne vaut plus, le renouvellement peut commencer', async () => {
    const recu = page.getByRole('link', { name: /Reçu de remise du titre/ });
    await expect(async () => {
      await page.goto(suivi);
      await expect(recu).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    const { texte } = await telecharger(page, recu);
    for (const attendu of ['REÇU DE REMISE DU TITRE', numero, numeroEtranger, 'Passeport', 'COPIE DES DONNÉES', 'des deux index'])
      expect(texte).toContain(attendu);
    await expect(page.getByText('Votre titre vous a été remis.').first()).toBeVisible();
    await page.goto(`/verification?code=${code}`);
    await expect(page.getByText('Document non valide (échu)')).toBeVisible();
    await page.goto('/demander-un-titre/moi-meme');
    await expect(page.getByRole('main')).toContainText('Carte de résident');
    await expect(page.getByRole('main')).toContainText(/renouvellement/i);
    await verifierAccessibilite(page);
  });
});
