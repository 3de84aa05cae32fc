// Opens a zip as any unpacker does.
import { unzipSync } from 'fflate';

/** Content of each entry by its path. Throws when the archive is cut. */
export function lireZip(octets: Buffer): Map<string, Buffer> {
  return new Map(Object.entries(unzipSync(octets)).map(([chemin, contenu]) => [chemin, Buffer.from(contenu)]));
}
