// FranceConnect and ProConnect through their routes, with a real provider in this process (C43).
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as revenirAgent } from '#app/api/agents/connexion/proconnect/retour/route.ts';
import { GET as partirAgent } from '#app/api/agents/connexion/proconnect/route.ts';
import { GET as revenir } from '#app/api/connexion/franceconnect/retour/route.ts';
import { GET as partir } from '#app/api/connexion/franceconnect/route.ts';
import { GET as sortir } from '#app/api/connexion/sortie/route.ts';
import { seConnecter, seDeconnecter } from '#features/compte/connexion/actions.ts';
import {
  confirmerIdentite,
  delierFranceConnect,
  demanderCodeCourriel,
  donnerCode,
  donnerTitre,
} from '#features/compte/franceconnect/actions.ts';
import { loaderFranceConnect } from '#features/compte/franceconnect/loaders.ts';
import { purgerAcces } from '#features/compte/menage/commands.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ouvrirSession, sessionAgent, sessionUsager } from '#guard/session.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prefectures } from '../../prisma/prefectures.ts';
import { accesAgent, telephone } from '../support/acces.ts';
import { compteConfirme, courrielsDe, MOT_DE_PASSE, secretDuCourriel } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { fournisseur, passerChezLeFournisseur } from '../support/openid.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

// before the environment is read: the first reading is kept
const ouvert = await fournisseur();
for (const [nom, client] of [
  ['FRANCECONNECT', 'usagers'],
  ['PROCONNECT', 'agents'],
] as const) {
  process.env[`${nom}_URL`] = ouvert.emetteur;
  process.env[`${nom}_CLIENT_ID`] = `portail-${client}`;
  process.env[`${nom}_CLIENT_SECRET`] = `secret-${client}-des-tests`;
}
afterAll(() => ouvert.fermer().catch(() => undefined));

const NUMERO = '5999000006';
const TITRE = {
  numero: NUMERO,
  'debut.jour': '1',
  'debut.mois': '3',
  'debut.annee': '2017',
  'fin.jour': '28',
  'fin.mois': '02',
  'fin.annee': '2027',
};
const ANA = 'fc-ana-testpereira';
const ANA_MARIA = 'fc-ana-maria-testpereira';
const LUCIA = 'fc-lucia-testrossi';

const chemin = (reponse: Response) => reponse.headers.get('location') ?? `statut ${reponse.status}`;
const appeler = async (route: typeof partir, adresse: string | URL) =>
  chemin(await route(new Request(adresse), { params: Promise.resolve({}) }));

/** From the button to the answer, not given to the portal yet. */
async function chez(sub: string, retour = ''): Promise<URL> {
  const depart = await appeler(partir, `http://localhost:3000/api/connexion/franceconnect${retour}`);
  return passerChezLeFournisseur(new URL(depart), sub);
}
/** From the button to where the portal leads. */
const passer = async (sub: string, retour = '') => appeler(revenir, await chez(sub, retour));
const agir = (action: typeof donnerTitre, champs: Record<string, string> = {}) => mene(action(FORMULAIRE_VIDE, formulaire(champs)));
const page = () => loaderFranceConnect({});

/** Ana of the registry: her person, her titre, and her compte unless said otherwise. */
async function anaEnregistree({ avecCompte = true } = {}): Promise<{ personneId: string; compteId: string | null }> {
  const personneId = newId();
  await db().personne.create({
    data: {
      id: personneId,
      numeroEtranger: NUMERO,
      nomNaissance: 'TESTPEREIRA',
      prenoms: ['Ana'],
      sexe: 'feminin',
      naissanceAnnee: 1970,
      naissanceMois: 5,
      naissanceJour: 17,
      paysNaissance: 'PT',
      lieuNaissance: 'Porto',
      nationalites: ['PT'],
      cleRecherche: 'testpereira ana',
      titres: { create: { id: newId(), sorte: 'titre', mention: 'UE', debutLe: new Date('2017-03-01'), finLe: new Date('2027-02-28') } },
    },
  });
  const compteId = avecCompte ? await compteConfirme({ email: 'ana.testpereira@example.org', numeroEtranger: NUMERO }) : null;
  if (compteId) await db().compte.update({ where: { id: compteId }, data: { personneId } });
  return { personneId, compteId };
}

