import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStorage } from '#adapters/storage/disk.ts';
import { FileMissing } from '#adapters/storage/intake.ts';
import { s3Storage } from '#adapters/storage/s3.ts';
import { FRAME, SealBroken, seal, unseal } from '#adapters/storage/seal.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import { keyFor } from '#platform/secret.ts';
import { enMorceaux } from '../support/fichiers.ts';

const collect = async (source: AsyncIterable<Uint8Array>) => buffer(source);
const sealed = (plain: Buffer, cle = 'a') => collect(seal(enMorceaux(plain), cle));
const opened = (bytes: Buffer, cle = 'a') => collect(unseal(enMorceaux(bytes), cle));
const HEADER = 36;
const SEALED_FRAME = FRAME + 16;

describe('le scellement', () => {
  it('rend ce qui a ete ecrit, quels que soient la taille et le decoupage', async () => {
    const taille = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 2 * FRAME + 17));
    const decoupage = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(taille, decoupage, decoupage, async (octets, a, b) => {
        const plain = randomBytes(octets);
        const bytes = await collect(seal(enMorceaux(plain, octets > 1000 ? a.map((n) => n + 999) : a), 'x'));
        expect(
          (
            await collect(
              unseal(
                enMorceaux(
                  bytes,
                  b.map((n) => n + 999),
                ),
                'x',
              ),
            )
          ).equals(plain),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('detecte la moindre alteration', async () => {
    const bytes = await sealed(randomBytes(FRAME + 500));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, masque) => {
        const altered = Buffer.from(bytes);
        altered[place] = (altered[place] ?? 0) ^ masque;
        await expect(opened(altered)).rejects.toThrow(SealBroken);
      }),
      { numRuns: 60 },
    );
  });

  it('detecte une coupure, meme au bord d’un bloc', async () => {
    const bytes = await sealed(randomBytes(3 * FRAME));
    const cuts = [0, 10, HEADER, HEADER + 8, HEADER + SEALED_FRAME, HEADER + 2 * SEALED_FRAME, bytes.length - 1];
    for (const cut of cuts) await expect(opened(bytes.subarray(0, cut)), `coupe a ${cut}`).rejects.toThrow(SealBroken);
  });

  it('detecte deux blocs echanges, un bloc repete, un ajout, un autre nom', async () => {
    const bytes = await sealed(randomBytes(3 * FRAME));
    const frame = (n: number) => bytes.subarray(HEADER + n * SEALED_FRAME, HEADER + (n + 1) * SEALED_FRAME);
    const head = bytes.subarray(0, HEADER);
    await expect(opened(Buffer.concat([head, frame(1), frame(0), frame(2)]))).rejects.toThrow(SealBroken);
    await expect(opened(Buffer.concat([head, frame(0), frame(0), frame(1), frame(2)]))).rejects.toThrow(SealBroken);
    await expect(opened(Buffer.concat([bytes, frame(2)]))).rejects.toThrow(SealBroken);
    await expect(opened(bytes, 'b')).rejects.toThrow(SealBroken);
  });
});

