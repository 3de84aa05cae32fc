import 'server-only';
// Without clamd: only the EICAR test file is recognised. It is not a protection against real malware, and its name says
// so beside each file. PDFs with programs are refused before, by adapters/fichier, whatever the scanner.
import type { Antivirus } from './antivirus.ts';

// The standard test string, written in two parts so that this file itself is not taken for it.
const EICAR = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`, 'latin1');

export function controleIntegre(): Antivirus {
  return {
    nom: 'controle_integre',
    async analyser(source) {
      let queue = Buffer.alloc(0);
      let trouve = false;
      for await (const morceau of source) {
        if (trouve) continue;
        const fenetre = Buffer.concat([queue, morceau]);
        trouve = fenetre.includes(EICAR);
        // What could be the beginning of the string, cut by the end of the chunk.
        queue = fenetre.subarray(Math.max(0, fenetre.length - EICAR.length + 1));
      }
      return trouve ? { verdict: 'infecte', nom: 'Eicar-Test-Signature' } : { verdict: 'sain' };
    },
  };
}
