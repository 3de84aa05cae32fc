// With many rows, what people read every day goes through an index: the SQL really sent is explained by PostgreSQL.
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent, PorteeUsager } from '#domain/access/scope.ts';
import { porteeAgent } from '#domain/access/scope.ts';
import { chercherCommunes } from '#features/communes/queries.ts';
import { lireCloche } from '#features/compte/entete/queries.ts';
import { dossiersDe as dossiersDeLAgent, equipeDe, nombreSansAgent } from '#features/dossier/attribution/queries.ts';
import { avisAttendus } from '#features/dossier/avis/queries.ts';
import { dossierEnCours, piecesDonnees } from '#features/dossier/depot/queries.ts';
import { type Demande, lireCorbeille } from '#features/dossier/instruction/corbeille/queries.ts';
import { type Filtres, ONGLETS, type Onglet, SANS_FILTRE, type Tri } from '#features/dossier/instruction/corbeille/schema.ts';
import { autresDemandes } from '#features/dossier/instruction/doublons/queries.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { relancerMessages } from '#features/dossier/messages/commands.ts';
import { oublierBrouillons, relancerJointes } from '#features/dossier/messages/fichiers/commands.ts';
import { chercherDossiers } from '#features/dossier/recherche/queries.ts';
import { aConvoquer, attendusAuNumero, chercherAuGuichet, dejaDonne, rendezVousDuJour } from '#features/dossier/remise/queries.ts';
import { dossierDe, dossiersDe } from '#features/dossier/suivi/queries.ts';
import { attestationsDues, mesAlertes } from '#features/horloge/alertes/queries.ts';
import { notificationsDe } from '#features/notifications/boite/queries.ts';
import { relancerAnalyses } from '#features/pieces/analyse/commands.ts';
import { creneauxProposes } from '#features/rendez-vous/lieux/queries.ts';
import { db, driver, transaction } from '#platform/db.ts';
import { seedReference } from '../../prisma/seed.ts';
import { addAgent, idOf, populate } from '../../scripts/bench/population.ts';
import { databaseUrl, truncate } from '../support/database.ts';
import { porteeDuCompte } from '../support/dossiers.ts';
import { type Envoyee, requetesEnvoyees } from '../support/requetes.ts';

const DOSSIERS = 20_000;
const LE = new Date('2026-11-22T09:00:00Z');
/** Read whole by nobody: they grow with the number of dossiers. `commune` has 35 000 rows for ever. */
const GRANDES = [
  'dossier',
  'compte',
  'piece',
  'fichier',
  'evenement',
  'notification',
  'complement',
  'commune',
  'session',
  'document',
  'mot_dossier',
  'avis',
  'alerte',
  'convocation',
  'remise',
  'message',
  'message_fichier',
];

const lecteur: Agent = { sorte: 'agent', agentId: idOf('agent', 1), sessionId: '', nom: '', roles: ['instructeur'], prefecture: '59' };

/** What the back-office hangs on each dossier: most of it over, a little awaited. */
const SUITES = `
  insert into lieu (id, prefecture_code, nom, adresse) select gen_random_uuid(), code, 'Accueil', 'rue des Essais' from prefecture;
  insert into avis (id, dossier_id, sorte, demande_le, demande_par, sens)
    select gen_random_uuid(), id, 'commission', depose_le, gen_random_uuid(), case when random() > 0.02 then 'favorable' end from dossier where numero is not null;
  insert into alerte (id, dossier_id, cle, code, echeance_le, agent_id, levee_le)
    select gen_random_uuid(), d.id, 'cle' || n, case n when 1 then 'attestation_depot' when 2 then 'silence' else 'attestation_renouvellement' end, '2026-12-01',
      case when random() > 0.9 then '${idOf('agent', 1)}'::uuid end, case when random() > 0.03 then now() end
    from dossier d, generate_series(1, 3) n where d.numero is not null;
  insert into convocation (id, dossier_id, lieu_id, sorte, debut_le, fin_le, etat)
    select gen_random_uuid(), d.id, l.id, 'remise', x.le, x.le + interval '20 minutes', case when x.le > '2026-11-22' then 'prevue' else 'honoree' end
    from dossier d join lieu l on l.prefecture_code = d.prefecture_code, lateral (select timestamptz '2025-01-01' + random() * interval '720 days' + interval '0 days' * d.version as le) x;
  insert into remise (dossier_id, commande_le, recu_le, numero_titre, controles)
    select id, depose_le, depose_le, 'T' || row_number() over (), jsonb_build_object('timbres', jsonb_build_array(jsonb_build_object('numero', numero))) from dossier where numero is not null;
  insert into message (id, dossier_id, auteur_sorte, auteur_id, texte, part_le, envoye_le)
    select gen_random_uuid(), id, 'usager', compte_id, 'Bonjour', case when random() > 0.02 then depose_le end, case when random() > 0.02 then depose_le end from dossier where numero is not null;
  insert into message_fichier (id, message_id, nom, type, taille, sha256, cle, "analyse")
    select gen_random_uuid(), id, 'bail.pdf', 'pdf', 1, '', id::text, case when random() > 0.02 then 'sain'::analyse_fichier else 'en_attente' end from message;
  update piece set valeur = 'T' || right(id::text, 12) where right(id::text, 1) = '0'`;

