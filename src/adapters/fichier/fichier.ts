import 'server-only';
// The way in of an uploaded file: streamed to the storage while it is counted, recognised and (by the built-in check) scanned, and
// kept beside for the examination while there is a table for it; otherwise it is read again. A scanner apart (clamd) reads it once more.
// Memory: two or three blocks of 256 KiB for each upload in flight, plus the tables (those of PLACES and of ARRIVEES, of the limit at most).
import { type Analyse, type Antivirus, antivirus, type Veille } from '#adapters/antivirus/antivirus.ts';
import { type Storage, storage } from '#adapters/storage/storage.ts';
import { gate } from '#platform/gate.ts';
import { examinerBmp, examinerImage } from './image.ts';
import { examinerJpg } from './jpg.ts';
import { examinerPdf } from './pdf.ts';
import { TETE, type TypeFichier, typeDuContenu } from './type.ts';

/** What may be wrong with a content: facts only, the sentences are in domain/piece/fichier. */
export type ConstatFichier = 'vide' | 'trop_lourd' | 'type_inconnu' | 'illisible' | 'trop_de_pixels' | 'protege' | 'actif' | 'infecte';

export type FichierRecu = {
  cle: string;
  /** Bytes. */
  taille: number;
  sha256: string;
  type: TypeFichier;
  /** 'en_attente': the scanner did not answer; to be shown to nobody before analyserFichier() says 'sain'. */
  analyse: 'sain' | 'en_attente';
  analyseur: Antivirus['nom'];
};

export type Reception = { ok: true; fichier: FichierRecu } | { ok: false; constat: ConstatFichier };

export type OptionsReception = {
  /** Largest accepted size, in bytes, itself accepted. */
  limite: number;
  /** Name in the storage, drawn when absent. Given by a caller who wrote it down first, lest a dead process leave bytes that no row knows. */
  cle?: string;
  /** Cut by the person (request closed): the reception stops and throws. */
  signal?: AbortSignal;
  storage?: Storage;
  antivirus?: Antivirus;
};

const PLACES = 2;
const examens = gate(PLACES);

/** Stops the writing to the storage, which then leaves nothing behind. */
class Arret extends Error {
  readonly constat: ConstatFichier;
  constructor(constat: ConstatFichier) {
    super(constat);
    this.constat = constat;
  }
}

/**
 * Receives one file. A refused or interrupted content leaves nothing in the storage. The source is destroyed as soon as
 * the refusal is known (too big, unknown type): the route must then answer without waiting for the rest of the body.
 * Throws only on a fault (disk, store) or an interruption.
 */
export async function recevoir(source: AsyncIterable<Uint8Array>, options: OptionsReception): Promise<Reception> {
  const depot = options.storage ?? storage();
  const analyseur = options.antivirus ?? antivirus();
  const veille = analyseur.veiller?.();
  const table = arrivees < ARRIVEES ? prendreTable(options.limite) : null;
  const lecture = new Lecture(options, veille, table);
  if (table) arrivees += 1;
  try {
    const { cle, taille, sha256 } = await depot.put(lecture.filtrer(source), options.cle);
    const type = lecture.type;
    if (!type) throw new Error('fichier: stored before being recognised');
    try {
      options.signal?.throwIfAborted();
      const constat = await examens(() =>
        table ? examiner(table.subarray(0, taille), type) : examinerStocke(depot, { cle, taille, limite: options.limite }, type),
      );
      if (constat !== 'lisible') throw new Arret(constat);
      const analyse = veille ? retenir(veille.verdict()) : await analyserFichier(cle, { storage: depot, antivirus: analyseur });
      if (analyse === 'infecte') throw new Arret('infecte');
      return { ok: true, fichier: { cle, taille, sha256, type, analyse, analyseur: analyseur.nom } };
    } catch (error) {
      await depot.remove(cle);
      throw error;
    }
  } catch (error) {
    if (error instanceof Arret) return { ok: false, constat: error.constat };
    throw error;
  } finally {
    if (table) {
      arrivees -= 1;
      tables.push(table);
    }
  }
}

