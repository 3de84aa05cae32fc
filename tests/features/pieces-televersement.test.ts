// C26 and what surrounds it, through the route itself: real multipart bodies, real storage, real database.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET } from '#app/api/fichiers/[fichier]/route.ts';
import { GET as GET_MODELE } from '#app/api/modeles/[modele]/route.ts';
import { POST } from '#app/api/televersement/[dossier]/[piece]/[emplacement]/route.ts';
import { closeDb, db } from '#platform/db.ts';
import { encodeFileName, FILE_NAME_HEADER } from '#platform/file-name.ts';
import { closeQueue } from '#platform/queue.ts';
import { creerBrouillon, creerUsager, ouvrirSessionDeTest, publierListes } from '../support/brouillon.ts';
import { truncate } from '../support/database.ts';
import {
  bmp,
  docx,
  enMorceaux,
  executable,
  heic,
  jpg,
  pdf,
  pdfAvecJavascript,
  pdfDe,
  pdfInfecte,
  pdfProtege,
  pdfRestreint,
  png,
  tiff,
  tronque,
} from '../support/fichiers.ts';

const MO = 1024 * 1024;
const cookies = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (nom: string) => (cookies.has(nom) ? { value: cookies.get(nom) } : undefined) }),
  headers: async () => new Headers(),
}));

let dossier: string;

beforeEach(async () => {
  await truncate();
  await publierListes();
  const { usager } = await creerUsager();
  dossier = await creerBrouillon(usager);
  cookies.set('portail-usager', await ouvrirSessionDeTest(usager));
});
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

type Place = { dossier?: string; piece?: string; emplacement?: string; suite?: string };
type Envoye = { nom: string; contenu: Uint8Array };

function requete(
  fichiers: readonly Envoye[],
  place: Place = {},
  accept = 'application/json',
): [Request, { params: Promise<Record<string, string>> }] {
  const formulaire = new FormData();
  for (const { nom, contenu } of fichiers) formulaire.append('fichier', new File([Buffer.from(contenu)], nom));
  const params = { dossier: place.dossier ?? dossier, piece: place.piece ?? 'nationalite', emplacement: place.emplacement ?? 'document' };
  const url = `http://localhost:3000/api/televersement/${params.dossier}/${params.piece}/${params.emplacement}${place.suite ?? ''}`;
  return [new Request(url, { method: 'POST', body: formulaire, headers: { accept } }), { params: Promise.resolve(params) }];
}

async function envoyer(nom: string, contenu: Uint8Array, place: Place = {}) {
  const reponse = await POST(...requete([{ nom, contenu }], place));
  const corps: { code?: string; message?: string; fichiers?: { id: string; nom: string; etat: string }[] } = await reponse.json();
  return { statut: reponse.status, code: corps.code, message: corps.message, fichiers: corps.fichiers ?? [], entetes: reponse.headers };
}

const lignes = () => db().fichier.findMany({ orderBy: { id: 'asc' } });

/** Contents in the storage, arrivals included. */
function contenusStockes(): string[] {
  const racine = process.env.STOCKAGE_DOSSIER ?? '';
  if (!existsSync(racine)) return [];
  return readdirSync(racine, { recursive: true, withFileTypes: true }).flatMap((e) => (e.isFile() ? [join(e.parentPath, e.name)] : []));
}

