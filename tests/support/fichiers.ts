// Sample files made in memory: one of each accepted format, and one of each fault. `poids` pads to an exact size.

import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** The antivirus test string, in two parts so that no scanner takes this file for it. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;

function bruit(largeur: number, hauteur: number) {
  return sharp(randomBytes(largeur * hauteur * 3), { raw: { width: largeur, height: hauteur, channels: 3 } });
}

export const jpg = (largeur = 120, hauteur = 90) => bruit(largeur, hauteur).jpeg().toBuffer();
export const jpgProgressif = (largeur = 120, hauteur = 90) => bruit(largeur, hauteur).jpeg({ progressive: true }).toBuffer();
export const png = (largeur = 120, hauteur = 90) => bruit(largeur, hauteur).png().toBuffer();
export const tiff = (largeur = 120, hauteur = 90) => bruit(largeur, hauteur).tiff({ compression: 'lzw' }).toBuffer();

/** A PNG of a few kilobytes that unpacks into `cote` × `cote` pixels. */
export const bombe = (cote: number) =>
  sharp({ create: { width: cote, height: cote, channels: 3, background: 'white' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();

/** BMP of 24 bits, lines padded to four bytes. */
export function bmp(largeur = 31, hauteur = 20): Buffer {
  const ligne = Math.floor((largeur * 24 + 31) / 32) * 4;
  const contenu = Buffer.alloc(54 + ligne * hauteur, 0x7f);
  contenu.write('BM', 0, 'latin1');
  contenu.writeUInt32LE(contenu.length, 2);
  contenu.writeUInt32LE(0, 6);
  contenu.writeUInt32LE(54, 10);
  contenu.writeUInt32LE(40, 14);
  contenu.writeInt32LE(largeur, 18);
  contenu.writeInt32LE(hauteur, 22);
  contenu.writeUInt16LE(1, 26);
  contenu.writeUInt16LE(24, 28);
  contenu.writeUInt32LE(0, 30);
  contenu.writeUInt32LE(ligne * hauteur, 34);
  return contenu;
}

/** A PDF by pdfkit; `remplir` draws or adds what it wants. */
export function pdf(remplir: (doc: PDFKit.PDFDocument) => void = () => {}, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', ...options });
  const morceaux: Buffer[] = [];
  const fini = new Promise<Buffer>((resolve) => {
    doc.on('data', (morceau: Buffer) => morceaux.push(morceau));
    doc.on('end', () => resolve(Buffer.concat(morceaux)));
  });
  doc.text('Justificatif TESTCOLLINS');
  remplir(doc);
  doc.end();
  return fini;
}

export const pdfProtege = () => pdf(undefined, { userPassword: 'secret', ownerPassword: 'autre', pdfVersion: '1.7' });
/** Opens without a password; only printing or copying is restricted, as many statements of account are. */
export const pdfRestreint = (pdfVersion: '1.3' | '1.7' | '1.7ext3' = '1.7') =>
  pdf(undefined, { ownerPassword: 'proprietaire', pdfVersion });
export const pdfAvecJavascript = () => pdf((doc) => doc.ref({ Type: 'Action', S: 'JavaScript', JS: new String('app.alert(1)') }).end(null));
export const pdfAvecLancement = () => pdf((doc) => doc.ref({ Type: 'Action', S: 'Launch', F: new String('cmd.exe') }).end(null));
export const pdfAvecPieceJointe = () => pdf((doc) => doc.file(Buffer.from('bonjour'), { name: 'cache.txt' }));
export const pdfInfecte = () =>
  pdf(
    (doc) => {
      const ref = doc.ref({ Type: 'XObject' });
      ref.write(Buffer.from(EICAR));
      ref.end(null);
    },
    { compress: false },
  );
/** Words of the structure, but inside the text of the page, a comment and a string: an ordinary document. */
export const pdfInnocent = () =>
  pdf(
    (doc) => {
      doc.text('/Encrypt 5 0 R /JavaScript /Launch /EmbeddedFile');
      doc.ref({ Note: new String('/JavaScript (/Launch) /Encrypt') }).end(null);
    },
    { compress: false, info: { Title: '/JS /Encrypt' } },
  );

/** A PDF 1.5 written by hand: objects packed in a stream, table in a stream, as most of today's writers do. */
export function pdfModerne(options: { chiffre?: boolean; javascript?: boolean } = {}): Buffer {
  const catalogue = `<< /Type /Catalog /Pages 2 0 R ${options.javascript ? '/OpenAction << /S /Java#53cript /JS (app.alert\\(1\\)) >>' : ''} >>`;
  const objets = [catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'];
  let decalage = 0;
  const index = objets.map((objet, i) => {
    const entree = `${i + 1} ${decalage}`;
    decalage += objet.length + 1;
    return entree;
  });
  const entete = `${index.join(' ')} `;
  const paquet = deflateSync(Buffer.from(`${entete}${objets.join(' ')}`, 'latin1'));
  const debut = Buffer.from('%PDF-1.5\n', 'latin1');
  const flux = (numero: number, dictionnaire: string, octets: Buffer) =>
    Buffer.concat([
      Buffer.from(`${numero} 0 obj\n<< ${dictionnaire} /Length ${octets.length} >>\nstream\n`, 'latin1'),
      octets,
      Buffer.from('\nendstream\nendobj\n', 'latin1'),
    ]);
  const premier = flux(4, `/Type /ObjStm /N 3 /First ${entete.length} /Filter /FlateDecode`, paquet);
  const place = debut.length + premier.length;
  const table = Buffer.alloc(6 * 4);
  const ligne = (n: number, type: number, a: number, b: number) => {
    table[n * 4] = type;
    table.writeUInt16BE(a, n * 4 + 1);
    table[n * 4 + 3] = b;
  };
  ligne(0, 0, 0, 255);
  for (const n of [1, 2, 3]) ligne(n, 2, 4, n - 1);
  ligne(4, 1, debut.length, 0);
  ligne(5, 1, place, 0);
  const chiffrement = options.chiffre
    ? '/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [(0123456789abcdef) (0123456789abcdef)]'
    : '';
  const second = flux(5, `/Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R ${chiffrement} /Filter /FlateDecode`, deflateSync(table));
  return Buffer.concat([debut, premier, second, Buffer.from(`startxref\n${place}\n%%EOF\n`, 'latin1')]);
}

/** Cuts the last third. */
export const tronque = (contenu: Buffer) => contenu.subarray(0, Math.floor((contenu.length * 2) / 3));

/** A PDF of exactly `octets` bytes, filled by one stream of noise. */
export async function pdfDe(octets: number): Promise<Buffer> {
  const vide = (await pdfAvecBourrage(0)).length;
  let taille = octets - vide;
  // The length of the filling is itself written in the file, hence a second try.
  for (let essai = 0; essai < 4; essai++) {
    const contenu = await pdfAvecBourrage(taille);
    if (contenu.length === octets) return contenu;
    taille += octets - contenu.length;
  }
  throw new Error('pdfDe: no exact size');
}

function pdfAvecBourrage(taille: number): Promise<Buffer> {
  const bourrage = Buffer.alloc(taille, randomBytes(4093));
  return pdf(
    (doc) => {
      const ref = doc.ref({ Type: 'XObject' });
      ref.write(bourrage);
      ref.end(null);
    },
    { compress: false, info: { CreationDate: new Date('2026-01-01T00:00:00Z') } },
  );
}

export const executable = () => Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'), randomBytes(6000)]);
/** The beginning of a .docx: a zip. */
export const docx = () =>
  Buffer.concat([
    Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'),
    Buffer.alloc(22),
    Buffer.from('[Content_Types].xml', 'latin1'),
    randomBytes(5000),
  ]);
export const heic = () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), randomBytes(5000)]);
export const texte = () => Buffer.from('Ceci est un texte.\n'.repeat(400));

/** A flow of chunks of the given sizes, in turn. */
export async function* enMorceaux(contenu: Buffer, tailles: readonly number[] = [64 * 1024]): AsyncGenerator<Buffer> {
  for (let position = 0, i = 0; position < contenu.length; i++) {
    const fin = position + Math.max(1, tailles[i % tailles.length] ?? 1);
    yield contenu.subarray(position, fin);
    position = fin;
  }
}
