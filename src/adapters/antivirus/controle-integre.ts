import 'server-only';
// Without clamd: only the EICAR test file is recognised. It is not a protection against real malware, and its name says
// so beside each file. PDFs with programs are refused before, by adapters/fichier, whatever the scanner.
import type { Antivirus, Veille } from './antivirus.ts';

// The standard test string, written in two parts so that this file itself is not taken for it.
const EICAR = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`, 'latin1');
/** What a string cut by the end of a chunk may leave before the cut. */
const RESTE = EICAR.length - 1;

function veiller(): Veille {
  let reste = Buffer.alloc(0);
  let estTrouve = false;
  return {
    voir(morceau) {
      if (estTrouve) return;
      const octets = Buffer.from(morceau.buffer, morceau.byteOffset, morceau.byteLength);
      const jointure = Buffer.concat([reste, octets.subarray(0, RESTE)]);
      estTrouve = jointure.includes(EICAR) || octets.includes(EICAR);
      reste = octets.length < RESTE ? jointure.subarray(-RESTE) : Buffer.from(octets.subarray(-RESTE));
    },
    verdict: () => (estTrouve ? { verdict: 'infecte', nom: 'Eicar-Test-Signature' } : { verdict: 'sain' }),
  };
}

export function controleIntegre(): Antivirus {
  return {
    nom: 'controle_integre',
    veiller,
    async analyser(source) {
      const veille = veiller();
      for await (const morceau of source) veille.voir(morceau);
      return veille.verdict();
    },
  };
}
