import 'server-only';
// Documents that the portal issues: PDF 1.7, tagged (PDF/UA-1), in French, with embedded fonts and selectable text.
import bwipjs from 'bwip-js/node';
import { env } from '#platform/env.ts';
import type { Bloc, DocumentPdf, Marque } from './bloc.ts';
import { polices } from './polices.ts';
import { dessiner } from './rendu.ts';

/** The whole file. Same entry, same bytes. Throws only on a fault (font missing, text too long for a QR code). */
export async function rendrePdf(document: DocumentPdf): Promise<Buffer> {
  const images = new Map<Bloc, Buffer>();
  for (const bloc of document.contenu) {
    if (bloc.type === 'qr') images.set(bloc, await codeQr(bloc.contenu));
  }
  return dessiner(document, await polices(), images);
}

/** The brand block of this portal, from the configuration. */
export function marqueDuPortail(): Marque {
  const { PORTAIL_MINISTERE, PORTAIL_DIRECTION, PORTAIL_NOM, PORTAIL_OFFICIEL } = env();
  return { ministere: PORTAIL_MINISTERE, direction: PORTAIL_DIRECTION, nom: PORTAIL_NOM, officiel: PORTAIL_OFFICIEL };
}

function codeQr(text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    bwipjs.toBuffer({ bcid: 'qrcode', text, scale: 6 }, (error, png) => (error ? reject(error) : resolve(png)));
  });
}
