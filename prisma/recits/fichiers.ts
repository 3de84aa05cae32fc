// Small documents of fictional people, made on the spot: a page of PDF, or an image of a passport.
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

const MENTION = 'Document fictif de démonstration, sans valeur';

export type FichierFictif = { nom: string; octets: Uint8Array };

/** `image`: a photograph, as a telephone takes it; otherwise a page of PDF. */
export async function fichierFictif(libelle: string, personne: string, image: boolean): Promise<FichierFictif> {
  const nom = libelle
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 40)
    .replace(/-$/, '');
  return image ? { nom: `${nom}.jpg`, octets: await photographie() } : { nom: `${nom}.pdf`, octets: await page(libelle, personne) };
}

function page(libelle: string, personne: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 60, info: { Title: libelle } });
    const morceaux: Buffer[] = [];
    pdf.on('data', (morceau: Buffer) => morceaux.push(morceau));
    pdf.on('end', () => resolve(Buffer.concat(morceaux)));
    pdf.on('error', reject);
    pdf.fontSize(20).text(libelle).moveDown();
    pdf.fontSize(13).text(`Au nom de ${personne}`).moveDown();
    for (let ligne = 1; ligne <= 12; ligne += 1) pdf.fontSize(10).text(`Ligne ${ligne} du document. ${MENTION}.`).moveDown(0.6);
    pdf.rect(60, 640, 475, 90).stroke('#555555');
    pdf.fontSize(10).text('Cachet et signature', 72, 652).text(MENTION, 72, 700);
    pdf.end();
  });
}

/** Drawn without letters: the machine may have no font. */
function photographie(): Promise<Uint8Array> {
  const lignes = [170, 215, 260, 305, 350].map(
    (y, i) => `<rect x="330" y="${y}" width="${360 - (i % 3) * 70}" height="16" fill="#8a93a6"/>`,
  );
  const dessin = `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="540">
    <rect width="760" height="540" fill="#d9d2c3"/><rect x="30" y="30" width="700" height="480" rx="18" fill="#f4efe4" stroke="#9a8f78"/>
    <rect x="60" y="60" width="460" height="26" fill="#5b4b8a"/><rect x="60" y="120" width="220" height="280" fill="#c9d3e0"/>
    <circle cx="170" cy="225" r="62" fill="#b38867"/><path d="M75 400c10-100 180-100 190 0z" fill="#3f5573"/>${lignes.join('')}
    <rect x="60" y="430" width="640" height="14" fill="#444"/><rect x="60" y="460" width="640" height="14" fill="#444"/></svg>`;
  return sharp(Buffer.from(dessin)).jpeg({ quality: 75 }).toBuffer();
}
