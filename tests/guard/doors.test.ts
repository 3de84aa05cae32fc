// Every page, action and byte route goes through guard, and every one is tried by strangers in e2e/portes.e2e.ts.
import { describe, expect, it } from 'vitest';
import { estPageDAgent } from '#domain/access/espaces.ts';
import { PORTES } from '../../e2e/support/portes.ts';
import { openDoors } from '../architecture/doors.ts';
import { list, type SourceFile, sources } from '../architecture/source.ts';

const files = list('src/app').filter((path) => /\/(page\.tsx|route\.ts)$/.test(path));
const url = (path: string) =>
  path
    .replace(/^src\/app/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\/(page\.tsx|route\.ts)$/, '') || '/';
const source = (path: string): SourceFile => {
  const found = sources.find((f) => f.path === path);
  if (!found) throw new Error(path);
  return found;
};

/** Pages that anybody may read and that hold nothing of anybody: words only. */
const SANS_DONNEES = [
  '/agents/mot-de-passe-oublie',
  '/accessibilite',
  '/aide',
  '/compte/creation',
  '/compte/identifiant-oublie',
  '/compte/mot-de-passe-oublie',
  '/compte/supprime',
  '/demander-un-titre',
  '/mentions-legales',
  '/plan-du-site',
  '/services/[service]',
];

const pages = files.filter((path) => path.endsWith('page.tsx')).map((path) => [url(path), path] as const);
const routes = files.filter((path) => path.endsWith('route.ts')).map((path) => [url(path), path] as const);
const loaders = (path: string) =>
  source(path)
    .imports.filter((i) => !i.typeOnly && /^src\/features\/.+\/loaders\.ts$/.test(i.target))
    .flatMap((i) => i.names);

