import 'server-only';
// ClamAV's daemon over TCP, command INSTREAM: "zINSTREAM\0", then for each chunk its length (4 bytes, big endian) and its
// bytes, then a zero length; the answer is "stream: OK", "stream: <name> FOUND" or "… ERROR", ended by \0.
// StreamMaxLength of clamd must be at least the size limit of files.
import { createConnection, type Socket } from 'node:net';
import type { Analyse, Antivirus } from './antivirus.ts';

export type ReglagesClamd = {
  hote: string;
  port: number;
  /** Milliseconds to connect, and of silence while sending or waiting for the answer. */
  delaiConnexion?: number;
  delaiReponse?: number;
};

export function clamd({ hote, port, delaiConnexion = 3_000, delaiReponse = 60_000 }: ReglagesClamd): Antivirus {
  return {
    nom: 'clamd',
    async analyser(source) {
      const socket = createConnection({ host: hote, port });
      socket.setTimeout(delaiConnexion, () => socket.destroy(new Error('clamd does not answer')));
      socket.once('connect', () => socket.setTimeout(delaiReponse));
      const reponse = lireReponse(socket);
      // The answer may come before the end of the sending (size limit reached): sending then fails, reading decides.
      const envoi = envoyer(socket, source);
      try {
        const [texte] = await Promise.all([reponse, envoi]);
        return lireVerdict(texte);
      } finally {
        socket.destroy();
      }
    },
  };
}

/** Only an error of the source is thrown; a lost socket simply ends the sending. */
async function envoyer(socket: Socket, source: AsyncIterable<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const morceau of source) {
    if (socket.destroyed) return;
    if (morceau.length === 0) continue;
    const longueur = Buffer.alloc(4);
    longueur.writeUInt32BE(morceau.length);
    socket.write(longueur);
    if (!socket.write(morceau)) await ecoule(socket);
  }
  socket.write(Buffer.alloc(4));
}

function ecoule(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const fin = () => {
      socket.off('drain', fin).off('close', fin);
      resolve();
    };
    socket.on('drain', fin).on('close', fin);
    if (socket.destroyed) fin();
  });
}

/** The answer, or the reason why there is none, prefixed by '!'. */
function lireReponse(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let texte = '';
    let cause = 'clamd closed without an answer';
    socket.on('data', (octets) => {
      texte += octets.toString('latin1');
      if (texte.includes('\0')) resolve(texte);
    });
    socket.on('error', (error) => {
      cause = error.message;
    });
    socket.on('close', () => resolve(texte === '' ? `!${cause}` : texte));
  });
}

function lireVerdict(texte: string): Analyse {
  const ligne = texte.replace(/\0.*$/s, '').trim();
  const infecte = /^stream: (.+) FOUND$/.exec(ligne);
  if (infecte?.[1]) return { verdict: 'infecte', nom: infecte[1] };
  if (ligne === 'stream: OK') return { verdict: 'sain' };
  return { verdict: 'indisponible', cause: ligne.replace(/^!/, '').slice(0, 200) };
}
