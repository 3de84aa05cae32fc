// What is asked of the portal and of the floors, request by request.
import type { Client } from 'pg';
import type { Draft } from './drafts.ts';
import { addDrafts, emailOf, openSession, PASSWORD, typedFields, typedJson } from './drafts.ts';
import { aroundFile, hiddenFields, multipartType, postOf } from './page-form.ts';
import { idOf } from './population.ts';
import type { Running } from './processes.ts';
import type { Shot } from './shot.ts';

export const CONNECTIONS = 16;
/** A number that is found again in the SQL: the version of what is typed when the statements are captured. */
export const MARKED_VERSION = 777_001;

const get = (path: string, cookie: string, includes: string): Shot => ({
  method: 'GET',
  path,
  headers: cookie ? { cookie } : {},
  expect: { status: 200, includes },
});

async function page(portal: Running, path: string, cookie = ''): Promise<string> {
  const answer = await fetch(new URL(path, portal.origin), { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path} : ${answer.status} ${answer.headers.get('location') ?? ''}`);
  return answer.text();
}

export const stepPath = ({ dossierId }: Draft): string => `/demarches/${dossierId}/informations`;

export const readStep = (drafts: readonly Draft[]): Shot[] => drafts.map((draft) => get(stepPath(draft), draft.cookie, 'TESTCOLLINS'));

/** The save as a browser without scripts posts it, with the fields that React put in the page. */
export async function saveStep(portal: Running, drafts: readonly Draft[], firstRank: number): Promise<Shot[]> {
  const [sample] = drafts;
  if (!sample) return [];
  const hidden = hiddenFields(await page(portal, stepPath(sample), sample.cookie), 'name="_etape"');
  return drafts.map((draft, i) => {
    const own: [string, string][] = [
      ['_dossier', draft.dossierId],
      ['_version', '@@VERSION@@'],
      ['_intention', 'poursuivre'],
    ];
    const headers = { cookie: draft.cookie, origin: portal.origin };
    const fields = [...hidden, ...typedFields(emailOf(1_000_000 + firstRank + i)), ...own];
    return { ...postOf(stepPath(draft), headers, fields, { status: 303, location: `/demarches/${draft.dossierId}/motif` }), counter: 1 };
  });
}

export const autosave = (drafts: readonly Draft[], firstRank: number): Shot[] =>
  drafts.map((draft, i) => ({
    method: 'POST',
    path: `/api/demarches/${draft.dossierId}/saisie/informations`,
    headers: { cookie: draft.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ valeurs: typedJson(emailOf(1_000_000 + firstRank + i)), version: 0 }).replace(
      '"version":0',
      '"version":@@VERSION@@',
    ),
    counter: 1,
    expect: { status: 200, includes: '"version"' },
  }));

export async function deposits(portal: Running, drafts: readonly Draft[]): Promise<Shot[]> {
  const [sample] = drafts;
  if (!sample) return [];
  const path = ({ dossierId }: Draft) => `/demarches/${dossierId}/depot`;
  const hidden = hiddenFields(await page(portal, path(sample), sample.cookie), 'name="observations"');
  return drafts.map((draft) => {
    const own: [string, string][] = [
      ['_dossier', draft.dossierId],
      ['_version', '0'],
      ['_intention', 'poursuivre'],
      ['observations', 'Je reste à votre disposition.'],
    ];
    const headers = { cookie: draft.cookie, origin: portal.origin };
    return postOf(path(draft), headers, [...hidden, ...own], { status: 303, location: `/demarches/${draft.dossierId}/confirmation` });
  });
}

/** Each visitor comes from an address of their own: the throttle counts by address. */
export async function logIns(portal: Running, emails: readonly string[]): Promise<Shot[]> {
  const hidden = hiddenFields(await page(portal, '/connexion'), 'name="identifiant"');
  return emails.map((email, i) => {
    const headers = { origin: portal.origin, 'x-forwarded-for': `10.0.${Math.floor(i / 250)}.${(i % 250) + 1}` };
    return postOf('/connexion', headers, [...hidden, ['identifiant', email], ['motDePasse', PASSWORD]], {
      status: 303,
      location: '/premiere-demande',
    });
  });
}

/** Log-ins with a wrong password: the same page comes back, with the same sentence. `network` keeps the brakes of two lists apart. */
export async function refusals(portal: Running, emails: readonly string[], network: number): Promise<Shot[]> {
  const hidden = hiddenFields(await page(portal, '/connexion'), 'name="identifiant"');
  return emails.map((email, i) => {
    const headers = { origin: portal.origin, 'x-forwarded-for': `10.${network}.${Math.floor(i / 250)}.${(i % 250) + 1}` };
    const fields: [string, string][] = [...hidden, ['identifiant', email], ['motDePasse', 'un-mauvais-mot-de-passe']];
    return postOf('/connexion', headers, fields, { status: 200, includes: 'Identifiant ou mot de passe incorrect.' });
  });
}

export const uploads = (drafts: readonly Draft[], file: { path: string; type: string }): Shot[] =>
  drafts.map((draft) => ({
    method: 'POST',
    path: `/api/televersement/${draft.dossierId}/filiation/document`,
    headers: { cookie: draft.cookie, accept: 'application/json', 'sec-fetch-site': 'same-origin', 'content-type': multipartType },
    file: { path: file.path, ...aroundFile('fichier', file.path.endsWith('pdf') ? 'acte.pdf' : 'acte.jpg', file.type) },
    expect: { status: 201, includes: '"fichiers"' },
  }));

export const bareUploads = (count: number, path: string): Shot[] =>
  Array.from({ length: count }, () => ({
    method: 'POST',
    path: '/fichier',
    headers: { 'content-type': 'application/octet-stream' },
    file: { path, before: '', after: '' },
    expect: { status: 201, includes: 'sha256' },
  }));

export async function agentPages(client: Client, heavy: readonly string[]): Promise<{ queue: Shot[]; dossier: Shot[]; cookie: string }> {
  const cookie = await openSession(client, 'agent', idOf('agent', 1), 1);
  return {
    cookie,
    // the reason of a day due: what the clocks wrote is on the page that is measured
    queue: [get('/instruction?onglet=a_verifier', cookie, 'Demande à vérifier, complète ou non')],
    dossier: heavy.map((id) => get(`/instruction/${id}`, cookie, 'TESTCOLLINS')),
  };
}

/** The same work on the bare application. */
export async function floorShots(floor: Running, heavy: readonly string[]) {
  const ids = Array.from({ length: CONNECTIONS }, (_, i) => `dossier-${i}`);
  const hidden = hiddenFields(await page(floor, `/etape/${ids[0]}`), 'name="id"');
  const typed = ['nom', 'usage', 'prenom', 'jour', 'mois', 'annee', 'lieu', 'voie', 'codePostal', 'ville', 'email', 'telephone'];
  const fields = typed.map((name): [string, string] => [name, `TEST ${name}`]);
  const chosen: [string, string][] = [
    ['pays', 'CA'],
    ['nationalite', 'CA'],
    ['sexe', 'masculin'],
  ];
  return {
    blank: [get('/vide', '', 'vide')],
    read: ids.map((id) => get(`/etape/${id}`, '', 'TEST nom')),
    save: ids.map((id) =>
      postOf(`/etape/${id}`, { origin: floor.origin }, [...hidden, ['id', id], ...fields, ...chosen], { status: 303, location: '/vide' }),
    ),
    queue: [get('/liste?prefecture=59&statut=depose', '', 'TEST')],
    dossier: heavy.map((id) => get(`/dossier/${id}`, '', 'TEST')),
  };
}

export { addDrafts };
