// After a request of complement: more time, the registered letter, going on without waiting, an explanation judged, a second round.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { echeanceComplement } from '#domain/delais/complement.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { repondreComplement } from '#features/dossier/complements/reponse/commands.ts';
import { complementDe } from '#features/dossier/complements/reponse/queries.ts';
import { schemaReponse } from '#features/dossier/complements/reponse/schema.ts';
import {
  demanderProlongation,
  enregistrerRecommande,
  examinerReponse,
  leverComplement,
  prolongerComplement,
} from '#features/dossier/complements/suites/commands.ts';
import { manquantesProposees } from '#features/dossier/complements/suites/schema.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { notifier } from '#features/notifications/commands.ts';
import { db } from '#platform/db.ts';
import { prepareQueues } from '#platform/queue.ts';
import { complementDemande, DEMANDE_LE, type Demande, NATIONALITE_ILLISIBLE, QUESTION, reference } from '../support/complement.ts';
import { truncate } from '../support/database.ts';
import { agentDe, fichierPour } from '../support/dossiers.ts';

const LE = new Date('2026-11-10T10:00:00Z');
const APRES = new Date('2026-11-12T10:00:00Z');
const MANQUANTE = { sorte: 'piece_manquante', pieceCode: 'sejour_regulier', observation: 'Le récépissé manque.' } as const;

let agent: Agent;
let portee: PorteeAgent;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await reference();
  ({ agent, portee } = await agentDe('59', ['instructeur']));
});

async function vu(d: Demande) {
  const { version } = await db().dossier.findUniqueOrThrow({ where: { id: d.dossierId }, select: { version: true } });
  return { dossierId: d.dossierId, version };
}
const attente = async (d: Demande) => (await db().dossier.findUniqueOrThrow({ where: { id: d.dossierId } })).attente;
const evenements = async (d: Demande, type: string) =>
  (await db().evenement.findMany({ where: { dossierId: d.dossierId, type } })).map((e) => e.faits);
const delai = (d: Demande) =>
  demanderProlongation({ acteur: d.usager, portee: d.portee, at: LE }, { complement: d.complementId, motif: 'Le consulat est fermé.' });

async function expliquer(d: Demande, at = LE) {
  const { version } = await db().complement.findUniqueOrThrow({ where: { id: d.complementId } });
  return repondreComplement(
    { acteur: d.usager, portee: d.portee, at },
    schemaReponse.parse({
      complement: d.complementId,
      version,
      items: { [d.items.sejour_regulier ?? '']: { reponse: 'expliquer', raison: 'Le consulat est fermé.' } },
    }),
  );
}

describe('l’attente du dossier', () => {
  it('dit ce qu’il attend : la réponse, puis l’agent, puis rien', async () => {
    const d = await complementDemande([NATIONALITE_ILLISIBLE]);
    expect(await attente(d)).toBe('complement');
    await repondreComplement(
      { acteur: d.usager, portee: d.portee, at: LE },
      schemaReponse.parse({
        complement: d.complementId,
        version: 1,
        items: { [d.items.nationalite ?? '']: { reponse: 'maintenir', raison: 'Deux pages.' } },
      }),
    );
    expect(await attente(d)).toBe('reponse');
    expect((await demanderComplement(portee, agent, { ...(await vu(d)), items: [QUESTION] }, APRES)).ok).toBe(true);
    expect(await attente(d)).toBe('complement');
    expect(await leverComplement(portee, agent, { vu: await vu(d), motif: 'Pas indispensable.' }, APRES)).toMatchObject({ ok: true });
    expect(await attente(d)).toBeNull();
  });
});

