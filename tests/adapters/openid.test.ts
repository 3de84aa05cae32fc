import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adresseDeSortie, demander, recevoir } from '#adapters/openid/openid.ts';
import type { Reglage } from '#adapters/openid/reglages.ts';
import { type FournisseurOuvert, fournisseur, passerChezLeFournisseur, RETOUR, RETOUR_AGENT, SORTIE } from '../support/openid.ts';
import { CLIENT, type Mensonge, menteur } from '../support/openid-hostile.ts';

let ouvert: FournisseurOuvert;
beforeAll(async () => {
  ouvert = await fournisseur();
});
afterAll(() => ouvert.fermer());

const usagers = (): Reglage => ({
  emetteur: new URL(ouvert.emetteur),
  clientId: 'portail-usagers',
  secret: 'secret-usagers-des-tests',
  niveaux: ['eidas1'],
  portees: 'openid given_name family_name preferred_username birthdate gender birthplace birthcountry email',
  demandeAmr: false,
});
const agents = (): Reglage => ({
  ...usagers(),
  clientId: 'portail-agents',
  secret: 'secret-agents-des-tests',
  portees: 'openid given_name usual_name email',
  demandeAmr: true,
});

async function partir(reglage: Reglage, retour = RETOUR) {
  const depart = await demander(reglage, new URL(retour));
  if (!depart) throw new Error('le fournisseur ne répond pas');
  return depart;
}

describe('avec un vrai fournisseur', () => {
  it('demande un code, avec PKCE, state, nonce et niveau', async () => {
    const { adresse, memoire } = await partir(usagers());
    const q = adresse.searchParams;
    expect(q.get('response_type')).toBe('code');
    expect(q.get('code_challenge_method')).toBe('S256');
    expect(q.get('code_challenge')).not.toBe(memoire.verifieur);
    expect(q.get('state')).toBe(memoire.state);
    expect(q.get('nonce')).toBe(memoire.nonce);
    expect(q.get('acr_values')).toBe('eidas1');
    expect(new Set([memoire.state, memoire.nonce, memoire.verifieur]).size).toBe(3);
  });

  it('rend l’identité signée de la personne', async () => {
    const { adresse, memoire } = await partir(usagers());
    const reponse = await recevoir(usagers(), await passerChezLeFournisseur(adresse, 'fc-ana-testpereira'), memoire);
    expect(reponse).toMatchObject({
      ok: true,
      acr: 'eidas1',
      affirmations: {
        sub: 'fc-ana-testpereira',
        given_name: 'ANA',
        family_name: 'TESTPEREIRA',
        birthdate: '1970-05-17',
        birthcountry: '99139',
      },
    });
  });

  it('lit une identité en JSON, et les facteurs prouvés', async () => {
    const { adresse, memoire } = await partir(agents(), RETOUR_AGENT);
    const reponse = await recevoir(agents(), await passerChezLeFournisseur(adresse, 'pc-camille-testinstruc'), memoire);
    expect(reponse).toMatchObject({ ok: true, amr: ['pop', 'mfa'], affirmations: { email: 'instructeur.nord@example.org' } });
  });

  it('comprend un abandon', async () => {
    const { adresse, memoire } = await partir(usagers());
    expect(await recevoir(usagers(), await passerChezLeFournisseur(adresse, ''), memoire)).toEqual({ ok: false, raison: 'annule' });
  });

  it('refuse une réponse rejouée', async () => {
    const { adresse, memoire } = await partir(usagers());
    const retour = await passerChezLeFournisseur(adresse, 'fc-ana-testpereira');
    expect((await recevoir(usagers(), retour, memoire)).ok).toBe(true);
    expect(await recevoir(usagers(), retour, memoire)).toEqual({ ok: false, raison: 'refuse' });
  });

  it.each(['state', 'nonce', 'verifieur'] as const)('refuse la réponse d’une autre demande (%s)', async (quoi) => {
    const { adresse, memoire } = await partir(usagers());
    const autre = (await partir(usagers())).memoire;
    const retour = await passerChezLeFournisseur(adresse, 'fc-ana-testpereira');
    expect(await recevoir(usagers(), retour, { ...memoire, [quoi]: autre[quoi] })).toEqual({ ok: false, raison: 'refuse' });
  });

  it('refuse un niveau qui n’est pas celui demandé', async () => {
    const { adresse, memoire } = await partir(usagers());
    const retour = await passerChezLeFournisseur(adresse, 'fc-ana-testpereira');
    expect(await recevoir({ ...usagers(), niveaux: ['eidas2'] }, retour, memoire)).toEqual({ ok: false, raison: 'refuse' });
  });

  it('refuse quand le secret du portail n’est pas le bon', async () => {
    const { adresse, memoire } = await partir(usagers());
    const retour = await passerChezLeFournisseur(adresse, 'fc-ana-testpereira');
    const faux = { ...usagers(), clientId: 'portail-agents' };
    expect(await recevoir(faux, retour, memoire)).toEqual({ ok: false, raison: 'refuse' });
  });

  it('donne la page de sortie, avec l’identité à fermer et la page où revenir', async () => {
    const adresse = await adresseDeSortie(usagers(), 'jeton', new URL(SORTIE), 'usager');
    expect(adresse?.origin).toBe(ouvert.emetteur);
    expect(adresse?.searchParams.get('id_token_hint')).toBe('jeton');
    expect(adresse?.searchParams.get('post_logout_redirect_uri')).toBe(SORTIE);
    expect(adresse?.searchParams.get('state')).toMatch(/^usager\../);
  });
});

