import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Antivirus } from '#adapters/antivirus/antivirus.ts';
import { controleIntegre } from '#adapters/antivirus/controle-integre.ts';
import { type Reception, recevoir } from '#adapters/fichier/fichier.ts';
import { examinerImage } from '#adapters/fichier/image.ts';
import { examinerJpg } from '#adapters/fichier/jpg.ts';
import { diskStorage } from '#adapters/storage/disk.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import { type ConstatFichier, refusDuConstat, TAILLE_MAXIMALE } from '#domain/piece/fichier.ts';
import * as f from '../support/fichiers.ts';

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reception-'));
  storage = diskStorage(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const gardes = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).length;
const envoyer = (contenu: Buffer, antivirus: Antivirus = controleIntegre()) =>
  recevoir(f.enMorceaux(contenu, [1000, 64 * 1024]), { limite: TAILLE_MAXIMALE, storage, antivirus });

describe('la reception d’un fichier', () => {
  const acceptes: Array<[string, string, () => Buffer | Promise<Buffer>]> = [
    ['jpg', 'jpg', f.jpg],
    ['jpg progressif', 'jpg', f.jpgProgressif],
    ['png', 'png', f.png],
    ['bmp', 'bmp', f.bmp],
    ['tiff', 'tiff', f.tiff],
    ['pdf', 'pdf', f.pdf],
    ['pdf a objets ranges', 'pdf', () => f.pdfModerne()],
    ['pdf precede d’octets', 'pdf', async () => Buffer.concat([Buffer.from('\n\n'), await f.pdf()])],
    ['pdf suivi de blancs', 'pdf', async () => Buffer.concat([await f.pdf(), Buffer.alloc(600)])],
    ['pdf qui parle de /Encrypt et /JavaScript', 'pdf', f.pdfInnocent],
    ['pdf restreint mais lisible', 'pdf', () => f.pdfRestreint()],
    ['pdf restreint (AES 256)', 'pdf', () => f.pdfRestreint('1.7ext3')],
    ['pdf restreint (RC4)', 'pdf', () => f.pdfRestreint('1.3')],
  ];
  it.each(acceptes)('accepte : %s', async (_nom, type, faire) => {
    const contenu = await faire();
    const recu = await envoyer(contenu);
    expect(recu).toMatchObject({ ok: true, fichier: { type, taille: contenu.length, analyse: 'sain', analyseur: 'controle_integre' } });
    if (recu.ok) expect((await buffer(await storage.get(recu.fichier.cle))).equals(contenu)).toBe(true);
  });

  const refuses: Array<[string, ConstatFichier, () => Buffer | Promise<Buffer>]> = [
    ['0 octet', 'vide', () => Buffer.alloc(0)],
    ['un programme', 'type_inconnu', f.executable],
    ['un docx', 'type_inconnu', f.docx],
    ['un heic', 'type_inconnu', f.heic],
    ['un texte', 'type_inconnu', f.texte],
    ['un octet', 'type_inconnu', () => Buffer.from('x')],
    ['un jpg coupe', 'illisible', async () => f.tronque(await f.jpg(800, 600))],
    ['un jpg progressif coupe', 'illisible', async () => f.tronque(await f.jpgProgressif(800, 600))],
    ['un png coupe', 'illisible', async () => f.tronque(await f.png(800, 600))],
    ['un tiff coupe', 'illisible', async () => f.tronque(await f.tiff(800, 600))],
    ['un bmp coupe', 'illisible', () => f.tronque(f.bmp(300, 200))],
    ['un bmp sans image', 'illisible', () => Buffer.from('BM, bonjour a tous, ceci n’est pas une image')],
    ['un pdf coupe', 'illisible', async () => f.tronque(await f.pdf((doc) => doc.addPage().text('x'.repeat(9000))))],
    ['un pdf reduit a son en-tete', 'illisible', () => Buffer.from('%PDF-1.7\n')],
    [
      'un pdf fait pour le web, coupe apres sa premiere table',
      'illisible',
      async () => Buffer.concat([await f.pdf(), Buffer.from('startxref\n0\n%%EOF\n')]),
    ],
    ['un pdf sans page', 'illisible', () => Buffer.from('%PDF-1.4\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n')],
    ['une bombe de pixels', 'trop_de_pixels', () => f.bombe(9000)],
    [
      'un bmp demesure',
      'trop_de_pixels',
      () => {
        const image = f.bmp();
        image.writeInt32LE(10_000_000, 18);
        return image;
      },
    ],
    ['un pdf a mot de passe', 'protege', f.pdfProtege],
    ['un pdf chiffre dans sa table moderne', 'protege', () => f.pdfModerne({ chiffre: true })],
    ['un pdf a programme', 'actif', f.pdfAvecJavascript],
    ['un pdf a programme range et deguise', 'actif', () => f.pdfModerne({ javascript: true })],
    ['un pdf qui lance', 'actif', f.pdfAvecLancement],
    ['un pdf a piece jointe', 'actif', f.pdfAvecPieceJointe],
    ['un pdf infecte', 'infecte', f.pdfInfecte],
  ];
  it.each(refuses)('refuse et ne garde rien : %s', async (_nom, constat, faire) => {
    const avant = await gardes();
    expect(await envoyer(await faire())).toEqual({ ok: false, constat });
    expect(await gardes()).toBe(avant);
  });

  it('accepte 10 Mo exactement et refuse un octet de plus', async () => {
    expect((await envoyer(await f.pdfDe(TAILLE_MAXIMALE))).ok).toBe(true);
    expect(await envoyer(await f.pdfDe(TAILLE_MAXIMALE + 1))).toEqual({ ok: false, constat: 'trop_lourd' });
  });

  it('cesse de lire des que la limite est passee', async () => {
    const contenu = await f.jpg(300, 300);
    let lus = 0;
    async function* sansFin() {
      for (;;) {
        lus += 1;
        yield lus === 1 ? contenu : Buffer.alloc(1024 * 1024);
      }
    }
    expect(await recevoir(sansFin(), { limite: TAILLE_MAXIMALE, storage, antivirus: controleIntegre() })).toEqual({
      ok: false,
      constat: 'trop_lourd',
    });
    expect(lus).toBeLessThanOrEqual(12);
  });

  it('cesse de lire un contenu inconnu apres ses premiers octets', async () => {
    let lus = 0;
    async function* programme() {
      for (; lus < 100; lus++) yield f.executable();
    }
    expect(await recevoir(programme(), { limite: TAILLE_MAXIMALE, storage, antivirus: controleIntegre() })).toEqual({
      ok: false,
      constat: 'type_inconnu',
    });
    expect(lus).toBe(0);
  });

  it('ne garde rien d’un envoi interrompu par la personne', async () => {
    const avant = await gardes();
    const controle = new AbortController();
    const contenu = await f.jpg(300, 300);
    async function* lent() {
      yield contenu;
      controle.abort();
      yield contenu;
    }
    await expect(
      recevoir(lent(), { limite: TAILLE_MAXIMALE, storage, antivirus: controleIntegre(), signal: controle.signal }),
    ).rejects.toThrow();
    expect(await gardes()).toBe(avant);
  });

  it('laisse en attente ce que l’antivirus n’a pas pu voir', async () => {
    const absent: Antivirus = { nom: 'clamd', analyser: async () => ({ verdict: 'indisponible', cause: 'panne' }) };
    expect(await envoyer(await f.png(), absent)).toMatchObject({ ok: true, fichier: { analyse: 'en_attente', analyseur: 'clamd' } });
  });

  it('dit d’un jpg coupe ou qu’il soit ce qu’en dit un decodeur', async () => {
    for (const image of [await f.jpg(48, 32), await f.jpgProgressif(48, 32)]) {
      const fins = Array.from({ length: 40 }, (_, n) => Math.floor((image.length * n) / 40)).concat([1, 2, 3].map((n) => image.length - n));
      for (const fin of fins) {
        const coupe = image.subarray(0, fin);
        expect([fin, await examinerJpg(coupe)]).toEqual([fin, await examinerImage(coupe)]);
      }
      expect(await examinerJpg(image)).toBe('lisible');
      expect(await examinerJpg(Buffer.concat([image, Buffer.alloc(500, 0xff)]))).toBe('lisible');
    }
  });

  it('laisse au decodeur un jpg dont une marque est abimee', async () => {
    const image = await f.jpg(48, 32);
    const abime = Buffer.concat([image.subarray(0, -40), Buffer.from([0xff, 0xc8, 0xff, 0xff]), image.subarray(-36)]);
    expect(await examinerJpg(abime)).toBe(await examinerImage(abime));
  });

  it('range le contenu sous le nom que l’appelant a note', async () => {
    const cle = 'c0'.repeat(20);
    const recu = await recevoir(f.enMorceaux(await f.pdf()), { limite: TAILLE_MAXIMALE, cle, storage, antivirus: controleIntegre() });
    expect(recu).toMatchObject({ ok: true, fichier: { cle } });
    expect((await buffer(await storage.get(cle))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('examine de meme plusieurs fichiers de tailles diverses a la fois', async () => {
    const contenus = await Promise.all([f.pdfDe(900_000), f.pdf(), f.png(), f.jpg(), f.pdfDe(300_000), f.bmp(), f.tiff()]);
    const recus = await Promise.all(contenus.flatMap((c) => [envoyer(c), envoyer(f.tronque(c))]));
    expect(recus.map((r) => (r.ok ? 'lisible' : r.constat))).toEqual(contenus.flatMap(() => ['lisible', 'illisible']));
  });

  it('n’attend personne : des envois qui trainent ne changent rien pour les autres', async () => {
    const avant = await gardes();
    const controle = new AbortController();
    const contenu = await f.pdfDe(300_000);
    const suite = Promise.withResolvers<void>();
    async function* lent() {
      yield contenu.subarray(0, 8000);
      await suite.promise;
      controle.abort();
      yield contenu.subarray(8000);
    }
    const options = { limite: TAILLE_MAXIMALE, storage, antivirus: controleIntegre(), signal: controle.signal };
    const lents = Array.from({ length: 4 }, () => recevoir(lent(), options).catch(() => 'interrompu'));
    const autres = [await envoyer(contenu), await envoyer(f.tronque(contenu)), await envoyer(await f.pdf())];
    expect(autres.map((r) => (r.ok ? 'lisible' : r.constat))).toEqual(['lisible', 'illisible', 'lisible']);
    suite.resolve();
    expect(await Promise.all(lents)).toEqual(['interrompu', 'interrompu', 'interrompu', 'interrompu']);
    expect(await gardes()).toBe(avant + 2);
    expect(await envoyer(f.tronque(contenu))).toEqual({ ok: false, constat: 'illisible' });
  });

  it('donne des constats que le domaine sait dire', async () => {
    const recu: Reception = await envoyer(f.docx());
    if (!recu.ok) expect(refusDuConstat(recu.constat, 'lettre.docx')).toBe('format_refuse');
    expect(recu.ok).toBe(false);
  });
});
