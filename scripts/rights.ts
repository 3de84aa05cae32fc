// The rights of the role with which web and worker connect. It is not the owner: it changes no table, and in the tables that are evidence
// (R.142-22, history of the dossiers) it can only read and add. Run after each migration, safe to repeat; reads first, writes what differs.
import { Client } from 'pg';

/** Rows only ever added. What the law lets go, goes through functions of the owner that check it (SECURITY DEFINER). */
export const JOURNALS = ['consultation', 'evenement', 'acte_administration', 'bris_de_glace', 'consentement'] as const;
/** Written by functions of the owner, or by migrations. */
const READ_ONLY = ['consultation_ancre', 'effacement', '_prisma_migrations'] as const;
/** Schema of the queue of jobs: its library makes its own tables, so it belongs to the role of the service. */
const QUEUE = 'file';

const parts = (url: string) => {
  const { username, password, pathname } = new URL(url);
  return { role: decodeURIComponent(username), password: decodeURIComponent(password), database: decodeURIComponent(pathname.slice(1)) };
};

async function opens(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function makeRole(client: Client, serviceUrl: string): Promise<void> {
  const { role, password } = parts(serviceUrl);
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const name = client.escapeIdentifier(role);
  const secret = client.escapeLiteral(password);
  try {
    if (known.rowCount === 0) await client.query(`create role ${name} login password ${secret}`);
    else if (!(await opens(serviceUrl))) await client.query(`alter role ${name} login password ${secret}`);
  } catch (error) {
    throw new Error(
      `Le rôle ${role} de DATABASE_URL n'existe pas ou n'a pas ce mot de passe, et celui de MIGRATION_DATABASE_URL ne peut pas le faire (${String(error)}). À exécuter par un administrateur de la base : CREATE ROLE ${name} LOGIN PASSWORD '…';`,
    );
  }
}

/** A superuser, the owner or a member of the owner would pass over everything written here. */
async function refuseOwner(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ over: boolean }>(
    `select r.rolsuper or r.rolbypassrls or pg_has_role(r.oid, c.relowner, 'member') as over
     from pg_roles r, pg_class c where r.rolname = $1 and c.oid = 'public.consultation'::regclass`,
    [role],
  );
  if (rows[0]?.over !== false)
    throw new Error(`Le rôle ${role} de DATABASE_URL a les droits du propriétaire : il effacerait les journaux.`);
}

/** What the queue already holds, made by the owner in a former version, becomes the role's. */
const GIVE_QUEUE = `do $$
  declare
    o record;
    taker name := current_setting('portail.role');
  begin
    execute format('create schema if not exists ${QUEUE} authorization %I', taker);
    if (select nspowner from pg_namespace where nspname = '${QUEUE}') <> taker::regrole then
      execute format('alter schema ${QUEUE} owner to %I', taker);
    end if;
    for o in
      select case when c.relkind = 'v' then 'view' when c.relkind = 'S' then 'sequence' else 'table' end as kind, c.oid::regclass::text as name
      from pg_class c where c.relnamespace = '${QUEUE}'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and c.relowner <> taker::regrole
        and not exists (select 1 from pg_depend d where d.objid = c.oid and c.relkind = 'S' and d.deptype in ('a', 'i'))
      union all select 'type', t.oid::regtype::text from pg_type t
      where t.typnamespace = '${QUEUE}'::regnamespace and t.typtype in ('e', 'd') and t.typowner <> taker::regrole
      union all select 'routine', p.oid::regprocedure::text from pg_proc p
      where p.pronamespace = '${QUEUE}'::regnamespace and p.proowner <> taker::regrole
    loop
      execute format('alter %s %s owner to %I', o.kind, o.name, taker);
    end loop;
  end $$`;

const GRANT = `do $$
  declare
    t record;
    taker name := current_setting('portail.role');
    kept name[] := current_setting('portail.journals')::name[];
    readable name[] := current_setting('portail.readable')::name[];
    rights text;
  begin
    execute format('grant usage on schema public to %I', taker);
    for t in select tablename from pg_tables where schemaname = 'public' loop
      rights := case when t.tablename = any(readable) then 'select' when t.tablename = any(kept) then 'select, insert'
        else 'select, insert, update, delete' end;
      execute format('revoke all on public.%I from public', t.tablename);
      execute format('revoke all on public.%I from %I', t.tablename, taker);
      execute format('grant %s on public.%I to %I', rights, t.tablename, taker);
    end loop;
    execute format('grant usage, select on all sequences in schema public to %I', taker);
    -- the sequence of a year is made by its first deposit, as the owner
    execute format('alter default privileges in schema public grant usage, select on sequences to %I', taker);
    execute format('grant execute on all functions in schema public to %I', taker);
  end $$`;

/**
 * `true`: the service connects with a role of its own, which now has these rights. `false`: both addresses name the same role; nothing
 * but the triggers then keeps the journals. Throws a sentence when the role cannot be made, or would be an owner.
 */
export async function grantRights(ownerUrl: string, serviceUrl: string): Promise<boolean> {
  const { role, database } = parts(serviceUrl);
  const isSeparate = parts(ownerUrl).role !== role;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // one at a time on the whole server: roles are shared by its databases
    await client.query("select pg_advisory_lock(hashtext('portail droits'))");
    if (!isSeparate) {
      await client.query(`create schema if not exists ${QUEUE}`);
      return false;
    }
    await makeRole(client, serviceUrl);
    await refuseOwner(client, role);
    await client.query('begin');
    await client.query(`grant connect, temporary on database ${client.escapeIdentifier(database)} to ${client.escapeIdentifier(role)}`);
    const settings = { 'portail.role': role, 'portail.journals': `{${JOURNALS.join()}}`, 'portail.readable': `{${READ_ONLY.join()}}` };
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value]);
    // giving a thing to a role asks to be a member of it; a superuser is of all
    await client.query(`do $$ begin if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to current_user', current_setting('portail.role')); end if; end $$`);
    await client.query(GIVE_QUEUE);
    await client.query(GRANT);
    await client.query('commit');
    return true;
  } finally {
    await client.end();
  }
}

export const SAME_ROLE =
  'Attention : le service et les migrations ont le même rôle PostgreSQL. Donner MIGRATION_DATABASE_URL (propriétaire) et, dans DATABASE_URL, un autre rôle, pour que le service ne puisse ni changer ni effacer les journaux.';
