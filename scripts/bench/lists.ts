// What an agent reads all day, at two volumes: each tab, each filter, a far page, a search. In this process, through the queries of the
// portal and its driver: no page, no HTTP, nothing that would hide a statement that grows.
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import type { Agent } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeAgent } from '#domain/access/scope.ts';
import { lireCorbeille, reglagesDe } from '#features/dossier/instruction/corbeille/queries.ts';
import { type Curseur, type Filtres, ONGLETS, type Onglet, SANS_FILTRE, type Tri } from '#features/dossier/instruction/corbeille/schema.ts';
import { chercherDossiers } from '#features/dossier/recherche/queries.ts';
import { PROCEDURES } from '#procedures/index.ts';
import { READ_AT, volumeId } from './volume.ts';

const reader: Agent = { sorte: 'agent', agentId: volumeId('agent', 0), sessionId: '', nom: '', roles: ['instructeur'], prefecture: '59' };

export type Reading = { name: string; read: () => Promise<unknown> };

const rare = PROCEDURES.at(-1)?.[0].slug ?? '';
const common = PROCEDURES[0]?.[0].slug ?? '';

function scope(): PorteeAgent {
  const portee = porteeAgent(reader);
  if (!portee) throw new Error('an agent of a prefecture has a scope');
  return portee;
}

/** `far`: a dossier in the middle of each order. */
export function readings(far: Readonly<Record<Tri, Curseur>>): Reading[] {
  const portee = scope();
  const page =
    (onglet: Onglet, plus: Partial<Filtres> = {}, tri: Tri = 'urgence', apres: Curseur | null = null) =>
    async () => {
      await Promise.all([lireCorbeille(portee, { onglet, filtres: { ...SANS_FILTRE, ...plus }, tri, apres }, READ_AT), reglagesDe(portee)]);
    };
  const filters: readonly [string, Partial<Filtres>, Tri?][] = [
    ['procédure fréquente', { procedure: common }],
    ['procédure rare', { procedure: rare }],
    ['procédure rare, par dépôt', { procedure: rare }, 'depot'],
    ['à moi', { agent: 'moi' }],
    ['à moi, par dépôt', { agent: 'moi' }, 'depot'],
    ['à personne', { agent: 'personne' }],
    ['à personne, récents', { agent: 'personne' }, 'recent'],
    ['à un agent', { agent: { id: volumeId('agent', 7) } }],
    ['en retard', { retard: true }],
    ['suivis', { suivis: true }],
    ['déposés en octobre', { du: '2026-10-01', au: '2026-10-31' }, 'depot'],
    ['par dépôt', {}, 'depot'],
    ['récents', {}, 'recent'],
  ];
  const searches = [
    'testmar',
    'test',
    'ana',
    'ana testmarlen',
    'testmar 1990',
    '1990',
    '590126',
    '0639980042',
    'personne42@example.org',
    'rien-de-tel',
  ];
  return [
    ...ONGLETS.map((o) => ({ name: `onglet ${o}`, read: page(o) })),
    ...filters.map(([name, plus, tri]) => ({ name: `à instruire, ${name}`, read: page('a_instruire', plus, tri) })),
    ...(['urgence', 'depot', 'recent'] as const).map((tri) => ({
      name: `à vérifier, page lointaine (${tri})`,
      read: page('a_verifier', {}, tri, far[tri]),
    })),
    ...searches.map((q) => ({ name: `recherche « ${q} »`, read: () => chercherDossiers(portee, q) })),
  ];
}

/** The dossier in the middle of « à vérifier », in each order. */
export async function farPages(client: Client): Promise<Record<Tri, Curseur>> {
  const middle = async (order: string): Promise<Curseur> => {
    const { rows } = await client.query<{ id: string; depose_le: Date; echeance_le: string | null }>(
      `select id, depose_le, to_char(echeance_le, 'YYYY-MM-DD') as echeance_le from dossier where prefecture_code = '59' and statut = 'depose' order by ${order}
       offset (select count(*) / 2 from dossier where prefecture_code = '59' and statut = 'depose') limit 1`,
    );
    const [row] = rows;
    if (!row) throw new Error('no dossier to begin a far page');
    return { echeanceLe: row.echeance_le, deposeLe: row.depose_le, id: row.id };
  };
  return {
    urgence: await middle('echeance_le, depose_le, id'),
    depot: await middle('depose_le, id'),
    recent: await middle('depose_le desc, id desc'),
  };
}

/** `best`: milliseconds of the quickest reading, what it costs when nothing else runs at that instant. */
export type Timed = { name: string; best: number; statements: number };

/** The quickest of `turns` readings, after some that warm the connection up; how many statements one sends. */
export async function timed({ name, read }: Reading, turns: number): Promise<Timed> {
  for (let i = 0; i < 8; i += 1) await read();
  const times: number[] = [];
  for (let i = 0; i < turns; i += 1) {
    const since = performance.now();
    await read();
    times.push(performance.now() - since);
  }
  const statements = await counted(read);
  return { name, best: Math.min(...times), statements };
}

/** Statements sent by the driver meanwhile. */
async function counted(work: () => Promise<unknown>): Promise<number> {
  const send = Client.prototype.query;
  let count = 0;
  Client.prototype.query = function spy(this: Client, ...args: unknown[]) {
    count += 1;
    return Reflect.apply(send, this, args);
  } as typeof send;
  try {
    await work();
  } finally {
    Client.prototype.query = send;
  }
  return count;
}