describe('chaque adresse du portail', () => {
  it('figure au tableau des portes essayées, une fois', () => {
    const declared = PORTES.map((p) => p.url);
    expect(files.map(url).toSorted()).toEqual(declared.toSorted());
  });

  it('a l’en-tête de ceux à qui elle demande d’entrer', () => {
    const pourAgents = ({ url, personne }: (typeof PORTES)[number]) => personne === 'connexion des agents' || url.startsWith('/agents/');
    const pagesEssayees = PORTES.filter(({ url }) => !url.startsWith('/api/'));
    expect(pagesEssayees.filter(({ url }) => estPageDAgent(url))).toEqual(pagesEssayees.filter(pourAgents));
  });

  it.each(pages.filter(([address]) => !SANS_DONNEES.includes(address)))('%s lit par un loader, et l’attend', (_address, path) => {
    const names = loaders(path);
    expect(names.length, 'aucun loader importé').toBeGreaterThan(0);
    const { text } = source(path);
    expect(
      names.some((name) => new RegExp(`await (Promise\\.all\\(\\[[^\\]]*)?\\b${name}\\(`).test(text)),
      `aucun de ${names.join(', ')} n’est attendu`,
    ).toBe(true);
  });

  it.each(pages.filter(([address]) => SANS_DONNEES.includes(address)))('%s ne contient que des mots', (_address, path) =>
    expect(source(path).imports.filter((i) => /\/(queries|commands|store)\.ts$|^src\/platform\/db\.ts$/.test(i.target))).toEqual([]),
  );

  it.each(routes)('%s est faite par guard', (_address, path) => {
    expect(openDoors([source(path)])).toEqual([]);
    expect(source(path).text).toMatch(/export const (GET|POST|PUT|PATCH|DELETE) = route\w+\(/);
  });

  it('fermée à tous sauf à qui elle revient n’est jamais faite par la porte publique', () => {
    const closed = PORTES.filter((p) => p.personne === 401).map((p) => p.url);
    for (const [address, path] of routes) if (closed.includes(address)) expect(source(path).text, address).not.toContain('routePublique');
  });
});

describe('chaque action', () => {
  const actions = sources.filter((f) => /^src\/features\/.+\/actions\.ts$/.test(f.path)).map((f) => [f.path, f] as const);
  it.each(actions)('de %s est faite par guard', (_path, file) => expect(openDoors([file])).toEqual([]));

  /** Open to all, outside of the compte, each with its reason. */
  const OUVERTES: Readonly<Record<string, string>> = {
    'src/features/assistance/tickets/actions.ts':
      'S-015 : le centre de contact répond aussi à qui n’a pas de compte ; un lien reçu par courriel, à usage unique, ouvre son seul ticket',
  };

  it('ouverte à tous ne concerne que le compte (entrer, sortir, retrouver son accès), ou dit pourquoi', () => {
    const open = actions
      .filter(([, f]) => f.imports.some((i) => i.target === 'src/guard/action.ts' && i.names.includes('actionPublique')))
      .map(([path]) => path);
    expect(open.filter((path) => !path.startsWith('src/features/compte/'))).toEqual(Object.keys(OUVERTES));
  });
});

// R.142-22: who opens a dossier leaves a line, in the same gesture.
describe('chaque porte d’agent qui ouvre un dossier', () => {
  /** What an agent opens by an identifier that is not a dossier's, each with its reason. */
  const SANS_LECTURE: Readonly<Record<string, string>> = {
    'src/features/dossier/attribution/loaders.ts chargerSuivi':
      'section de la page déjà ouverte, et déjà consignée : les noms des agents qui suivent le dossier, rien de la personne',
    'src/app/api/agents/dossiers/[dossier]/presence/route.ts POST':
      'la page déjà ouverte, et déjà consignée, dit chaque minute qu’elle l’est encore : rien de la personne n’est lu',
    'src/features/dossier/messages/loaders.ts chargerApercu':
      'une section de la page du dossier, qui vient de consigner cette lecture et d’en demander la preuve',
    'src/features/horloge/loaders.ts chargerEcheances': 'une section de la page du dossier, dont l’ouverture est déjà consignée',
    'src/features/dossier/avis/loaders.ts chargerAvisEnBref': 'une section de la page du dossier, dont l’ouverture est déjà consignée',
    'src/features/dossier/remise/loaders.ts chargerSectionTitre': 'une section de la page du dossier, dont l’ouverture est déjà consignée',
    'src/features/dossier/transfert/loaders.ts chargerTransfertPropose':
      'une section de la page du dossier, dont l’ouverture est déjà consignée',
  };
  const ECRIT = /\b(noterLecture|consignerConsultation|exporterHistorique)\(/;

  /** Each exported door of a file: its name and its text. */
  const portes = ({ path, text }: SourceFile, maker: RegExp): [string, string][] =>
    text
      .split(/^(?=export (?:const|async function) )/m)
      .filter((morceau) => maker.test(morceau))
      .map((morceau) => [`${path} ${/^export (?:const|async function) (\w+)/.exec(morceau)?.[1]}`, morceau]);

  const lectures = sources
    .filter((f) => /^src\/features\/.+\/loaders\.ts$/.test(f.path))
    .flatMap((f) => portes(f, /= loader(Agent|Bris)\(/))
    // an identifier is asked: one thing is opened, not a list
    .filter(([, texte]) => /= loaderBris\(/.test(texte) || /\}, \w+: string\b/.test(texte));
  const octets = files
    .filter((path) => /\/(api\/agents|api\/administration\/dossiers)\/.*\[.+\].*\/route\.ts$/.test(path))
    .flatMap((path) => portes(source(path), /= route(Agent|Bris)\(/));
  const toutes = [...lectures, ...octets].filter(([nom]) => !(nom in SANS_LECTURE));

  it('est connue', () => expect(toutes.length).toBeGreaterThanOrEqual(9));
  it.each(toutes)('%s consigne la consultation et sa finalité', (_nom, texte) => expect(texte).toMatch(ECRIT));
});
