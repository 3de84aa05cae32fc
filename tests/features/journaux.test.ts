// What the role of the service may not do, asked to Postgres with its own connection; the chain of the access log and what breaks it.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { boutsDuJournal, purgerConsultations } from '#features/administration/acces/commands.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import { db } from '#platform/db.ts';
import { createDatabase, dropDatabase } from '../../scripts/databases.ts';
import { grantRights, JOURNALS } from '../../scripts/rights.ts';
import { runToEnd } from '../../scripts/run-to-end.ts';
import { type Verified, verifyConsultations } from '../../scripts/verify-consultations.ts';
import { databaseUrl, sql, truncate } from '../support/database.ts';
import { agentDe, socle } from '../support/dossiers.ts';

const AT = new Date('2026-11-22T10:00:00Z');

async function lectures(combien: number, dossierId: string = randomUUID(), le = AT): Promise<string> {
  const { agent } = await agentDe('59', ['instructeur']);
  for (let n = 0; n < combien; n += 1)
    await consignerConsultation({ agentId: agent.agentId, dossierId, objet: 'fichier', objetId: `f${n}`, finalite: 'instruction' }, le);
  return dossierId;
}

async function verifier(connues: readonly string[] = []): Promise<Verified> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await verifyConsultations(client, connues);
  } finally {
    await client.end();
  }
}

/** What an attacker who owns the base would do: the triggers sleep. */
const enProprietaire = (texte: string) => sql(`do $$ begin set local session_replication_role = replica; ${texte}; end $$`);

beforeEach(async () => {
  await truncate();
  await socle();
});

