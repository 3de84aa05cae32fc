// Two files of exactly 10 Mo that the portal accepts: a PDF whose bulk is one stream of noise, and the photo of a telephone.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { seededDraw } from './draw.ts';
import { scratch } from './processes.ts';

export const FILE_BYTES = 10_000_000;

function noise(length: number): Buffer {
  const draw = seededDraw(7);
  return Buffer.from(Uint8Array.from({ length }, () => Math.floor(draw.next() * 256)));
}

function pdf(): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const object = (text: string, stream?: Buffer) => {
    places.push(length());
    const end = stream ? [Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')] : [];
    parts.push(Buffer.from(`${places.length} 0 obj\n${text}`), ...end, Buffer.from('\nendobj\n'));
  };
  const bulk = noise(FILE_BYTES - 700);
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  object('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> >>');
  object(
    `<< /Type /XObject /Subtype /Image /Width 1 /Height ${bulk.length} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${bulk.length} >>`,
    bulk,
  );
  const table = length();
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  parts.push(Buffer.from(tail.replace('trailer', `${' '.repeat(Math.max(0, FILE_BYTES - length() - tail.length))}trailer`)));
  return Buffer.concat(parts);
}

/** A photo of 12 million pixels of which the quality is chosen to weigh some 10 Mo. */
async function photo(): Promise<Buffer> {
  const [width, height] = [4000, 3000];
  const grain = noise(width * height);
  const raw = Buffer.alloc(width * height * 3, 128);
  for (let i = 0; i < grain.length; i += 1) raw[i * 3] = grain[i] ?? 0;
  for (let quality = 95; quality > 20; quality -= 5) {
    const content = await sharp(raw, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer();
    // What follows the end of an image is left alone by every reader.
    if (content.length <= FILE_BYTES) return Buffer.concat([content, Buffer.alloc(FILE_BYTES - content.length)]);
  }
  throw new Error('aucune qualité ne donne 10 Mo');
}

export async function sampleFiles(): Promise<{ pdf: string; jpg: string }> {
  mkdirSync(scratch, { recursive: true });
  const paths = { pdf: join(scratch, 'dix-mega.pdf'), jpg: join(scratch, 'dix-mega.jpg') };
  const missing = (path: string) => !existsSync(path) || statSync(path).size !== FILE_BYTES;
  if (missing(paths.pdf)) writeFileSync(paths.pdf, pdf());
  if (missing(paths.jpg)) writeFileSync(paths.jpg, await photo());
  return paths;
}
