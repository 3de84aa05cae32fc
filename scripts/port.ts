// Which port the web process takes.
import { createServer } from 'node:net';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve(true)));
  });
}

/** The first free port from `first`. Throws a sentence when the next forty-nine are all taken. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + 50; port += 1) if (await isFree(port)) return port;
  throw new Error(`Aucun port libre entre ${first} et ${first + 49} : donner PORT.`);
}

/** The port of PORT, which must be free; without PORT, the first free one from 3000. Throws a sentence. */
export async function webPort(): Promise<number> {
  const given = process.env.PORT;
  if (given) {
    const port = Number(given);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT=${given} n'est pas un numéro de port (1 à 65535).`);
    if (await isFree(port)) return port;
    throw new Error(`Le port ${port} est déjà pris : arrêter ce qui l'occupe, ou donner un autre PORT.`);
  }
  return freePortFrom(3000);
}
