// What an agent reads all day, at two volumes: each tab, each filter, a far page, a search. In this process, through the queries of the
// portal and its driver: no page, no HTTP, nothing that would hide a statement that grows.
import type { Client } from 'pg';
import type { Agent } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeAgent } from '#domain/access/scope.ts';
import { lireCorbeille, reglagesDe } from '#features/dossier/instruction/corbeille/queries.ts';
import { type Curseur, type Filtres, ONGLETS, type Onglet, SANS_FILTRE, type Tri } from '#features/dossier/instruction/corbeille/schema.ts';
import { chercherDossiers } from '#features/dossier/recherche/queries.ts';
import { PROCEDURES } from '#procedures/index.ts';
import { READ_AT, volumeId } from './volume.ts';

const reader: Agent = { sorte: 'agent', agentId: volumeId('agent', 0), sessionId: '', nom: '', roles: ['instructeur'], prefecture: '59' };

/** `read` gives how many lines it showed. */
export type Reading = { name: string; read: () => Promise<number> };

const rare = PROCEDURES.at(-1)?.[0].slug ?? '';
const common = PROCEDURES[0]?.[0].slug ?? '';
const OCTOBER = { du: '2026-10-01', au: '2026-10-31' };

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
      const demande = { onglet, filtres: { ...SANS_FILTRE, ...plus }, tri, apres };
      const [{ lignes }] = await Promise.all([lireCorbeille(portee, demande, READ_AT), reglagesDe(portee)]);
      return lignes.length;
    };
  const filters: readonly [string, Partial<Filtres>, Tri?][] = [
    ['procédure fréquente', { procedure: common }],
    ['procédure fréquente, par dépôt', { procedure: common }, 'depot'],
    ['procédure fréquente, en retard', { procedure: common, retard: true }],
    ['procédure fréquente, à moi', { procedure: common, agent: 'moi' }],
    ['procédure fréquente, à personne', { procedure: common, agent: 'personne' }],
    ['procédure rare', { procedure: rare }],
    ['procédure rare, par dépôt', { procedure: rare }, 'depot'],
    ['à moi', { agent: 'moi' }],
    ['à moi, par dépôt', { agent: 'moi' }, 'depot'],
    ['à personne', { agent: 'personne' }],
    ['à personne, récents', { agent: 'personne' }, 'recent'],
    ['à un agent', { agent: { id: volumeId('agent', 1) } }],
    ['en retard', { retard: true }],
    ['suivis', { suivis: true }],
    ['déposés en octobre', OCTOBER, 'depot'],
    ['déposés en octobre, procédure fréquente', { ...OCTOBER, procedure: common }, 'depot'],
    ['déposés en octobre, à moi', { ...OCTOBER, agent: 'moi' }, 'depot'],
    ['déposés en octobre, en retard', { ...OCTOBER, retard: true }, 'depot'],
    ['par dépôt', {}, 'depot'],
    ['récents', {}, 'recent'],
  ];
  const decided: readonly [string, Partial<Filtres>][] = [
    ['procédure fréquente', { procedure: common }],
    ['procédure rare', { procedure: rare }],
    ['à moi', { agent: 'moi' }],
    ['à moi, procédure fréquente', { procedure: common, agent: 'moi' }],
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
    ...decided.map(([name, plus]) => ({ name: `décidés, ${name}`, read: page('decides', plus) })),
    ...(['urgence', 'depot', 'recent'] as const).map((tri) => ({
      name: `à vérifier, page lointaine (${tri})`,
      read: page('a_verifier', {}, tri, far[tri]),
    })),
    ...searches.map((q) => ({ name: `recherche « ${q} »`, read: async () => (await chercherDossiers(portee, q)).trouves.length })),
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
