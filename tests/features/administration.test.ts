// Administrators: agents, delegations, exceptional openings, access log – what they may, what is refused, what is told.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent, RoleAgent } from '#domain/access/actors.ts';
import type { SorteDelegation } from '#domain/access/delegation.ts';
import { type PorteeAdministration, porteeAdministration, porteeAgent, porteeBris } from '#domain/access/scope.ts';
import type { Resultat } from '#domain/result.ts';
import { declarerAbsence, supprimerAbsence } from '#features/administration/absences/commands.ts';
import { exporterAcces, purgerConsultations } from '#features/administration/acces/commands.ts';
import { lireAcces } from '#features/administration/acces/queries.ts';
import { lireDemandeAcces } from '#features/administration/acces/schema.ts';
import { desactiverAgent, inviter, modifierAgent, reactiverAgent, reinitialiser } from '#features/administration/agents/commands.ts';
import { agentGere, listerAgents } from '#features/administration/agents/queries.ts';
import { lireDemandeAgents } from '#features/administration/agents/schema.ts';
import { ouvrirExceptionnellement } from '#features/administration/bris/commands.ts';
import { ouvertures } from '#features/administration/bris/queries.ts';
import { donnerDelegation, revoquerDelegation } from '#features/administration/delegations/commands.ts';
import { actes } from '#features/administration/journal/queries.ts';
import { signerDecision } from '#features/dossier/decision/commands.ts';
import { noterLecture } from '#features/dossier/instruction/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { ouvertureEnCours } from '#guard/bris.ts';
import { csvCell } from '#platform/csv.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueues } from '#platform/queue.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, type DossierDeTest, dossierDepose, socle } from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
type Gerant = { agent: Agent; portee: PorteeAdministration };
let national: Gerant;
let local: Gerant;

async function gerant(role: RoleAgent, prefecture: string | null): Promise<Gerant> {
  const id = newId();
  const email = `${id}@example.org`;
  await db().agent.create({
    data: { id, email, nom: `TEST${role}`, prenom: 'Lou', qualite: 'Q', roles: [role], prefectureCode: prefecture },
  });
  const agent: Agent = { sorte: 'agent', agentId: id, sessionId: newId(), nom: `Lou TEST${role}`, roles: [role], prefecture };
  const portee = porteeAdministration(agent, [role]);
  if (!portee) throw new Error('sans portée');
  return { agent, portee };
}

beforeEach(async () => {
  await truncate();
  await socle();
  await prepareQueues();
  national = await gerant('admin', null);
  local = await gerant('admin_local', '59');
});

const refus = (r: Resultat<unknown>) => (r.ok ? 'ok' : r.refus);
const fiche = (agent: string, plus: Partial<Parameters<typeof modifierAgent>[2]> = {}) => ({
  agent,
  version: 1,
  nom: 'TESTAGENT',
  prenom: 'Camille',
  qualite: 'Agent instructeur',
  roles: ['instructeur'] as RoleAgent[],
  prefecture: '59',
  ...plus,
});
const modifier = ({ agent, portee }: Gerant, saisie: Parameters<typeof modifierAgent>[2]) =>
  modifierAgent(portee, agent, saisie, at).then(refus);