describe('un délai supplémentaire', () => {
  it('se demande une fois, l’agent le voit, l’accorde jusqu’à un jour, et les deux lisent ce jour', async () => {
    const d = await complementDemande([QUESTION]);
    expect(await Promise.all([delai(d), delai(d)])).toEqual([
      { ok: true, valeur: d.dossierId },
      { ok: true, valeur: d.dossierId },
    ]);
    expect(await evenements(d, 'prolongation_demandee')).toEqual([{ complement: d.complementId }]);
    expect(await attente(d)).toBe('reponse');
    expect((await dossierInstruit(portee, d.dossierId))?.complements[0]?.prolongation).toMatchObject({
      motif: 'Le consulat est fermé.',
      estTraitee: false,
    });
    expect(await prolongerComplement(portee, agent, { vu: await vu(d), jusqu: '2026-12-01' }, LE)).toMatchObject({
      refus: 'delai_trop_court',
      details: { jour: '02/12/2026' },
    });
    expect(await prolongerComplement(portee, agent, { vu: await vu(d), jusqu: '2206-01-15' }, LE)).toMatchObject({
      ok: false,
      refus: 'delai_trop_long',
    });
    expect(await prolongerComplement(portee, agent, { vu: await vu(d), jusqu: '2027-01-15' }, LE)).toMatchObject({ ok: true });
    expect(await attente(d)).toBe('complement');
    await db().notification.updateMany({ data: { ouverteLe: DEMANDE_LE } });
    expect((await complementDe(d.portee, d.complementId, LE))?.echeance?.dernierJour).toBe('2027-01-15');
    expect((await dossierDe(d.portee, d.dossierId, LE))?.complement?.echeance?.dernierJour).toBe('2027-01-15');
    const lu = (await dossierInstruit(portee, d.dossierId))?.complements[0];
    expect(lu?.delai && echeanceComplement(lu.delai, '2026-11-10')?.dernierJour).toBe('2027-01-15');
  });

  it('ne se demande pas pour un complément déjà répondu, ni par un étranger', async () => {
    const d = await complementDemande([QUESTION]);
    const autre = await complementDemande([QUESTION]);
    expect(
      await demanderProlongation({ acteur: autre.usager, portee: autre.portee, at: LE }, { complement: d.complementId, motif: 'x' }),
    ).toMatchObject({ refus: 'introuvable' });
    await db().complement.update({ where: { id: d.complementId }, data: { reponduLe: LE } });
    expect(await delai(d)).toMatchObject({ refus: 'complement_ferme' });
  });
});

describe('la lettre recommandée (D-07)', () => {
  it('fait courir le délai de qui n’a pas accepté les notifications électroniques', async () => {
    const d = await complementDemande([QUESTION]);
    expect(await enregistrerRecommande(portee, agent, { vu: await vu(d), presenteeLe: '2026-10-31' }, LE)).toMatchObject({
      refus: 'recommande_hors_periode',
    });
    expect(await enregistrerRecommande(portee, agent, { vu: await vu(d), presenteeLe: '2026-11-09' }, LE)).toMatchObject({ ok: true });
    expect((await complementDe(d.portee, d.complementId, LE))?.echeance).toMatchObject({
      fondement: 'recommande',
      notifieLe: '2026-11-09',
      dernierJour: '2026-12-09',
    });
  });
});

describe('continuer sans attendre (CRPA L.114-5-1)', () => {
  it('ferme la demande, oublie ce qui n’était pas envoyé, et le dit à la personne', async () => {
    const d = await complementDemande([NATIONALITE_ILLISIBLE]);
    const piece = await db().piece.findUniqueOrThrow({ where: { dossierId_code: { dossierId: d.dossierId, code: 'nationalite' } } });
    const joint = await fichierPour(piece.id, 'document', 'png', LE, { complementItemId: d.items.nationalite });
    expect(await leverComplement(portee, agent, { vu: await vu(d), motif: 'Vu à l’original.' }, LE)).toMatchObject({ ok: true });
    expect(await db().fichier.findUnique({ where: { id: joint } })).toBeNull();
    expect(await db().fichier.count({ where: { pieceId: piece.id } })).toBe(1);
    const [faits] = await evenements(d, 'complement_leve');
    expect(faits).toEqual({ complement: d.complementId, motif: 'Vu à l’original.' });
    const { id } = await db().evenement.findFirstOrThrow({ where: { dossierId: d.dossierId, type: 'complement_leve' } });
    await produireDocuments(String(id));
    await notifier(String(id), LE);
    expect(await db().notification.count({ where: { compteId: d.usager.compteId, sorte: 'complement_leve' } })).toBe(1);
    expect((await dossierDe(d.portee, d.dossierId, LE))?.complement).toBeNull();
    expect(
      await repondreComplement(
        { acteur: d.usager, portee: d.portee, at: APRES },
        schemaReponse.parse({ complement: d.complementId, version: 2 }),
      ),
    ).toMatchObject({ ok: false });
  });
});