/** A file of the first format, as it was written: 'PEF1', frames of 64 KiB, two of them and a shorter one. */
function ancien(plain: Buffer, cle: string): Buffer {
  const salt = randomBytes(32);
  const key = Buffer.from(hkdfSync('sha256', keyFor('fichiers'), salt, `fichier:${cle}`, 32));
  const parts = [Buffer.from('PEF1'), salt];
  for (let from = 0, index = 0; from < plain.length; from += 65_536, index += 1) {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(index, 5, 6);
    nonce[11] = from + 65_536 >= plain.length ? 1 : 0;
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    parts.push(cipher.update(plain.subarray(from, from + 65_536)), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(parts);
}

it('un contenu ecrit dans l’ancien format se lit encore, et une coupure s’y voit encore', async () => {
  const plain = randomBytes(2 * 65_536 + 17);
  const bytes = ancien(plain, 'a');
  expect((await opened(bytes)).equals(plain)).toBe(true);
  await expect(opened(bytes.subarray(0, HEADER + 2 * (65_536 + 16)))).rejects.toThrow(SealBroken);
  // The size of the frames belongs to the format: it cannot be changed on the way.
  await expect(opened(Buffer.concat([Buffer.from('PEF2'), bytes.subarray(4)]))).rejects.toThrow(SealBroken);
  await expect(opened(Buffer.concat([Buffer.from('PEF3'), bytes.subarray(4)]))).rejects.toThrow(SealBroken);
});

/** What every storage does. */
function contrat(ouvrir: () => Storage): void {
  it('garde un contenu et le rend, avec sa taille et son empreinte', async () => {
    const plain = randomBytes(200_001);
    const stored = await ouvrir().put(enMorceaux(plain, [1, 70_000, 33]));
    expect(stored).toMatchObject({ taille: plain.length, sha256: createHash('sha256').update(plain).digest('hex') });
    expect(stored.cle).toMatch(/^[0-9a-f]{40}$/);
    expect((await buffer(await ouvrir().get(stored.cle))).equals(plain)).toBe(true);
  });

  it('retire un contenu, deux fois sans erreur, puis ne le trouve plus', async () => {
    const { cle } = await ouvrir().put(enMorceaux(Buffer.from('bonjour')));
    await ouvrir().remove(cle);
    await ouvrir().remove(cle);
    await expect(ouvrir().get(cle)).rejects.toThrow(FileMissing);
  });

  it('refuse un nom qui n’est pas un des siens', async () => {
    for (const cle of ['../../etc/passwd', '', 'A'.repeat(40), `${'a'.repeat(39)}/`])
      await expect(ouvrir().get(cle)).rejects.toThrow(FileMissing);
  });
}

describe('le stockage sur disque', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stockage-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  contrat(() => diskStorage(folder));

  const paths = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));

  it('n’ecrit jamais le contenu en clair', async () => {
    const { cle } = await diskStorage(folder).put(enMorceaux(Buffer.from('TESTCOLLINS '.repeat(20_000))));
    const path = (await paths()).find((p) => p.endsWith(cle)) ?? '';
    expect(path).toContain(join(cle.slice(0, 2), cle.slice(2, 4)));
    expect((await readFile(path)).includes('TESTCOLLINS')).toBe(false);
  });

  it('ne laisse rien derriere un envoi interrompu', async () => {
    const before = (await paths()).length;
    async function* interrompu() {
      yield randomBytes(100_000);
      throw new Error('coupure');
    }
    await expect(diskStorage(folder).put(interrompu())).rejects.toThrow('coupure');
    expect((await paths()).length).toBe(before);
  });

  it('balaie ce qu’un processus mort a laisse a moitie ecrit, jamais un contenu ni un envoi en cours', async () => {
    const store = diskStorage(folder);
    const { cle } = await store.put(enMorceaux(Buffer.from('bonjour')));
    const before = new Date('2026-06-01T00:00:00Z');
    const [vieux, recent] = [join(folder, 'arrivee', 'vieux.tmp'), join(folder, 'arrivee', 'recent.tmp')];
    for (const path of [vieux, recent]) await writeFile(path, 'x');
    const content = (await paths()).find((p) => p.endsWith(cle)) ?? '';
    for (const path of [vieux, content]) await utimes(path, before, new Date(before.getTime() - 1));
    expect([await store.sweep(before), await store.sweep(before)]).toEqual([1, 0]);
    expect((await paths()).filter((p) => [vieux, recent, content].includes(p)).toSorted()).toEqual([recent, content].toSorted());
    await rm(recent);
    expect(await diskStorage(join(folder, 'absent')).sweep(before)).toBe(0);
  });

  it('n’ouvre pas un contenu mis a la place d’un autre', async () => {
    const store = diskStorage(folder);
    const [un, autre] = [await store.put(enMorceaux(Buffer.from('un'))), await store.put(enMorceaux(Buffer.from('autre')))];
    const all = await paths();
    await rename(all.find((p) => p.endsWith(un.cle)) ?? '', all.find((p) => p.endsWith(autre.cle)) ?? '');
    await expect(store.get(autre.cle).then((s) => buffer(s))).rejects.toThrow(SealBroken);
  });

  it('dit qu’un contenu vide sur le disque est coupe', async () => {
    const cle = 'ab'.repeat(20);
    await mkdir(join(folder, 'ab', 'ab'), { recursive: true });
    await writeFile(join(folder, 'ab', 'ab', cle), '');
    await expect(
      diskStorage(folder)
        .get(cle)
        .then((s) => buffer(s)),
    ).rejects.toThrow(SealBroken);
  });
});

describe('le stockage compatible S3', () => {
  const objects = new Map<string, Buffer>();
  const seen: string[] = [];
  let server: Server;
  let endpoint = '';
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const path = request.url?.split('?')[0] ?? '';
      seen.push(`${request.method} ${request.headers.authorization?.split(' ')[0]} ${request.headers['content-length'] ?? '-'}`);
      if (request.method === 'PUT') objects.set(path, await buffer(request));
      else if (request.method === 'DELETE') objects.delete(path);
      else if (!objects.has(path)) {
        response
          .writeHead(404, { 'content-type': 'application/xml' })
          .end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>absent</Message></Error>');
        return;
      }
      response
        .writeHead(request.method === 'DELETE' ? 204 : 200, { etag: '"x"' })
        .end(request.method === 'GET' ? objects.get(path) : undefined);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    endpoint = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  });
  afterAll(() => server.close());
  contrat(() => s3Storage({ endpoint, bucket: 'pieces', region: 'fr-par', accessKeyId: 'cle', secretAccessKey: 'secret' }));

  it('n’envoie que des octets scelles, dans son compartiment, avec une longueur annoncee et une signature', async () => {
    const store = s3Storage({ endpoint, bucket: 'pieces', region: 'fr-par', accessKeyId: 'cle', secretAccessKey: 'secret' });
    const { cle } = await store.put(enMorceaux(Buffer.from('TESTCOLLINS '.repeat(1000))));
    const bytes = objects.get(`/pieces/${cle.slice(0, 2)}/${cle}`);
    expect(bytes?.subarray(0, 4).toString()).toBe('PEF2');
    expect(bytes?.includes('TESTCOLLINS')).toBe(false);
    expect(seen.at(-1)).toBe(`PUT AWS4-HMAC-SHA256 ${bytes?.length}`);
  });
});
