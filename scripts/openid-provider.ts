// A real OpenID provider (oidc-provider, certified) with fictional people and no password: development, demonstration and tests only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider, { type ClientMetadata, type JWK } from 'oidc-provider';
import { pageDesPersonnes, pageErreur, pageSortie } from './openid-pages.ts';
import { agents, type PersonneOpenid, usagers } from './openid-people.ts';

export type ClientDemonstration = { id: string; secret: string; retour: string; sortie: string };
export type ReglageOpenid = {
  emetteur: string;
  port: number;
  cles: JWK[];
  franceconnect: ClientDemonstration;
  proconnect: ClientDemonstration;
};

const FRANCECONNECT = ['given_name', 'family_name', 'preferred_username', 'birthdate', 'gender', 'birthplace', 'birthcountry', 'email'];
const PROCONNECT = ['given_name', 'usual_name', 'email'];
const DEUX_HEURES = 7200;

const metadonnees = ({ id, secret, retour, sortie }: ClientDemonstration, signee: boolean): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  client_name: id,
  redirect_uris: [retour],
  post_logout_redirect_uris: [sortie],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'client_secret_post',
  id_token_signed_response_alg: 'ES256',
  // FranceConnect signs what it says of a person; the other client gets plain JSON, so that both ways are lived with
  ...(signee ? { userinfo_signed_response_alg: 'ES256' } : {}),
});

/** The provider, listening. `close()` it at the end. */
export async function ouvrirFournisseur({ emetteur, port, cles, franceconnect, proconnect }: ReglageOpenid): Promise<Server> {
  const tous = [...usagers, ...agents];
  const trouver = (sub: string) => tous.find((p) => p.sub === sub);
  const provider = new Provider(emetteur, {
    clients: [metadonnees(franceconnect, true), metadonnees(proconnect, false)],
    jwks: { keys: cles },
    cookies: {
      keys: [franceconnect.secret],
      names: { session: 'openid-demo', interaction: 'openid-demo-choix', resume: 'openid-demo-suite' },
    },
    acrValues: ['eidas1'],
    scopes: [...new Set([...FRANCECONNECT, ...PROCONNECT])],
    claims: {
      openid: ['sub'],
      acr: null,
      amr: null,
      ...Object.fromEntries([...FRANCECONNECT, ...PROCONNECT].map((nom) => [nom, [nom]])),
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, formulaire) => {
          ctx.type = 'html';
          ctx.body = pageSortie(formulaire);
        },
      },
    },
    pkce: { required: () => true },
    ttl: { Interaction: DEUX_HEURES, Session: DEUX_HEURES, Grant: DEUX_HEURES, AccessToken: 300, AuthorizationCode: 60, IdToken: 3600 },
    findAccount: (_ctx, sub) => {
      const personne = trouver(sub);
      return personne && { accountId: sub, claims: () => ({ sub, ...personne.affirmations }) };
    },
    interactions: { url: (_ctx, interaction) => `/choix/${interaction.uid}` },
    // the person of a demonstration consents by choosing somebody
    loadExistingGrant: async (ctx) => {
      const { client, session, params } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope(String(params?.scope ?? ''));
      grant.addOIDCClaims(['acr', 'amr']);
      await grant.save();
      return grant;
    },
    renderError: (ctx, erreur) => {
      ctx.type = 'html';
      ctx.body = pageErreur(erreur.error);
    },
  });
  const protocole = provider.callback();

  async function choisir(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const interaction = await provider.interactionDetails(req, res);
    const pourAgent = interaction.params.client_id === proconnect.id;
    const personnes: readonly PersonneOpenid[] = pourAgent ? agents : usagers;
    const sub = url.searchParams.get('sub');
    if (sub === null) {
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      res.end(pageDesPersonnes(personnes, url.pathname, pourAgent ? 'ProConnect' : 'FranceConnect'));
      return;
    }
    const choisie = personnes.find((p) => p.sub === sub);
    await provider.interactionFinished(
      req,
      res,
      choisie
        ? { login: { accountId: choisie.sub, acr: 'eidas1', amr: choisie.amr ?? ['pwd'], remember: false } }
        : { error: 'access_denied', error_description: 'User auth aborted' },
    );
  }

  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', emetteur);
    if (!url.pathname.startsWith('/choix/')) return void protocole(req, res);
    choisir(req, res, url).catch(() => {
      res.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
      res.end(pageErreur('session_expiree'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
