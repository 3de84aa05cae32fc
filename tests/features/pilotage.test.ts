// The figures of the chef and of the country, counted by hand on a few dossiers; their time and their plans on many.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import { rolesAyant } from '#domain/access/roles.ts';
import { type PorteeAdministration, porteeAdministration } from '#domain/access/scope.ts';
import { exporterPilotage } from '#features/pilotage/commands.ts';
import { lirePilotage } from '#features/pilotage/queries.ts';
import { lirePeriode } from '#features/pilotage/schema.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, socle } from '../support/dossiers.ts';
import { compterRequetes } from '../support/requetes.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const PERIODE = { du: '2026-01-01', au: '2026-11-22' };
const avant = (jours: number) => new Date(AT.getTime() - jours * 86_400_000);

async function portee(role: 'chef' | 'admin', prefecture = '59'): Promise<{ agent: Agent; portee: PorteeAdministration }> {
  const agent: Agent = { sorte: 'agent', agentId: newId(), sessionId: newId(), nom: 'Essai', roles: [role], prefecture };
  const faite = porteeAdministration(agent, [...rolesAyant('pilotage'), ...rolesAyant('pilotage_national')]);
  if (!faite) throw new Error('sans portée');
  return { agent, portee: faite };
}

beforeEach(async () => {
  await truncate();
  await socle();
});

/** Nord: decided in 10, 20 and 30 days, open for 5 and 200; Rhône: open for 40. */
async function population(): Promise<{ agentId: string; ouverts: string[] }> {
  const { agent } = await agentDe('59', ['instructeur'], 'TESTAGENT');
  const decide = async (jours: number) => {
    const { id } = await dossierDepose({ pieces: false, statut: 'accepte', deposeLe: avant(100), agentId: agent.agentId });
    await sql('update dossier set decide_le = $2 where id = $1', [id, avant(100 - jours)]);
  };
  for (const jours of [10, 20, 30]) await decide(jours);
  const jeune = await dossierDepose({ pieces: false, deposeLe: avant(5) });
  const vieux = await dossierDepose({ pieces: false, statut: 'en_instruction', deposeLe: avant(200), agentId: agent.agentId });
  await dossierDepose({ pieces: false, prefecture: '69', deposeLe: avant(40) });
  await dossierDepose({ pieces: false, statut: 'retire', deposeLe: avant(50) });
  return { agentId: agent.agentId, ouverts: [jeune.id, vieux.id] };
}

describe('le pilotage d’un chef', () => {
  it('compte sa préfecture : stock, âge, délais où les dossiers ouverts comptent, charge', async () => {
    const { agentId } = await population();
    const lu = await lirePilotage((await portee('chef')).portee, PERIODE, AT);
    expect(lu.ouverts).toBe(2);
    expect(lu.parEtat.filter((s) => s.dossiers > 0).map((s) => [s.code, s.dossiers])).toEqual([
      ['depose', 1],
      ['en_instruction', 1],
      ['accepte', 3],
    ]);
    expect(lu.parAge.filter((s) => s.dossiers > 0).map((s) => [s.libelle, s.dossiers])).toEqual([
      ['un mois ou moins', 1],
      ['six à neuf mois', 1],
    ]);
    // 5 days open (leaves), then 10, 20, 30 decided out of 4: 3/4, 2/4
    expect(lu.ensemble).toEqual({ deposes: 5, decides: 3, ouverts: 2, mediane: { jours: 20 }, quatreVingtieme: { plusDe: 200 } });
    expect(lu.demarches.map((d) => [d.slug, d.deposes])).toEqual([['enfant-de-francais', 5]]);
    expect(lu.charge).toEqual([
      { code: '', nom: 'Non attribués', ouverts: 1, aTraiter: 1, decides: 0 },
      { code: agentId, nom: 'TESTAGENT Camille', ouverts: 1, aTraiter: 1, decides: 3 },
    ]);
  });

  it('ne garde que la période demandée, mais tout le stock', async () => {
    await population();
    const lu = await lirePilotage((await portee('chef')).portee, { du: '2026-11-01', au: '2026-11-22' }, AT);
    expect(lu.ensemble).toMatchObject({ deposes: 1, decides: 0, mediane: { plusDe: 5 } });
    expect(lu.ouverts).toBe(2);
  });

  it('compte les compléments, leur part et leur délai, réponses attendues comprises', async () => {
    const { ouverts, agentId } = await population();
    const [jeune = '', vieux = ''] = ouverts;
    const demander = (dossierId: string, le: Date, reponduLe: Date | null) =>
      db().complement.create({ data: { id: newId(), dossierId, demandePar: agentId, demandeLe: le, reponduLe }, select: { id: true } });
    await demander(vieux, avant(150), avant(140));
    await demander(vieux, avant(100), avant(80));
    await demander(jeune, avant(4), null);
    const { complements } = await lirePilotage((await portee('chef')).portee, PERIODE, AT);
    expect(complements).toEqual({
      rondes: [
        { rondes: 0, dossiers: 3 },
        { rondes: 1, dossiers: 1 },
        { rondes: 2, dossiers: 1 },
        { rondes: 3, dossiers: 0 },
      ],
      part: 2 / 5,
      reponse: { mediane: { jours: 10 }, quatreVingtieme: { jours: 20 } },
      enCours: 1,
    });
  });

  it('dit qui attend l’attestation due, et qui l’a attendue', async () => {
    const { ouverts } = await population();
    const [jeune = '', vieux = ''] = ouverts;
    const alerter = (dossierId: string, code: string, echeance: string, leveeLe: Date | null) =>
      db().alerte.create({
        data: { id: newId(), dossierId, cle: code, code, echeanceLe: new Date(echeance), leveeLe, creeLe: AT },
        select: { id: true },
      });
    await alerter(jeune, 'attestation_depot', '2026-11-20', null);
    await alerter(jeune, 'silence', '2026-11-01', null);
    await alerter(vieux, 'attestation_fin_de_document', '2026-10-01', new Date('2026-10-05T08:00:00Z'));
    await alerter(vieux, 'attestation_renouvellement', '2026-11-30', null);
    const { ruptures } = await lirePilotage((await portee('chef')).portee, PERIODE, AT);
    expect(ruptures).toEqual({ aujourdhui: 1, periode: 2 });
  });

  it('ne dit rien d’une préfecture vide', async () => {
    const lu = await lirePilotage((await portee('chef', '69')).portee, PERIODE, AT);
    expect(lu).toMatchObject({ ouverts: 0, ensemble: { mediane: null }, demarches: [], charge: [], complements: { part: null } });
  });
});