describe('le rôle du service', () => {
  const codeDe = (texte: string) =>
    db()
      .$executeRawUnsafe(texte)
      .then(
        () => 'accepté',
        (erreur: unknown) => (/42501|permission denied/.test(String(erreur)) ? 'interdit' : String(erreur)),
      );

  it('n’est ni propriétaire ni superutilisateur', async () => {
    const [role] = await db().$queryRaw<{ nom: string; fort: boolean }[]>`
      SELECT current_user::text AS nom, (SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS fort`;
    expect(role).toEqual({ nom: 'portail_service', fort: false });
    expect(await sql("select tablename from pg_tables where schemaname = 'public' and tableowner = 'portail_service'")).toEqual([]);
  });

  it.each(JOURNALS)('lit %s et y ajoute, sans rien y changer ni en effacer', async (table) => {
    expect(await db().$queryRawUnsafe(`select count(*) from ${table}`)).toHaveLength(1);
    const [colonne] = await sql<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'public' and table_name = '${table}' limit 1`,
    );
    expect(await codeDe(`update ${table} set ${colonne?.column_name} = ${colonne?.column_name}`)).toBe('interdit');
    expect(await codeDe(`delete from ${table}`)).toBe('interdit');
    expect(await codeDe(`truncate ${table}`)).toBe('interdit');
    expect(await codeDe(`alter table ${table} disable trigger user`)).not.toBe('accepté');
  });

  it('n’écrit pas les ancres, ne remplace aucune fonction, n’éteint aucun déclencheur', async () => {
    expect(await codeDe("insert into consultation_ancre values (0, 1, '\\x00')")).toBe('interdit');
    expect(await codeDe("set session_replication_role = 'replica'")).toBe('interdit');
    expect(await codeDe('create function public.x() returns int language sql return 1')).toBe('interdit');
  });
});

describe('la chaîne des consultations', () => {
  it('scelle chaque ligne avec celle d’avant, et se vérifie', async () => {
    await lectures(3, '00000000-0000-7000-8000-000000000003');
    await lectures(2, '00000000-0000-7000-8000-00000000000f');
    const { lines, heads, broken } = await verifier();
    expect({ lines, broken }).toEqual({ lines: 5, broken: null });
    expect(heads.map((h) => h.split(':').slice(0, 2).join(':'))).toEqual(['3:3', '15:2']);
    expect((await verifier(heads)).broken).toBeNull();
    // what the job writes to the log is what the command takes back
    expect(await boutsDuJournal()).toBe(heads.join(' '));
  });

  it('tient quand cent lectures arrivent ensemble', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    const lire = (n: number) =>
      consignerConsultation(
        { agentId: agent.agentId, dossierId: randomUUID(), objet: 'dossier', objetId: String(n), finalite: 'controle' },
        AT,
      );
    await Promise.all(Array.from({ length: 100 }, (_, n) => lire(n)));
    expect(await verifier()).toMatchObject({ lines: 100, broken: null });
  });

  it('ne croit pas qui donne lui-même son rang et son empreinte', async () => {
    const dossierId = await lectures(1);
    await db().$executeRaw`INSERT INTO consultation (agent_id, dossier_id, objet, chaine, rang, empreinte)
      VALUES (${randomUUID()}::uuid, ${dossierId}::uuid, 'dossier', 5, 99, '\\x00')`;
    expect(await verifier()).toMatchObject({ lines: 2, broken: null });
  });

  it.each([
    ['changée', 'update consultation set service = $x$Préfecture de Mars$x$ where rang = 2', 'ligne modifiée', '2'],
    ['redatée', "update consultation set le = le - interval '1 millisecond' where rang = 2", 'ligne modifiée', '2'],
    ['effacée', 'delete from consultation where rang = 2', 'ligne absente', '2'],
    [
      'échangée',
      'update consultation set rang = -rang where rang in (1, 2); update consultation set rang = 3 + rang where rang < 0',
      'ligne modifiée',
      '1',
    ],
  ])('nomme la première ligne %s par le propriétaire de la base', async (_quoi, texte, why, rank) => {
    await lectures(4);
    await enProprietaire(texte);
    expect((await verifier()).broken).toMatchObject({ why, rank });
  });

  it('voit une fin de chaîne effacée quand on lui rend ce qu’elle avait dit', async () => {
    await lectures(4);
    const { heads } = await verifier();
    await enProprietaire('delete from consultation where rang = 4');
    expect((await verifier()).broken).toBeNull();
    expect((await verifier(heads)).broken).toMatchObject({ why: 'fin de chaîne absente', rank: '4' });
  });

  it('se vérifie encore après la purge, qui ne prend rien de plus jeune que trois ans', async () => {
    const ans = (n: number, jours = 0) => new Date(Date.now() - (n * 365.25 + jours) * 86_400_000);
    const dossierId = await lectures(2, randomUUID(), ans(3, 2));
    await lectures(1, dossierId, ans(2));
    await lectures(1, dossierId, ans(4));
    // the older line written after a younger one waits for it: a chain only loses its beginning
    expect(await purgerConsultations()).toBe(2);
    expect(await verifier()).toMatchObject({ lines: 2, broken: null });
    expect(await purgerConsultations()).toBe(0);
    await lectures(1, dossierId);
    expect(await verifier()).toMatchObject({ lines: 3, broken: null });
  });

  it('recommence à son ancre quand toutes ses lignes sont parties', async () => {
    const dossierId = await lectures(2, randomUUID(), new Date(Date.now() - 4 * 366 * 86_400_000));
    expect(await purgerConsultations()).toBe(2);
    await lectures(1, dossierId);
    const [ligne] = await sql<{ rang: string }>('select rang from consultation');
    expect(ligne?.rang).toBe('3');
    expect(await verifier()).toMatchObject({ lines: 1, broken: null });
  });
});

describe('une base faite avant que le service ait son rôle', () => {
  const { admin, urlOf, serviceUrlOf, prefix } = inject('portail');
  const nom = `${prefix}ancienne`;
  const [proprietaire, service] = [urlOf.replace('*', nom), serviceUrlOf.replace('*', nom)];
  const preparer = (url: string) => {
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, MIGRATION_DATABASE_URL: proprietaire };
    return runToEnd(process.execPath, ['--conditions=react-server', 'scripts/template.ts'], env);
  };
  beforeEach(() => dropDatabase(admin, nom));
  afterEach(() => dropDatabase(admin, nom));

  it('lui donne sa file de travaux et ses droits, deux fois sans différence', async () => {
    await createDatabase(admin, nom);
    // as before: everything belongs to one role
    expect(await preparer(proprietaire)).toMatchObject({ code: 0 });
    expect(await grantRights(proprietaire, proprietaire)).toBe(false);
    expect(await preparer(service)).toMatchObject({ code: 0 });
    expect(await grantRights(proprietaire, service)).toBe(true);
    const client = new Client({ connectionString: service });
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as siennes from pg_tables where schemaname = 'file' and tableowner <> current_user",
    );
    await expect(client.query('delete from evenement')).rejects.toThrow(/permission denied/);
    await client.end();
    expect(rows).toEqual([{ siennes: 0 }]);
  });

  it('n’accepte pas pour service un rôle qui passerait outre', async () => {
    await createDatabase(admin, nom);
    expect(await preparer(service)).toMatchObject({ code: 0 });
    await sql('create role portail_trop_fort superuser login password $x$x$x$');
    try {
      const fort = service.replace(/\/\/.*@/, '//portail_trop_fort:x@');
      await expect(grantRights(proprietaire, fort)).rejects.toThrow(/droits du propriétaire/);
    } finally {
      await sql('drop role portail_trop_fort');
    }
  });
});

describe('un accord à être notifié par voie électronique', () => {
  it('ne s’efface pas du compte de qui a déposé', async () => {
    const compteId = randomUUID();
    await sql('insert into compte (id, email) values ($1, $2)', [compteId, 'qui.test@example.org']);
    await sql("insert into consentement (compte_id, donne, canal) values ($1, true, 'creation')", [compteId]);
    await sql(
      `insert into dossier (id, numero, procedure, procedure_version, liste_version, compte_id, statut) values ($1, '1', 'x', 1, 1, $2, 'depose')`,
      [randomUUID(), compteId],
    );
    await expect(db().$executeRaw`SELECT effacer_consentements(${compteId}::uuid)`).rejects.toThrow(/ses accords restent/);
    expect(await db().consentement.count()).toBe(1);
  });
});
