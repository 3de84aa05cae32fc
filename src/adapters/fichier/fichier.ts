import 'server-only';
// The way in of an uploaded file: streamed to the storage while it is counted and recognised, then examined and scanned.
// Memory: some 64 KiB blocks for each upload in flight, plus the files under examination (PLACES, of the limit at most).
import { buffer } from 'node:stream/consumers';
import { type Antivirus, antivirus } from '#adapters/antivirus/antivirus.ts';
import { type Storage, storage } from '#adapters/storage/storage.ts';
import { gate } from '#platform/gate.ts';
import { examinerBmp, examinerImage } from './image.ts';
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
  const lecture = new Lecture(options.limite, options.signal);
  try {
    const { cle, taille, sha256 } = await depot.put(lecture.filtrer(source));
    const type = lecture.type;
    if (!type) throw new Error('fichier: stored before being recognised');
    try {
      options.signal?.throwIfAborted();
      const constat = await examens(() => examiner(depot, cle, type));
      if (constat !== 'lisible') throw new Arret(constat);
      const analyse = await analyserFichier(cle, { storage: depot, antivirus: analyseur });
      if (analyse === 'infecte') throw new Arret('infecte');
      return { ok: true, fichier: { cle, taille, sha256, type, analyse, analyseur: analyseur.nom } };
    } catch (error) {
      await depot.remove(cle);
      throw error;
    }
  } catch (error) {
    if (error instanceof Arret) return { ok: false, constat: error.constat };
    throw error;
  }
}

/** Scans a stored file, again if need be. The caller removes an infected one. */
export async function analyserFichier(
  cle: string,
  choix: { storage?: Storage; antivirus?: Antivirus } = {},
): Promise<'sain' | 'infecte' | 'en_attente'> {
  const contenu = await (choix.storage ?? storage()).get(cle);
  try {
    const { verdict } = await (choix.antivirus ?? antivirus()).analyser(contenu);
    return verdict === 'indisponible' ? 'en_attente' : verdict;
  } finally {
    contenu.destroy();
  }
}

async function examiner(depot: Storage, cle: string, type: TypeFichier): Promise<ConstatFichier | 'lisible'> {
  const contenu = await buffer(await depot.get(cle));
  switch (type) {
    case 'pdf':
      return examinerPdf(contenu);
    case 'bmp':
      return examinerBmp(contenu);
    case 'jpg':
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

  constructor(limite: number, signal: AbortSignal | undefined) {
    this.limite = limite;
    this.signal = signal;
  }

  async *filtrer(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let tete: Buffer | null = Buffer.alloc(0);
    let taille = 0;
    for await (const morceau of source) {
      this.signal?.throwIfAborted();
      taille += morceau.length;
      if (taille > this.limite) throw new Arret('trop_lourd');
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
