// Second factors: what each kind proves, once, to its owner, in its session.
import { beforeEach, describe, expect, it } from 'vitest';
import { enregistrerCle, preparerCle, preparerPreuve, prouverCle } from '#features/compte/facteurs/cles/commands.ts';
import { prouver, reinitialiserFacteurs, retirerFacteur } from '#features/compte/facteurs/commands.ts';
import { codesDeDemonstration, FACTEUR_DEMONSTRATION } from '#features/compte/facteurs/demonstration/queries.ts';
import { codesRestants, facteursDe, moyensDe } from '#features/compte/facteurs/queries.ts';
import { creerCodes, prouverSecours } from '#features/compte/facteurs/secours/commands.ts';
import { commencerApplication, confirmerApplication, prouverCode, secretEnEssai } from '#features/compte/facteurs/totp/commands.ts';
import { applicationEnEssai } from '#features/compte/facteurs/totp/queries.ts';
import { db, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { codeOfStep, stepAt } from '#platform/one-time-code.ts';
import { accesAgent, accesUsager, telephone, unAgent } from '../support/acces.ts';
import { CleLogicielle } from '../support/cle.ts';
import { compteConfirme, courrielsDe, MOT_DE_PASSE } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';

const ANA = 'ana.test@example.org';
const AT = new Date('2026-11-22T10:00:05Z');
const plus = (secondes: number) => new Date(AT.getTime() + secondes * 1000);
const refus = (code: string) => expect.objectContaining({ ok: false, refus: code });
const REUSSI = expect.objectContaining({ ok: true });

let ana: ReturnType<typeof accesUsager>;
beforeEach(async () => {
  await truncate();
  ana = accesUsager(await compteConfirme({ email: ANA }));
});

describe('une application d’authentification', () => {
  it('ne prouve rien avant son premier code, puis son secret est scellé et son ajout annoncé', async () => {
    await commencerApplication(ana, AT);
    const secret = (await secretEnEssai(ana, AT)) ?? '';
    const code = codeOfStep(secret, stepAt(AT));
    expect(await prouverCode(ana, code, AT)).toEqual(refus('code_refuse'));
    expect(await confirmerApplication(ana, { code: '000000', nom: 'x' }, AT)).toEqual(refus('code_refuse'));
    expect(await facteursDe(ana)).toEqual([]);
    expect(await confirmerApplication(ana, { code, nom: 'Mon téléphone' }, AT)).toEqual(REUSSI);
    expect((await facteursDe(ana)).map((f) => f.nom)).toEqual(['Mon téléphone']);
    const [ligne] = await sql<{ secret: Buffer }>('select secret from facteur');
    expect(ligne?.secret.toString('latin1')).not.toContain(secret);
    expect(await courrielsDe(ANA)).toEqual(['acces_change']);
    // the code that confirmed has served
    expect(await prouverCode(ana, code, AT)).toEqual(refus('code_refuse'));
  });

  it('se lit d’un code QR ou se recopie, et l’essai ne dure qu’une demi-heure', async () => {
    await commencerApplication(ana, AT);
    const lue = await applicationEnEssai(ana, AT);
    expect(lue?.uri).toMatch(/^otpauth:\/\/totp\/.*ana\.test%40example\.org\?.*secret=[A-Z2-7]{32}/);
    expect(lue?.secret.replaceAll(' ', '')).toHaveLength(32);
    expect(lue?.image).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(await applicationEnEssai(ana, plus(31 * 60))).toBeNull();
  });

  it('accepte un pas d’écart, pas deux', async () => {
    const code = await telephone(ana);
    for (const decalage of [-2, 2]) expect(await prouverCode(ana, code(AT, decalage), AT)).toEqual(refus('code_refuse'));
    for (const decalage of [-1, 0, 1]) expect(await prouverCode(ana, code(AT, decalage), AT)).toEqual(REUSSI);
  });

  it('n’accepte chaque code qu’une fois, même présenté deux fois au même instant, ni un code plus ancien', async () => {
    const code = await telephone(ana);
    const deux = await Promise.all([prouverCode(ana, code(AT), AT), prouverCode(ana, code(AT), AT)]);
    expect(deux.filter((r) => r.ok)).toHaveLength(1);
    expect(await prouverCode(ana, code(AT), plus(20))).toEqual(refus('code_refuse'));
    expect(await prouverCode(ana, code(AT, -1), AT)).toEqual(refus('code_refuse'));
    expect(await prouverCode(ana, code(plus(30)), plus(30))).toEqual(REUSSI);
  });

  it('ne prouve que son propriétaire', async () => {
    const code = await telephone(ana);
    const autre = accesUsager(await compteConfirme({ email: 'autre.test@example.org' }));
    expect(await prouverCode(autre, code(AT), AT)).toEqual(refus('code_refuse'));
    // an agent whose identifier would be the same as a compte's
    expect(await prouverCode(accesAgent(ana.id), code(AT), AT)).toEqual(refus('code_refuse'));
  });
});

describe('un code de secours', () => {
  beforeEach(async () => void (await telephone(ana)));
  const dix = async () => {
    const crees = await creerCodes(ana, AT);
    return crees.ok ? crees.valeur : [];
  };

  it('sert une fois, comme il est recopié, même présenté deux fois au même instant', async () => {
    const codes = await dix();
    expect(new Set(codes).size).toBe(10);
    const [premier = '', second = ''] = codes;
    const deux = await Promise.all([prouverSecours(ana, premier, AT), prouverSecours(ana, premier, AT)]);
    expect(deux.filter((r) => r.ok)).toHaveLength(1);
    expect(await prouverSecours(ana, premier, AT)).toEqual(refus('code_secours_refuse'));
    expect(await prouverSecours(ana, second.toLowerCase().replace('-', ' '), AT)).toEqual(REUSSI);
    expect(await codesRestants(ana)).toBe(8);
    const rangs = await sql<{ empreinte: string }>('select empreinte from code_secours');
    for (const { empreinte } of rangs) expect(codes.some((c) => empreinte.includes(c.replace('-', '')))).toBe(false);
  });

  it('ne vaut plus rien quand de nouveaux sont créés, et n’existe pas sans second facteur', async () => {
    const [ancien = ''] = await dix();
    await dix();
    expect(await prouverSecours(ana, ancien, AT)).toEqual(refus('code_secours_refuse'));
    const autre = accesUsager(await compteConfirme({ email: 'autre.test@example.org' }));
    expect(await creerCodes(autre, AT)).toEqual(refus('facteur_absent'));
    expect(await prouverSecours(autre, (await dix())[0] ?? '', AT)).toEqual(refus('code_secours_refuse'));
  });

  it('est annoncé à chaque fois', async () => {
    const [code = ''] = await dix();
    await prouverSecours(ana, code, AT);
    expect(await courrielsDe(ANA)).toEqual(['acces_change', 'acces_change']);
  });
});

describe('une clé d’accès', () => {
  const session = newId();
  const enregistree = async (qui = ana): Promise<CleLogicielle> => {
    const cle = new CleLogicielle();
    const defi = await preparerCle(qui, session, AT);
    expect(await enregistrerCle(qui, { cle: cle.creer(defi), nom: 'Mon ordinateur' }, session, AT)).toEqual(REUSSI);
    return cle;
  };
  const defi = (ici = session, at = AT) => preparerPreuve(ana, ici, at);

  it('s’enregistre, prouve, et ne sert qu’une fois par défi : la réponse rejouée est refusée', async () => {
    const cle = await enregistree();
    const reponse = cle.signer(await defi());
    expect(await prouverCle(ana, reponse, session, AT)).toEqual(REUSSI);
    expect(await prouverCle(ana, reponse, session, AT)).toEqual(refus('cle_refusee'));
    const encore = cle.signer(await defi());
    const deux = await Promise.all([prouverCle(ana, encore, session, AT), prouverCle(ana, encore, session, AT)]);
    expect(deux.filter((r) => r.ok)).toHaveLength(1);
    expect(await courrielsDe(ANA)).toEqual(['acces_change']);
  });

  it.each([
    ['d’une autre session', async (cle: CleLogicielle) => cle.signer(await defi(newId()))],
    ['vieux de six minutes', async (cle: CleLogicielle) => cle.signer(await defi(session, plus(-360)))],
    ['inventé', async (cle: CleLogicielle) => cle.signer(JSON.stringify({ challenge: 'inventé' }))],
    ['d’un enregistrement', async (cle: CleLogicielle) => cle.signer(await preparerCle(ana, session, AT))],
    [
      'montré par un faux site',
      async (cle: CleLogicielle) => cle.signer(await defi(), { origine: 'https://portail-etrangers.example.net' }),
    ],
    ['signé pour un autre domaine', async (cle: CleLogicielle) => cle.signer(await defi(), { domaine: 'example.net' })],
    ['signé sans vérifier la personne', async (cle: CleLogicielle) => cle.signer(await defi(), { verifie: false })],
    ['signé par une autre clé', async (_cle: CleLogicielle) => new CleLogicielle().signer(await defi())],
    ['illisible', async () => '{"id":'],
    ['signé par une copie, au compteur en retard', async (cle: CleLogicielle) => cle.signer(await defi(), { compteur: 1 })],
  ])('refuse un défi %s', async (_cas, repondre) => {
    const cle = await enregistree();
    expect(await prouverCle(ana, cle.signer(await defi(), { compteur: 5 }), session, AT)).toEqual(REUSSI);
    expect(await prouverCle(ana, await repondre(cle), session, AT)).toEqual(refus('cle_refusee'));
  });

  it('ne prouve pas quelqu’un d’autre, qui ne peut pas non plus se l’approprier', async () => {
    const cle = await enregistree();
    const autre = accesUsager(await compteConfirme({ email: 'autre.test@example.org' }));
    expect(await prouverCle(autre, cle.signer(await preparerPreuve(autre, session, AT)), session, AT)).toEqual(refus('cle_refusee'));
    const enregistrement = cle.creer(await preparerCle(autre, session, AT));
    expect(await enregistrerCle(autre, { cle: enregistrement, nom: 'x' }, session, AT)).toEqual(refus('facteur_deja_connu'));
  });

  it('ne s’enregistre ni sans vérifier la personne, ni deux fois avec le même défi', async () => {
    const cle = new CleLogicielle();
    const sansVerifier = cle.creer(await preparerCle(ana, session, AT), { verifie: false });
    expect(await enregistrerCle(ana, { cle: sansVerifier, nom: 'x' }, session, AT)).toEqual(refus('cle_refusee'));
    const unDefi = await preparerCle(ana, session, AT);
    expect(await enregistrerCle(ana, { cle: cle.creer(unDefi), nom: 'x' }, session, AT)).toEqual(REUSSI);
    expect(await enregistrerCle(ana, { cle: new CleLogicielle().creer(unDefi), nom: 'y' }, session, AT)).toEqual(refus('cle_refusee'));
  });

  it('peut être plusieurs, et le navigateur sait lesquelles il a déjà', async () => {
    const [une, deux] = [await enregistree(), await enregistree()];
    const { excludeCredentials } = JSON.parse(await preparerCle(ana, session, AT));
    expect(excludeCredentials.map((c: { id: string }) => c.id).toSorted()).toEqual(
      [une, deux].map((c) => c.id.toString('base64url')).toSorted(),
    );
    expect(await prouverCle(ana, deux.signer(await defi()), session, AT)).toEqual(REUSSI);
  });
});

describe('ce qui peut prouver', () => {
  it('est le mot de passe avant le premier facteur, jamais après', async () => {
    expect(await moyensDe(ana)).toEqual({ code: false, cle: false, secours: false, motDePasse: true });
    expect(await prouver(ana, { motDePasse: 'faux' }, newId(), AT)).toEqual(refus('mot_de_passe_faux'));
    expect(await prouver(ana, { motDePasse: MOT_DE_PASSE }, newId(), AT)).toEqual(REUSSI);
    await telephone(ana);
    expect(await moyensDe(ana)).toEqual({ code: true, cle: false, secours: false, motDePasse: false });
    expect(await prouver(ana, { motDePasse: MOT_DE_PASSE }, newId(), AT)).toEqual(refus('mot_de_passe_faux'));
  });
});

describe('retirer un facteur', () => {
  it('d’un usager emporte les codes de secours avec le dernier, et le dit', async () => {
    await telephone(ana);
    await creerCodes(ana, AT);
    const [facteur] = await facteursDe(ana);
    expect(await retirerFacteur(ana, facteur?.id ?? '', AT)).toEqual(REUSSI);
    expect(await facteursDe(ana)).toEqual([]);
    expect(await codesRestants(ana)).toBe(0);
    expect(await courrielsDe(ANA)).toEqual(['acces_change', 'acces_change']);
  });

  it('de quelqu’un d’autre ne fait rien', async () => {
    await telephone(ana);
    const [facteur] = await facteursDe(ana);
    const autre = accesUsager(await compteConfirme({ email: 'autre.test@example.org' }));
    await retirerFacteur(autre, facteur?.id ?? '', AT);
    expect(await facteursDe(ana)).toHaveLength(1);
  });

  it('laisse toujours un facteur à un agent, même retirés deux à la fois', async () => {
    const agent = accesAgent(await unAgent());
    await telephone(agent);
    const [seul] = await facteursDe(agent);
    expect(await retirerFacteur(agent, seul?.id ?? '', AT)).toEqual(refus('dernier_facteur'));
    await telephone(agent, 'Autre');
    const deux = await facteursDe(agent);
    await Promise.all(deux.map((f) => retirerFacteur(agent, f.id, AT)));
    expect(await facteursDe(agent)).toHaveLength(1);
  });

  it('tous à la fois est l’acte d’un administrateur : les sessions finissent, l’agent est prévenu', async () => {
    const agentId = await unAgent({ email: 'agent.test@example.org' });
    const agent = accesAgent(agentId);
    await telephone(agent);
    await creerCodes(agent, AT);
    await db().session.create({ data: { id: newId(), agentId, niveau: 'complete', expireLe: plus(3600) } });
    await transaction((tx) => reinitialiserFacteurs(tx, agentId, AT));
    expect(await facteursDe(agent)).toEqual([]);
    expect(await codesRestants(agent)).toBe(0);
    expect(await db().session.count({ where: { revoqueeLe: null } })).toBe(0);
    expect(await courrielsDe('agent.test@example.org')).toEqual(['acces_change', 'acces_change']);
  });
});

describe('les téléphones de démonstration', () => {
  it('montrent un code qui sera pris, jamais deux fois le même, et seulement où la boîte est ouverte', async () => {
    const agent = accesAgent(await unAgent());
    await telephone(agent, FACTEUR_DEMONSTRATION);
    await telephone(accesAgent(await unAgent()), 'Le mien');
    const lire = async () => (await codesDeDemonstration(AT))?.map((c) => c.code);
    for (let fois = 0; fois < 2; fois++) {
      const [code] = (await lire()) ?? [];
      expect(await prouverCode(agent, code ?? '', AT)).toEqual(REUSSI);
    }
    expect(await lire()).toEqual([null]);
    const { env } = await import('#platform/env.ts');
    const ouverte = env().BOITE_DEVELOPPEMENT;
    Object.assign(env(), { BOITE_DEVELOPPEMENT: false });
    expect(await codesDeDemonstration(AT)).toBeNull();
    Object.assign(env(), { BOITE_DEVELOPPEMENT: ouverte });
  });
});