describe('un administrateur', () => {
  it('change les rôles d’un agent, une version après l’autre, et le dit au journal', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    expect(await modifier(local, fiche(agent.agentId, { roles: ['instructeur', 'valideur'] }))).toBe('ok');
    expect(await agentGere(local.portee, agent.agentId)).toMatchObject({ roles: ['instructeur', 'valideur'], version: 2 });
    const [acte] = await actes(local.portee, null, 10);
    expect(acte).toMatchObject({ type: 'agent_modifie', par: local.agent.nom });
    expect(acte?.faits.apres).toContain('Valideur');
  });

  it('à deux sur le même agent : le second n’écrase rien', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    const deux = await Promise.all([
      modifier(local, fiche(agent.agentId, { qualite: 'Première' })),
      modifier(national, fiche(agent.agentId, { qualite: 'Seconde' })),
    ]);
    expect(deux.toSorted()).toEqual(['agent_modifie_ailleurs', 'ok']);
    expect(await db().acteAdministration.count()).toBe(1);
  });

  it('ne change pas ses propres droits', async () => {
    for (const qui of [national, local])
      expect(await modifier(qui, fiche(qui.agent.agentId, { roles: ['admin'], prefecture: null }))).toBe('soi_meme');
    expect(refus(await desactiverAgent(local.portee, local.agent, { agent: local.agent.agentId, version: 1 }, at))).toBe('soi_meme');
  });

  it('local ne sort ni de sa préfecture ni de ses rôles', async () => {
    const rhone = await agentDe('69', ['instructeur']);
    const nord = await agentDe('59', ['instructeur']);
    const protection = await gerant('protection_donnees', null);
    expect(await modifier(local, fiche(rhone.agent.agentId))).toBe('agent_introuvable');
    expect(await modifier(local, fiche(protection.agent.agentId))).toBe('agent_introuvable');
    expect(await modifier(local, fiche(nord.agent.agentId, { prefecture: '69' }))).toBe('agent_introuvable');
    for (const role of ['admin', 'protection_donnees', 'support'] as const)
      expect(await modifier(local, fiche(nord.agent.agentId, { roles: [role], prefecture: null }))).toBe('role_non_attribuable');
    expect(await agentGere(local.portee, rhone.agent.agentId)).toBeNull();
    expect((await listerAgents(local.portee, lireDemandeAgents({}))).lignes.every((a) => a.prefecture === 'Préfecture 59')).toBe(true);
    expect(await db().acteAdministration.count()).toBe(0);
  });

  it('ne touche pas à un agent qui tient un rôle au-dessus du sien, même dans sa préfecture', async () => {
    const haut = await gerant('admin', '59');
    expect(await modifier(local, fiche(haut.agent.agentId))).toBe('role_non_attribuable');
    expect(refus(await desactiverAgent(local.portee, local.agent, { agent: haut.agent.agentId, version: 1 }, at))).toBe(
      'role_non_attribuable',
    );
  });

  it('ne cumule pas lire et gérer, et demande une préfecture', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    expect(await modifier(national, fiche(agent.agentId, { roles: ['instructeur', 'admin_local'] }))).toBe('roles_incompatibles');
    expect(await modifier(national, fiche(agent.agentId, { prefecture: null }))).toBe('prefecture_requise');
  });

  it('désactive : sessions fermées, dossiers à répartir listés par leur numéro ; puis réactive', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    const dossier = await dossierDepose({ statut: 'en_instruction', agentId: agent.agentId, pieces: false });
    await db().session.create({
      data: { id: newId(), agentId: agent.agentId, niveau: 'complete', expireLe: new Date('2099-01-01') },
    });
    expect(refus(await desactiverAgent(local.portee, local.agent, { agent: agent.agentId, version: 1 }, at))).toBe('ok');
    expect(await db().session.count({ where: { revoqueeLe: null } })).toBe(0);
    expect(await agentGere(local.portee, agent.agentId)).toMatchObject({ actif: false, enCharge: [dossier.numero] });
    expect(refus(await reactiverAgent(local.portee, local.agent, { agent: agent.agentId, version: 1 }, at))).toBe('agent_modifie_ailleurs');
    expect(refus(await reactiverAgent(local.portee, local.agent, { agent: agent.agentId, version: 2 }, at))).toBe('ok');
  });

  it('invite par courriel dans son ressort, pas deux fois la même adresse', async () => {
    const saisie = { email: 'neuf@example.org', nom: 'TESTNEUF', prenom: 'Alex', qualite: 'Agent', roles: ['instructeur'] as RoleAgent[] };
    const faire = (plus: object) => inviter(local.portee, local.agent, { ...saisie, prefecture: '59', ...plus }, at).then(refus);
    expect(await faire({ roles: ['admin'], prefecture: null })).toBe('role_non_attribuable');
    expect(await faire({ prefecture: '69' })).toBe('agent_introuvable');
    expect(await db().agent.count({ where: { email: saisie.email } })).toBe(0);
    expect(await faire({})).toBe('ok');
    expect(await faire({})).toBe('agent_deja_connu');
    expect(await sql("select destinataire from courriel where sorte = 'invitation_agent'")).toEqual([{ destinataire: saisie.email }]);
    expect((await actes(local.portee, null, 10)).map((a) => a.type)).toEqual(['agent_invite']);
  });

  it('efface le second facteur d’un agent, jamais le sien, et le dit au journal', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    await db().facteur.create({ data: { id: newId(), agentId: agent.agentId, sorte: 'totp', nom: 'Téléphone', confirmeLe: at } });
    expect(refus(await reinitialiser(local.portee, local.agent, { agent: local.agent.agentId, version: 1 }, at))).toBe('soi_meme');
    expect(refus(await reinitialiser(local.portee, local.agent, { agent: agent.agentId, version: 1 }, at))).toBe('ok');
    expect(await db().facteur.count()).toBe(0);
    expect(await sql('select sorte from courriel order by sorte')).toEqual([{ sorte: 'acces_change' }, { sorte: 'invitation_agent' }]);
    expect((await actes(local.portee, null, 10)).map((a) => a.type)).toEqual(['facteurs_reinitialises']);
  });

  it('cherche par le début du nom ou de l’adresse, par rôle, par état', async () => {
    await agentDe('59', ['valideur'], 'TESTÉTÉ');
    const noms = async (p: Record<string, string>) => (await listerAgents(national.portee, lireDemandeAgents(p))).lignes.map((a) => a.nom);
    expect(await noms({ q: 'testete' })).toEqual(['TESTÉTÉ']);
    expect(await noms({ role: 'valideur' })).toEqual(['TESTÉTÉ']);
    expect(await noms({ etat: 'inactifs' })).toEqual([]);
    expect(await noms({ prefecture: '69' })).toEqual([]);
  });

  it('laisse un journal que la base refuse de réécrire', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    await modifier(local, fiche(agent.agentId));
    await expect(sql("update acte_administration set faits = '{}'")).rejects.toThrow(/ajout seul/);
    await expect(sql('delete from acte_administration')).rejects.toThrow(/ajout seul/);
  });
});

