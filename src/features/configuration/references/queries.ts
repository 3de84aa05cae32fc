// Reference data in force, answered from memory: the published rows of the whole country are a few hundred, read once and read again
// in the background when they are older than half a minute. Several processes agree within that time; a publication takes effect on a
// day, so nobody waits for it.
import 'server-only';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { SorteReference } from '#domain/publication/sortes.ts';
import { type Contenu, type Version, versionEnVigueur } from '#domain/publication/versions.ts';
import { now } from '#platform/clock.ts';
import { driver } from '#platform/db.ts';
import { logger } from '#platform/logger.ts';
import { processMemory } from '#platform/process-memory.ts';
import { poserLiens } from '../liens/catalogue.ts';

export type VersionReference = Version & { cle: string; sorte: string; contenu: Contenu };

type Releve = { parCle: ReadonlyMap<string, readonly VersionReference[]>; le: number };

const PERIME_MS = 30_000;
const memoire = processMemory<{ releve?: Releve; enCours?: Promise<void> }>('references', () => ({}));

const adresse = (sorte: string, cle: string) => `${sorte}\n${cle}`;

/** Reads every published row again. To be awaited before the first answer of a process, and after a publication. */
export function releverReferences(): Promise<void> {
  memoire.enCours ??= relever().finally(() => {
    memoire.enCours = undefined;
  });
  return memoire.enCours;
}

async function relever(): Promise<void> {
  const lignes = await driver().$queryRaw<VersionReference[]>`
    SELECT sorte, cle, version, etat, to_char(effet_le, 'YYYY-MM-DD') AS "effetLe", contenu FROM publication WHERE etat = 'publiee'`;
  const parCle = new Map<string, VersionReference[]>();
  for (const ligne of lignes) {
    const place = adresse(ligne.sorte, ligne.cle);
    parCle.set(place, [...(parCle.get(place) ?? []), ligne]);
  }
  memoire.releve = { parCle, le: now().getTime() };
  poserLiens(new Map([...referencesDu('lien')].flatMap(([nom, { adresse: vers }]) => (vers ? [[nom, vers] as const] : []))));
}

function courant(): Releve | undefined {
  if (!memoire.releve || now().getTime() - memoire.releve.le > PERIME_MS)
    releverReferences().catch((cause) => logger().error({ cause: String(cause) }, 'références non relues'));
  return memoire.releve;
}

/** Every version published of one reference, those of the past and those to come included. */
export const versionsPubliees = (sorte: SorteReference, cle: string): readonly VersionReference[] =>
  courant()?.parCle.get(adresse(sorte, cle)) ?? [];

/** What the administration published and is in force that day; undefined: what the portal ships with is. */
export function referenceDu(sorte: SorteReference, cle: string, jour: Jour = jourDe(now())): Contenu | undefined {
  return versionEnVigueur(versionsPubliees(sorte, cle), jour)?.contenu;
}

/** All those of a sort that are in force that day, by key. */
export function referencesDu(sorte: SorteReference, jour: Jour = jourDe(now())): ReadonlyMap<string, Contenu> {
  const lues = [...(courant()?.parCle ?? [])].flatMap(([place, versions]): [string, Contenu][] => {
    const [deSorte, cle] = place.split('\n');
    const version = deSorte === sorte ? versionEnVigueur(versions, jour) : undefined;
    return version && cle !== undefined ? [[cle, version.contenu]] : [];
  });
  return new Map(lues);
}
