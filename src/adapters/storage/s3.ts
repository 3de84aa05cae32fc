import 'server-only';
// Files in an S3-compatible store. The sealed bytes go first to a local temporary file: the size is then known, so that
// one PutObject sends them as a stream, where a multipart upload would hold 5 MiB in memory for each file in flight.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { checkCle, FileMissing, newCle, sweepFolder, takeIn } from './intake.ts';
import { unseal } from './seal.ts';
import type { Storage } from './storage.ts';

/** Start of the names of our temporary folders. */
const ARRIVAL = 'portail-arrivee-';

export type S3Settings = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };

/** A storage in one bucket; names are <ab>/<cle>. Path-style addresses, which every compatible store understands. */
export function s3Storage(settings: S3Settings): Storage {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Optional checksums break several compatible stores; the seal already detects any altered byte.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const keyOf = (cle: string) => ({ Bucket: bucket, Key: `${checkCle(cle).slice(0, 2)}/${cle}` });
  return {
    async put(source, choisie = newCle()) {
      const folder = await mkdtemp(join(tmpdir(), ARRIVAL));
      try {
        const { path, sealedSize, cle, taille, sha256 } = await takeIn(source, folder, checkCle(choisie));
        await client.send(
          new PutObjectCommand({
            ...keyOf(cle),
            Body: createReadStream(path),
            ContentLength: sealedSize,
            ContentType: 'application/octet-stream',
          }),
        );
        return { cle, taille, sha256 };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async get(cle) {
      try {
        const { Body } = await client.send(new GetObjectCommand(keyOf(cle)));
        if (!(Body instanceof Readable)) throw new Error('the S3 store answered without a body');
        return Readable.from(unseal(Body, cle), { objectMode: false });
      } catch (error) {
        if (error instanceof NoSuchKey) throw new FileMissing('no such file');
        throw error;
      }
    },
    async remove(cle) {
      await client.send(new DeleteObjectCommand(keyOf(cle)));
    },
    // Those of this machine; a container's go with it.
    sweep: (before) => sweepFolder(tmpdir(), ARRIVAL, before),
  };
}