describe('une délégation de signature', () => {
  const saisie = (agent: string, plus = {}) => ({
    agent,
    sortes: ['favorable'] as SorteDelegation[],
    reference: 'arrêté n° 2026-9',
    debut: '2026-11-01',
    fin: null,
    ...plus,
  });

  async function propose(): Promise<{ dossier: DossierDeTest; vu: { dossierId: string; version: number } }> {
    const dossier = await dossierDepose({ statut: 'propose', pieces: false });
    const proposition = { sens: 'favorable', par: newId(), motifs: '', le: at.toISOString() };
    await sql('update dossier set proposition = $2 where id = $1', [dossier.id, JSON.stringify(proposition)]);
    return { dossier, vu: { dossierId: dossier.id, version: 6 } };
  }

  it('donnée permet de signer, et sa référence est écrite avec la décision', async () => {
    const { agent, portee } = await agentDe('59', ['valideur']);
    await db().delegation.deleteMany();
    const { dossier, vu } = await propose();
    expect(refus(await signerDecision(portee, agent, vu, 'favorable', at))).toBe('delegation_absente');
    expect(refus(await donnerDelegation(local.portee, local.agent, saisie(agent.agentId), at))).toBe('ok');
    expect(refus(await signerDecision(portee, agent, vu, 'favorable', at))).toBe('ok');
    const [evenement] = await sql<{ faits: unknown }>("select faits from evenement where dossier_id = $1 and type = 'decision_favorable'", [
      dossier.id,
    ]);
    expect(evenement?.faits).toEqual({ signataire: agent.agentId, delegation: 'arrêté n° 2026-9' });
  });

  it.each([
    ['échue', { debut: '2026-01-01', fin: '2026-11-21' }, 'delegation_echue'],
    ['à venir', { debut: '2026-11-23' }, 'delegation_a_venir'],
    ['d’une autre sorte', { sortes: ['refus'] }, 'delegation_autre_sorte'],
  ])('%s ne permet pas de signer', async (_cas, plus, attendu) => {
    const { agent, portee } = await agentDe('59', ['valideur']);
    await db().delegation.deleteMany();
    const { vu } = await propose();
    expect(refus(await donnerDelegation(local.portee, local.agent, saisie(agent.agentId, plus), at))).toBe('ok');
    expect(refus(await signerDecision(portee, agent, vu, 'favorable', at))).toBe(attendu);
  });

  it('révoquée ne permet plus de signer, et ne se révoque pas deux fois', async () => {
    const { agent, portee } = await agentDe('59', ['valideur']);
    const { vu } = await propose();
    const { id } = await db().delegation.findFirstOrThrow({ select: { id: true } });
    const rhone = await gerant('admin_local', '69');
    expect(refus(await revoquerDelegation(rhone.portee, rhone.agent, id, at))).toBe('introuvable');
    expect(refus(await revoquerDelegation(local.portee, local.agent, id, at))).toBe('ok');
    expect(refus(await revoquerDelegation(local.portee, local.agent, id, at))).toBe('delegation_deja_revoquee');
    expect(refus(await signerDecision(portee, agent, vu, 'favorable', at))).toBe('delegation_revoquee');
  });

  it('ne se donne ni à soi, ni à qui ne signe pas, ni ailleurs', async () => {
    const { agent: instructeur } = await agentDe('59', ['instructeur']);
    const { agent: rhone } = await agentDe('69', ['valideur']);
    expect(refus(await donnerDelegation(local.portee, local.agent, saisie(local.agent.agentId), at))).toBe('soi_meme');
    expect(refus(await donnerDelegation(local.portee, local.agent, saisie(instructeur.agentId), at))).toBe('delegataire_sans_role');
    expect(refus(await donnerDelegation(local.portee, local.agent, saisie(rhone.agentId), at))).toBe('agent_introuvable');
  });

  it('tombe avec le rôle ou avec la préfecture', async () => {
    const { agent } = await agentDe('59', ['valideur']);
    expect(await modifier(national, fiche(agent.agentId, { roles: ['valideur'], prefecture: '69' }))).toBe('ok');
    expect(await db().delegation.count({ where: { revoqueeLe: null } })).toBe(0);
  });
});

