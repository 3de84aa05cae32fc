import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { clamd } from '#adapters/antivirus/clamd.ts';
import { controleIntegre } from '#adapters/antivirus/controle-integre.ts';
import { EICAR, enMorceaux } from '../support/fichiers.ts';

describe('le controle integre', () => {
  it('trouve EICAR ou qu’il soit et quel que soit le decoupage', async () => {
    const decoupage = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.nat(300), fc.nat(300), decoupage, async (avant, apres, tailles) => {
        const contenu = Buffer.concat([randomBytes(avant), Buffer.from(EICAR), randomBytes(apres)]);
        expect(await controleIntegre().analyser(enMorceaux(contenu, tailles))).toEqual({ verdict: 'infecte', nom: 'Eicar-Test-Signature' });
      }),
    );
  });

  it('le suit octet par octet, meme quand la memoire d’un morceau sert au suivant', () => {
    const veille = controleIntegre().veiller?.();
    const unique = Buffer.alloc(1);
    for (const octet of Buffer.from(`abc${EICAR}def`)) {
      unique[0] = octet;
      veille?.voir(unique);
    }
    expect(veille?.verdict()).toEqual({ verdict: 'infecte', nom: 'Eicar-Test-Signature' });
  });

  it('laisse passer le reste, et dit son nom', async () => {
    expect(await controleIntegre().analyser(enMorceaux(Buffer.from(EICAR.slice(0, -1))))).toEqual({ verdict: 'sain' });
    expect(controleIntegre().nom).toBe('controle_integre');
  });
});

/** A clamd that speaks the real protocol: reads frames until the zero length, then answers. */
class FauxClamd {
  recu = Buffer.alloc(0);
  commande = '';
  server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(repondre: (contenu: Buffer) => string | null, plafond = Number.POSITIVE_INFINITY) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      let attente = Buffer.alloc(0);
      socket.on('error', () => {});
      socket.on('data', (octets) => {
        attente = Buffer.concat([attente, octets]);
        if (this.commande === '') {
          const fin = attente.indexOf(0);
          if (fin === -1) return;
          this.commande = attente.subarray(0, fin).toString();
          attente = attente.subarray(fin + 1);
        }
        while (attente.length >= 4) {
          const longueur = attente.readUInt32BE(0);
          if (longueur === 0) {
            const reponse = repondre(this.recu);
            if (reponse !== null) socket.end(`${reponse}\0`);
            return;
          }
          if (attente.length < 4 + longueur) return;
          this.recu = Buffer.concat([this.recu, attente.subarray(4, 4 + longueur)]);
          attente = attente.subarray(4 + longueur);
          if (this.recu.length > plafond) {
            socket.end('INSTREAM size limit exceeded. ERROR\0');
            return;
          }
        }
      });
    });
  }

  async port(): Promise<number> {
    await new Promise<void>((pret) => this.server.listen(0, '127.0.0.1', pret));
    const adresse = this.server.address();
    return typeof adresse === 'object' && adresse ? adresse.port : 0;
  }

  fermer(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

describe('le client de clamd', () => {
  let faux: FauxClamd | undefined;
  afterEach(() => faux?.fermer());
  // long enough for a busy machine, except where the silence itself is tried
  const lance = async (repondre: (contenu: Buffer) => string | null, plafond?: number, delaiReponse = 10_000) => {
    faux = new FauxClamd(repondre, plafond);
    return clamd({ hote: '127.0.0.1', port: await faux.port(), delaiConnexion: 5_000, delaiReponse });
  };

  it('envoie tout le contenu et rend le verdict', async () => {
    const contenu = randomBytes(1_000_000);
    const client = await lance((recu) => (recu.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'));
    expect(await client.analyser(enMorceaux(contenu, [1, 65_536, 7]))).toEqual({ verdict: 'sain' });
    expect(faux?.commande).toBe('zINSTREAM');
    expect(faux?.recu.equals(contenu)).toBe(true);
  });

  it('rend le nom du virus', async () => {
    const client = await lance((recu) => (recu.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'));
    expect(await client.analyser(enMorceaux(Buffer.from(`abc${EICAR}`)))).toEqual({ verdict: 'infecte', nom: 'Eicar-Test-Signature' });
  });

  it('se dit indisponible quand personne n’ecoute', async () => {
    const client = await lance(() => null);
    faux?.fermer();
    expect(await client.analyser(enMorceaux(Buffer.from('abc')))).toMatchObject({ verdict: 'indisponible' });
  });

  it('se dit indisponible quand la reponse ne vient pas', async () => {
    const client = await lance(() => null, undefined, 300);
    expect(await client.analyser(enMorceaux(Buffer.from('abc')))).toMatchObject({
      verdict: 'indisponible',
      cause: 'clamd does not answer',
    });
  });

  it('se dit indisponible quand clamd refuse la taille en plein envoi', async () => {
    const client = await lance(() => 'stream: OK', 100_000);
    expect(await client.analyser(enMorceaux(randomBytes(5_000_000)))).toMatchObject({ verdict: 'indisponible' });
  });

  it('ne prend jamais pour sain une reponse qu’il ne comprend pas', async () => {
    for (const reponse of ['', 'stream: OKAY', 'UNKNOWN COMMAND', 'stream: x ERROR', 'stream:  FOUND']) {
      const client = await lance(() => reponse);
      expect((await client.analyser(enMorceaux(Buffer.from('abc')))).verdict, reponse).toBe('indisponible');
      faux?.fermer();
    }
  });

  it('rapporte l’erreur de la source', async () => {
    const client = await lance(() => 'stream: OK');
    async function* rompue() {
      yield Buffer.from('a');
      throw new Error('lecture rompue');
    }
    await expect(client.analyser(rompue())).rejects.toThrow('lecture rompue');
  });
});
