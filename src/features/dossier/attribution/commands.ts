// Who has which dossier: given by hand, by rule, according to the load; followed by others. Each dossier is its own transaction, through
// the life-cycle table: in a batch, one that is refused leaves the others done.
import 'server-only';
import { type Acteur, type Agent, SYSTEME } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeMachine } from '#domain/access/scope.ts';
import { choisirAgent, type Equipier, repartir } from '#domain/dossier/attribution.ts';
import { jourDe } from '#domain/jour.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { driver, type Sql, transaction } from '#platform/db.ts';
import { isId, newId } from '#platform/ids.ts';
import { prendreEnCharge } from '../instruction/commands.ts';
import { lisible, type Portee } from '../queries.ts';
import { executer } from '../store.ts';
import { depotADonner, dossiersDe, dossiersDuLot, equipeDe, reglesDe } from './queries.ts';
import type { Geste, Maniere, RegleSaisie } from './schema.ts';

export type Qui = { portee: Portee; acteur: Acteur };

/**
 * Gives a dossier to an agent; null: to nobody. Given already: done; the machine never
 * takes one back from whoever has it. Refusals: life cycle, `agent_sans_instruction`, and
 * `agent_non_habilite` for a restricted dossier that this agent could not open.
 */
export async function attribuer(
  { portee, acteur }: Qui,
  dossierId: string,
  cible: string | null,
  at: Date,
  versionVue?: number,
): Promise<Resultat<{ agentId: string | null }>> {
  return executer(
    { action: 'attribuer', dossierId, portee, acteur, at, ...(versionVue === undefined ? {} : { versionVue }) },
    async ({ id, prefectureCode }, tx, { estRestreint }) => {
      const refus = cible === null ? null : await empechement(tx, { id, prefectureCode, estRestreint }, cible);
      return refus ?? ok({ colonnes: { agentId: cible }, faits: { agent: cible }, valeur: { agentId: cible } });
    },
    ({ agentId }) => (agentId === cible || (acteur.sorte === 'systeme' && agentId !== null) ? { agentId } : null),
  );
}

type Donne = { id: string; prefectureCode: string | null; estRestreint: boolean };

/** Why this agent cannot have it; null when they can. */
async function empechement(tx: Sql, { id, prefectureCode, estRestreint }: Donne, cible: string) {
  const [lu] = await tx.$queryRaw<{ instruit: boolean; habilite: boolean }[]>`
    SELECT a.actif AND a.prefecture_code = ${prefectureCode} AND 'instructeur' = ANY(a.roles) AS instruit,
      EXISTS (SELECT 1 FROM habilitation h WHERE h.dossier_id = ${id}::uuid AND h.agent_id = a.id) AS habilite
    FROM agent a WHERE a.id = ${cible}::uuid`;
  if (!lu?.instruit) return refuse('agent_sans_instruction');
  return estRestreint && !lu.habilite ? refuse('agent_non_habilite') : null;
}

/** An agent follows a dossier that somebody else has in charge, or no longer. Twice is once. */
export async function suivre(portee: PorteeAgent, dossierId: string, suit: boolean, at: Date): Promise<Resultat<null>> {
  if (!isId(dossierId)) return refuse('introuvable');
  const [vu] = await driver().$queryRaw<
    { id: string }[]
  >`SELECT d.id FROM dossier d WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)}`;
  if (!vu) return refuse('introuvable');
  if (suit)
    await driver()
      .$queryRaw`INSERT INTO surveillance (dossier_id, agent_id, cree_le) VALUES (${vu.id}::uuid, ${portee.agentId}::uuid, ${at})
      ON CONFLICT DO NOTHING`;
  else await driver().$queryRaw`DELETE FROM surveillance WHERE dossier_id = ${vu.id}::uuid AND agent_id = ${portee.agentId}::uuid`;
  return ok(null);
}

/** What became of one dossier of a batch: `phrase` says why not. */
export type Sort = { objet: string; fait: boolean; phrase: string };

const FAIT: Readonly<Record<Geste, string>> = {
  prendre_en_charge: 'pris en charge',
  suivre: 'suivi',
  ne_plus_suivre: 'n’est plus suivi',
  attribuer: 'attribué',
  retirer_a_l_agent: 'n’est plus à personne',
};

const sortDe = (objet: string, resultat: Resultat<unknown>, fait: string): Sort =>
  resultat.ok ? { objet, fait: true, phrase: fait } : { objet, fait: false, phrase: phraseDuRefus(resultat.refus, resultat.details) };

type Demande = { geste: Geste; agent: string | null; ids: readonly string[] };

/** One gesture on several dossiers, one after the other; what one refuses stops none of the others. */
export async function traiterLot(portee: PorteeAgent, agent: Agent, { geste, agent: cible, ids }: Demande, at: Date): Promise<Sort[]> {
  const vus = await dossiersDuLot(portee, ids);
  const sorts: Sort[] = [];
  for (const id of ids) {
    const vu = vus.get(id);
    const resultat = vu ? await unGeste(portee, agent, geste, { id, version: vu.version, cible }, at) : refuse('introuvable');
    sorts.push(sortDe(vu?.numero ?? '–', resultat, FAIT[geste]));
  }
  return sorts;
}

type Un = { id: string; version: number; cible: string | null };

