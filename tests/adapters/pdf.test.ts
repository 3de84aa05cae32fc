import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { examinerPdf } from '#adapters/fichier/pdf.ts';
import type { DocumentPdf } from '#adapters/pdf/bloc.ts';
import { rendrePdf } from '#adapters/pdf/pdf.ts';

const marque = { ministere: "Ministère de l'Intérieur", direction: 'Direction générale', nom: 'Étrangers en France', officiel: false };
const document: DocumentPdf = {
  titre: "CONFIRMATION DU DÉPÔT D'UNE PRÉ-DEMANDE",
  marque,
  date: new Date('2026-02-12T10:00:00Z'),
  contenu: [
    { type: 'titre', niveau: 2, texte: 'VOS RÉFÉRENCES' },
    {
      type: 'definitions',
      lignes: [
        { terme: 'Identifiant (N° étranger)', valeur: '' },
        { terme: 'Nom de naissance', valeur: 'TESTĞÜŁŞǍ' },
      ],
    },
    {
      type: 'paragraphe',
      texte: ['Déposée le ', { gras: '12 février 2026' }, '. Voir ', { lien: 'https://example.org/aide', texte: 'l’aide' }, '.'],
    },
    { type: 'titre', niveau: 3, texte: 'Pièces' },
    { type: 'liste', elements: Array.from({ length: 60 }, (_, i) => `Pièce ${i + 1}`) },
    { type: 'encadre', titre: 'Attention', contenu: ['N’ouvre aucun droit.'] },
    { type: 'qr', contenu: 'https://example.org/v/ABCD', alt: 'Code menant à https://example.org/v/ABCD', legende: 'Code ABCD' },
    { type: 'saut' },
    { type: 'paragraphe', texte: 'Fin du document' },
  ],
};
const lire = async (octets: Buffer) => getDocumentProxy(new Uint8Array(octets), { verbosity: 0 });

