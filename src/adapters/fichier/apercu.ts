import 'server-only';
import type { Readable } from 'node:stream';
// A TIFF for a screen: browsers do not show that format. One PNG of its first pages, one under the other.
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { gate } from '#platform/gate.ts';
import { PIXELS_MAXIMUM } from './image.ts';

const LARGEUR = 1600;
const PAGES = 10;
const conversions = gate(2);

/** Null when the image cannot be converted: it is then given as it is, to be saved. At most two conversions at once. */
export function apercuPng(source: Readable): Promise<Buffer | null> {
  return conversions(async () => {
    const contenu = await buffer(source);
    return (await convertir(contenu, PAGES)) ?? convertir(contenu, 1);
  });
}

/** Pages of different sizes cannot be put together: the first one alone then. */
async function convertir(contenu: Buffer, pages: number): Promise<Buffer | null> {
  try {
    const { pages: presentes = 1 } = await sharp(contenu).metadata();
    const image = sharp(contenu, { pages: Math.min(pages, presentes), limitInputPixels: PIXELS_MAXIMUM });
    return await image.resize({ width: LARGEUR, withoutEnlargement: true }).png().toBuffer();
  } catch {
    return null;
  }
}