describe('le pilotage du pays', () => {
  it('compte toutes les préfectures, et ne nomme que des préfectures', async () => {
    await population();
    const lu = await lirePilotage((await portee('admin')).portee, PERIODE, AT);
    expect(lu.ouverts).toBe(3);
    expect(lu.charge.map((c) => [c.nom, c.ouverts])).toEqual([
      ['Préfecture 59', 2],
      ['Préfecture 69', 1],
    ]);
    expect(JSON.stringify(lu)).not.toMatch(/TEST/);
  });
});

describe('l’export', () => {
  it('est un flux lisible par un tableur, sans autre préfecture ni personne, et un acte consigné', async () => {
    await population();
    const { agent, portee: sienne } = await portee('chef');
    await sql(`update prefecture set nom = '=Nord' where code = '59'`);
    const { nom, contenu } = await exporterPilotage(sienne, agent, PERIODE, AT);
    const octets = new Uint8Array(await new Response(contenu).arrayBuffer());
    expect([...octets.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lignes = new TextDecoder().decode(octets).trim().split('\r\n');
    expect(nom).toBe('pilotage-59-2026-11-22.csv');
    expect(lignes[0]).toMatch(/^Préfecture;Démarche;Mois de dépôt;État;Dossiers;/);
    expect(lignes[1]).toMatch(/^'=Nord;/);
    expect(lignes).toContain("'=Nord;Enfant de Français – première demande;2026-08;accepte;3;20,0");
    expect(lignes).toHaveLength(5);
    expect(lignes.join()).not.toMatch(/Préfecture 69|TEST/);
    expect(await db().acteAdministration.findMany({ select: { type: true } })).toEqual([{ type: 'pilotage_exporte' }]);
  });
});

it.each([
  [{}, { du: '2025-11-22', au: '2026-11-22' }],
  [
    { du: '2026-03-01', au: '2026-02-01' },
    { du: '2026-02-01', au: '2026-03-01' },
  ],
  [
    { du: 'hier', au: '2031-01-01' },
    { du: '2025-11-22', au: '2026-11-22' },
  ],
])('lit la période %j comme %j', (parametres, attendue) => expect(lirePeriode(parametres, '2026-11-22')).toEqual(attendue));

describe('sur beaucoup de dossiers', () => {
  const COMBIEN = Number(process.env.PILOTAGE_DOSSIERS ?? 20_000);

  it('a dans son index tout ce qu’il lit, en six requêtes et un temps borné', async () => {
    const { portee: nationale } = await portee('admin');
    await sql("insert into compte (id, email) values ('00000000-0000-7000-8000-000000000001', 'tous.test@example.org')");
    await sql(`
      insert into dossier (id, numero, procedure, procedure_version, liste_version, compte_id, statut, prefecture_code, depose_le, decide_le)
      select gen_random_uuid(), n::text, (array['enfant-de-francais','conjoint-de-francais','etudiant','visiteur'])[1 + n % 4], 1, 1,
        '00000000-0000-7000-8000-000000000001', case when n % 3 = 0 then 'en_instruction' else 'accepte' end::statut, (array['59','69'])[1 + n % 2],
        '${AT.toISOString()}'::timestamptz - (n % 700 + 1) * interval '1 day',
        case when n % 3 = 0 then null else '${AT.toISOString()}'::timestamptz - (n % 700) * interval '12 hours' end
      from generate_series(1, ${COMBIEN}) n`);
    await sql('vacuum analyze dossier');
    await lirePilotage(nationale, { du: '2024-01-01', au: '2026-11-22' }, AT);
    const debut = performance.now();
    const lu = await lirePilotage(nationale, { du: '2024-01-01', au: '2026-11-22' }, AT);
    const duree = performance.now() - debut;
    expect(await compterRequetes(() => lirePilotage(nationale, PERIODE, AT))).toBe(6);
    expect(lu.ensemble.deposes).toBe(COMBIEN);
    if (process.env.PILOTAGE_DOSSIERS) console.log(`pilotage national, ${COMBIEN} dossiers : ${Math.round(duree)} ms`);
    expect(duree).toBeLessThan(20_000);
    // the index holds all that the figures read; which of its indexes the planner takes depends on how lately the table was vacuumed
    const [index] = await sql<{ indexdef: string }>("select indexdef from pg_indexes where indexname = 'dossier_pilotage'");
    for (const colonne of ['prefecture_code', 'depose_le', 'id', 'statut', 'decide_le', 'procedure', 'agent_id', 'attente'])
      expect(index?.indexdef).toMatch(new RegExp(`\\b${colonne}\\b`));
    const plan = await sql<{ 'QUERY PLAN': string }>(
      `explain select count(*) from dossier d where d.numero is not null and d.prefecture_code = '59' and d.depose_le >= now() - interval '30 days'`,
    );
    expect(plan.map((l) => l['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan/);
  }, 600_000);
});
