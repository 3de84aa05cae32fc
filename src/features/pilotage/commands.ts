// The same figures for a spreadsheet: one line per prefecture, demarche, month of deposit and state. Streamed; the export is an act.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import { consignerActe } from '#features/administration/commands.ts';
import { csvStream } from '#platform/csv.ts';
import { transaction } from '#platform/db.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { exportDe, prefecturesDe } from './queries.ts';
import type { Periode } from './schema.ts';

const LOT = 5;
const ENTETE = ['Préfecture', 'Démarche', 'Mois de dépôt', 'État', 'Dossiers', 'Jours jusqu’à la décision ou jusqu’à ce jour, en moyenne'];

async function* lignes(portee: PorteeAdministration, periode: Periode, at: Date): AsyncGenerator<readonly (readonly string[])[]> {
  yield [ENTETE];
  const prefectures = await prefecturesDe(portee);
  const noms = new Map(prefectures.map((p) => [p.code, p.nom]));
  for (let i = 0; i < prefectures.length; i += LOT) {
    const lues = await exportDe(
      prefectures.slice(i, i + LOT).map((p) => p.code),
      periode,
      at,
    );
    yield lues.map((l) => [
      noms.get(l.prefecture) ?? l.prefecture,
      procedureActuelle(l.procedure)?.nom ?? l.procedure,
      l.mois,
      l.statut,
      String(l.dossiers),
      (l.jours / l.dossiers).toFixed(1).replace('.', ','),
    ]);
  }
}

export async function exporterPilotage(
  portee: PorteeAdministration,
  agent: Agent,
  periode: Periode,
  at: Date,
): Promise<{ nom: string; contenu: ReadableStream<Uint8Array> }> {
  await transaction((tx) => consignerActe(tx, { par: agent.agentId, type: 'pilotage_exporte', cibleId: null, faits: { ...periode } }, at));
  return { nom: `pilotage-${portee.prefecture ?? 'france'}-${jourDe(at)}.csv`, contenu: csvStream(lignes(portee, periode, at)) };
}