describe('un document PDF', () => {
  it('porte son titre, sa langue, la marque PDF/UA, et son texte se lit', async () => {
    const pdf = await lire(await rendrePdf(document));
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: document.titre, Language: 'fr-FR', PDFFormatVersion: '1.7' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(String(metadata?.getRaw())).toContain('pdfuaid:part');
    const { text } = await extractText(pdf, { mergePages: true });
    for (const mot of [
      'VOS RÉFÉRENCES',
      'Identifiant (N° étranger)',
      'TESTĞÜŁŞǍ',
      '12 février 2026',
      'Pièce 60',
      'N’ouvre aucun droit.',
      'Fin du document',
    ])
      expect(text).toContain(mot);
    expect(text).toContain(`Page 1/${pdf.numPages}`);
  });

  it('n’envoie jamais son code seul sur une page : la signature, ou le dernier paragraphe et son titre, le suivent', async () => {
    const qr = { type: 'qr', contenu: 'https://example.org/v/A', alt: 'Code', legende: 'Code ABCD' } as const;
    const fins = [
      {
        contenu: [{ type: 'paragraphe', texte: 'Pour le préfet' } as const, { type: 'paragraphe', texte: 'La cheffe' } as const],
        dit: /^Pour le préfet La cheffe Code ABCD/,
      },
      {
        contenu: [{ type: 'titre', niveau: 2, texte: 'SERVICE' } as const, { type: 'paragraphe', texte: 'Bureau' } as const],
        dit: /^SERVICE Bureau Code ABCD/,
      },
    ];
    let aDeuxPages = 0;
    for (const { contenu, dit } of fins)
      for (let lignes = 32; lignes <= 46; lignes += 1) {
        const corps = {
          type: 'definitions',
          lignes: Array.from({ length: lignes }, (_, i) => ({ terme: `Ligne ${i}`, valeur: 'x' })),
        } as const;
        const pdf = await lire(await rendrePdf({ ...document, contenu: [corps, ...contenu, qr] }));
        const { text } = await extractText(pdf);
        const derniere = (text.at(-1) ?? '').replace(/\s+/g, ' ');
        expect(derniere).toContain('Code ABCD');
        if (text.length === 2 && !derniere.includes('Ligne')) {
          expect(derniere).toMatch(dit);
          aDeuxPages += 1;
        }
      }
    expect(aDeuxPages).toBeGreaterThan(2);
  });

  it('qui déborde de quelques lignes se serre sur une feuille ; celui qui en remplit deux garde ses aises', async () => {
    const corps = (lignes: number) => ({ type: 'liste', elements: Array.from({ length: lignes }, (_, i) => `Ligne ${i}`) }) as const;
    const de = async (lignes: number) => {
      const pdf = await lire(await rendrePdf({ ...document, contenu: [corps(lignes)] }));
      const { items } = await (await pdf.getPage(1)).getTextContent();
      const tailles = items.flatMap((x) => ('str' in x && x.str.startsWith('Ligne') ? [Math.round(10 * x.height) / 10] : []));
      return { pages: pdf.numPages, tailles: [...new Set(tailles)] };
    };
    expect(await de(30)).toEqual({ pages: 1, tailles: [10.5] });
    expect(await de(38)).toEqual({ pages: 1, tailles: [9.5] });
    expect(await de(50)).toEqual({ pages: 2, tailles: [10.5] });
    // before a page of its own: a receipt, then the copy of the data of the chip
    const aDeuxParties = await lire(
      await rendrePdf({ ...document, contenu: [corps(38), { type: 'saut' }, { type: 'paragraphe', texte: 'Copie' }] }),
    );
    expect(aDeuxParties.numPages).toBe(2);
  });

  it('laisse la place d’écrire à la main, et le libellé s’y lit', async () => {
    const definitions = (place: 1 | 3) => ({ type: 'definitions', lignes: [{ terme: 'Signature', place }] }) as const;
    const suite = { type: 'paragraphe', texte: 'Suite' } as const;
    const ordonnee = async (place: 1 | 3) => {
      const pdf = await lire(await rendrePdf({ ...document, contenu: [definitions(place), suite] }));
      const { items } = await (await pdf.getPage(1)).getTextContent();
      const y = (mot: string) => items.flatMap((x) => ('str' in x && x.str.startsWith(mot) ? [Number(x.transform[5])] : []))[0] ?? 0;
      return y('Signature') - y('Suite');
    };
    // in points: 8 mm for a line, three of them for a frame
    expect(await ordonnee(1)).toBeGreaterThan(23);
    expect(await ordonnee(3)).toBeGreaterThan(69);
  });

  it('a un arbre de structure : titres, paragraphes, listes, figure decrite, lien', async () => {
    const pdf = await lire(await rendrePdf(document));
    const roles: string[] = [];
    const alts: string[] = [];
    // pdf.js repeats on each page the nodes of a list that spans several: only those with a content there count.
    const visiter = (noeud: object) => {
      if ('role' in noeud && JSON.stringify(noeud).includes('"content"')) roles.push(String(noeud.role));
      if ('alt' in noeud) alts.push(String(noeud.alt));
      if ('children' in noeud && Array.isArray(noeud.children)) noeud.children.forEach(visiter);
    };
    for (let page = 1; page <= pdf.numPages; page++) visiter((await (await pdf.getPage(page)).getStructTree()) ?? {});
    for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Figure', 'Link', 'Sect']) expect(roles).toContain(role);
    expect(roles.filter((role) => role === 'LI')).toHaveLength(62);
    expect(alts).toContain('Code menant à https://example.org/v/ABCD');
    const liens = (await (await pdf.getPage(1)).getAnnotations()).filter((a) => a.subtype === 'Link');
    expect(liens.map((a) => a.url)).toEqual(['https://example.org/aide']);
  });

  it('dit sur chaque page que c’est une demonstration, sauf sur le service officiel', async () => {
    const { text } = await extractText(await lire(await rendrePdf(document)), { mergePages: false });
    expect(text.length).toBeGreaterThan(2);
    for (const page of text) expect(page).toContain('Démonstration, service non officiel');
    const officiel = await extractText(await lire(await rendrePdf({ ...document, marque: { ...marque, officiel: true } })), {
      mergePages: true,
    });
    expect(officiel.text).not.toContain('Démonstration');
  });

  it('est le meme, octet pour octet, pour la meme entree', async () => {
    const [un, autre] = [await rendrePdf(document), await rendrePdf(document)];
    expect(un.equals(autre)).toBe(true);
    expect((await rendrePdf({ ...document, date: new Date('2026-02-13T10:00:00Z') })).equals(un)).toBe(false);
  });

  it('n’a que des polices incluses, et passe nos propres controles de fichiers', async () => {
    const octets = await rendrePdf(document);
    const polices = octets.toString('latin1').match(/\/BaseFont \/[A-Z]{6}\+Marianne-\w+/g) ?? [];
    expect(new Set(polices).size).toBe(2);
    expect(octets.toString('latin1')).not.toContain('/Helvetica');
    expect(await examinerPdf(octets)).toBe('lisible');
  });
});
