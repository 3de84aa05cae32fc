// A country of dossiers, written by PostgreSQL itself, set by set: 300 000 with their pieces and events in some minutes. What is drawn
// comes from a hash of the rank and of the seed: the same rank always gives the same dossier, on every machine.
import type { Client } from 'pg';
import { PROCEDURES } from '#procedures/index.ts';

export type Volume = { persons: number; dossiers: number; pieces: number; events: number };

const SEED = 20_260_501;
/** Agents of each prefecture, and the prefectures, the first of which holds six dossiers of ten. */
export const AGENTS = 60;
/** Those of them who carry the dossiers of a volume: 3 000 dossiers are not given to three hundred people. */
const carriers = (dossiers: number): number => Math.min(AGENTS, Math.max(3, Math.round(dossiers / 5000)));
export const VOLUME_PREFECTURES = ['59', '69', '13', '33', '67'] as const;
/** The day on which the lists are read. */
export const READ_AT = new Date('2026-11-22T09:00:00Z');

export const volumeId = (kind: 'agent' | 'dossier', rank: number): string =>
  `${KINDS[kind]}-0000-7000-8000-${rank.toString(16).padStart(12, '0')}`;
const KINDS = { agent: '000000a0', dossier: '000000d0', personne: '000000b0', compte: '000000c0', piece: '000000e0' } as const;
const id = (kind: keyof typeof KINDS, rank: string) => `('${KINDS[kind]}-0000-7000-8000-' || lpad(to_hex(${rank}), 12, '0'))::uuid`;
/** A number in [0, 1[ drawn from `rank`, another one for each `what`. */
const draw = (rank: string, what: number) => `((hashint8extended(${rank}, ${SEED + what}) & 2147483647) / 2147483648.0)`;
const pick = (list: readonly string[], rank: string, what: number) =>
  `(ARRAY[${list.map((v) => `'${v}'`).join(',')}])[1 + floor(${draw(rank, what)} * ${list.length})::int]`;

const SYLLABLES = [
  'MAR',
  'LEN',
  'DIA',
  'KOU',
  'SAN',
  'PER',
  'BEL',
  'NOR',
  'TRA',
  'ORE',
  'LIM',
  'GAR',
  'VES',
  'CHA',
  'DOU',
  'FER',
  'HOL',
  'JUL',
  'MON',
  'ZAK',
];
const FIRST = [
  'Aya',
  'Marshall',
  'Inès',
  'Kofi',
  'Ana',
  'Yusuf',
  'Mei',
  'Léa',
  'Omar',
  'Nadia',
  'Ivan',
  'Rosa',
  'Élodie',
  'Samir',
  'Zoé',
  'Linh',
  'Pavel',
  'Awa',
];

/** statut, attente and how many of a thousand. */
const STATES: readonly [string, string | null, number][] = [
  ['depose', null, 80],
  ['en_instruction', null, 100],
  ['en_instruction', 'reponse', 20],
  ['en_instruction', 'complement', 40],
  ['en_instruction', 'avis', 15],
  ['propose', null, 25],
  ['accepte', 'production', 30],
  ['accepte', 'remise', 40],
  ['accepte', null, 50],
  ['remis', null, 400],
  ['refuse', null, 120],
  ['clos', null, 50],
  ['retire', null, 30],
];

/** `case` over a draw: each value as often as its weight says. */
function weighted(value: string, of: (state: (typeof STATES)[number]) => string | null): string {
  let sum = 0;
  const cases = STATES.map((state) => {
    sum += state[2];
    const said = of(state);
    return `when ${value} < ${sum / 1000} then ${said === null ? 'null' : `'${said}'`}`;
  });
  return `case ${cases.join(' ')} end`;
}

