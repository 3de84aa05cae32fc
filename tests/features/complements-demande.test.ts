// Asking for a complement: what is written, what is refused, one open at a time, and when its answer counts as examined.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { ItemDemande } from '#domain/dossier/complement.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { schemaDemande } from '#features/dossier/complements/demande/schema.ts';
import { verifierPiece } from '#features/dossier/instruction/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { db } from '#platform/db.ts';
import { prepareQueues } from '#platform/queue.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, socle } from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
const apres = new Date('2026-11-24T10:00:00Z');
let agent: Agent;
let portee: PorteeAgent;
let dossierId: string;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await socle();
  ({ agent, portee } = await agentDe('59', ['instructeur']));
  dossierId = (await dossierDepose({ statut: 'en_instruction' })).id;
});

async function demander(items: readonly ItemDemande[], version?: number) {
  const { version: courante } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } });
  return demanderComplement(portee, agent, { dossierId, version: version ?? courante, items }, at);
}

const illisible: ItemDemande = { sorte: 'document', pieceCode: 'filiation', motif: 'illisible', observation: 'Numérisez à nouveau.' };
const question: ItemDemande = { sorte: 'information', observation: 'Depuis quand vivez-vous à Lille ?' };

describe('demander un complément', () => {
  it('écrit la demande, ses éléments dans l’ordre, l’événement et son travail, sans changer de statut', async () => {
    const manquante: ItemDemande = { sorte: 'piece_manquante', pieceCode: 'sejour_regulier', observation: '' };
    expect((await demander([illisible, manquante, question])).ok).toBe(true);
    expect(await sql('select ordre, sorte, piece_code, motif, observation from complement_item order by ordre')).toEqual([
      { ordre: 0, sorte: 'document', piece_code: 'filiation', motif: 'illisible', observation: 'Numérisez à nouveau.' },
      { ordre: 1, sorte: 'piece_manquante', piece_code: 'sejour_regulier', motif: null, observation: '' },
      { ordre: 2, sorte: 'information', piece_code: null, motif: null, observation: 'Depuis quand vivez-vous à Lille ?' },
    ]);
    expect(await sql('select statut from dossier')).toEqual([{ statut: 'en_instruction' }]);
    expect(
      await sql("select faits->>'complement' = m.id::text as lie from evenement e, complement m where e.type = 'complement_demande'"),
    ).toEqual([{ lie: true }]);
    expect(await sql("select name from file.job where name = 'evenement'")).toHaveLength(1);
    expect((await dossierInstruit(portee, dossierId))?.complements[0]).toMatchObject({ par: 'Camille TESTAGENT', reponduLe: null });
  });

  it('en refuse une seconde tant que la première attend sa réponse', async () => {
    expect((await demander([question])).ok).toBe(true);
    expect(await demander([illisible])).toMatchObject({ refus: 'complement_deja_ouvert' });
    await db().complement.updateMany({ data: { reponduLe: at } });
    expect((await demander([illisible])).ok).toBe(true);
  });

  it('n’en ouvre qu’une quand deux agents envoient au même instant', async () => {
    const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } });
    const resultats = await Promise.all([demander([question], version), demander([illisible], version)]);
    expect(resultats.map((r) => (r.ok ? 'ok' : r.refus)).toSorted()).toEqual(['modifie_ailleurs', 'ok']);
    expect(await sql('select 1 from complement')).toHaveLength(1);
  });

  it('refuse une demande vide, une pièce étrangère au dossier, une pièce dite manquante qui est là', async () => {
    expect(await demander([])).toMatchObject({ refus: 'complement_sans_element' });
    expect(await demander([{ ...illisible, pieceCode: 'sejour_regulier' }])).toMatchObject({ refus: 'emplacement_inconnu' });
    expect(await demander([{ sorte: 'piece_manquante', pieceCode: 'filiation', observation: '' }])).toMatchObject({
      refus: 'emplacement_inconnu',
    });
    expect(await demander([{ sorte: 'piece_manquante', pieceCode: 'inventee', observation: '' }])).toMatchObject({
      refus: 'emplacement_inconnu',
    });
    expect(await sql('select 1 from complement')).toHaveLength(0);
  });
});

describe('l’examen d’une réponse', () => {
  const examinee = async () => (await sql('select traite_le is not null as oui from complement order by demande_le'))[0]?.oui;
  async function juger(piece: string, le: Date) {
    const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } });
    return verifierPiece(portee, agent, { dossierId, version }, { piece, verdict: 'conforme' }, le);
  }

  it('est faite quand chaque pièce demandée a été jugée depuis la réponse, pas avant', async () => {
    await demander([illisible, { ...illisible, pieceCode: 'nationalite' }]);
    await db().complement.updateMany({ data: { reponduLe: at } });
    await juger('domicile', apres);
    await juger('filiation', apres);
    expect(await examinee()).toBe(false);
    await juger('nationalite', apres);
    expect(await examinee()).toBe(true);
  });

  it('est faite aussi quand l’agent demande autre chose', async () => {
    await demander([question]);
    await db().complement.updateMany({ data: { reponduLe: at } });
    await juger('filiation', apres);
    expect(await examinee()).toBe(false);
    await demander([illisible]);
    expect(await examinee()).toBe(true);
  });
});

describe('le formulaire', () => {
  const lire = (saisie: Record<string, unknown>) => schemaDemande.safeParse({ dossier: 'd', version: '3', ...saisie });
  const erreurs = (saisie: Record<string, unknown>) => lire(saisie).error?.issues.map((i) => i.path.join('.'));

  it('ne garde que ce qui est coché', () => {
    const lu = lire({
      pieces: { filiation: { retenu: 'oui', motif: 'perime', observation: ' ' }, domicile: { motif: 'illisible', observation: 'non' } },
      manquantes: { sejour_regulier: { retenu: 'oui', observation: 'Dernier avis.' } },
      informations: { '0': '', '1': ' Pourquoi ? ' },
    });
    expect(lu.data).toEqual({
      dossierId: 'd',
      version: 3,
      items: [
        { sorte: 'document', pieceCode: 'filiation', motif: 'perime', observation: '' },
        { sorte: 'piece_manquante', pieceCode: 'sejour_regulier', observation: 'Dernier avis.' },
        { sorte: 'information', observation: 'Pourquoi ?' },
      ],
    });
  });

  it('veut au moins un élément, un motif connu, et une phrase pour « autre »', () => {
    expect(erreurs({})).toEqual(['informations.0']);
    expect(erreurs({ pieces: { filiation: { retenu: 'oui', motif: 'laid', observation: '' } } })).toEqual(['pieces.filiation.motif']);
    expect(erreurs({ pieces: { filiation: { retenu: 'oui', motif: 'autre', observation: '' } } })).toEqual([
      'pieces.filiation.observation',
    ]);
  });
});
