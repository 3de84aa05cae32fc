// docker-compose.yml and Dockerfile must say what the code says: same variables, same port, same health path, services that exist.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readEnv, variables } from '#platform/env.ts';

type Service = {
  build?: { target: string };
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  healthcheck?: { test: string[] };
  restart?: string;
  depends_on?: Record<string, { condition: string }>;
};

const text = readFileSync('docker-compose.yml', 'utf8');
const services = (parse(text, { merge: true }) as { services: Record<string, Service> }).services;
const dockerfile = readFileSync('Dockerfile', 'utf8');
const ours = Object.entries(services).filter(([, service]) => service.build !== undefined);

/** What Docker does with ${NAME:-default} and ${NAME:?message}, the deployer having given 40 letters for what is required. */
const interpolated = (value: string): string =>
  value.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_all, _name: string, kind: string, rest: string) =>
    kind === '-' ? rest : 'x'.repeat(40),
  );

const environmentOf = (service: Service): Record<string, string> =>
  Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, interpolated(String(value))]));

const stage = (name: string): string => {
  const start = dockerfile.indexOf(` AS ${name}\n`);
  expect(start, `étape ${name} du Dockerfile`).toBeGreaterThan(0);
  const end = dockerfile.indexOf('\nFROM ', start);
  return dockerfile.slice(start, end < 0 ? undefined : end);
};

/** Variables set by ENV in a stage. HOSTNAME belongs to the server of Next, not to the portal. */
const envOf = (name: string): string[] =>
  [...stage(name).matchAll(/^ENV (.+)$/gm)]
    .flatMap((line) => [...(line[1] ?? '').matchAll(/(\w+)=/g)].map((pair) => pair[1] ?? ''))
    .filter((n) => n !== 'HOSTNAME');

describe('les services du portail', () => {
  it('sont web, worker et la migration qui les précède', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['migration', 'web', 'worker']);
  });

  it.each(ours)('%s ne reçoit que des variables du schéma', (_name, service) => {
    expect(Object.keys(environmentOf(service)).filter((name) => !(name in variables))).toEqual([]);
  });

  it.each(ours)('%s reçoit un environnement complet et valide', (_name, service) => {
    expect(() => readEnv(environmentOf(service))).not.toThrow();
  });

  it.each(ours)('%s reçoit le même environnement que les autres', (_name, service) => {
    const { MIGRATION_DATABASE_URL: _propriétaire, ...commun } = service.environment ?? {};
    expect(commun).toEqual(services.web?.environment);
  });

  it('donne le rôle propriétaire de la base à la migration, et à elle seule', () => {
    expect(ours.filter(([, s]) => s.environment?.MIGRATION_DATABASE_URL !== undefined).map(([name]) => name)).toEqual(['migration']);
    const { DATABASE_URL = '', MIGRATION_DATABASE_URL = '' } = environmentOf(services.migration ?? {});
    expect(new URL(DATABASE_URL).username).not.toBe(new URL(MIGRATION_DATABASE_URL).username);
    expect(new URL(DATABASE_URL).pathname).toBe(new URL(MIGRATION_DATABASE_URL).pathname);
  });

  it.each(ours)('%s est construit par une étape du Dockerfile qui ne règle que des variables du schéma', (_name, service) => {
    expect(envOf(service.build?.target ?? '').filter((name) => !(name in variables))).toEqual([]);
  });

  it.each(ours.filter(([, service]) => service.command))('%s lance un fichier qui existe', (_name, service) => {
    expect(existsSync(service.command?.at(-1) ?? '')).toBe(true);
  });
});

describe('ce dont ils dépendent', () => {
  const env = environmentOf(services.web ?? {});

  it.each(['DATABASE_URL', 'SMTP_URL', 'S3_ENDPOINT'])('%s vise un service du fichier', (name) => {
    expect(Object.keys(services)).toContain(new URL(env[name] ?? '').hostname);
  });

  it('vise le service ClamAV', () => {
    expect(Object.keys(services)).toContain(env.CLAMAV_HOTE);
  });

  it('existe', () => {
    const needed = Object.values(services).flatMap((service) => Object.keys(service.depends_on ?? {}));
    expect(needed.filter((name) => !(name in services))).toEqual([]);
  });

  it('est en bonne santé avant eux : chaque condition service_healthy a son contrôle', () => {
    const healthy = Object.values(services).flatMap((service) =>
      Object.entries(service.depends_on ?? {}).flatMap(([name, { condition }]) => (condition === 'service_healthy' ? [name] : [])),
    );
    expect(healthy.length).toBeGreaterThan(0);
    expect(healthy.filter((name) => services[name]?.healthcheck === undefined)).toEqual([]);
  });
});

describe('le port et la santé', () => {
  it('prennent le même port dans le fichier, l’image et le code', () => {
    const port = environmentOf(services.web ?? {}).PORT;
    expect(services.web?.ports).toContain(`${port}:${port}`);
    expect(stage('web')).toContain(`EXPOSE ${port}\n`);
    expect(stage('web')).toMatch(new RegExp(`ENV .*PORT=${port}\\b`));
  });

  it('se contrôlent à une adresse que le portail sert', () => {
    const paths = [...dockerfile.matchAll(/'(\/api\/[\w/-]+)'/g)].map((found) => found[1]);
    expect(paths).toEqual(['/api/sante']);
    expect(existsSync('src/app/api/sante/route.ts')).toBe(true);
  });
});

describe('la documentation des variables', () => {
  it('décrit chacune dans le schéma', () => {
    expect(Object.entries(variables).flatMap(([name, rule]) => (rule.description ? [] : [name]))).toEqual([]);
  });

  it('n’a pas de copie', () => {
    expect(['.env.example', '.env.sample', '.env.template'].filter((name) => existsSync(name))).toEqual([]);
  });
});