/** Adds what is missing between the volume that is there (`from`) and the one wanted. Pieces and events follow the dossiers. */
export async function fill(client: Client, from: Volume, to: Volume): Promise<void> {
  await client.query('begin');
  // Foreign keys are true by construction; the words of the search are written below, as their trigger would.
  await client.query('set local session_replication_role = replica');
  const prefectures = `ARRAY[${VOLUME_PREFECTURES.map((p) => `'${p}'`).join(',')}]`;
  await client.query(
    `insert into agent (id, email, nom, prenom, qualite, roles, prefecture_code)
     select ${id('agent', 'n')}, 'agent' || n || '@example.org', 'TESTAGENT' || n, 'Camille', 'Agent',
       case when n % ${AGENTS} = ${AGENTS - 1} then '{chef}' else '{instructeur}' end::role_agent[], (${prefectures})[1 + n / ${AGENTS}]
     from generate_series(0, ${AGENTS * VOLUME_PREFECTURES.length - 1}) n on conflict do nothing`,
  );
  await client.query(
    `insert into personne (id, numero_etranger, nom_naissance, prenoms, sexe, naissance_annee, pays_naissance, lieu_naissance, nationalites, cle_recherche)
     select ${id('personne', 'n')}, case when n % 3 > 0 then lpad((9900000000 + n)::text, 10, '0') end, nom, ARRAY[prenom], 'feminin', 1940 + (${draw('n', 4)} * 68)::int,
       'CA', 'Montréal', '{CA}', lower(nom || ' ' || prenom)
     from (select n::bigint as n, 'TEST' || ${pick(SYLLABLES, 'n', 1)} || ${pick(SYLLABLES, 'n', 2)} || ${pick(SYLLABLES, 'n', 3)} as nom, ${pick(FIRST, 'n', 5)} as prenom
       from generate_series(${from.persons + 1}, ${to.persons}) n) p`,
  );
  await client.query(
    `insert into compte (id, email, email_confirme_le, telephone, personne_id)
     select ${id('compte', 'n')}, 'personne' || n || '@example.org', '2024-01-01', '06' || lpad((39980000 + n)::text, 8, '0'), ${id('personne', 'n')}
     from generate_series(${from.persons + 1}, ${to.persons}) n`,
  );
  const slugs = PROCEDURES.map(([first]) => first.slug);
  // The first ones are common, the last ones rare: one dossier in two thousand.
  const slug = `(ARRAY[${slugs.map((s) => `'${s}'`).join(',')}])[1 + floor(power(${draw('n', 11)}, 3) * ${slugs.length})::int]`;
  await client.query(
    `insert into dossier (id, numero, procedure, procedure_version, liste_version, statut, attente, compte_id, personne_id, prefecture_code, agent_id, reponses,
       etapes_validees, demandeur, version, depose_le, echeance_le, echeance_code, restreint, cree_le, modifie_le)
     select ${id('dossier', 'n')}, prefecture || '0126' || lpad(n::text, 13, '0'), ${slug}, 1, 1, statut::statut, attente, ${id('compte', 'personne')},
       ${id('personne', 'personne')}, prefecture,
       case when statut <> 'depose' and ${draw('n', 12)} > 0.02 then ${id('agent', `(array_position(${prefectures}, prefecture) - 1) * ${AGENTS} + floor(${draw('n', 13)} * ${carriers(to.dossiers)})::int`)} end,
       jsonb_build_object('nom_naissance', p.nom_naissance, 'prenoms', p.prenoms, 'date_naissance', p.naissance_annee || '-03-12', 'telephone', c.telephone, 'email', c.email),
       '{informations,motif,justificatifs}', p.nom_naissance || ' ' || p.prenoms[1], 6, depose_le,
       case when ouvert and ${draw('n', 15)} < 0.8 then date '2026-11-22' + (${draw('n', 16)} * 130 - 12)::int end, case when ouvert then 'silence' end,
       ${draw('n', 17)} < 0.01, depose_le, depose_le
     from (select n, 1 + n % ${to.persons} as personne, case when ${draw('n', 6)} < 0.6 then '59' else ${pick(VOLUME_PREFECTURES, 'n', 7)} end as prefecture,
         ${weighted('etat', ([statut]) => statut)} as statut, ${weighted('etat', ([, attente]) => attente)} as attente, etat < 0.28 as ouvert,
         timestamptz '2026-11-20 12:00+00' - ${draw('n', 10)} * interval '1 day' * case when etat < 0.28 then 200 else 1000 end as depose_le
       from (select n::bigint as n, ${draw('n', 8)} as etat from generate_series(${from.dossiers + 1}, ${to.dossiers}) n) t) t
       join personne p on p.id = ${id('personne', 'personne')} join compte c on c.id = ${id('compte', 'personne')}`,
  );
  const added = `d.id > '${volumeId('dossier', from.dossiers)}' and d.id <= '${volumeId('dossier', to.dossiers)}'`;
  await client.query(
    `insert into mot_dossier (prefecture_code, mot, dossier_id, mots) select d.prefecture_code, mot, d.id, ' ' || array_to_string(m.mots, ' ')
     from dossier d cross join lateral (select mots_du_dossier(d.demandeur, d.reponses) as mots) m cross join lateral unnest(m.mots) as mot where ${added}`,
  );
  await client.query(
    `insert into piece (id, dossier_id, code) select ${id('piece', `n * 64 + k`)}, ${id('dossier', 'n')}, 'piece_' || k
     from generate_series(${from.dossiers + 1}, ${to.dossiers}) n cross join generate_series(1, ${Math.round(to.pieces / to.dossiers)}) k`,
  );
  await client.query(
    `insert into surveillance (dossier_id, agent_id) select ${id('dossier', 'n')}, '${volumeId('agent', 0)}'::uuid
     from generate_series(${from.dossiers + 1}, least(${to.dossiers}, 3000)) n where n % 50 = 0`,
  );
  await client.query('commit');
}

/** Events for every dossier, a few more at each turn, until `wanted` or the end of the time given. Gives how many there are. */
export async function fillEvents(client: Client, { dossiers, events }: Volume, milliseconds: number): Promise<number> {
  const until = Date.now() + milliseconds;
  const turn = 5;
  let each = 0;
  while (each * dossiers < events && Date.now() < until) {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(
      `insert into evenement (dossier_id, type, acteur_sorte, faits, cree_le)
       select ${id('dossier', 'n')}, (ARRAY['commence','etape_validee','depose','pris_en_charge','piece_verifiee'])[k], 'systeme', '{}', timestamptz '2026-01-01' + ${each} * interval '1 day'
       from generate_series(1, ${dossiers}) n cross join generate_series(1, ${turn}) k`,
    );
    await client.query('commit');
    each += turn;
  }
  return each * dossiers;
}

/** Every dossier under examination: the night of the clocks over all of them. */
export async function openAll(client: Client): Promise<void> {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(
    "update dossier set statut = 'en_instruction', attente = null where statut not in ('depose', 'en_instruction', 'propose')",
  );
  await client.query('commit');
  await client.query('vacuum analyze dossier');
}
