// Bytes given back to a person: never cached by anybody, never guessed to be something else.
import 'server-only';
import { Readable } from 'node:stream';
import { toBody } from '#platform/multipart.ts';

export type Octets = {
  /** Type of the content, as sent. */
  type: string;
  /** Name proposed to save the file, with its ending. */
  nom: string;
  /** Bytes; absent when they are made while they leave. */
  taille?: number;
  /** Shown in the browser, or saved. */
  affichage: 'dans_la_page' | 'a_enregistrer';
};

export function reponseOctets(contenu: Readable | Uint8Array<ArrayBuffer>, { type, nom, taille, affichage }: Octets): Response {
  // RFC 6266: a plain name for old browsers, and the real one with its accents (RFC 8187: the apostrophe ends a part, so it is escaped too).
  const simple = nom.normalize('NFD').replace(/[^\x20-\x7e]|["\\%;]/g, '');
  const reel = encodeURIComponent(nom.toWellFormed()).replace(/['()*]/g, (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`);
  const entetes = {
    'Content-Type': type,
    ...(taille === undefined ? {} : { 'Content-Length': String(taille) }),
    'Content-Disposition': `${affichage === 'dans_la_page' ? 'inline' : 'attachment'}; filename="${simple}"; filename*=UTF-8''${reel}`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(contenu instanceof Uint8Array ? contenu : toBody(contenu), { headers: entetes });
}

/** Bytes opened, then not given: what holds them is let go. */
export function fermerOctets(contenu: Readable | Uint8Array<ArrayBuffer>): void {
  if (contenu instanceof Readable) contenu.destroy();
}

/** A CSV that is made while it leaves (platform/csv.ts); `nom` in plain ASCII. */
export function reponseCsv(contenu: ReadableStream<Uint8Array>, nom: string): Response {
  return new Response(contenu, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nom}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
