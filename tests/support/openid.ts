// The demonstration provider in this process, and a browser without pages: follows redirections, keeps cookies, chooses a person.
import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import { ouvrirFournisseur } from '../../scripts/openid-provider.ts';
import { freePort } from '../../scripts/postgres.ts';

const PORTAIL = 'http://localhost:3000';
export const RETOUR = `${PORTAIL}/api/connexion/franceconnect/retour`;
export const RETOUR_AGENT = `${PORTAIL}/api/agents/connexion/proconnect/retour`;
export const SORTIE = `${PORTAIL}/api/connexion/sortie`;

export type FournisseurOuvert = { emetteur: string; fermer: () => Promise<void> };

export function cleEs256(kid: string) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' };
}

export const fermerServeur = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Opens it on a free port. Secrets are those of `environnementOpenid`. */
export async function fournisseur(): Promise<FournisseurOuvert> {
  const port = await freePort();
  const emetteur = `http://localhost:${port}`;
  const server = await ouvrirFournisseur({
    emetteur,
    port,
    cles: [cleEs256('essai')],
    franceconnect: { id: 'portail-usagers', secret: 'secret-usagers-des-tests', retour: RETOUR, sortie: SORTIE },
    proconnect: { id: 'portail-agents', secret: 'secret-agents-des-tests', retour: RETOUR_AGENT, sortie: SORTIE },
  });
  return { emetteur, fermer: () => fermerServeur(server) };
}

/** Goes from the address of departure to the answer given to the portal, choosing `sub`; '' cancels. */
export async function passerChezLeFournisseur(depart: URL, sub: string): Promise<URL> {
  const temoins = new Map<string, string>();
  let adresse = depart;
  for (let saut = 0; saut < 10; saut += 1) {
    const cookie = [...temoins].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ');
    const reponse = await fetch(adresse, { redirect: 'manual', headers: { cookie } });
    for (const pose of reponse.headers.getSetCookie()) {
      const [paire = ''] = pose.split(';');
      const egal = paire.indexOf('=');
      temoins.set(paire.slice(0, egal), paire.slice(egal + 1));
    }
    await reponse.body?.cancel();
    const vers = reponse.headers.get('location');
    if (vers) {
      adresse = new URL(vers, adresse);
      if (adresse.origin === PORTAIL) return adresse;
    } else if (adresse.pathname.startsWith('/choix/')) {
      adresse = new URL(`${adresse.pathname}?sub=${encodeURIComponent(sub)}`, adresse);
    } else throw new Error(`openid: nowhere to go from ${adresse} (${reponse.status})`);
  }
  throw new Error('openid: too many redirections');
}
