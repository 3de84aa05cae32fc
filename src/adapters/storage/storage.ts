import 'server-only';
// Where the bytes of files live: encrypted (seal.ts), under random names, never in the public folder.
import type { Readable } from 'node:stream';
import { env } from '#platform/env.ts';
import { countStored } from '#platform/metrics.ts';
import { diskStorage } from './disk.ts';
import { s3Storage } from './s3.ts';

export type StoredFile = {
  /** Random name, 40 hexadecimal characters: the only handle on the content. */
  cle: string;
  /** Size of the plain content, in bytes. */
  taille: number;
  /** SHA-256 of the plain content, 64 hexadecimal characters. */
  sha256: string;
};

export type Storage = {
  /**
   * Writes a whole stream; on error (of the source too) nothing is left behind and the error is thrown. The name is drawn,
   * unless `cle` (40 hexadecimal characters) is given: what bore it is replaced, at once and whole.
   */
  put(source: AsyncIterable<Uint8Array>, cle?: string): Promise<StoredFile>;
  /** Opens a content. Throws FileMissing now, or SealBroken while reading if the bytes were altered or cut. */
  get(cle: string): Promise<Readable>;
  /** Removes a content; removing twice is not an error. */
  remove(cle: string): Promise<void>;
  /** Removes what processes that died while writing left on this machine before `before`; never a content. Value: how many. */
  sweep(before: Date): Promise<number>;
};

/** The same storage, whose writes are measured. */
function counted(inner: Storage): Storage {
  const put: Storage['put'] = async (source, cle) => {
    const stored = await inner.put(source, cle);
    countStored(stored.taille);
    return stored;
  };
  return { ...inner, put };
}

let cached: Storage | undefined;
/** The storage of this process: S3-compatible when S3_ENDPOINT is set, otherwise the folder STOCKAGE_DOSSIER. */
export function storage(): Storage {
  if (cached) return cached;
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, STOCKAGE_DOSSIER } = env();
  cached = counted(
    S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? s3Storage({
          endpoint: S3_ENDPOINT,
          bucket: S3_BUCKET,
          region: S3_REGION,
          accessKeyId: S3_ACCESS_KEY_ID,
          secretAccessKey: S3_SECRET_ACCESS_KEY,
        })
      : diskStorage(STOCKAGE_DOSSIER),
  );
  return cached;
}
