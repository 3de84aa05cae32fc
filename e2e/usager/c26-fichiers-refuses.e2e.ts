// C26: each faulty file is refused with its sentence, and what is good is taken.
import { verifierAccessibilite } from '../support/axe.ts';
import { ouvrirUnCompte } from '../support/compte.ts';
import { choisirSituation, poursuivre, remplirEtape2, remplirEtape3 } from '../support/demarche.ts';
import {
  appareil,
  bureautique,
  deguise,
  dixMo,
  document,
  infecte,
  onzeMo,
  photo,
  protege,
  scan,
  telecopie,
  tronquee,
  vide,
} from '../support/fichiers.ts';
import { personne } from '../support/personnes.ts';
import { emplacement, fichiersJoints, joindre } from '../support/pieces.ts';
import { expect, test } from '../support/test.ts';

const REFUS = [
  { fichier: onzeMo, phrase: 'Ce fichier dépasse 10 Mo.' },
  { fichier: bureautique, phrase: 'Ce format n’est pas accepté.' },
  { fichier: appareil, phrase: 'Ce format n’est pas accepté.' },
  { fichier: deguise, phrase: 'Le contenu de ce fichier ne correspond pas à son nom' },
  { fichier: vide, phrase: 'Ce fichier est vide.' },
  { fichier: protege, phrase: 'Ce PDF est protégé par un mot de passe' },
  { fichier: infecte, phrase: 'Ce fichier contient un virus' },
  { fichier: tronquee, phrase: 'Ce fichier est incomplet ou endommagé' },
];

test('chaque fichier fautif est refusé avec sa phrase, les bons sont acceptés', async ({ page, veille }) => {
  veille.tolerer(/status of 4(13|15|22)/);
  const p = personne('c26');
  await ouvrirUnCompte(page, p);
  await choisirSituation(page);
  await remplirEtape2(page, p);
  await poursuivre(page, 'motif');
  await remplirEtape3(page, p);
  await poursuivre(page, 'justificatifs');
  const filiation = emplacement(page, 'filiation.document');
  for (const { fichier, phrase } of REFUS) {
    const choisi = await fichier();
    await joindre(page, filiation, choisi);
    const message = filiation.getByRole('alert').filter({ hasText: choisi.name });
    await expect(message).toContainText(phrase);
    await expect(fichiersJoints(filiation)).toHaveCount(0);
  }
  await verifierAccessibilite(page);
  await filiation.getByRole('button', { name: /^Fermer/ }).click();
  await expect(filiation.getByRole('alert')).toHaveCount(0);

  // .TIF, then exactly 10 Mo, then a third one; the fourth finds no place
  await joindre(page, filiation, await telecopie('acte.TIF'));
  await expect(fichiersJoints(filiation)).toHaveCount(1);
  await expect(filiation.getByRole('button', { name: 'Supprimer acte.TIF' })).toBeVisible();
  await joindre(page, filiation, [await dixMo(), await telecopie('suite.tiff'), await document('de-trop.pdf')]);
  await expect(filiation.getByRole('alert').filter({ hasText: 'de-trop.pdf' })).toContainText('Vous pouvez joindre 3 fichiers au maximum');
  // in the order in which they were chosen, the small one behind the large one
  await expect(fichiersJoints(filiation)).toContainText(['acte.tif', 'dix-mo.pdf', 'suite.tiff'], { timeout: 20_000 });
  await expect(filiation.getByText('Vous avez joint 3 fichiers : c’est le maximum pour ce justificatif.')).toBeVisible();
  await expect(filiation.getByRole('button', { name: /^Joindre un document/ })).toHaveCount(0);
  await verifierAccessibilite(page);

  await filiation.getByRole('button', { name: 'Supprimer suite.tiff' }).click();
  await expect(fichiersJoints(filiation)).toHaveCount(2);
  await expect(filiation).toBeFocused();

  await test.step('glisser, couper, annuler et reprendre', async () => {
    const visa = emplacement(page, 'visa_long_sejour.document');
    const glisse = await photo('visa.jpg');
    const donnees = await page.evaluateHandle(
      ({ nom, octets }) => {
        const d = new DataTransfer();
        d.items.add(new File([new Uint8Array(octets)], nom, { type: 'image/jpeg' }));
        return d;
      },
      { nom: glisse.name, octets: [...glisse.buffer] },
    );
    await visa.dispatchEvent('drop', { dataTransfer: donnees });
    await expect(fichiersJoints(visa)).toHaveCount(1);

    veille.tolerer(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|net::ERR/);
    const parent = emplacement(page, 'nationalite_parent.document');
    await page.route('**/api/televersement/**', (route) => route.abort());
    await joindre(page, parent, await scan('carte.png'));
    await expect(parent.getByRole('alert')).toContainText('La connexion a été coupée pendant l’envoi. Réessayez.');
    await page.unroute('**/api/televersement/**');
    await parent.getByRole('button', { name: /^Réessayer/ }).click();
    await expect(fichiersJoints(parent)).toHaveCount(1);
  });
});
