// The mailbox, read as a person reads it: the page /developpement/boite, in a tab of its own.
import { expect, type Page } from '@playwright/test';
import { texteDuPdf } from './pdf.ts';

export type Courriel = { sujet: string; texte: string; liens: string[]; pieces: { nom: string; octets: Buffer }[] };

/** The latest message of this subject to this address; waits until the worker has sent `rang` of them. */
export async function lireCourriel(page: Page, destinataire: string, sujet: string | RegExp, rang = 1): Promise<Courriel> {
  const boite = await page.context().newPage();
  try {
    const recus = boite.getByRole('article', { name: sujet });
    await expect(async () => {
      await boite.goto(`/developpement/boite?a=${encodeURIComponent(destinataire)}`);
      expect(await recus.count()).toBeGreaterThanOrEqual(rang);
    }).toPass({ timeout: 30_000, intervals: [250, 500, 1000] });
    const recu = recus.first();
    const texte = await recu.locator('.portail-courriel__texte').innerText();
    const liens = await recu.locator('.portail-courriel__texte a').evaluateAll((tous) => tous.map((a) => a.getAttribute('href') ?? ''));
    const pieces = await Promise.all(
      (await recu.getByRole('list', { name: 'Pièces jointes' }).getByRole('link').all()).map(async (lien) => {
        const reponse = await page.request.get((await lien.getAttribute('href')) ?? '');
        return { nom: (await lien.getAttribute('download')) ?? '', octets: await reponse.body() };
      }),
    );
    return { sujet: (await recu.getByRole('heading').innerText()).trim(), texte, liens, pieces };
  } finally {
    await boite.close();
  }
}

/** How many messages of this subject stand in the mailbox now. */
export async function compterCourriels(page: Page, destinataire: string, sujet: string | RegExp): Promise<number> {
  const boite = await page.context().newPage();
  try {
    await boite.goto(`/developpement/boite?a=${encodeURIComponent(destinataire)}`);
    return await boite.getByRole('article', { name: sujet }).count();
  } finally {
    await boite.close();
  }
}

/** What a mail of access says: the identifiant, then the provisional password. */
export function identifiantsDu(courriel: Courriel): { identifiant: string; motDePasse: string } {
  const [, identifiant = ''] = /Identifiant\s*:\s*(\S+)/.exec(courriel.texte) ?? [];
  const [, motDePasse = ''] = /Mot de passe provisoire\s*:\s*(\S+)/.exec(courriel.texte) ?? [];
  return { identifiant, motDePasse };
}

/** Words of the attached PDF whose name matches. */
export async function texteDeLaPiece(courriel: Courriel, nom: RegExp): Promise<string> {
  const piece = courriel.pieces.find((p) => nom.test(p.nom));
  expect(piece, `pièce jointe ${nom} parmi ${courriel.pieces.map((p) => p.nom).join(', ')}`).toBeDefined();
  return texteDuPdf(piece?.octets ?? Buffer.alloc(0));
}
