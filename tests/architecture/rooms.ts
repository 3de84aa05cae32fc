// The table of the rooms (design/architecture.md), adapted to what is built; each adaptation says why.
import { roomOf, type SourceFile } from './source.ts';

type Room = {
  /** our files it may import, as prefixes of 'src/…' */
  ours: readonly string[];
  /** packages it may import: exact names, or '*' for any */
  packages: readonly string[];
  /** the question a line must answer to live here */
  admission: string;
};

const REACT = ['react', 'react-dom', 'next/link', 'next/image', 'next/font/local'];

export const ROOMS: Readonly<Record<string, Room>> = {
  app: {
    // domain: vocabulary shown as such (links, prefectures); platform/env: the brand block of the layout
    ours: ['app', 'features', 'guard', 'ui', 'domain', 'procedures', 'platform/env.ts', 'platform/metrics.ts'],
    packages: [...REACT, 'next', 'next/headers', 'next/navigation', 'server-only'],
    admission: 'elle disparaîtrait si l’adresse changeait',
  },
  guard: {
    // ui/langue: the language of the request
    ours: ['guard', 'domain', 'platform', 'adapters/password-hash', 'ui/langue'],
    packages: ['next', 'next/headers', 'next/navigation', 'next-auth/jwt', 'react', 'server-only', 'zod', 'node:stream', 'node:crypto'],
    admission: 'elle dit qui appelle, ou comment une réponse repart',
  },
  features: {
    ours: ['features', 'guard', 'domain', 'procedures', 'adapters', 'ui', 'platform'],
    packages: ['*'],
    admission: 'c’est une chose qu’une personne fait sur le portail',
  },
  procedures: {
    // tarif, orientation: the dated tables of the law and of the préfectures are written in their own language
    ours: ['procedures', 'domain/procedure', 'domain/tarif', 'domain/orientation'],
    packages: [],
    admission: 'un juriste peut la vérifier sans connaître TypeScript',
  },
  domain: {
    ours: ['domain'],
    // lists of countries, nationalities and days off are data, not machinery
    packages: ['zod', 'i18n-iso-countries', 'i18n-nationality', '@socialgouv/jours-feries'],
    admission: 'elle serait vraie sur le papier',
  },
  jobs: {
    // catalogues, domain and adapters: a job carries an event from one to the next
    ours: ['jobs', 'features', 'domain', 'adapters', 'platform', 'procedures'],
    packages: ['*'],
    admission: 'l’horloge ou un événement la déclenche, pas une personne',
  },
  // domain: what is true on paper about a file or an address is said once
  adapters: {
    ours: ['adapters', 'platform', 'domain/piece', 'domain/adresse'],
    packages: ['*'],
    admission: 'elle parle à quelque chose d’extérieur, autre que PostgreSQL',
  },
  ui: {
    ours: ['ui'],
    packages: [...REACT, 'server-only', 'next/navigation'],
    admission: 'elle pourrait servir au portail d’un autre ministère',
  },
  platform: { ours: ['platform'], packages: ['*'], admission: 'c’est de la plomberie, sans un mot de français' },
  'entetes.ts': { ours: ['platform', 'ui/langue'], packages: ['node:crypto'], admission: 'ce sont les en-têtes de chaque réponse' },
  'instrumentation.ts': {
    // the references in force are read before the first page says them
    ours: ['platform', 'entetes.ts', 'features/configuration'],
    packages: ['*'],
    admission: 'elle prépare le processus avant la première requête',
  },
};

const packageAllowed = (room: Room, name: string) =>
  room.packages.includes('*') || room.packages.some((p) => p === name || name.startsWith(`${p}/`));
const within = (target: string, prefix: string) => target === `src/${prefix}` || target.startsWith(`src/${prefix}/`);
const isStyle = (target: string) => target.endsWith('.css') || target.endsWith('.json');

/** Where an importing file could move so that its import becomes legal. */
function rooms(target: string): string {
  const hosts = Object.entries(ROOMS).filter(([, r]) =>
    target.startsWith('src/') ? r.ours.some((p) => within(target, p)) : packageAllowed(r, target),
  );
  return hosts.map(([name, r]) => `${name} (si ${r.admission})`).join(', ');
}

/** Imports against the table. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const name = roomOf(file.path);
    const room = ROOMS[name];
    if (!room) return [`${file.path} : la pièce « ${name} » n’existe pas`];
    return file.imports
      .filter((i) => !isStyle(i.target))
      .filter((i) => (i.target.startsWith('src/') ? !room.ours.some((p) => within(i.target, p)) : !packageAllowed(room, i.target)))
      .map((i) => `${file.path}:${i.line} importe ${i.target}, interdit dans ${name}. La ligne va plutôt dans : ${rooms(i.target)}`);
  });
}

/** Inside features: who may look at what, between the words of the vocabulary. */
export function forbiddenBetweenWords(files: readonly SourceFile[]): string[] {
  const wrong: string[] = [];
  for (const file of files) {
    const isView = /\/views\//.test(file.path);
    const isPage = file.path.startsWith('src/app/') && !file.path.endsWith('/route.ts');
    for (const i of file.imports) {
      const server = /\/(queries|commands|store)\.ts$/.test(i.target) && i.target.startsWith('src/features/');
      const say = (message: string) => wrong.push(`${file.path}:${i.line} ${message} (${i.target})`);
      if (isView && !i.typeOnly && server) say('une vue reçoit ses données du loader : elle n’appelle pas la base');
      if (isPage && server) say('une page lit par un loader et écrit par une action');
      if (isPage && i.target.startsWith('src/guard/') && !/guard\/(langue|formulaire)\.ts$/.test(i.target))
        say('une page ne décide pas qui entre : c’est le loader');
      if (
        (isView || file.path.startsWith('src/ui/')) &&
        i.target.startsWith('src/guard/') &&
        !/guard\/(formulaire|langue)\.ts$/.test(i.target)
      )
        say('une vue ne connaît de guard que formulaire et langue');
      if (!i.typeOnly && /\/(queries|commands|store)\.ts$/.test(file.path) && i.target.startsWith('src/guard/'))
        say('queries et commands ne connaissent pas la requête');
    }
  }
  return wrong;
}

/** The feature of a file. `dossier` holds several errands around one store: each errand counts as a feature. */
function concern(path: string): string | null {
  if (!path.startsWith('src/features/')) return null;
  const [feature = '', errand = ''] = path.split('/').slice(2, -1);
  return feature === 'dossier' && !['', 'views', 'kinds'].includes(errand) ? `dossier/${errand}` : feature;
}

/** Cycles between features (types included: a type is a dependence too). Each is given once, as the path that closes. */
export function cycles(files: readonly SourceFile[]): string[] {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const from = concern(file.path);
    if (from === null) continue;
    const to = graph.get(from) ?? new Set();
    for (const i of file.imports) {
      const target = concern(i.target);
      if (target !== null && target !== from) to.add(target);
    }
    graph.set(from, to);
  }
  const found = new Set<string>();
  const visit = (path: readonly string[]) => {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      const seen = path.indexOf(next);
      if (seen < 0) visit([...path, next]);
      else {
        const loop = path.slice(seen);
        const first = loop.toSorted()[0] ?? '';
        const turn = [...loop.slice(loop.indexOf(first)), ...loop.slice(0, loop.indexOf(first)), first];
        found.add(turn.join(' → '));
      }
    }
  };
  for (const name of graph.keys()) visit([name]);
  return [...found];
}
