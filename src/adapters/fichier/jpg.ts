import 'server-only';
// Is a JPEG whole, and reasonable? Decoding all of it costs as much as everything else in an upload, only to learn that its last
// bytes are there. Instead: its headers are read, its first lines decoded, and its segments walked to the mark of its end
// (ITU-T T.81, annex B), which a file that was cut does not have.
import sharp from 'sharp';
import { type ConstatImage, examinerImage, PIXELS_MAXIMUM } from './image.ts';

export async function examinerJpg(contenu: Buffer): Promise<ConstatImage> {
  // A decoder forgives some damage in the middle that a walk does not: it has the last word on a refusal.
  if (!finit(contenu)) return examinerImage(contenu);
  try {
    const options = { limitInputPixels: false, sequentialRead: true, failOn: 'truncated' } as const;
    const { width, height } = await sharp(contenu, options).metadata();
    if (width * height > PIXELS_MAXIMUM) return 'trop_de_pixels';
    // Tables and kind of coding that no reader understands show from the first lines.
    const coin = { left: 0, top: 0, width: Math.min(8, width), height: Math.min(8, height) };
    await sharp(contenu, options).extract(coin).raw().toBuffer();
    return 'lisible';
  } catch {
    return 'illisible';
  }
}

const [MARQUE, FIN, BALAYAGE] = [0xff, 0xd9, 0xda];
/** Marks without a segment: TEM, and RST0 to RST7 between the coded bytes. */
const estSeule = (marque: number) => marque === 0x01 || (marque >= 0xd0 && marque <= 0xd7);

/** True when the segments lead, after at least one scan, to the end of the image. What follows it is left alone by every reader. */
function finit(contenu: Buffer): boolean {
  let place = 2;
  let estBalaye = false;
  while (place < contenu.length) {
    // The coded bytes of a scan are walked as what lies between two marks; FF 00 stands for a byte FF in them.
    // A plain loop: a file made of FF only would call indexOf millions of times.
    while (place < contenu.length && contenu[place] !== MARQUE) place += 1;
    const marque = contenu[place + 1];
    if (marque === undefined) return false;
    if (marque === MARQUE) place += 1;
    else if (marque === 0 || estSeule(marque)) place += 2;
    else if (marque === FIN) return estBalaye;
    else {
      if (place + 4 > contenu.length) return false;
      estBalaye ||= marque === BALAYAGE;
      place += 2 + contenu.readUInt16BE(place + 2);
    }
  }
  return false;
}
