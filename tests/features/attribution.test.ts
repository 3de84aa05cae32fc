// Who gets which dossier: by hand, in batches, by rule, according to the load, after an absence or a departure; who follows.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  attribuer,
  attribuerDepot,
  distribuer,
  ecrireRegle,
  monterRegle,
  reaffecter,
  suivre,
  supprimerRegle,
  traiterLot,
} from '#features/dossier/attribution/commands.ts';
import { equipeDe, nombreSansAgent, reglesDe } from '#features/dossier/attribution/queries.ts';
import { prendreEnCharge } from '#features/dossier/instruction/commands.ts';
import { garderPreference } from '#features/dossier/instruction/corbeille/commands.ts';
import { reglagesDe } from '#features/dossier/instruction/corbeille/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, socle } from '../support/dossiers.ts';

const at = new Date('2026-11-22T09:00:00Z');
type Qui = Awaited<ReturnType<typeof agentDe>>;
let chef: Qui;
let ana: Qui;
let bob: Qui;

beforeEach(async () => {
  await truncate();
  await socle();
  [chef, ana, bob] = await Promise.all([
    agentDe('59', ['chef'], 'TESTCHEF'),
    agentDe('59', ['instructeur'], 'TESTANA'),
    agentDe('59', ['instructeur'], 'TESTBOB'),
  ]);
});

const deposer = (options: Parameters<typeof dossierDepose>[0] = {}) => dossierDepose({ pieces: false, ...options });
const agentDu = async (id: string) => (await db().dossier.findUniqueOrThrow({ where: { id }, select: { agentId: true } })).agentId;
const attributions = (id: string) =>
  sql("select acteur_sorte, acteur_id, faits->>'agent' as agent from evenement where dossier_id = $1 and type = 'attribue' order by id", [
    id,
  ]);
const parChef = () => ({ portee: chef.portee, acteur: chef.agent });
const refus = (r: Awaited<ReturnType<typeof attribuer>>) => (r.ok ? 'ok' : r.refus);
const absence = (qui: Qui, remplacant: Qui | null) =>
  db().absence.create({
    data: { id: newId(), agentId: qui.agent.agentId, debutLe: at, finLe: at, remplacantId: remplacant?.agent.agentId ?? null },
  });

describe('attribuer à la main', () => {
  it('donne un dossier déposé à un agent : lui seul le prend en charge, tant que le chef ne le donne pas à un autre', async () => {
    const { id } = await dossierDepose({ pieces: false });
    expect(refus(await attribuer(parChef(), id, ana.agent.agentId, at))).toBe('ok');
    const prendre = async ({ agent, portee }: typeof ana) => {
      const { version } = await db().dossier.findUniqueOrThrow({ where: { id } });
      const fait = await prendreEnCharge(portee, agent, { dossierId: id, version }, at);
      return fait.ok ? 'ok' : fait.refus;
    };
    expect(await prendre(bob)).toBe('deja_en_charge');
    expect(refus(await attribuer(parChef(), id, bob.agent.agentId, at))).toBe('ok');
    expect(await prendre(ana)).toBe('deja_en_charge');
    expect(await prendre(bob)).toBe('ok');
    expect(await db().dossier.findUniqueOrThrow({ where: { id } })).toMatchObject({ statut: 'en_instruction', agentId: bob.agent.agentId });
  });

  it('donne, reprend et rend à personne, une ligne d’histoire à chaque fois et aucune de trop', async () => {
    const { id } = await deposer();
    const vers = [ana.agent.agentId, ana.agent.agentId, bob.agent.agentId, null];
    for (const cible of vers) expect(refus(await attribuer(parChef(), id, cible, at))).toBe('ok');
    expect(await agentDu(id)).toBeNull();
    const par = { acteur_sorte: 'agent', acteur_id: chef.agent.agentId };
    expect(await attributions(id)).toEqual([
      { ...par, agent: ana.agent.agentId },
      { ...par, agent: bob.agent.agentId },
      { ...par, agent: null },
    ]);
  });

  it('ne donne qu’à un instructeur actif de la préfecture', async () => {
    const { id } = await deposer();
    const rhone = await agentDe('69', ['instructeur']);
    await db().agent.update({ where: { id: bob.agent.agentId }, data: { actif: false } });
    for (const cible of [chef, rhone, bob])
      expect(refus(await attribuer(parChef(), id, cible.agent.agentId, at))).toBe('agent_sans_instruction');
    expect(await agentDu(id)).toBeNull();
  });

  it('ne donne un dossier restreint qu’à qui y est habilité', async () => {
    const { id } = await deposer();
    await sql('update dossier set restreint = true where id = $1', [id]);
    expect(refus(await attribuer(parChef(), id, ana.agent.agentId, at))).toBe('introuvable');
    for (const qui of [chef, bob])
      await db().habilitation.create({ data: { dossierId: id, agentId: qui.agent.agentId, accordePar: chef.agent.agentId } });
    expect(refus(await attribuer(parChef(), id, ana.agent.agentId, at))).toBe('agent_non_habilite');
    expect(refus(await attribuer(parChef(), id, bob.agent.agentId, at))).toBe('ok');
  });

  it('est le fait du chef seul, sur un dossier non décidé de sa préfecture', async () => {
    const { id } = await deposer();
    const decide = await deposer({ statut: 'refuse' });
    const ailleurs = await deposer({ prefecture: '69' });
    const cible = ana.agent.agentId;
    expect(refus(await attribuer({ portee: ana.portee, acteur: ana.agent }, id, cible, at))).toBe('non_autorise');
    expect(refus(await attribuer(parChef(), decide.id, cible, at))).toBe('statut_incompatible');
    expect(refus(await attribuer(parChef(), ailleurs.id, cible, at))).toBe('introuvable');
  });
});