const liens = () =>
  sql<{ sub: string; compte_id: string | null; agent_id: string | null }>('select sub, compte_id, agent_id from identite_externe');

beforeEach(async () => {
  await truncate();
  navigateur.boite.clear();
});

describe('une personne dont l’état civil est celui du registre', () => {
  it('n’est liée qu’après son numéro et ses deux dates, et rentre ensuite directement', async () => {
    const { compteId } = await anaEnregistree();
    expect(await passer(ANA)).toBe('/connexion/franceconnect');
    expect(await page()).toMatchObject({
      sorte: 'question',
      question: 'reconnaitre',
      identite: { naissance: '17/05/1970', lieu: 'Portugal' },
    });
    expect(await liens()).toEqual([]);
    expect(await sessionUsager()).toBeNull();

    expect(await agir(donnerTitre, TITRE)).toBe('/');
    expect(await liens()).toEqual([{ sub: ANA, compte_id: compteId, agent_id: null }]);
    expect((await sessionUsager())?.usager.compteId).toBe(compteId);
    expect(await courrielsDe('ana.testpereira@example.org')).toEqual(['identite_liee']);

    navigateur.boite.clear();
    expect(await passer(ANA, '?retour=/mon-compte')).toBe('/mon-compte');
    expect(await sql('select moyen from session where revoquee_le is null order by cree_le desc limit 1')).toEqual([
      { moyen: 'franceconnect' },
    ]);
  });

  it('prouve encore son second facteur, si elle en a un', async () => {
    const { compteId } = await anaEnregistree();
    await db().identiteExterne.create({ data: { fournisseur: 'franceconnect', sub: ANA, compteId } });
    await db().facteur.create({ data: { id: newId(), compteId, sorte: 'totp', nom: 'Téléphone', confirmeLe: new Date() } });
    expect(await passer(ANA)).toMatch(/^\/connexion\/facteur/);
    expect((await sessionUsager())?.niveau).toBe('facteur');
  });

  it('n’est plus gardée en base quand elle n’est pas allée plus loin', async () => {
    await passer(LUCIA);
    expect(await sql(`select 1 from jeton where sorte = 'franceconnect_attente'`)).toHaveLength(1);
    await purgerAcces(new Date(Date.now() + 31 * 60_000));
    expect(await sql('select 1 from jeton')).toEqual([]);
  });

  it('ne mène jamais hors du portail', async () => {
    const { compteId } = await anaEnregistree();
    await db().identiteExterne.create({ data: { fournisseur: 'franceconnect', sub: ANA, compteId } });
    expect(await passer(ANA, '?retour=https://ailleurs.example.org/')).toBe('/');
    expect(await passer(ANA, '?retour=//ailleurs.example.org/')).toBe('/');
  });

  it('confirme d’un geste quand son compte est déjà ouvert ici', async () => {
    const { compteId } = await anaEnregistree();
    if (compteId) await ouvrirSession('usager', compteId, 'complete', new Date());
    expect(await passer(ANA, '?retour=/mon-compte/securite')).toBe('/connexion/franceconnect');
    expect(await page()).toMatchObject({ question: 'confirmer' });
    expect(await liens()).toEqual([]);
    expect(await agir(confirmerIdentite)).toBe('/mon-compte/securite');
    expect(await liens()).toHaveLength(1);
  });

  it('ne confirme pas d’un geste dans le compte d’une autre', async () => {
    await anaEnregistree();
    await passer(ANA);
    expect(await agir(confirmerIdentite)).toMatchObject({ general: expect.stringContaining('FranceConnect') });
    expect(await liens()).toEqual([]);
  });

  it('retire son identité quand elle veut, et en est prévenue', async () => {
    await anaEnregistree();
    await passer(ANA);
    await agir(donnerTitre, TITRE);
    await agir(delierFranceConnect);
    expect(await liens()).toEqual([]);
    expect(await courrielsDe('ana.testpereira@example.org')).toEqual(['identite_liee', 'identite_deliee']);
    expect(await passer(ANA)).toBe('/connexion/franceconnect');
  });
});