describe('une ouverture exceptionnelle', () => {
  const motif = 'Pièce signalée illisible par la préfecture, à reproduire.';
  const ouvrir = (numero: string) => ouvrirExceptionnellement(national.portee, national.agent, { numero, motif }, at);

  it('est refusée quand personne ne serait prévenu', async () => {
    const { numero } = await dossierDepose({ pieces: false });
    expect(refus(await ouvrir(numero))).toBe('bris_sans_controle');
    expect(await db().brisDeGlace.count()).toBe(0);
  });

  it('donne une heure de lecture d’un seul dossier, prévient la protection des données et se montre', async () => {
    const protection = await gerant('protection_donnees', null);
    const parti = await gerant('protection_donnees', null);
    await db().agent.update({ where: { id: parti.agent.agentId }, data: { actif: false } });
    const dossier = await dossierDepose({ pieces: false });
    const voisin = await dossierDepose({ pieces: false });
    expect(porteeAgent(national.agent)).toBeNull();
    expect(await ouvertureEnCours(national.agent, dossier.id, at)).toBeNull();
    expect(await ouvrir(dossier.numero)).toEqual({ ok: true, valeur: { dossierId: dossier.id } });

    const enCours = await ouvertureEnCours(national.agent, dossier.id, at);
    expect(enCours?.ouverture.motif).toBe(motif);
    const portee = porteeBris({ dossierId: dossier.id, agentId: national.agent.agentId });
    expect(await dossierInstruit(portee, dossier.id)).toMatchObject({ numero: dossier.numero });
    expect(await dossierInstruit(portee, voisin.id)).toBeNull();
    expect(await ouvertureEnCours(national.agent, voisin.id, at)).toBeNull();
    expect(await ouvertureEnCours(local.agent, dossier.id, at)).toBeNull();
    expect(await ouvertureEnCours(national.agent, dossier.id, new Date('2026-11-22T11:00:00Z'))).toBeNull();

    await noterLecture(portee, dossier.id, 'dossier', null, at, 'bris_de_glace');
    const [lue] = await ouvertures(protection.portee, null, null);
    expect(lue).toMatchObject({ numero: dossier.numero, motif, agent: national.agent.nom });
    expect(lue?.lectures.map((l) => l.objet)).toEqual(['dossier']);
    expect(await sql('select service, finalite from consultation')).toEqual([
      { service: 'Administration centrale', finalite: 'bris_de_glace' },
    ]);
    const courriels = await sql<{ destinataire: string }>("select destinataire from courriel where sorte = 'bris_de_glace'");
    expect(courriels).toEqual([{ destinataire: `${protection.agent.agentId}@example.org` }]);
    await expect(sql('delete from bris_de_glace')).rejects.toThrow(/ajout seul/);
  });

  it('ne trouve pas un brouillon', async () => {
    await gerant('protection_donnees', null);
    const { numero } = await dossierDepose({ statut: 'brouillon', pieces: false });
    expect(refus(await ouvrir(numero))).toBe('demande_inconnue');
  });
});

