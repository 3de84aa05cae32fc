// A provider that lies: real endpoints, and an id_token or a userinfo that the test spoils at will.
import { createServer, type ServerResponse } from 'node:http';
import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type FournisseurOuvert, fermerServeur } from './openid.ts';

export type Mensonge = {
  /** claims changed in the id_token; undefined removes one */
  id?: Record<string, unknown>;
  /** signed with a key that the provider does not publish */
  autreCle?: boolean;
  /** signed with the client's secret as if it were a key (HS256) */
  secretCommeCle?: boolean;
  /** alg: none, which the provider says it accepts */
  sansSignature?: boolean;
  sansJeton?: boolean;
  userinfo?: Record<string, unknown>;
  userinfoSigneAilleurs?: boolean;
  /** HTTP status of the token endpoint */
  statut?: number;
  /** issuer written in the discovery document */
  decouvertePour?: string;
};

export const CLIENT = { id: 'portail', secret: 'secret-du-portail-aupres-du-menteur' };

/** Opens it on a free port; `nonce` is the one of the request under way. */
export async function menteur(mensonge: Mensonge, nonce: () => string): Promise<FournisseurOuvert> {
  const publiee = await generateKeyPair('ES256', { extractable: true });
  const autre = await generateKeyPair('ES256', { extractable: true });
  let emetteur = '';

  const signer = (contenu: Record<string, unknown>, cle: CryptoKey) =>
    new SignJWT(contenu).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(cle);

  async function idToken(): Promise<string> {
    const maintenant = Math.floor(Date.now() / 1000);
    const contenu: Record<string, unknown> = {
      iss: emetteur,
      aud: CLIENT.id,
      sub: 'personne',
      nonce: nonce(),
      acr: 'eidas1',
      iat: maintenant,
      exp: maintenant + 300,
      ...mensonge.id,
    };
    if (mensonge.sansSignature) return `${base64url.encode(JSON.stringify({ alg: 'none' }))}.${base64url.encode(JSON.stringify(contenu))}.`;
    if (mensonge.secretCommeCle)
      return new SignJWT(contenu).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(CLIENT.secret));
    return signer(contenu, mensonge.autreCle ? autre.privateKey : publiee.privateKey);
  }

  async function userinfo(res: ServerResponse): Promise<void> {
    const contenu = { sub: 'personne', given_name: 'ANA', ...mensonge.userinfo };
    if (!mensonge.userinfoSigneAilleurs) return json(res, contenu);
    res.writeHead(200, { 'content-type': 'application/jwt' });
    res.end(await signer({ ...contenu, iss: emetteur, aud: CLIENT.id }, autre.privateKey));
  }

  const json = (res: ServerResponse, contenu: unknown, statut = 200) => {
    res.writeHead(statut, { 'content-type': 'application/json' });
    res.end(JSON.stringify(contenu));
  };

  async function repondre(chemin: string, res: ServerResponse): Promise<void> {
    if (chemin === '/.well-known/openid-configuration')
      return json(res, {
        issuer: mensonge.decouvertePour ?? emetteur,
        authorization_endpoint: `${emetteur}/auth`,
        token_endpoint: `${emetteur}/token`,
        userinfo_endpoint: `${emetteur}/userinfo`,
        jwks_uri: `${emetteur}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
        userinfo_signing_alg_values_supported: ['ES256'],
      });
    if (chemin === '/jwks') return json(res, { keys: [{ ...(await exportJWK(publiee.publicKey)), kid: 'k', use: 'sig', alg: 'ES256' }] });
    if (chemin === '/token') {
      if (mensonge.statut) return json(res, { error: 'server_error' }, mensonge.statut);
      const jeton = mensonge.sansJeton ? {} : { id_token: await idToken() };
      return json(res, { access_token: 'acces', token_type: 'Bearer', ...jeton });
    }
    if (chemin === '/userinfo') return userinfo(res);
    json(res, {}, 404);
  }

  const server = createServer((req, res) => void repondre(new URL(req.url ?? '/', 'http://ici.invalid').pathname, res));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const adresse = server.address();
  emetteur = `http://localhost:${typeof adresse === 'object' && adresse ? adresse.port : 0}`;
  return { emetteur, fermer: () => fermerServeur(server) };
}