let client: Client;
let agent: PorteeAgent;
let usager: PorteeUsager;
const dossier = idOf('dossier', 1);

beforeAll(async () => {
  await truncate();
  await seedReference();
  client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await addAgent(client);
  await populate(client, 0, DOSSIERS);
  await client.query(SUITES);
  await client.query('analyze avis, alerte, convocation, lieu, remise, message, message_fichier, piece, dossier');
  const mesure = porteeAgent(lecteur);
  if (!mesure) throw new Error('un agent de préfecture a une portée');
  agent = mesure;
  usager = porteeDuCompte(idOf('compte', 1));
  return async () => {
    await client.end();
    await truncate();
  };
}, 240_000);

type Noeud = { 'Node Type': string; 'Relation Name'?: string; Plans?: Noeud[] };

const noeuds = (noeud: Noeud): Noeud[] => [noeud, ...(noeud.Plans ?? []).flatMap(noeuds)];

/** The plan for these values; and for any value, what PostgreSQL keeps of a statement that is prepared. */
async function plansDe({ text, values, name }: Envoyee): Promise<Noeud[]> {
  const expliquer = async (comment: string, valeurs: readonly unknown[]) => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Noeud }] }>(`explain (${comment}format json) ${text}`, [...valeurs]);
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    if (!plan) throw new Error('pas de plan');
    return plan;
  };
  return [await expliquer('', values), ...(name === undefined ? [] : [await expliquer('generic_plan, ', [])])];
}