// ----- a provider that lies, or that is not there

const portail = (emetteur: string): Reglage => ({
  emetteur: new URL(emetteur),
  clientId: CLIENT.id,
  secret: CLIENT.secret,
  niveaux: ['eidas1'],
  portees: 'openid given_name',
  demandeAmr: false,
});

async function chezLeMenteur(mensonge: Mensonge, reponse: Record<string, string> = {}) {
  let nonce = '';
  const lui = await menteur(mensonge, () => nonce);
  try {
    const depart = await demander(portail(lui.emetteur), new URL(RETOUR));
    if (!depart) return 'pas de départ';
    nonce = depart.memoire.nonce;
    const retour = new URL(RETOUR);
    for (const [nom, valeur] of Object.entries({ code: 'code', state: depart.memoire.state, ...reponse }))
      retour.searchParams.set(nom, valeur);
    return await recevoir(portail(lui.emetteur), retour, depart.memoire);
  } finally {
    await lui.fermer();
  }
}

describe('avec un fournisseur qui ment', () => {
  const il_y_a = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;

  it('accepte ce qui est vrai : les refus qui suivent ne viennent pas du décor', async () => {
    expect(await chezLeMenteur({})).toMatchObject({ ok: true, affirmations: { sub: 'personne', given_name: 'ANA' } });
  });

  it.each<[string, Mensonge]>([
    ['signé par une autre clé', { autreCle: true }],
    ['signé avec le secret du portail (HS256)', { secretCommeCle: true }],
    ['sans signature (alg none)', { sansSignature: true }],
    ['absent', { sansJeton: true }],
    ['d’un autre émetteur', { id: { iss: 'https://ailleurs.example.org' } }],
    ['destiné à un autre service', { id: { aud: 'un-autre-service' } }],
    ['destiné aussi à un autre service, sans dire à qui il est remis', { id: { aud: [CLIENT.id, 'un-autre-service'] } }],
    ['expiré', { id: { iat: il_y_a(20), exp: il_y_a(10) } }],
    ['sans fin', { id: { exp: undefined } }],
    ['d’une autre demande (nonce)', { id: { nonce: 'autre' } }],
    ['sans nonce', { id: { nonce: undefined } }],
    ['d’un autre niveau', { id: { acr: 'eidas0' } }],
    ['sans niveau', { id: { acr: undefined } }],
    ['sans personne', { id: { sub: undefined } }],
  ])('refuse un jeton d’identité %s', async (_cas, mensonge) => {
    expect(await chezLeMenteur(mensonge)).toEqual({ ok: false, raison: 'refuse' });
  });

  it('refuse une identité qui parle d’une autre personne, ou signée par une autre clé', async () => {
    expect(await chezLeMenteur({ userinfo: { sub: 'une-autre' } })).toEqual({ ok: false, raison: 'refuse' });
    expect(await chezLeMenteur({ userinfoSigneAilleurs: true })).toEqual({ ok: false, raison: 'refuse' });
  });

  it('refuse un document de découverte écrit pour un autre émetteur', async () => {
    expect(await chezLeMenteur({ decouvertePour: 'https://ailleurs.example.org' })).toBe('pas de départ');
  });

  it('refuse une réponse qui porte un autre state, deux codes, ou une erreur inconnue', async () => {
    expect(await chezLeMenteur({}, { state: 'autre' })).toEqual({ ok: false, raison: 'refuse' });
    expect(await chezLeMenteur({}, { error: 'invalid_scope' })).toEqual({ ok: false, raison: 'refuse' });
    expect(await chezLeMenteur({}, { error: 'access_denied', state: 'autre' })).toEqual({ ok: false, raison: 'refuse' });
  });

  it.each([
    ['qui tombe pendant l’échange', { statut: 503 }, {}],
    ['qui dit lui-même qu’il ne peut pas', {}, { error: 'temporarily_unavailable' }],
  ])('dit une panne pour un fournisseur %s', async (_cas, mensonge, reponse) => {
    expect(await chezLeMenteur(mensonge, reponse as Record<string, string>)).toEqual({ ok: false, raison: 'panne' });
  });

  it('dit une panne quand personne ne répond', async () => {
    const parti = await menteur({}, () => '');
    await parti.fermer();
    expect(await demander(portail(parti.emetteur), new URL(RETOUR))).toBeNull();
    expect(await adresseDeSortie(portail(parti.emetteur), 'jeton', new URL(SORTIE), 'usager')).toBeNull();
  });
});