describe('une pièce manquante expliquée (C30)', () => {
  it('acceptée, la réponse est examinée et l’instruction continue sans la pièce', async () => {
    const d = await complementDemande([MANQUANTE]);
    expect((await expliquer(d)).ok).toBe(true);
    const [lu] = (await dossierInstruit(portee, d.dossierId))?.complements ?? [];
    expect(lu?.items[0]).toMatchObject({ examen: 'attendu', reponse: 'Explication', raison: 'Le consulat est fermé.' });
    const item = d.items.sejour_regulier ?? '';
    expect(await examinerReponse(portee, agent, { vu: await vu(d), item, examen: 'accepte' }, APRES)).toMatchObject({ ok: true });
    expect((await dossierInstruit(portee, d.dossierId))?.complements[0]).toMatchObject({ traiteLe: APRES, items: [{ examen: 'accepte' }] });
    expect(await attente(d)).toBeNull();
    expect(await evenements(d, 'piece_verifiee')).toEqual([{ piece: 'sejour_regulier', verdict: 'conforme' }]);
  });

  it('refusée, elle est proposée d’office au tour suivant ; la lettre jointe est jugée avec elle', async () => {
    const d = await complementDemande([MANQUANTE]);
    const { id } = await db().piece.create({ data: { id: crypto.randomUUID(), dossierId: d.dossierId, code: 'sejour_regulier' } });
    await fichierPour(id, 'document', 'png', LE, { complementItemId: d.items.sejour_regulier });
    expect((await expliquer(d)).ok).toBe(true);
    const item = d.items.sejour_regulier ?? '';
    expect(await examinerReponse(portee, agent, { vu: await vu(d), item, examen: 'rejete' }, APRES)).toMatchObject({ ok: true });
    expect(await db().piece.findUniqueOrThrow({ where: { id } })).toMatchObject({ verdict: 'non_conforme', motif: 'autre' });
    const proposees = manquantesProposees({
      manquantes: [{ code: 'sejour_regulier', libelle: 'Séjour régulier' }],
      complements: [{ items: [{ piece: 'sejour_regulier', observation: 'Le récépissé manque.', examen: 'rejete' }] }],
    });
    expect(proposees).toEqual([
      { code: 'sejour_regulier', libelle: 'Séjour régulier', reponse: 'rejete', observation: 'Le récépissé manque.' },
    ]);
  });

  it('ne juge pas un élément d’un autre dossier, ni une réponse qui n’est pas une explication', async () => {
    const d = await complementDemande([MANQUANTE]);
    const autre = await complementDemande([MANQUANTE]);
    await expliquer(autre);
    const item = autre.items.sejour_regulier ?? '';
    expect(await examinerReponse(portee, agent, { vu: await vu(d), item, examen: 'accepte' }, APRES)).toMatchObject({
      refus: 'introuvable',
    });
  });
});

describe('une réponse tardive', () => {
  it('est reçue tant que la clôture proposée n’est pas signée, et rouvre l’examen', async () => {
    const d = await complementDemande([MANQUANTE]);
    await db().dossier.update({ where: { id: d.dossierId }, data: { statut: 'propose' } });
    expect((await expliquer(d)).ok).toBe(true);
    expect(await db().dossier.findUniqueOrThrow({ where: { id: d.dossierId } })).toMatchObject({
      statut: 'en_instruction',
      attente: 'reponse',
    });
    await db().dossier.update({ where: { id: d.dossierId }, data: { statut: 'clos' } });
    const clos = await complementDemande([MANQUANTE]);
    await db().dossier.update({ where: { id: clos.dossierId }, data: { statut: 'clos' } });
    expect(await expliquer(clos)).toMatchObject({ refus: 'statut_incompatible' });
  });
});