describe('une personne qui ressemble à une autre', () => {
  it('n’est pas reconnue quand un prénom diffère : elle choisit, et rien n’est lié', async () => {
    await anaEnregistree();
    expect(await passer(ANA_MARIA)).toBe('/connexion/franceconnect');
    expect(await page()).toMatchObject({ question: 'choisir' });
    expect(await liens()).toEqual([]);
    expect(await sessionUsager()).toBeNull();
  });

  it('est liée par son numéro et ses dates, qu’elle seule a donnés', async () => {
    const { compteId } = await anaEnregistree();
    await passer(ANA_MARIA);
    expect(await agir(donnerTitre, TITRE)).toBe('/');
    expect(await liens()).toEqual([{ sub: ANA_MARIA, compte_id: compteId, agent_id: null }]);
  });

  it('n’est pas départagée entre deux personnes du même état civil', async () => {
    const { personneId } = await anaEnregistree();
    await sql(
      `insert into personne (id, numero_etranger, nom_naissance, prenoms, sexe, naissance_annee, naissance_mois, naissance_jour, pays_naissance, lieu_naissance, nationalites, cle_recherche)
       select gen_random_uuid(), '5999000099', nom_naissance, prenoms, sexe, naissance_annee, naissance_mois, naissance_jour, pays_naissance, lieu_naissance, nationalites, cle_recherche from personne where id = $1`,
      [personneId],
    );
    await passer(ANA);
    expect(await page()).toMatchObject({ question: 'choisir' });
  });

  it.each<[string, string, Partial<typeof TITRE>]>([
    ['un numéro inconnu', ANA, { numero: '5999000999' }],
    ['une date de début fausse', ANA, { 'debut.annee': '2018' }],
    ['une date de fin fausse', ANA, { 'fin.jour': '27' }],
    ['la carte d’une autre personne', LUCIA, {}],
  ])('entend la même phrase avec %s', async (_cas, sub, faux) => {
    await anaEnregistree();
    await passer(sub);
    expect(await agir(donnerTitre, { ...TITRE, ...faux })).toMatchObject({
      general: expect.stringContaining('Ces informations ne permettent pas de vous reconnaître'),
      valeurs: { numero: expect.any(String) },
    });
    expect(await liens()).toEqual([]);
  });

  it('n’essaie pas indéfiniment', async () => {
    await anaEnregistree();
    await passer(ANA);
    for (let n = 0; n < 10; n += 1) await agir(donnerTitre, { ...TITRE, 'fin.jour': String(n + 1) });
    expect(await agir(donnerTitre, TITRE)).toMatchObject({ general: expect.stringContaining('Trop d’essais') });
    expect(await liens()).toEqual([]);
  });

  it('ne prend pas un compte qui a déjà une identité', async () => {
    const { compteId } = await anaEnregistree();
    await db().identiteExterne.create({ data: { fournisseur: 'franceconnect', sub: 'la-premiere', compteId } });
    await passer(ANA);
    expect(await agir(donnerTitre, TITRE)).toMatchObject({ general: expect.stringContaining('déjà lié à une autre identité') });
    expect(await liens()).toHaveLength(1);
  });
});

