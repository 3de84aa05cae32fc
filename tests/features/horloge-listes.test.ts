// What agents and persons read of the clocks, in their own scope.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { empechementDeSigner } from '#features/dossier/decision/queries.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { attestationsDues, mesAlertes } from '#features/horloge/alertes/queries.ts';
import { passerLaNuit } from '#features/horloge/commands.ts';
import { echeancesDe } from '#features/horloge/queries.ts';
import { closeDb, db } from '#platform/db.ts';
import { closeQueue } from '#platform/queue.ts';
import { truncate } from '../support/database.ts';
import { agentDe, dossierDepose, porteeDuCompte, socle } from '../support/dossiers.ts';

const matin = (jour: string) => new Date(`${jour}T08:00:00Z`);

beforeEach(async () => {
  await truncate();
  await socle();
});
afterEach(async () => {
  await closeQueue();
  await closeDb();
});

async function situation() {
  const moi = await agentDe('59', ['instructeur'], 'TESTMOI');
  const autre = await agentDe('59', ['instructeur'], 'TESTAUTRE');
  const rhone = await agentDe('69', ['instructeur'], 'TESTRHONE');
  for (const prefecture of ['59', '69']) await agentDe(prefecture, ['chef'], 'TESTCHEF');
  const depose = (agentId: string, fin: string, prefecture = '59') =>
    dossierDepose({
      procedure: 'visiteur',
      reponses: { titre_fin: fin },
      deposeLe: matin('2026-11-22'),
      statut: 'en_instruction',
      agentId,
      prefecture,
      pieces: false,
    });
  const mien = await depose(moi.agent.agentId, '2027-02-03');
  const presse = await depose(autre.agent.agentId, '2027-01-25');
  const loin = await depose(rhone.agent.agentId, '2027-02-03', '69');
  await passerLaNuit(matin('2027-01-10'));
  return { moi, autre, rhone, mien, presse, loin };
}

describe('les attestations à délivrer', () => {
  it('sont celles de la préfecture, la plus urgente d’abord, ou les miennes', async () => {
    const { moi, mien, presse } = await situation();
    const toutes = await attestationsDues(moi.portee, false, 1);
    expect([toutes.total, toutes.lignes.map((l) => [l.numero, l.le])]).toEqual([
      2,
      [
        [presse.numero, '2027-01-25'],
        [mien.numero, '2027-02-03'],
      ],
    ]);
    expect((await attestationsDues(moi.portee, true, 1)).lignes.map((l) => l.dossierId)).toEqual([mien.id]);
    expect((await attestationsDues(moi.portee, false, 2)).lignes).toEqual([]);
  });

  it('ne montrent pas un dossier restreint à qui ne peut pas l’ouvrir (C40)', async () => {
    const { moi, mien } = await situation();
    await db().dossier.update({ where: { id: mien.id }, data: { restreint: true } });
    expect((await attestationsDues(moi.portee, false, 1)).lignes.map((l) => l.dossierId)).not.toContain(mien.id);
    expect((await mesAlertes(moi.portee, 1)).lignes.map((l) => l.dossierId)).not.toContain(mien.id);
  });
});

describe('qui délivre les attestations', () => {
  it('a une délégation pour elles ; les autres lisent pourquoi avant de cocher', async () => {
    const [instructeur, valideur] = [await agentDe('59', ['instructeur']), await agentDe('59', ['valideur'])];
    const le = matin('2026-11-22');
    expect(await empechementDeSigner(instructeur.portee, 'attestation', le)).toBe('delegation_absente');
    expect(await empechementDeSigner(valideur.portee, 'attestation', le)).toBeNull();
    await db().delegation.updateMany({ where: { agentId: valideur.agent.agentId }, data: { sortes: ['refus'] } });
    expect(await empechementDeSigner(valideur.portee, 'attestation', le)).toBe('delegation_autre_sorte');
  });
});

describe('mes alertes', () => {
  it('sont à mon nom, et dans ma préfecture', async () => {
    const { moi, autre, rhone, mien, presse, loin } = await situation();
    const dossiers = async (qui: typeof moi) => new Set((await mesAlertes(qui.portee, 1)).lignes.map((l) => l.dossierId));
    expect(await dossiers(moi)).toEqual(new Set([mien.id]));
    expect(await dossiers(autre)).toEqual(new Set([presse.id]));
    expect(await dossiers(rhone)).toEqual(new Set([loin.id]));
  });
});

describe('la personne', () => {
  it('lit ses dates en clair : la fin de son titre, l’attestation, le silence et ce qu’il veut dire', async () => {
    const { mien } = await situation();
    const portee = porteeDuCompte(mien.compteId);
    const lu = await dossierDe(portee, mien.id, matin('2027-01-10'));
    expect(lu?.dates.map((d) => [d.code, d.le])).toEqual([
      ['attestation_fin_de_document', '2027-02-03'],
      ['silence', '2027-03-22'],
    ]);
    expect(lu?.dates[0]?.texte).toContain('une attestation de prolongation vous est due');
    const apres = await dossierDe(portee, mien.id, matin('2027-04-10'));
    // no accusé de réception was sent to this one: no end of appeal can be opposed to them (CRPA L.112-12)
    expect(apres?.dates.map((d) => d.code)).toEqual(['attestation_fin_de_document', 'silence']);
    expect(apres?.dates[1]?.texte).toContain('Elle peut encore accepter votre demande');
  });

  it('ne lit rien de ce que les agents seuls doivent savoir', async () => {
    const { mien } = await situation();
    const { dues = [], dites = [] } = (await echeancesDe(mien.id, '2027-01-10')) ?? {};
    expect(dues.map((d) => d.code)).toContain('accuse_reception');
    expect(dites.map((d) => d.code)).not.toContain('accuse_reception');
  });
});