/** Pages that the kept plan of a prepared statement really touches. */
async function pagesTouchees({ text, values }: Envoyee): Promise<number> {
  const ecrire = (v: unknown): string => {
    if (v === null || v === undefined) return 'null';
    return client.escapeLiteral(v instanceof Date ? v.toISOString() : Array.isArray(v) ? `{${v.join(',')}}` : String(v));
  };
  await client.query(`set plan_cache_mode = force_generic_plan; prepare mesuree as ${text}`);
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<'Shared Hit Blocks' | 'Shared Read Blocks', number> }] }>(
      `explain (analyze, buffers, format json) execute mesuree${values.length ? `(${values.map(ecrire).join(', ')})` : ''}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return (plan?.['Shared Hit Blocks'] ?? Number.NaN) + (plan?.['Shared Read Blocks'] ?? Number.NaN);
  } finally {
    await client.query('deallocate mesuree; reset plan_cache_mode');
  }
}

/** Every big table read from one end to the other by what `lire` sends, with the statement. */
async function lecturesEntieres(lire: () => Promise<unknown>): Promise<string[]> {
  const travail = (await requetesEnvoyees(lire)).filter(({ text }) => /^\s*(select|with)/i.test(text));
  expect(travail.length).toBeGreaterThan(0);
  const entieres: string[] = [];
  for (const envoyee of travail) {
    for (const noeud of (await plansDe(envoyee)).flatMap(noeuds)) {
      const table = noeud['Relation Name'];
      if (noeud['Node Type'] === 'Seq Scan' && table && GRANDES.includes(table))
        entieres.push(`${table} : ${envoyee.text.trim().slice(0, 160)}`);
    }
  }
  return entieres;
}

const lireOnglet = (onglet: Onglet, plus: Partial<Filtres> & { tri?: Tri; apres?: Demande['apres'] } = {}, par = agent) => {
  const { tri = 'urgence', apres = null, ...filtres } = plus;
  return lireCorbeille(par, { onglet, filtres: { ...SANS_FILTRE, ...filtres }, tri, apres }, LE);
};

describe("la corbeille d'une préfecture", () => {
  it.each(ONGLETS)('lit l’onglet %s par un index', async (onglet) => {
    expect(await lecturesEntieres(() => lireOnglet(onglet))).toEqual([]);
  });

  it.each<Partial<Filtres> & { tri?: Tri }>([
    { tri: 'depot' },
    { tri: 'recent' },
    { procedure: 'enfant-de-francais' },
    { procedure: 'nationalite' },
    { procedure: 'nationalite', tri: 'recent' },
    { agent: 'moi' },
    { agent: 'moi', tri: 'depot' },
    { agent: 'remplaces' },
    { agent: 'personne' },
    { agent: 'personne', tri: 'recent' },
    { agent: { id: idOf('agent', 1) }, procedure: 'enfant-de-francais' },
    { retard: true },
    { suivis: true },
    { du: '2026-02-01', au: '2026-02-28', tri: 'depot' },
    { du: '2026-02-01', tri: 'recent', agent: 'moi' },
  ])('lit chaque filtre par un index : %o', async (filtres) => {
    expect(await lecturesEntieres(() => lireOnglet('a_instruire', filtres))).toEqual([]);
  });

  it.each(['urgence', 'depot', 'recent'] as const)('lit une page lointaine par un index, dans l’ordre %s', async (tri) => {
    const [profond] = (
      await client.query<{ id: string; depose_le: Date; echeance_le: string | null }>(
        `select id, depose_le, to_char(echeance_le, 'YYYY-MM-DD') as echeance_le from dossier
         where prefecture_code = '59' and statut = 'depose' order by echeance_le, depose_le, id offset 2000 limit 1`,
      )
    ).rows;
    if (!profond) throw new Error('pas de page lointaine');
    const apres = { echeanceLe: profond.echeance_le, deposeLe: profond.depose_le, id: profond.id };
    expect((await lireOnglet('a_verifier', { tri, apres })).suivant).not.toBeNull();
    expect(await lecturesEntieres(() => lireOnglet('a_verifier', { tri, apres }))).toEqual([]);
  });

  it('lit par un index ce que voit seule la personne qui suit les dossiers restreints', async () => {
    const referent = porteeAgent({ ...lecteur, roles: ['referent_vulnerabilite'] });
    if (!referent) throw new Error('un référent a une portée');
    expect(await lecturesEntieres(() => lireOnglet('a_verifier', {}, referent))).toEqual([]);
  });
});

describe('la recherche', () => {
  it.each(['testmar', 'test', 'marshall testlen', 'testmar 1990', '1990', '59012026', '0639980001', 'test1@example.org', '12/03/1990'])(
    'cherche « %s » par un index',
    async (saisie) => expect(await lecturesEntieres(() => chercherDossiers(agent, saisie))).toEqual([]),
  );
});

describe('la distribution', () => {
  it('lit la charge de l’équipe et ce qui est à personne par un index', async () => {
    expect(
      await lecturesEntieres(() => Promise.all([equipeDe('59', '2026-11-22'), nombreSansAgent(agent), dossiersDeLAgent(agent, null)])),
    ).toEqual([]);
  });
});

describe('les listes du back-office', () => {
  const TIMBRE = '1022500000000999';
  it.each<[string, () => Promise<unknown>]>([
    ['les avis attendus', () => avisAttendus(agent, ['commission', 'fraude'], 1)],
    ['mes alertes', () => mesAlertes(agent, 1)],
    ['les attestations à délivrer', () => attestationsDues(agent, false, 1)],
    ['mes attestations à délivrer', () => attestationsDues(agent, true, 1)],
    ['les rendez-vous du jour', () => rendezVousDuJour(agent, '2026-11-24', null)],
    ['les titres à convoquer', () => aConvoquer(agent)],
    ['un titre qui arrive', () => attendusAuNumero(agent, '5901234567')],
    ['la personne au guichet', () => chercherAuGuichet(agent, 'AB1234567')],
    ['les créneaux libres', () => creneauxProposes(driver(), '59', LE, 60)],
    ['un timbre déjà donné', () => transaction((tx) => dejaDonne(tx, dossier, TIMBRE))],
    ['les messages oubliés', () => oublierBrouillons(new Date('2026-01-01'))],
    ['les messages à relancer', () => relancerMessages(new Date('2020-01-01'))],
    [
      'les fichiers à analyser de nouveau',
      async () => [await relancerAnalyses(new Date('2020-01-01')), await relancerJointes(new Date('2020-01-01'))],
    ],
  ])('lisent par un index : %s', async (_quoi, lire) => expect(await lecturesEntieres(lire)).toEqual([]));
});

describe('les lectures de chaque jour', () => {
  it('ouvrent un dossier par des index', async () => {
    const [ligne] = (
      await client.query<{ id: string }>("select id from dossier where prefecture_code = '59' and statut = 'en_instruction' limit 1")
    ).rows;
    expect(await lecturesEntieres(() => dossierInstruit(agent, ligne?.id ?? ''))).toEqual([]);
  });

  it('cherchent les doublons possibles d’un dossier par un index', async () => {
    expect(await lecturesEntieres(() => autresDemandes(agent, dossier))).toEqual([]);
  });

  it('ouvrent une étape par des index', async () => {
    expect(
      await lecturesEntieres(() => Promise.all([dossierEnCours(usager, dossier, 'informations'), piecesDonnees(db(), dossier)])),
    ).toEqual([]);
  });

  it('listent les dossiers et les notifications d’une personne par des index', async () => {
    expect(await lecturesEntieres(() => dossiersDe(usager, LE))).toEqual([]);
    expect(await lecturesEntieres(() => dossierDe(usager, dossier, LE))).toEqual([]);
    expect(await lecturesEntieres(() => notificationsDe(usager, { titre: '', page: 1, parPage: 10 }))).toEqual([]);
    expect(await lecturesEntieres(() => lireCloche(usager, LE))).toEqual([]);
  });

  it.each([{ codePostal: '59000' }, { noms: ['lil'] }, { codePostal: '590', noms: ['lille'] }])(
    'suggèrent des communes par un index : %o',
    async (recherche) => {
      expect(await lecturesEntieres(() => chercherCommunes(recherche, 8))).toEqual([]);
    },
  );
});

describe('deux filtres à la fois', () => {
  const AUTRE = '00000004-0000-7000-8000-0000000000ff';
  // last of this file, which it changes: half of the dossiers of another procedure, nine of ten in other hands, a day due for most, what
  // is deposited still nobody's
  beforeAll(async () => {
    await client.query(`insert into agent (id, email, nom, prenom, qualite, roles, prefecture_code)
      values ('${AUTRE}', 'autre@example.org', 'TESTAUTRE', 'Camille', 'Agent', '{instructeur}', '59')`);
    await client.query('set synchronous_commit = on');
    await client.query(`update dossier set procedure = case when hashint8(numero::bigint) % 2 = 0 then 'nationalite' else procedure end,
      agent_id = case when statut = 'depose' then null when hashint8(numero::bigint / 3) % 10 = 0 then agent_id else '${AUTRE}' end,
      echeance_le = case when numero::bigint % 5 > 0 then date '2026-11-10' + (numero::bigint % 90)::int end`);
    // a commit that is not on the disk yet would hide from vacuum what it wrote
    await client.query('reset synchronous_commit');
    await client.query('vacuum analyze dossier');
  });

  const aout = { du: '2026-08-01', au: '2026-08-31', tri: 'depot' } as const;
  /** 51 lines, each opened with its agent; nine counts that stop at a hundred. Walking a tray for a filter would be thousands. */
  const PAGES = 500;
  it.each<[Onglet, Partial<Filtres> & { tri?: Tri }]>([
    ['a_instruire', { procedure: 'nationalite', agent: 'moi' }],
    ['a_instruire', { procedure: 'nationalite', agent: 'personne' }],
    ['a_verifier', { procedure: 'nationalite', agent: 'personne' }],
    ['a_instruire', { procedure: 'nationalite', retard: true }],
    ['a_instruire', { procedure: 'nationalite', tri: 'depot' }],
    ['a_instruire', { agent: 'moi', retard: true }],
    ['a_instruire', { agent: 'moi', tri: 'recent' }],
    ['a_instruire', { ...aout, agent: 'moi' }],
    ['a_instruire', { ...aout, procedure: 'nationalite' }],
    ['a_instruire', { ...aout, retard: true }],
    ['a_verifier', { ...aout, agent: 'personne' }],
    ['en_retard', aout],
    ['decides', { procedure: 'nationalite' }],
    ['decides', { agent: 'moi' }],
    ['decides', { agent: { id: AUTRE }, procedure: 'nationalite' }],
  ])('onglet %s, %o : ne touche que les pages de ce qui est montré', async (onglet, filtres) => {
    for (const envoyee of await requetesEnvoyees(() => lireOnglet(onglet, filtres)))
      expect(await pagesTouchees(envoyee), envoyee.text).toBeLessThan(PAGES);
  });
});