describe('le journal des accès', () => {
  const lire = (p: Record<string, string>, combien = 50) => lireAcces(national.portee, lireDemandeAcces(p), combien);

  it('se cherche par demande, par agent, par jours de Paris, et se lit page à page', async () => {
    const { agent, portee } = await agentDe('59', ['instructeur'], 'TESTUN');
    const deux = await agentDe('59', ['instructeur'], 'TESTDEUX');
    const dossier = await dossierDepose({ pieces: false });
    for (const le of ['2026-11-20T23:30:00Z', '2026-11-21T12:00:00Z', '2026-11-22T12:00:00Z'])
      await noterLecture(portee, dossier.id, 'dossier', null, new Date(le));
    await noterLecture(deux.portee, dossier.id, 'dossier', null, at);
    expect(await lire({ numero: dossier.numero })).toHaveLength(4);
    expect(await lire({ numero: '1' })).toEqual([]);
    expect(await lire({ agent: 'testun' })).toHaveLength(3);
    expect(await lire({ agent: `${agent.agentId}@example.org` })).toHaveLength(3);
    // 23:30 UTC on the 20th is the 21st in Paris
    expect(await lire({ agent: 'testun', du: '2026-11-21', au: '2026-11-21' })).toHaveLength(2);
    const [premiere, deuxieme] = await lire({}, 2);
    const suite = await lireAcces(
      national.portee,
      { ...lireDemandeAcces({}), apres: { le: deuxieme?.le ?? at, id: deuxieme?.id ?? '' } },
      50,
    );
    expect(premiere?.le).toEqual(new Date('2026-11-22T12:00:00Z'));
    expect(suite).toHaveLength(2);
  });

  it('s’exporte en CSV, et l’export est un acte', async () => {
    const { portee } = await agentDe('59', ['instructeur'], 'TESTUN');
    const dossier = await dossierDepose({ pieces: false });
    await noterLecture(portee, dossier.id, 'dossier', null, at);
    const { nom, contenu } = await exporterAcces(national.portee, national.agent, lireDemandeAcces({}), at);
    const texte = await new Response(contenu).text();
    expect(nom).toBe('journal-des-acces-2026-11-22.csv');
    expect(texte.split('\r\n')).toHaveLength(3);
    expect(texte).toContain(dossier.numero);
    expect(await db().acteAdministration.count({ where: { type: 'acces_exporte' } })).toBe(1);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['a;b', '"a;b"'],
    ['dit "oui"', '"dit ""oui"""'],
    ['+33', "'+33"],
  ])('neutralise %s pour un tableur', (brut, attendu) => expect(csvCell(brut)).toBe(attendu));

  it('se garde trois ans : la base refuse d’en effacer une ligne plus jeune', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    const dossier = await dossierDepose({ pieces: false });
    await sql(
      `insert into consultation (agent_id, dossier_id, objet, le) values ($1, $2, 'dossier', now() - interval '3 years 1 day'), ($1, $2, 'dossier', now() - interval '2 years')`,
      [agent.agentId, dossier.id],
    );
    await expect(sql('delete from consultation')).rejects.toThrow(/ajout seul/);
    await expect(sql("update consultation set objet = 'x'")).rejects.toThrow(/ajout seul/);
    expect(await purgerConsultations()).toBe(1);
    expect(await db().consultation.count()).toBe(1);
  });
});

describe('une absence', () => {
  const jours = { debut: '2026-12-01', fin: '2026-12-05' };

  it('se déclare pour soi, ou pour l’équipe par le chef', async () => {
    const camille = await agentDe('59', ['instructeur']);
    const autre = await agentDe('59', ['instructeur']);
    const chef = await agentDe('59', ['chef']);
    const rhone = await agentDe('69', ['instructeur']);
    const declarer = (qui: typeof camille, agent: string, remplacant: string) =>
      declarerAbsence(qui.portee, qui.agent, { agent, remplacant, ...jours }, at).then(refus);
    expect(await declarer(camille, camille.agent.agentId, autre.agent.agentId)).toBe('ok');
    expect(await declarer(camille, autre.agent.agentId, camille.agent.agentId)).toBe('non_autorise');
    expect(await declarer(chef, autre.agent.agentId, camille.agent.agentId)).toBe('ok');
    expect(await declarer(camille, camille.agent.agentId, camille.agent.agentId)).toBe('remplacant_impossible');
    expect(await declarer(camille, camille.agent.agentId, rhone.agent.agentId)).toBe('remplacant_impossible');
    expect(await declarer(chef, rhone.agent.agentId, camille.agent.agentId)).toBe('agent_introuvable');
    const { id } = await db().absence.findFirstOrThrow({ where: { agentId: autre.agent.agentId }, select: { id: true } });
    expect(refus(await supprimerAbsence(camille.portee, camille.agent, id, at))).toBe('non_autorise');
    expect(refus(await supprimerAbsence(rhone.portee, rhone.agent, id, at))).toBe('ok');
    expect(await db().absence.count()).toBe(2);
    expect(refus(await supprimerAbsence(chef.portee, chef.agent, id, at))).toBe('ok');
    expect(await db().absence.count()).toBe(1);
  });
});