/** Scans a stored file, again if need be. The caller removes an infected one. */
export async function analyserFichier(
  cle: string,
  choix: { storage?: Storage; antivirus?: Antivirus } = {},
): Promise<'sain' | 'infecte' | 'en_attente'> {
  const contenu = await (choix.storage ?? storage()).get(cle);
  try {
    return retenir(await (choix.antivirus ?? antivirus()).analyser(contenu));
  } finally {
    contenu.destroy();
  }
}

function retenir({ verdict }: Analyse): 'sain' | 'infecte' | 'en_attente' {
  return verdict === 'indisponible' ? 'en_attente' : verdict;
}

/** Memory for the files under examination, used again and again: made anew each time, it is what costs most. */
const tables: Buffer[] = [];

/** Files kept while they arrive. Reading one again costs as much as its encryption; a slow sender who holds a table makes nobody wait. */
const ARRIVEES = 2;
let arrivees = 0;

function prendreTable(taille: number): Buffer {
  const libre = tables.pop();
  return libre && libre.length >= taille ? libre : Buffer.allocUnsafeSlow(taille);
}

/** Examines a whole content, read again into one piece of memory. */
async function examinerStocke(depot: Storage, { cle, taille, limite }: { cle: string; taille: number; limite: number }, type: TypeFichier) {
  const table = prendreTable(Math.max(taille, limite));
  try {
    return await examiner(await relire(depot, cle, table.subarray(0, taille)), type);
  } finally {
    tables.push(table);
  }
}

async function relire(depot: Storage, cle: string, contenu: Buffer): Promise<Buffer> {
  let place = 0;
  for await (const morceau of await depot.get(cle)) {
    const octets: Uint8Array = morceau;
    contenu.set(octets, place);
    place += octets.length;
  }
  if (place !== contenu.length) throw new Error('fichier: read again with another size');
  return contenu;
}

async function examiner(contenu: Buffer, type: TypeFichier): Promise<ConstatFichier | 'lisible'> {
  switch (type) {
    case 'pdf':
      return examinerPdf(contenu);
    case 'bmp':
      return examinerBmp(contenu);
    case 'jpg':
      return examinerJpg(contenu);
    case 'png':
    case 'tiff':
      return examinerImage(contenu);
  }
}

/** Lets the bytes through, knowing their type before the first one is passed on. */
class Lecture {
  type: TypeFichier | null = null;
  private readonly limite: number;
  private readonly signal: AbortSignal | undefined;
  private readonly veille: Veille | undefined;
  /** where the content is kept as it goes by */
  private readonly table: Buffer | null;

  constructor({ limite, signal }: OptionsReception, veille: Veille | undefined, table: Buffer | null) {
    this.limite = limite;
    this.signal = signal;
    this.veille = veille;
    this.table = table;
  }

  async *filtrer(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let tete: Buffer | null = Buffer.alloc(0);
    let taille = 0;
    for await (const morceau of source) {
      this.signal?.throwIfAborted();
      if (taille + morceau.length > this.limite) throw new Arret('trop_lourd');
      this.table?.set(morceau, taille);
      taille += morceau.length;
      this.veille?.voir(morceau);
      if (!tete) {
        yield morceau;
        continue;
      }
      tete = Buffer.concat([tete, morceau]);
      if (tete.length < TETE) continue;
      yield await this.reconnaitre(tete);
      tete = null;
    }
    if (taille === 0) throw new Arret('vide');
    if (tete) yield await this.reconnaitre(tete);
  }

  private async reconnaitre(tete: Buffer): Promise<Buffer> {
    this.type = await typeDuContenu(tete.subarray(0, TETE));
    if (!this.type) throw new Arret('type_inconnu');
    return tete;
  }
}
