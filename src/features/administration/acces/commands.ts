// The export of the access log, streamed: its size is that of the log. The export itself is an act, written before the first byte.
// And what the log keeps: three years (R.142-22).
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import { csvStream } from '#platform/csv.ts';
import { db, transaction } from '#platform/db.ts';
import { consignerActe } from '../commands.ts';
import { lireAcces } from './queries.ts';
import type { DemandeAcces } from './schema.ts';

const LOT = 1000;

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Paris' });

async function* lignes(portee: PorteeAdministration, demande: DemandeAcces): AsyncGenerator<readonly (readonly string[])[]> {
  yield [['Date et heure (Paris)', 'Agent', 'Adresse', 'Service', 'N° de demande', 'Objet', 'Finalité']];
  let apres = null;
  for (;;) {
    const lot = await lireAcces(portee, { ...demande, apres }, LOT);
    yield lot.map((l) => [instant.format(l.le), l.agent, l.email, l.service ?? '', l.numero ?? '', l.objet, l.finalite]);
    const derniere = lot.at(-1);
    if (!derniere || lot.length < LOT) return;
    apres = { le: derniere.le, id: derniere.id };
  }
}

/** The log as CSV. Reads one batch at a time, when the reader asks for it. */
export async function exporterAcces(
  portee: PorteeAdministration,
  agent: Agent,
  demande: DemandeAcces,
  at: Date,
): Promise<{ nom: string; contenu: ReadableStream<Uint8Array> }> {
  const { numero, agent: lecteur, du, au } = demande;
  const faits = { demande: numero, agent: lecteur, du: du ?? '', au: au ?? '' };
  await transaction((tx) => consignerActe(tx, { par: agent.agentId, type: 'acces_exporte', cibleId: null, faits }, at));
  const contenu = csvStream(lignes(portee, demande));
  return { nom: `journal-des-acces-${jourDe(at)}.csv`, contenu };
}

/**
 * Lines past their three years go, a batch of each chain at a time, by a function of the owner of the base: the service may not delete any.
 * What it leaves still verifies (scripts/verify-consultations.ts). Value: how many went.
 */
export async function purgerConsultations(): Promise<number> {
  const [purge] = await db().$queryRaw<{ lignes: number }[]>`SELECT purger_consultations(5000) AS lignes`;
  return purge?.lignes ?? 0;
}

/** The end of each chain, `chain:rank:fingerprint`, for the log: kept outside of the base, it tells whether lines were cut from the end. */
export async function boutsDuJournal(): Promise<string> {
  const bouts = await db().$queryRaw<{ bout: string }[]>`
    SELECT c || ':' || b.rang || ':' || left(encode(b.empreinte, 'hex'), 16) AS bout
    FROM generate_series(0, 15) c, bout_de_chaine(c::smallint) b WHERE b.rang > 0 ORDER BY c`;
  return bouts.map((b) => b.bout).join(' ');
}