describe('une personne qui n’a pas de compte', () => {
  it('en ouvre un avec une adresse prouvée par un code, qui ne sert qu’une fois', async () => {
    await passer(LUCIA);
    expect(await page()).toMatchObject({ question: 'choisir', email: 'lucia.testrossi@example.org' });
    const email = 'lucia.autre@example.org';
    expect(await agir(demanderCodeCourriel, { email, consentement: 'on' })).toBe('/connexion/franceconnect');
    expect(await page()).toEqual({ sorte: 'code', email });
    expect(await sql('select 1 from compte')).toEqual([]);
    expect(await agir(donnerCode, { code: 'MAUVAIS234' })).toMatchObject({ general: expect.stringContaining('Ce code n’est pas le bon') });
    const code = await secretDuCourriel(email, 'code_franceconnect');
    const attente = navigateur.boite.get('portail-franceconnect') ?? '';
    expect(await agir(donnerCode, { code: `${code.slice(0, 5)} ${code.slice(5).toLowerCase()}` })).toBe('/premiere-demande');
    const [compte] = await sql('select email, email_confirme_le is not null as confirmee, mot_de_passe, numero_etranger from compte');
    expect(compte).toEqual({ email, confirmee: true, mot_de_passe: null, numero_etranger: null });
    expect(await liens()).toMatchObject([{ sub: LUCIA }]);
    expect(await courrielsDe(email)).toEqual(['code_franceconnect', 'identite_liee']);
    // replayed, with the cookie put back
    navigateur.boite.set('portail-franceconnect', attente);
    expect(await agir(donnerCode, { code })).toMatchObject({ general: expect.any(String) });
    expect(await sql('select 1 from compte')).toHaveLength(1);
  });

  it('entend la même chose quand l’adresse a déjà un compte, qui n’est ni ouvert ni lié', async () => {
    const email = 'deja.la@example.org';
    await compteConfirme({ email });
    await passer(LUCIA);
    expect(await agir(demanderCodeCourriel, { email })).toBe('/connexion/franceconnect');
    expect(await page()).toEqual({ sorte: 'code', email });
    expect(await courrielsDe(email)).toEqual(['compte_existant']);
    expect(await liens()).toEqual([]);
  });

  it('garde le code pour le navigateur qui l’a demandé', async () => {
    await passer(LUCIA);
    await agir(demanderCodeCourriel, { email: 'lucia@example.org' });
    const code = await secretDuCourriel('lucia@example.org', 'code_franceconnect');
    navigateur.boite.clear();
    await passer(ANA_MARIA);
    expect(await agir(donnerCode, { code })).toMatchObject({ general: expect.stringContaining('Ce code n’est pas le bon') });
    expect(await sql('select 1 from compte')).toEqual([]);
  });

  it('semblable à une personne du registre, n’en ouvre pas sans son titre, même en forçant le formulaire', async () => {
    await anaEnregistree({ avecCompte: false });
    await passer(ANA);
    expect(await agir(demanderCodeCourriel, { email: 'ana@example.org' })).toMatchObject({
      general: expect.stringContaining('reconnaître'),
    });
    expect(await courrielsDe('ana@example.org')).toEqual([]);
  });

  it('garde le numéro de son visa pour identifiant, sans numéro étranger', async () => {
    const { personneId } = await anaEnregistree({ avecCompte: false });
    await sql(`update personne set numero_etranger = null`);
    await sql(`update titre set sorte = 'visa', numero = 'FRA12345678'`);
    await passer(ANA);
    expect(await agir(donnerTitre, { ...TITRE, numero: 'fra 1234 5678' })).toBe('/connexion/franceconnect');
    await agir(demanderCodeCourriel, { email: 'ana@example.org' });
    await agir(donnerCode, { code: await secretDuCourriel('ana@example.org', 'code_franceconnect') });
    expect(await sql('select numero_etranger, numero_visa, personne_id from compte')).toEqual([
      { numero_etranger: null, numero_visa: 'FRA12345678', personne_id: personneId },
    ]);
  });

  it('reçoit un compte définitif quand son titre la fait reconnaître', async () => {
    const { personneId } = await anaEnregistree({ avecCompte: false });
    await passer(ANA);
    expect(await agir(donnerTitre, TITRE)).toBe('/connexion/franceconnect');
    expect(await page()).toMatchObject({ sorte: 'courriel' });
    await agir(demanderCodeCourriel, { email: 'ana@example.org' });
    expect(await agir(donnerCode, { code: await secretDuCourriel('ana@example.org', 'code_franceconnect') })).toBe('/');
    expect(await sql('select numero_etranger, personne_id from compte')).toEqual([{ numero_etranger: NUMERO, personne_id: personneId }]);
  });
});

