import 'server-only';
// Is an image whole, and reasonable? Decoded by strips into almost nothing: memory does not follow the number of pixels.
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

/** 60 million pixels: an A4 page at 600 dpi has 35, the photo of a telephone 12 to 50. Beyond, a small file may fill the memory. */
export const PIXELS_MAXIMUM = 60_000_000;
const PAGES_MAXIMUM = 50;

export type ConstatImage = 'lisible' | 'illisible' | 'trop_de_pixels';

/** png, tiff (each page of it), and the jpg that ./jpg.ts does not find whole. */
export async function examinerImage(contenu: Buffer): Promise<ConstatImage> {
  try {
    const head = await sharp(contenu, { limitInputPixels: false }).metadata();
    const pages = head.pages ?? 1;
    if (pages > PAGES_MAXIMUM) return 'trop_de_pixels';
    for (let page = 0; page < pages; page++) {
      const options = { limitInputPixels: false, sequentialRead: true, failOn: 'truncated', page } as const;
      const { width, height } = page === 0 ? head : await sharp(contenu, options).metadata();
      if (width * height > PIXELS_MAXIMUM) return 'trop_de_pixels';
      // Shrinking reads every coded byte, hence every missing one, and keeps only a few pixels.
      await sharp(contenu, options).resize(8, 8, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer();
    }
    return 'lisible';
  } catch {
    return 'illisible';
  }
}

const ENTETES = new Set([12, 40, 52, 56, 64, 108, 124]);
const BITS = new Set([1, 2, 4, 8, 16, 24, 32]);

/** BMP: sharp does not read it, but its header says how many bytes must follow. */
export function examinerBmp(contenu: Buffer): ConstatImage {
  if (contenu.length < 26) return 'illisible';
  const debut = contenu.readUInt32LE(10);
  const entete = contenu.readUInt32LE(14);
  if (!ENTETES.has(entete) || contenu.length < 14 + entete) return 'illisible';
  const ancien = entete === 12;
  const largeur = ancien ? contenu.readUInt16LE(18) : contenu.readInt32LE(18);
  // A negative height means that the lines go from top to bottom.
  const hauteur = Math.abs(ancien ? contenu.readUInt16LE(20) : contenu.readInt32LE(22));
  const bits = contenu.readUInt16LE(ancien ? 24 : 28);
  const compression = ancien ? 0 : contenu.readUInt32LE(30);
  if (largeur <= 0 || hauteur === 0 || !BITS.has(bits) || debut < 14 + entete) return 'illisible';
  if (largeur * hauteur > PIXELS_MAXIMUM) return 'trop_de_pixels';
  const presents = contenu.length - debut;
  // 0 none, 3 and 6 bit fields: lines padded to 4 bytes. 1 and 2 run-length: the size is announced. Others are for printers.
  if (compression === 0 || compression === 3 || compression === 6) {
    return presents >= Math.floor((largeur * bits + 31) / 32) * 4 * hauteur ? 'lisible' : 'illisible';
  }
  if (compression === 1 || compression === 2) {
    const annonces = contenu.readUInt32LE(34);
    return annonces > 0 && presents >= annonces ? 'lisible' : 'illisible';
  }
  return 'illisible';
}