describe('un lot', () => {
  it('dit le sort de chaque dossier, et ce qui est refusé n’arrête rien', async () => {
    const [libre, autre] = [await deposer(), await deposer()];
    const pris = await deposer({ statut: 'en_instruction', agentId: bob.agent.agentId });
    const ailleurs = await deposer({ prefecture: '69' });
    const ids = [libre.id, pris.id, ailleurs.id, autre.id];
    const sorts = await traiterLot(ana.portee, ana.agent, { geste: 'prendre_en_charge', agent: null, ids }, at);
    expect(sorts).toEqual([
      { objet: libre.numero, fait: true, phrase: 'pris en charge' },
      { objet: pris.numero, fait: false, phrase: expect.stringContaining('déjà suivi par un agent') },
      { objet: '–', fait: false, phrase: expect.stringContaining("n'existe pas") },
      { objet: autre.numero, fait: true, phrase: 'pris en charge' },
    ]);
    expect(await Promise.all([libre, pris, autre].map((d) => agentDu(d.id)))).toEqual([
      ana.agent.agentId,
      bob.agent.agentId,
      ana.agent.agentId,
    ]);
  });

  it('attribue et retire', async () => {
    const [un, decide] = [await deposer(), await deposer({ statut: 'refuse' })];
    const demande = { agent: ana.agent.agentId, ids: [un.id, decide.id] };
    const sorts = await traiterLot(chef.portee, chef.agent, { geste: 'attribuer', ...demande }, at);
    expect(sorts.map((s) => s.fait)).toEqual([true, false]);
    expect(await agentDu(un.id)).toBe(ana.agent.agentId);
    await traiterLot(chef.portee, chef.agent, { geste: 'retirer_a_l_agent', ...demande }, at);
    expect(await agentDu(un.id)).toBeNull();
  });

  it('suit et ne suit plus, deux fois comme une, jamais un dossier que l’on ne voit pas', async () => {
    const { id } = await deposer();
    const ailleurs = await deposer({ prefecture: '69' });
    const suivis = () => sql('select dossier_id from surveillance where agent_id = $1', [ana.agent.agentId]);
    for (let i = 0; i < 2; i++) await suivre(ana.portee, id, true, at);
    expect((await suivre(ana.portee, ailleurs.id, true, at)).ok).toBe(false);
    expect(await suivis()).toEqual([{ dossier_id: id }]);
    await suivre(ana.portee, id, false, at);
    expect(await suivis()).toEqual([]);
  });
});

describe('la distribution', () => {
  it('donne selon la charge, présents seulement, les dossiers restreints exceptés', async () => {
    await absence(bob, null);
    const carla = await agentDe('59', ['instructeur'], 'TESTCARLA');
    for (let i = 0; i < 3; i++) await deposer({ statut: 'en_instruction', agentId: ana.agent.agentId });
    const libres = await Promise.all([1, 2, 3, 4].map(() => deposer()));
    const cache = await deposer();
    await sql('update dossier set restreint = true where id = $1', [cache.id]);
    expect(await nombreSansAgent(chef.portee)).toBe(4);
    const sorts = await distribuer(chef.portee, chef.agent, 'charge', at);
    expect(sorts.every((s) => s.fait)).toBe(true);
    const donnes = await Promise.all(libres.map((d) => agentDu(d.id)));
    expect(donnes.filter((a) => a === carla.agent.agentId)).toHaveLength(3);
    expect(donnes.filter((a) => a === bob.agent.agentId)).toHaveLength(0);
    expect(await agentDu(cache.id)).toBeNull();
  });

  it('suit les règles dans leur ordre et dit ce qu’aucune ne donne', async () => {
    const tous = { procedures: [], agents: [bob.agent.agentId] };
    await ecrireRegle(chef.portee, { nom: 'Enfants', procedures: ['enfant-de-francais'], agents: [ana.agent.agentId] }, at);
    const [enfant, conjoint] = [await deposer(), await deposer({ procedure: 'conjoint-de-francais' })];
    const sorts = await distribuer(chef.portee, chef.agent, 'regles', at);
    expect(sorts.map((s) => s.fait).toSorted()).toEqual([false, true]);
    expect(await Promise.all([enfant, conjoint].map((d) => agentDu(d.id)))).toEqual([ana.agent.agentId, null]);
    await ecrireRegle(chef.portee, { nom: 'Le reste', ...tous }, at);
    await distribuer(chef.portee, chef.agent, 'regles', at);
    expect(await agentDu(conjoint.id)).toBe(bob.agent.agentId);
  });

  it('donne tous les dossiers d’un agent parti, à un autre ou selon la charge', async () => {
    const siens = await Promise.all(
      (['depose', 'en_instruction', 'propose', 'refuse'] as const).map((statut) => deposer({ statut, agentId: bob.agent.agentId })),
    );
    await db().agent.update({ where: { id: bob.agent.agentId }, data: { actif: false } });
    const [parti] = (await equipeDe('59', '2026-11-22')).filter((m) => m.id === bob.agent.agentId);
    expect(parti).toMatchObject({ estParti: true, instruit: false, enCharge: 3 });
    const sorts = await reaffecter(chef.portee, chef.agent, bob.agent.agentId, null, at);
    expect(sorts.map((s) => s.fait)).toEqual([true, true, true]);
    expect(await Promise.all(siens.map((d) => agentDu(d.id)))).toEqual([
      ana.agent.agentId,
      ana.agent.agentId,
      ana.agent.agentId,
      bob.agent.agentId,
    ]);
    expect((await equipeDe('59', '2026-11-22')).map((m) => m.nom)).toEqual(['TESTANA Camille']);
  });

  it('remplace qui est absent par son remplaçant', async () => {
    await ecrireRegle(chef.portee, { nom: 'Tout', procedures: [], agents: [ana.agent.agentId] }, at);
    await absence(ana, bob);
    const { id } = await deposer();
    await distribuer(chef.portee, chef.agent, 'regles', at);
    expect(await agentDu(id)).toBe(bob.agent.agentId);
  });
});