describe('le televersement accepte', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['photo.JPG', () => jpg()],
    ['photo.png', () => png()],
    ['scan.TIF', () => tiff()],
    ['scan.tiff', () => tiff()],
    ['dessin.bmp', async () => bmp()],
    ['acte.pdf', () => pdf()],
    ['releve-de-compte.pdf', () => pdfRestreint()],
  ])('%s', async (nom, contenu) => {
    const { statut, fichiers } = await envoyer(nom, await contenu());
    expect([statut, fichiers[0]?.nom, fichiers[0]?.etat]).toEqual([201, nom.replace(/\.[A-Z]+$/, (fin) => fin.toLowerCase()), 'sain']);
  });

  it('exactement 10 Mo', async () => {
    expect(await envoyer('lourd.pdf', await pdfDe(10 * MO))).toMatchObject({ statut: 201 });
    expect((await lignes())[0]).toMatchObject({
      taille: 10 * MO,
      analyse: 'sain',
      analyseur: 'controle_integre',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('un nom avec des accents, sans chemin ni caracteres trompeurs', async () => {
    const { fichiers } = await envoyer('../../Pièce d’identité\u202Efdp.exe.pdf', await pdf());
    expect(fichiers[0]?.nom).toBe('Pièce d’identitéfdp.exe.pdf');
  });

  it('plusieurs fichiers d’un coup, dans la limite', async () => {
    const reponse = await POST(
      ...requete([
        { nom: 'a.pdf', contenu: await pdf() },
        { nom: 'b.png', contenu: await png() },
      ]),
    );
    expect([reponse.status, (await lignes()).map((l) => l.nom)]).toEqual([201, ['a.pdf', 'b.png']]);
  });
});

describe('le televersement refuse, sans rien garder (C26)', () => {
  it.each([
    ['un octet de trop', 'lourd.pdf', () => pdfDe(10 * MO + 1), 413, 'trop_lourd'],
    ['11 Mo', 'lourd.pdf', () => pdfDe(11 * MO), 413, 'trop_lourd'],
    ['un .docx', 'lettre.docx', async () => docx(), 415, 'format_refuse'],
    ['un .docx sans extension', 'lettre', async () => docx(), 415, 'format_refuse'],
    ['un .heic', 'IMG_0001.heic', async () => heic(), 415, 'format_refuse'],
    ['un .exe renomme .pdf', 'passeport.pdf', async () => executable(), 415, 'deguise'],
    ['un fichier vide', 'passeport.pdf', async () => Buffer.alloc(0), 422, 'vide'],
    ['un PDF protege', 'passeport.pdf', () => pdfProtege(), 422, 'protege'],
    ['un PDF qui programme', 'passeport.pdf', () => pdfAvecJavascript(), 422, 'actif'],
    ['un PDF infecte', 'passeport.pdf', () => pdfInfecte(), 422, 'infecte'],
    ['un PDF coupe', 'passeport.pdf', async () => tronque(await pdf()), 422, 'illisible'],
    ['un JPEG coupe', 'photo.jpg', async () => tronque(await jpg()), 422, 'illisible'],
    ['un PNG coupe', 'photo.png', async () => tronque(await png()), 422, 'illisible'],
    ['un TIFF coupe', 'scan.tif', async () => tronque(await tiff()), 422, 'illisible'],
  ])('%s', async (_cas, nom, contenu, statut, code) => {
    const avant = contenusStockes();
    const refus = await envoyer(nom, await contenu());
    expect(refus).toMatchObject({ statut, code, message: expect.stringMatching(/\.$/) });
    expect([await db().piece.count(), await db().fichier.count(), contenusStockes()]).toEqual([0, 0, avant]);
  });

  it('un quatrieme fichier, mais pas la reprise du troisieme', async () => {
    const [un, deux, trois, quatre] = await Promise.all([png(), png(), png(), png()]);
    for (const contenu of [un, deux, trois]) expect((await envoyer('photo.png', contenu)).statut).toBe(201);
    const avant = contenusStockes();
    expect(await envoyer('photo.png', quatre)).toMatchObject({ statut: 409, code: 'trop_de_fichiers' });
    expect((await envoyer('photo.png', trois)).statut).toBe(201);
    expect([(await lignes()).length, contenusStockes()]).toEqual([3, avant]);
  });

  it('une requete plus longue que permis avant d’en lire un octet', async () => {
    let lus = 0;
    const corps = new ReadableStream(
      {
        pull(flux) {
          lus += 1;
          flux.enqueue(new Uint8Array(MO));
        },
      },
      { highWaterMark: 0 },
    );
    const [modele, contexte] = requete([]);
    const longue = new Request(modele.url, {
      method: 'POST',
      body: corps,
      duplex: 'half',
      headers: { accept: 'application/json', 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(11 * MO) },
    } as RequestInit);
    const reponse = await POST(longue, contexte);
    expect([reponse.status, (await reponse.json()).code, lus]).toEqual([413, 'trop_lourd', 0]);
  });

  it('une requete sans longueur qui ne finit pas', async () => {
    const [modele, contexte] = requete([]);
    const debut = Buffer.from('--x\r\nContent-Disposition: form-data; name="fichier"; filename="a.pdf"\r\n\r\n%PDF-1.7\n');
    let envoyes = 0;
    const corps = new ReadableStream(
      {
        pull(flux) {
          flux.enqueue(envoyes === 0 ? debut : new Uint8Array(MO).fill(32));
          envoyes += 1;
        },
      },
      { highWaterMark: 0 },
    );
    const avant = contenusStockes();
    const sansFin = new Request(modele.url, {
      method: 'POST',
      body: corps,
      duplex: 'half',
      headers: { accept: 'application/json', 'content-type': 'multipart/form-data; boundary=x' },
    } as RequestInit);
    const reponse = await POST(sansFin, contexte);
    expect([reponse.status, contenusStockes()]).toEqual([413, avant]);
    expect(envoyes).toBeLessThan(45);
  });

  it('un envoi coupe en route', async () => {
    const [modele, contexte] = requete([{ nom: 'a.pdf', contenu: await pdfDe(2 * MO) }]);
    const entier = Buffer.from(await modele.arrayBuffer());
    const avant = contenusStockes();
    async function* coupe() {
      yield* enMorceaux(entier.subarray(0, MO));
      throw new Error('ECONNRESET');
    }
    const corps = Readable.toWeb(Readable.from(coupe())) as ReadableStream<Uint8Array>;
    const coupee = new Request(modele.url, {
      method: 'POST',
      body: corps,
      duplex: 'half',
      headers: { accept: 'application/json', 'content-type': modele.headers.get('content-type') ?? '' },
    } as RequestInit);
    const reponse = await POST(coupee, contexte);
    expect([reponse.status, (await reponse.json()).code]).toEqual([400, 'interrompu']);
    expect([await db().fichier.count(), contenusStockes()]).toEqual([0, avant]);
  });

  it('un formulaire sans fichier, ou qui n’en est pas un', async () => {
    expect((await (await POST(...requete([]))).json()).code).toBe('aucun_fichier');
    const [modele, contexte] = requete([]);
    const autre = new Request(modele.url, {
      method: 'POST',
      body: 'x',
      headers: { accept: 'application/json', 'content-type': 'text/plain' },
    });
    expect((await (await POST(autre, contexte)).json()).code).toBe('interrompu');
  });
});

describe('le televersement', () => {
  it('d’un meme fichier envoye deux fois ne donne qu’une ligne, meme en meme temps', async () => {
    const contenu = await pdf();
    const [premier, second] = await Promise.all([envoyer('acte.pdf', contenu), envoyer('acte (1).pdf', contenu)]);
    expect([premier.statut, second.statut, premier.fichiers[0]?.id]).toEqual([201, 201, second.fichiers[0]?.id]);
    const gardees = await lignes();
    expect(gardees.map((l) => l.cle)).toHaveLength(1);
    expect(contenusStockes().filter((c) => gardees.some((l) => c.endsWith(l.cle)))).toHaveLength(1);
  });

  it('dans le dossier d’un autre n’existe pas, et n’est pas meme lu', async () => {
    const { usager: autre } = await creerUsager('ana.testpereira');
    const leSien = await creerBrouillon(autre);
    const avant = contenusStockes();
    expect(await envoyer('acte.pdf', await pdf(), { dossier: leSien })).toMatchObject({ statut: 404, code: 'introuvable' });
    expect([await db().fichier.count(), contenusStockes()]).toEqual([0, avant]);
  });

  it.each([
    ['une piece hors de la liste', { piece: 'timbre' }],
    ['un emplacement d’une autre variante', { piece: 'domicile', emplacement: 'facture_hotel' }],
    ['une piece qui est un code', { piece: 'ephoto' }],
    ['un emplacement invente', { emplacement: '..%2f' }],
  ])('refuse %s', async (_cas, place) => {
    expect(await envoyer('acte.pdf', await pdf(), place)).toMatchObject({ statut: 404, code: 'emplacement_inconnu' });
  });

  it('est ferme apres le depot', async () => {
    await db().dossier.update({ where: { id: dossier }, data: { statut: 'depose' } });
    expect(await envoyer('acte.pdf', await pdf())).toMatchObject({ statut: 409, code: 'statut_incompatible' });
  });

  it('demande une session, par une page quand il n’y a pas de scripts', async () => {
    cookies.clear();
    expect((await POST(...requete([{ nom: 'a.pdf', contenu: await pdf() }]))).status).toBe(401);
    const page = await POST(...requete([{ nom: 'a.pdf', contenu: await pdf() }], {}, 'text/html'));
    expect([page.status, page.headers.get('location')]).toEqual([303, '/connexion?expiree=1']);
  });

  it('refuse une requete venue d’un autre site', async () => {
    const [modele, contexte] = requete([{ nom: 'a.pdf', contenu: await pdf() }]);
    modele.headers.set('sec-fetch-site', 'cross-site');
    expect((await POST(modele, contexte)).status).toBe(403);
  });

  it('n’est gardé par aucun cache', async () => {
    for (const reponse of [await envoyer('acte.pdf', await pdf()), await envoyer('acte.docx', docx())])
      expect(reponse.entetes.get('cache-control')).toBe('private, no-store');
  });

  it('sans scripts revient a l’etape, avec l’erreur dans l’adresse', async () => {
    const etape = `/demarches/${dossier}/justificatifs`;
    const refus = await POST(...requete([{ nom: 'a.pdf', contenu: executable() }], {}, 'text/html'));
    expect([refus.status, refus.headers.get('location')]).toEqual([
      303,
      `${etape}?erreur=nationalite.document.deguise#nationalite.document`,
    ]);
    const joint = await POST(...requete([{ nom: 'a.pdf', contenu: await pdf() }], {}, 'text/html'));
    expect([joint.status, joint.headers.get('location')]).toEqual([303, `${etape}#nationalite.document`]);
  });

  it.each(['//ailleurs.example', 'https://ailleurs.example', '/mon-compte/../../x', '/mon-compte/a?b'])(
    'ne renvoie pas vers %s',
    async (retour) => {
      const joint = await POST(
        ...requete([{ nom: 'a.pdf', contenu: await pdf() }], { suite: `?retour=${encodeURIComponent(retour)}` }, 'text/html'),
      );
      expect(joint.headers.get('location')).toBe(`/demarches/${dossier}/justificatifs#nationalite.document`);
    },
  );
});

describe('le fichier envoye seul, comme le fait le script de la page,', () => {
  function seul(corps: BodyInit | null, nom: string | null, entetes: Record<string, string> = {}) {
    const [modele, contexte] = requete([]);
    const headers = new Headers({ accept: 'application/json', 'content-type': 'application/octet-stream', ...entetes });
    if (nom !== null) headers.set(FILE_NAME_HEADER, nom);
    return [new Request(modele.url, { method: 'POST', body: corps, duplex: 'half', headers } as RequestInit), contexte] as const;
  }
  async function poster(corps: BodyInit | null, nom: string | null, entetes?: Record<string, string>) {
    const reponse = await POST(...seul(corps, nom, entetes));
    const lu: { code?: string; fichiers: { nom: string }[] } = await reponse.json();
    return [reponse.status, lu.code ?? lu.fichiers[0]?.nom];
  }
  const flux = (morceaux: () => AsyncGenerator<Uint8Array>) => Readable.toWeb(Readable.from(morceaux())) as ReadableStream<Uint8Array>;

  it('est joint sous son nom, quel qu’il soit', async () => {
    const contenu = await pdfDe(10 * MO);
    expect(await poster(new Uint8Array(contenu), encodeFileName('Pièce d’identité 身分 \uD800.pdf'))).toEqual([
      201,
      'Pièce d’identité 身分 \uFFFD.pdf',
    ]);
    expect((await lignes())[0]).toMatchObject({ taille: 10 * MO, analyse: 'sain' });
  });

  it.each<[string, string, () => Promise<Buffer>, number, string]>([
    ['un octet de trop', 'a.pdf', () => pdfDe(10 * MO + 1), 413, 'trop_lourd'],
    ['un programme', 'a.pdf', async () => executable(), 415, 'deguise'],
    ['un docx', 'a.docx', async () => docx(), 415, 'format_refuse'],
    ['un fichier infecte', 'a.pdf', () => pdfInfecte(), 422, 'infecte'],
    ['un fichier coupe', 'a.jpg', async () => tronque(await jpg()), 422, 'illisible'],
    ['rien', 'a.pdf', async () => Buffer.alloc(0), 422, 'vide'],
  ])('est refuse sans rien laisser : %s', async (_cas, nom, contenu, statut, code) => {
    const avant = contenusStockes();
    expect(await poster(new Uint8Array(await contenu()), nom)).toEqual([statut, code]);
    expect([await db().fichier.count(), await db().fichierOrphelin.count(), contenusStockes()]).toEqual([0, 0, avant]);
  });

  it.each([null, '', '%E0%A4%A', '%'])('sans nom lisible (%s) n’est pas pris', async (nom) => {
    expect(await poster(new Uint8Array(await pdf()), nom)).toEqual([400, 'interrompu']);
  });

  it('est lu jusqu’au bout apres un refus, pour que la reponse arrive, mais pas au-dela de toute limite', async () => {
    const avant = contenusStockes();
    let lus = 0;
    const programme = (morceaux: number) =>
      flux(async function* () {
        for (lus = 0; lus < morceaux; lus++) yield executable();
      });
    expect([await poster(programme(100), 'a.pdf'), lus]).toEqual([[415, 'deguise'], 100]);
    expect(await poster(programme(1_000_000), 'a.pdf')).toEqual([413, 'trop_lourd']);
    expect(lus).toBeLessThan(3_000);
    expect(contenusStockes()).toEqual(avant);
  });

  it('est refuse avant d’en lire un octet quand sa longueur annoncee est trop grande', async () => {
    let lus = 0;
    const pull = () => {
      lus += 1;
    };
    const corps = new ReadableStream({ pull }, { highWaterMark: 0 });
    expect([await poster(corps, 'a.pdf', { 'content-length': String(11 * MO) }), lus]).toEqual([[413, 'trop_lourd'], 0]);
  });

  it('coupe en route ne laisse rien', async () => {
    const avant = contenusStockes();
    const contenu = await pdfDe(2 * MO);
    const coupe = flux(async function* () {
      yield* enMorceaux(contenu.subarray(0, MO));
      throw new Error('ECONNRESET');
    });
    expect(await poster(coupe, 'a.pdf')).toEqual([400, 'interrompu']);
    expect([await db().fichier.count(), contenusStockes()]).toEqual([0, avant]);
  });

  it('d’un autre site est refuse', async () => {
    const [demande, contexte] = seul(new Uint8Array(await pdf()), 'a.pdf', { 'sec-fetch-site': 'cross-site' });
    expect((await POST(demande, contexte)).status).toBe(403);
  });
});

describe('la lecture d’un fichier', () => {
  const lire = (id: string) => GET(new Request(`http://localhost:3000/api/fichiers/${id}`), { params: Promise.resolve({ fichier: id }) });

  it('rend a son proprietaire les memes octets, sous son nom', async () => {
    const contenu = await pdf();
    const { fichiers } = await envoyer('Acte « intégral ».pdf', contenu);
    const reponse = await lire(fichiers[0]?.id ?? '');
    expect(Buffer.from(await reponse.arrayBuffer()).equals(contenu)).toBe(true);
    expect(Object.fromEntries(reponse.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="Acte  integral .pdf"; filename*=UTF-8''${encodeURIComponent('Acte « intégral ».pdf')}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-length': String(contenu.length),
    });
  });

  it('ne dit pas a un autre que le fichier existe', async () => {
    const { fichiers } = await envoyer('acte.pdf', await pdf());
    const { usager: autre } = await creerUsager('ana.testpereira');
    cookies.set('portail-usager', await ouvrirSessionDeTest(autre));
    expect((await lire(fichiers[0]?.id ?? '')).status).toBe(404);
    expect((await lire('pas-un-identifiant')).status).toBe(404);
  });

  it.each(['en_attente', 'infecte'] as const)('ne montre pas un fichier %s', async (analyse) => {
    const { fichiers } = await envoyer('acte.pdf', await pdf());
    await db().fichier.updateMany({ data: { analyse } });
    expect((await lire(fichiers[0]?.id ?? '')).status).toBe(404);
  });
});

it('le modele du contrat d’engagement se telecharge, un autre n’existe pas', async () => {
  const modele = (nom: string) =>
    GET_MODELE(new Request(`http://localhost:3000/api/modeles/${nom}`), { params: Promise.resolve({ modele: nom }) });
  const reponse = await modele('contrat-engagement');
  expect([reponse.status, reponse.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(
    Buffer.from(await reponse.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect((await modele('toString')).status).toBe(404);
});
