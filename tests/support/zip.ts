// Reads a zip as any unpacker does: by its central directory (APPNOTE 4.3.12), stored or deflated entries.
import { inflateRawSync } from 'node:zlib';

const FIN = 0x06054b50;
const ENTREE = 0x02014b50;

/** Content of each entry by its path. Throws when the archive is cut. */
export function lireZip(octets: Buffer): Map<string, Buffer> {
  let fin = octets.length - 22;
  while (fin >= 0 && octets.readUInt32LE(fin) !== FIN) fin--;
  if (fin < 0) throw new Error('zip: no end of central directory');
  const entrees = new Map<string, Buffer>();
  let place = octets.readUInt32LE(fin + 16);
  for (let reste = octets.readUInt16LE(fin + 10); reste > 0; reste--) {
    if (octets.readUInt32LE(place) !== ENTREE) throw new Error('zip: central directory is broken');
    const [methode, taille] = [octets.readUInt16LE(place + 10), octets.readUInt32LE(place + 20)];
    const [nom, extra, commentaire] = [28, 30, 32].map((o) => octets.readUInt16LE(place + o)) as [number, number, number];
    const debut = octets.readUInt32LE(place + 42);
    const contenu = debut + 30 + octets.readUInt16LE(debut + 26) + octets.readUInt16LE(debut + 28);
    const brut = octets.subarray(contenu, contenu + taille);
    entrees.set(octets.toString('utf8', place + 46, place + 46 + nom), methode === 8 ? inflateRawSync(brut) : Buffer.from(brut));
    place += 46 + nom + extra + commentaire;
  }
  return entrees;
}