describe('au dépôt', () => {
  const evenementDe = async (id: string) =>
    String((await db().evenement.findFirstOrThrow({ where: { dossierId: id, type: 'depose' }, select: { id: true } })).id);

  it('la machine donne selon les règles, une seule fois, et ne reprend rien', async () => {
    await ecrireRegle(chef.portee, { nom: 'Tout', procedures: [], agents: [ana.agent.agentId] }, at);
    const { id } = await deposer();
    const evenement = await evenementDe(id);
    await Promise.all([attribuerDepot(evenement, at), attribuerDepot(evenement, at)]);
    expect(await attributions(id)).toEqual([{ acteur_sorte: 'systeme', acteur_id: null, agent: ana.agent.agentId }]);
    await attribuer(parChef(), id, bob.agent.agentId, at);
    await attribuerDepot(evenement, at);
    expect(await agentDu(id)).toBe(bob.agent.agentId);
  });

  it('ne donne rien sans règle, ni un dossier restreint', async () => {
    const { id } = await deposer();
    await attribuerDepot(await evenementDe(id), at);
    await ecrireRegle(chef.portee, { nom: 'Tout', procedures: [], agents: [ana.agent.agentId] }, at);
    await sql('update dossier set restreint = true where id = $1', [id]);
    await attribuerDepot(await evenementDe(id), at);
    expect(await agentDu(id)).toBeNull();
  });
});

describe('les règles', () => {
  it('se suivent, montent et s’en vont, dans leur préfecture seulement', async () => {
    const regle = (nom: string) => ecrireRegle(chef.portee, { nom, procedures: [], agents: [ana.agent.agentId] }, at);
    for (const nom of ['Un', 'Deux', 'Trois']) await regle(nom);
    const noms = async () => (await reglesDe('59')).map((r) => r.nom);
    const idDe = async (nom: string) => (await reglesDe('59')).find((r) => r.nom === nom)?.id ?? '';
    await monterRegle(chef.portee, await idDe('Trois'));
    await monterRegle(chef.portee, await idDe('Un'));
    expect(await noms()).toEqual(['Un', 'Trois', 'Deux']);
    const rhone = await agentDe('69', ['chef']);
    await supprimerRegle(rhone.portee, await idDe('Un'));
    await supprimerRegle(chef.portee, await idDe('Trois'));
    expect(await noms()).toEqual(['Un', 'Deux']);
  });

  it('ne nomment que des instructeurs de la préfecture', async () => {
    const ecrire = async (agents: string[]) => {
      const r = await ecrireRegle(chef.portee, { nom: 'Essai', procedures: [], agents }, at);
      return r.ok ? 'ok' : r.refus;
    };
    expect(await ecrire([])).toBe('regle_sans_agent');
    expect(await ecrire([ana.agent.agentId, chef.agent.agentId])).toBe('agent_sans_instruction');
  });
});

describe('les colonnes', () => {
  it('sont gardées pour l’agent, et pour lui seul', async () => {
    await garderPreference(ana.portee, { colonnes: ['agent'] });
    await garderPreference(ana.portee, { colonnes: ['procedure', 'etat'] });
    expect((await reglagesDe(ana.portee)).preference.colonnes).toEqual(['procedure', 'etat']);
    expect((await reglagesDe(bob.portee)).preference.colonnes).toContain('echeance');
    await sql("update preference set contenu = '[1]'");
    expect((await reglagesDe(ana.portee)).preference.colonnes).toContain('echeance');
  });
});