async function unGeste(portee: PorteeAgent, agent: Agent, geste: Geste, { id, version, cible }: Un, at: Date): Promise<Resultat<unknown>> {
  switch (geste) {
    case 'prendre_en_charge':
      return prendreEnCharge(portee, agent, { dossierId: id, version }, at);
    case 'suivre':
      return suivre(portee, id, true, at);
    case 'ne_plus_suivre':
      return suivre(portee, id, false, at);
    case 'attribuer':
      return attribuer({ portee, acteur: agent }, id, cible, at);
    case 'retirer_a_l_agent':
      return attribuer({ portee, acteur: agent }, id, null, at);
  }
}

/** A rule that names nobody in particular: every instructeur of the prefecture. */
const tous = (equipe: readonly Equipier[]) => ({ procedures: [], agents: equipe.map((e) => e.id) });

/** Gives what is nobody's, the most urgent first. What no rule names stays nobody's, and is said. */
export async function distribuer(portee: PorteeAgent, agent: Agent, maniere: Maniere, at: Date): Promise<Sort[]> {
  const [equipe, regles, dossiers] = await Promise.all([
    equipeDe(portee.prefecture, jourDe(at)),
    reglesDe(portee.prefecture),
    dossiersDe(portee, null),
  ]);
  const instructeurs = equipe.filter((e) => e.instruit);
  return donner({ portee, acteur: agent }, maniere === 'regles' ? regles : [tous(instructeurs)], dossiers, instructeurs, at);
}

/** All the dossiers of somebody absent or gone, to one agent, or to those who are there (`vers` null). */
export async function reaffecter(portee: PorteeAgent, agent: Agent, de: string, vers: string | null, at: Date): Promise<Sort[]> {
  const [equipe, dossiers] = await Promise.all([equipeDe(portee.prefecture, jourDe(at)), dossiersDe(portee, de)]);
  const autres = equipe.filter((e) => e.instruit && e.id !== de);
  // chosen by hand, even away: the chef knows
  const choisis = vers === null ? autres : autres.filter((e) => e.id === vers).map((e) => ({ ...e, estAbsent: false }));
  return donner({ portee, acteur: agent }, [tous(choisis)], dossiers, choisis, at);
}

async function donner(
  qui: Qui,
  regles: Parameters<typeof repartir>[0],
  dossiers: readonly { id: string; numero: string; procedure: string }[],
  equipe: readonly (Equipier & { nom: string })[],
  at: Date,
): Promise<Sort[]> {
  const noms = new Map(equipe.map((e) => [e.id, e.nom]));
  const numeros = new Map(dossiers.map((d) => [d.id, d.numero]));
  const sorts: Sort[] = [];
  for (const { id, agent } of repartir(regles, dossiers, equipe)) {
    const objet = numeros.get(id) ?? '–';
    if (agent === null) sorts.push({ objet, fait: false, phrase: 'Aucune règle ne le donne à quelqu’un qui soit là.' });
    else sorts.push(sortDe(objet, await attribuer(qui, id, agent, at), `attribué à ${noms.get(agent) ?? '–'}`));
  }
  return sorts;
}

/** Right after a deposit, by the machine, where the prefecture has written rules. Safe to repeat. */
export async function attribuerDepot(evenementId: string, at: Date): Promise<void> {
  const depot = await depotADonner(evenementId);
  if (!depot) return;
  const { prefecture, procedure, dossierId, compteId } = depot;
  const [equipe, regles] = await Promise.all([equipeDe(prefecture, jourDe(at)), reglesDe(prefecture)]);
  const cible = choisirAgent(
    regles,
    procedure,
    equipe.filter((e) => e.instruit),
  );
  // nobody is there: the chef will see it among those that nobody has
  if (cible !== null) await attribuer({ portee: porteeMachine(compteId), acteur: SYSTEME }, dossierId, cible, at);
}

/** Refusals: `regle_sans_agent`, `agent_sans_instruction`. A new rule comes last. */
export async function ecrireRegle(
  { prefecture }: PorteeAgent,
  { nom, procedures, agents }: RegleSaisie,
  at: Date,
): Promise<Resultat<null>> {
  if (agents.length === 0) return refuse('regle_sans_agent');
  return transaction(async (tx) => {
    const connus = await tx.agent.count({
      where: { id: { in: agents }, actif: true, prefectureCode: prefecture, roles: { has: 'instructeur' } },
    });
    if (connus !== agents.length) return refuse('agent_sans_instruction');
    const derniere = await tx.regleAttribution.aggregate({ where: { prefectureCode: prefecture }, _max: { ordre: true } });
    const ordre = (derniere._max.ordre ?? 0) + 1;
    await tx.regleAttribution.create({
      data: { id: newId(), prefectureCode: prefecture, ordre, nom, procedures, agents, creeLe: at },
      select: { id: true },
    });
    return ok(null);
  });
}

/** Already gone: done. */
export async function supprimerRegle({ prefecture }: PorteeAgent, id: string): Promise<Resultat<null>> {
  await transaction((tx) => tx.regleAttribution.deleteMany({ where: { id, prefectureCode: prefecture } }));
  return ok(null);
}

/** Before the one that comes before it. The first one stays where it is. */
export async function monterRegle({ prefecture }: PorteeAgent, id: string): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const regles = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM regle_attribution WHERE prefecture_code = ${prefecture} ORDER BY ordre, cree_le, id FOR UPDATE`;
    const rang = regles.findIndex((r) => r.id === id);
    if (rang < 1) return ok(null);
    const suite = regles.map((r) => r.id);
    const ordre = [...suite.slice(0, rang - 1), id, ...suite.slice(rang - 1, rang), ...suite.slice(rang + 1)];
    for (const [n, autre] of ordre.entries())
      await tx.regleAttribution.update({ where: { id: autre }, data: { ordre: n + 1 }, select: { id: true } });
    return ok(null);
  });
}
