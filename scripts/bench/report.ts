// The figures as a table for people, printed and written into the README between two marks.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inRoot } from '../paths.ts';
import type { Measure } from './measure.ts';
import type { Weight } from './weight.ts';

export type Line = {
  work: string;
  ours: Measure;
  /** One connection: what a visitor feels. Milliseconds. */
  felt?: Measure;
  floor?: { name: string; measure: Measure };
  driver?: Measure;
  statements?: number;
};
export type Bar = { what: string; bar: string; measured: string; reached: boolean };
export type WeightLine = { page: string; weight: Weight };

export const figure = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('fr-FR', { minimumFractionDigits: 0, maximumFractionDigits: digits }).replaceAll(/[\u202f\u00a0]/g, ' ');
};
const kilo = (bytes: number): string => figure(bytes / 1000);
const ratio = (value: number, floor: number | undefined): string => (floor === undefined ? '–' : `${figure(value / floor)} ×`);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function measures(lines: readonly Line[]): string[] {
  const head = [
    'Travail',
    'req/s',
    'p50 ms',
    'p99 ms',
    'ressenti p50 / p99 ms',
    'CPU ms',
    'plancher Next : CPU ms',
    'rapport',
    'même SQL au pilote : CPU ms',
    'rapport',
    'CPU Postgres ms',
    'SQL',
    'page ko',
  ];
  const body = lines.map(({ work, ours, felt, floor, driver, statements }) =>
    row([
      work,
      figure(ours.perSecond),
      figure(ours.p50),
      figure(ours.p99),
      felt ? `${figure(felt.p50)} / ${figure(felt.p99)}` : '–',
      figure(ours.server),
      floor ? `${figure(floor.measure.server)} (${floor.name})` : '–',
      ratio(ours.server, floor?.measure.server),
      driver ? figure(driver.server) : '–',
      ratio(ours.server, driver?.server),
      figure(ours.postgres),
      statements === undefined ? '–' : String(statements),
      ours.bytes > 2000 ? kilo(ours.bytes) : '–',
    ]),
  );
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...body];
}

function machine(postgres: string, quick: boolean): string {
  const [first] = cpus();
  const versions = `Node ${process.versions.node}, Next ${versionOf('next')}, ${postgres}`;
  const what = `${cpus().length} cœurs ${first?.model.trim() ?? ''}, ${figure(totalmem() / 1e9)} Go, ${process.platform}`;
  return `${new Date().toISOString().slice(0, 10)} · ${what} · ${versions}${quick ? ' · **fenêtres courtes (`--rapide`) : ordres de grandeur seulement**' : ''}`;
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

export type Report = {
  lines: Line[];
  bars: Bar[];
  weights: WeightLine[];
  notes: string[];
  postgres: string;
  quick: boolean;
};

export function markdown({ lines, bars, weights, notes, postgres, quick }: Report): string {
  return [
    machine(postgres, quick),
    '',
    'Version construite, base embarquée en écriture sûre (`fsync`), 16 connexions, chaque réponse contrôlée, écritures recomptées dans la base.',
    "CPU : millisecondes de processeur du processus web par requête. Les planchers sont mesurés dans la même exécution, en alternance ; seuls les rapports de CPU d'une même exécution se comparent. « Ressenti » : une seule connexion.",
    '',
    ...measures(lines),
    '',
    row(['Premier chargement (gzip)', 'page ko', 'scripts ko', 'styles ko']),
    row(['---', '---:', '---:', '---:']),
    ...weights.map(({ page, weight }) => row([page, kilo(weight.page), kilo(weight.scripts), kilo(weight.styles)])),
    '',
    row(['Barre (`design/performance.md`)', 'à atteindre', 'mesuré', 'atteinte']),
    row(['---', '---', '---', '---']),
    ...bars.map(({ what, bar, measured, reached }) => row([what, bar, measured, reached ? 'oui' : '**non**'])),
    '',
    ...notes.map((note) => `- ${note}`),
  ].join('\n');
}

/** Writes between the marks of the README; adds them at its end when they are not there. */
export function writeReadme(text: string, mark = 'bench'): void {
  const [start, end] = [`<!-- ${mark}:debut -->`, `<!-- ${mark}:fin -->`];
  const path = inRoot('README.md');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const block = `${start}\n${text}\n${end}`;
  const [head, rest] = before.split(start);
  const tail = rest?.split(end)[1];
  const title = mark === 'bench' ? '## Performance\n\n' : '';
  writeFileSync(path, tail === undefined ? `${before.trimEnd()}\n\n${title}${block}\n` : `${head}${block}${tail}`);
}