describe('une réponse qui n’est pas attendue', () => {
  const ANCIEN = '/connexion/franceconnect?echec=ancien';
  it('rejouée, n’ouvre rien, même avec le cookie remis', async () => {
    const { compteId } = await anaEnregistree();
    await db().identiteExterne.create({ data: { fournisseur: 'franceconnect', sub: ANA, compteId } });
    const reponse = await chez(ANA);
    const cookie = navigateur.boite.get('portail-openid-usager') ?? '';
    expect(await appeler(revenir, reponse)).toBe('/');
    navigateur.boite.clear();
    expect(await appeler(revenir, reponse)).toBe(ANCIEN);
    navigateur.boite.set('portail-openid-usager', cookie);
    expect(await appeler(revenir, reponse)).toBe(ANCIEN);
    expect(await sessionUsager()).toBeNull();
  });

  it('arrivée dans un autre navigateur, n’ouvre rien', async () => {
    const reponse = await chez(ANA);
    navigateur.boite.clear();
    expect(await appeler(revenir, reponse)).toBe(ANCIEN);
    await chez(LUCIA); // that browser has a request of its own
    expect(await appeler(revenir, reponse)).toBe('/connexion/franceconnect?echec=refuse');
    expect(navigateur.boite.get('portail-franceconnect')).toBeUndefined();
  });

  it('trop tardive, n’ouvre rien', async () => {
    const reponse = await chez(ANA);
    await sql(`update jeton set expire_le = now() - interval '1 second'`);
    expect(await appeler(revenir, reponse)).toBe(ANCIEN);
  });

  it('faite pour les agents, n’ouvre rien chez les usagers', async () => {
    const reponse = await chez(ANA);
    const cookie = navigateur.boite.get('portail-openid-usager') ?? '';
    navigateur.boite.set('portail-openid-agent', cookie);
    expect(await appeler(revenirAgent, reponse)).toBe('/agents/connexion/proconnect?echec=ancien');
  });

  it('d’abandon le dit, sans rien garder', async () => {
    expect(await passer('')).toBe('/connexion/franceconnect?echec=annule');
    expect(await loaderFranceConnect({ echec: 'annule' })).toEqual({ sorte: 'echec', echec: 'annule', estConnecte: false });
  });

  it('ne laisse lire ni identité ni secret dans la base', async () => {
    await passer(ANA);
    const [lignes] = await sql<{ tout: string }>('select json_agg(j)::text as tout from jeton j');
    expect(lignes?.tout).not.toMatch(/TESTPEREIRA|1970|fc-ana/i);
    expect(lignes?.tout).not.toContain(navigateur.boite.get('portail-franceconnect'));
  });
});

describe('la sortie', () => {
  it('ferme la session ici, puis mène à celle de FranceConnect, jusqu’au retour', async () => {
    await anaEnregistree();
    await passer(ANA);
    await agir(donnerTitre, TITRE);
    expect(await agir(seDeconnecter)).toBe('/connexion/sortie');
    expect(await sessionUsager()).toBeNull();
    const temoin = navigateur.boite.get('portail-sortie') ?? '';
    const depart = new URL(await appeler(sortir, 'http://localhost:3000/api/connexion/sortie?depart=1'));
    expect(depart.origin).toBe(ouvert.emetteur);
    expect(depart.searchParams.get('id_token_hint')).toMatch(/^ey/);
    // the page that goes on by itself may ask twice
    expect(await appeler(sortir, 'http://localhost:3000/api/connexion/sortie?depart=1')).toContain(ouvert.emetteur);
    expect(await appeler(sortir, `http://localhost:3000/api/connexion/sortie?state=${depart.searchParams.get('state')}`)).toBe('/');
    navigateur.boite.set('portail-sortie', temoin);
    expect(await appeler(sortir, 'http://localhost:3000/api/connexion/sortie?depart=1')).toBe('/');
  });

  it.each([
    ['?state=usager.abc', '/'],
    ['?state=agent.abc', '/agents/connexion'],
    ['?state=https://ailleurs.example.org', '/'],
    ['', '/'],
  ])('revient sur une page du portail avec « %s »', async (recherche, attendu) => {
    expect(await appeler(sortir, `http://localhost:3000/api/connexion/sortie${recherche}`)).toBe(attendu);
  });
});

