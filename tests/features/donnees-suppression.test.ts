// Deleting a compte: only one that never deposited, and nothing of the person is left.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Usager } from '#domain/access/actors.ts';
import { porteeUsager } from '#domain/access/scope.ts';
import { changerConsentement } from '#features/compte/consentement/commands.ts';
import { demanderChangement } from '#features/compte/coordonnees/commands.ts';
import { demanderAcces } from '#features/compte/creation/commands.ts';
import { supprimerCompte } from '#features/donnees/suppression/commands.ts';
import { suppressionDe } from '#features/donnees/suppression/queries.ts';
import { oublierCourriels } from '#features/notifications/courriels/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { AT, creerBrouillon } from '../support/brouillon.ts';
import { compteConfirme, courrielsDe } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { donnerPieces, socleDuDepot } from '../support/depot.ts';

const EMAIL = 'partante.testdepart@example.org';

beforeEach(async () => {
  await truncate();
  await socleDuDepot();
});

async function personne(): Promise<{ usager: Usager; portee: ReturnType<typeof porteeUsager>; at: Date }> {
  const compteId = await compteConfirme({ email: EMAIL });
  await db().compte.update({ where: { id: compteId }, data: { telephone: '+33639987654', langue: 'fr' } });
  const sessionId = newId();
  await db().session.create({ data: { id: sessionId, compteId, niveau: 'complete', expireLe: new Date(AT.getTime() + 3_600_000) } });
  const usager: Usager = { sorte: 'usager', compteId, sessionId, email: EMAIL, nom: null, numeroEtranger: null, langue: 'fr', confies: [] };
  await changerConsentement(porteeUsager(usager), true, AT);
  await demanderChangement(usager, 'ailleurs.testdepart@example.org', AT);
  return { usager, portee: porteeUsager(usager), at: AT };
}

/** Tables of the database that still hold this word, whatever the column. */
async function tablesAvec(mot: string): Promise<string[]> {
  const tables = await sql<{ t: string }>(`select tablename as t from pg_tables where schemaname = 'public'`);
  const trouvees: string[] = [];
  for (const { t } of tables)
    if ((await sql(`select 1 from "${t}" x where to_jsonb(x)::text ilike $1 limit 1`, [`%${mot}%`])).length > 0) trouvees.push(t);
  return trouvees.toSorted();
}

describe('supprimer un compte qui n’a rien déposé', () => {
  it('sans aucune demande, l’efface entièrement, et dit adieu', async () => {
    const p = await personne();
    expect(await supprimerCompte(p)).toEqual({ ok: true, valeur: null });
    expect(await db().compte.count()).toBe(0);
    for (const table of ['session', 'jeton', 'consentement']) expect(await sql(`select * from ${table}`), table).toEqual([]);
    expect(await courrielsDe(EMAIL)).toEqual(['compte_supprime']);
    expect(await tablesAvec('testdepart')).toEqual(['courriel']);
    await db().courriel.updateMany({ data: { etat: 'envoye' } });
    await oublierCourriels(new Date(Date.now() + 91 * 86_400_000));
    expect(await tablesAvec('testdepart')).toEqual([]);
  });

  it('avec des brouillons, efface tout ce qui nomme la personne ; les faits restent, à personne', async () => {
    const p = await personne();
    const dossierId = await creerBrouillon(p.usager, { nom_naissance: 'TESTDEPART', prenoms: ['Partante'] });
    await db().evenement.create({
      data: { dossierId, type: 'commence', acteurSorte: 'usager', acteurId: p.usager.compteId, faits: { procedure: 'enfant-de-francais' } },
    });
    await db().saisie.create({ data: { dossierId, etape: 'motif', valeurs: { parent: 'TESTDEPART Henri' } } });
    await donnerPieces(dossierId);
    const fichiers = await db().fichier.findMany({ select: { cle: true } });
    await db().blocage.create({ data: { id: newId(), compteId: p.usager.compteId, dossierId, etape: 'motif', page: '/x', erreur: 'ABC' } });
    expect(await suppressionDe(p.portee)).toMatchObject({ aDepose: false, brouillons: [{ id: dossierId, fichiers: fichiers.length }] });
    expect(await supprimerCompte(p)).toEqual({ ok: true, valeur: null });
    expect(await tablesAvec('testdepart')).toEqual(['courriel']);
    expect(await tablesAvec('39987654')).toEqual([]);
    expect(await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })).toMatchObject({
      statut: 'abandonne',
      reponses: {},
      personneId: null,
      demandeur: null,
    });
    expect(await db().compte.findFirstOrThrow()).toMatchObject({
      motDePasse: null,
      telephone: null,
      email: expect.stringContaining('@compte.invalid'),
    });
    expect((await db().evenement.findMany({ orderBy: { id: 'asc' } })).map((e) => e.type)).toEqual(['commence', 'abandonne']);
    expect((await db().fichierOrphelin.findMany()).map((f) => f.cle).toSorted()).toEqual(fichiers.map((f) => f.cle).toSorted());
    expect(await sql('select * from blocage')).toEqual([]);
  });

  it('rend l’adresse à qui veut ouvrir un nouveau compte', async () => {
    const p = await personne();
    await creerBrouillon(p.usager);
    await supprimerCompte(p);
    await demanderAcces({ email: EMAIL, consentement: false }, AT);
    expect(await courrielsDe(EMAIL)).toContain('acces_temporaire');
  });

  it('arrête les mandats reçus, qui gardent ce que l’autre personne avait écrit', async () => {
    const p = await personne();
    const mandantId = await compteConfirme({ email: 'mandant@example.org' });
    const dossierId = await creerBrouillon({ ...p.usager, compteId: mandantId });
    const id = newId();
    await db().mandat.create({
      data: {
        id,
        mandantId,
        dossierId,
        mandataireId: p.usager.compteId,
        mandataireEmail: 'aide@example.org',
        mandataireNom: 'TESTAIDE',
        qualite: 'proche',
        droits: ['voir'],
        finLe: new Date('2027-01-01'),
      },
    });
    expect((await supprimerCompte(p)).ok).toBe(true);
    expect(await db().mandat.findUniqueOrThrow({ where: { id } })).toMatchObject({
      mandataireId: null,
      revoqueLe: AT,
      mandataireNom: 'TESTAIDE',
    });
    expect(await db().dossier.count({ where: { id: dossierId, statut: 'brouillon' } })).toBe(1);
  });
});

describe('un compte qui a déposé', () => {
  it.each([['depose'], ['refuse'], ['clos'], ['retire']] as const)('n’est pas supprimé (%s), et rien ne bouge', async (statut) => {
    const p = await personne();
    const depose = await creerBrouillon(p.usager);
    await db().dossier.update({ where: { id: depose }, data: { statut, deposeLe: AT, numero: '5901202611200000001' } });
    const brouillon = await creerBrouillon(p.usager);
    expect((await suppressionDe(p.portee)).aDepose).toBe(true);
    expect(await supprimerCompte(p)).toMatchObject({ refus: 'compte_a_depose' });
    expect((await db().compte.findUniqueOrThrow({ where: { id: p.usager.compteId } })).email).toBe(EMAIL);
    expect(await db().session.count()).toBe(1);
    expect(await db().dossier.count({ where: { id: brouillon, statut: 'brouillon' } })).toBe(1);
  });
});
