// The floor: what the same framework costs with nothing on it. A bare application of some seventy lines, generated and built in a scratch folder.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { unlessDone } from '../fingerprint.ts';
import { donnees, root } from '../paths.ts';
import { runToEnd } from '../run-to-end.ts';

const folder = join(donnees, 'bench', 'plancher');
const rootFromFolder = relative(folder, root);

const files: Record<string, string> = {
  'package.json': '{"name":"plancher","private":true,"type":"module"}\n',
  'next.config.mjs': `const root = new URL('${rootFromFolder}/', import.meta.url).pathname.replace(/\\/$/, '');
export default { output: 'standalone', outputFileTracingRoot: root, turbopack: { root }, poweredByHeader: false };
`,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="fr"><body>{children}</body></html>;
}
`,
  'app/base.js': `import pg from 'pg';
globalThis.base ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
export const sql = async (text, values) => (await globalThis.base.query(text, values)).rows;
`,
  'app/vide/page.jsx': `import { connection } from 'next/server';
export default async function Page() {
  await connection();
  return <p>vide</p>;
}
`,
  'app/etape/[id]/page.jsx': `import { redirect } from 'next/navigation';
import { sql } from '../../base.js';
import { pays } from '../../pays.js';
const textes = [['nom', 'Nom de naissance'], ['usage', 'Nom d’usage'], ['prenom', 'Prénom'], ['jour', 'Jour'], ['mois', 'Mois'], ['annee', 'Année'], ['lieu', 'Lieu de naissance'], ['voie', 'Adresse'], ['codePostal', 'Code postal'], ['ville', 'Ville'], ['email', 'Email'], ['telephone', 'Téléphone']];
async function enregistrer(donnees) {
  'use server';
  const valeurs = Object.fromEntries([...donnees].filter(([nom]) => !nom.startsWith('$')));
  await sql('insert into plancher (id, valeurs) values ($1, $2) on conflict (id) do update set valeurs = excluded.valeurs, version = plancher.version + 1', [valeurs.id, JSON.stringify(valeurs)]);
  redirect('/vide');
}
export default async function Page({ params }) {
  const { id } = await params;
  const [ligne] = await sql('select valeurs from plancher where id = $1', [id]);
  const v = ligne?.valeurs ?? {};
  return (
    <main>
      <h1>Informations personnelles</h1>
      <form action={enregistrer}>
        <input type="hidden" name="id" value={id} />
        {textes.map(([nom, libelle]) => (
          <p key={nom}><label htmlFor={nom}>{libelle}</label><input id={nom} name={nom} defaultValue={v[nom]} required /></p>
        ))}
        {['pays', 'nationalite'].map((nom) => (
          <p key={nom}>
            <label htmlFor={nom}>{nom}</label>
            <select id={nom} name={nom} defaultValue={v[nom]}>
              {pays.map(([code, libelle]) => <option key={code} value={code}>{libelle}</option>)}
            </select>
          </p>
        ))}
        <p>{['masculin', 'feminin'].map((s) => <label key={s}><input type="radio" name="sexe" value={s} defaultChecked={v.sexe === s} />{s}</label>)}</p>
        <button type="submit">Enregistrer et poursuivre</button>
      </form>
    </main>
  );
}
`,
  'app/liste/page.jsx': `import { sql } from '../base.js';
export default async function Page({ searchParams }) {
  const { prefecture, statut } = await searchParams;
  const lignes = await sql('select id, numero, demandeur, statut, depose_le from dossier where prefecture_code = $1 and statut = $2::statut order by depose_le, id limit 50', [prefecture, statut]);
  const [{ n }] = await sql('select count(*)::int as n from dossier where prefecture_code = $1 and statut = $2::statut', [prefecture, statut]);
  return (
    <main>
      <h1>{n} dossiers</h1>
      <table><tbody>
        {lignes.map((l) => <tr key={l.id}><td><a href={'/dossier/' + l.id}>{l.numero}</a></td><td>{l.demandeur}</td><td>{l.statut}</td><td>{l.depose_le.toISOString()}</td></tr>)}
      </tbody></table>
    </main>
  );
}
`,
  'app/dossier/[id]/page.jsx': `import { sql } from '../../base.js';
export default async function Page({ params }) {
  const [d] = await sql('select numero, demandeur, statut, depose_le, reponses from dossier where id = $1', [(await params).id]);
  return <main><h1>{d.numero}</h1><p>{d.demandeur}</p><p>{d.statut}</p><p>{d.depose_le.toISOString()}</p></main>;
}
`,
  'app/fichier/route.js': `import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { unlink } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
export async function POST(requete) {
  const empreinte = createHash('sha256');
  const chemin = tmpdir() + '/plancher-' + randomUUID();
  const compteur = new Transform({ transform(bloc, _e, suite) { empreinte.update(bloc); suite(null, bloc); } });
  await pipeline(Readable.fromWeb(requete.body), compteur, createWriteStream(chemin));
  await unlink(chemin);
  return Response.json({ sha256: empreinte.digest('hex') }, { status: 201 });
}
`,
};

/** Writes the application, builds it unless it is built already, and gives its server. Throws with the message of `next build`. */
export async function buildFloor(countries: readonly (readonly [string, string])[]): Promise<string> {
  const all = { ...files, 'app/pays.js': `export const pays = ${JSON.stringify(countries.slice(0, 200))};\n` };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const standalone = join(folder, '.next', 'standalone', relative(root, folder));
  const hash = createHash('sha256').update(JSON.stringify(all)).update(root).digest('hex');
  await unlessDone(join(folder, 'empreinte'), existsSync(join(standalone, 'server.js')) ? hash : `${hash}?`, async () => {
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
    const { code, output } = await runToEnd(
      process.execPath,
      [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build', folder],
      env,
    );
    if (code !== 0) throw new Error(`Le plancher ne se construit pas :\n${output}`);
    cpSync(join(folder, '.next', 'static'), join(standalone, '.next', 'static'), { recursive: true });
  });
  writeFileSync(join(folder, 'empreinte'), hash);
  return join(standalone, 'server.js');
}