describe('un agent par ProConnect', () => {
  const CAMILLE = 'pc-camille-testinstruc';
  const SACHA = 'pc-sacha-testrhone';
  async function agent(email: string, actif = true): Promise<string> {
    await db().prefecture.createMany({ data: [...prefectures], skipDuplicates: true });
    const { id } = await db().agent.create({
      data: {
        id: newId(),
        email,
        nom: 'TESTAGENT',
        prenom: 'Camille',
        qualite: 'Agent',
        roles: ['instructeur'],
        prefectureCode: '59',
        actif,
      },
    });
    return id;
  }
  async function passerAgent(sub: string): Promise<string> {
    const depart = await appeler(partirAgent, 'http://localhost:3000/api/agents/connexion/proconnect?retour=/instruction');
    return appeler(revenirAgent, await passerChezLeFournisseur(new URL(depart), sub));
  }
  const INCONNU = '/agents/connexion/proconnect?echec=inconnu';

  it('entre par son adresse la première fois, par son identité ensuite', async () => {
    const id = await agent('instructeur.nord@example.org');
    expect(await passerAgent(CAMILLE)).toBe('/instruction');
    expect(await liens()).toEqual([{ sub: CAMILLE, compte_id: null, agent_id: id }]);
    expect(await courrielsDe('instructeur.nord@example.org')).toEqual(['identite_liee']);
    await sql(`update agent set email = 'autre.adresse@example.org'`);
    navigateur.boite.clear();
    expect(await passerAgent(CAMILLE)).toBe('/instruction');
    expect((await sessionAgent())?.niveau).toBe('complete');
    expect(await sql('select moyen, facteur_le is not null as forte from session limit 1')).toEqual([{ moyen: 'proconnect', forte: true }]);
  });

  it('prouve un second facteur ici quand ProConnect n’en dit qu’un', async () => {
    const id = await agent('instructeur.rhone@example.org');
    // none yet: it is made by the link of an invitation, not by whoever comes first
    expect(await passerAgent(SACHA)).toBe('/agents/connexion/proconnect?echec=sans_facteur');
    expect(await sessionAgent()).toBeNull();
    await telephone(accesAgent(id));
    expect(await passerAgent(SACHA)).toMatch(/^\/agents\/facteur/);
    expect((await sessionAgent())?.niveau).toBe('facteur');
  });

  it('inconnu, désactivé, ou d’une adresse déjà prise par une autre identité, reste dehors', async () => {
    expect(await passerAgent(CAMILLE)).toBe(INCONNU);
    const id = await agent('instructeur.nord@example.org', false);
    expect(await passerAgent(CAMILLE)).toBe(INCONNU);
    await sql('update agent set actif = true');
    await db().identiteExterne.create({ data: { fournisseur: 'proconnect', sub: 'le-predecesseur', agentId: id } });
    expect(await passerAgent(CAMILLE)).toBe(INCONNU);
    expect(await sql('select 1 from session')).toEqual([]);
    expect(await liens()).toHaveLength(1);
  });

  it('n’entre pas chez les usagers', async () => {
    await agent('instructeur.nord@example.org');
    await passerAgent(CAMILLE);
    expect(await sessionUsager()).toBeNull();
  });
});

// last: it closes the provider of this file
describe('quand FranceConnect ne répond plus', () => {
  it('le dit au retour, et le mot de passe ouvre toujours le compte', async () => {
    await anaEnregistree();
    const reponse = await chez(ANA);
    await ouvert.fermer();
    expect(await appeler(revenir, reponse)).toBe('/connexion/franceconnect?echec=panne');
    expect(await agir(seConnecter, { identifiant: NUMERO, motDePasse: MOT_DE_PASSE })).toBe('/');
  });
});
