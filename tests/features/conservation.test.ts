// What the law has erased: a dry run that writes nothing, a real run that is never early, and the base that checks it again.
import { beforeEach, describe, expect, it } from 'vitest';
import { appliquerConservation, simuler } from '#features/conservation/commands.ts';
import { viderOrphelins } from '#features/pieces/analyse/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, compteTemporaire, dossierDepose, socle } from '../support/dossiers.ts';

const AT = new Date();
const JOUR = 86_400_000;
const avant = (jours: number) => new Date(AT.getTime() - jours * JOUR);
const apres = (jours: number) => new Date(AT.getTime() + jours * JOUR);
const SIX_ANS = 6 * 365.25;

beforeEach(async () => {
  await truncate();
  await socle();
});

async function brouillon(sauveIlYA: number): Promise<{ id: string; email: string }> {
  const { id: compteId, email } = await compteTemporaire(`${newId()}@example.test`);
  const id = newId();
  await db().dossier.create({
    data: {
      id,
      compteId,
      procedure: 'enfant-de-francais',
      procedureVersion: 1,
      listeVersion: 1,
      modifieLe: avant(sauveIlYA),
      reponses: { nom: 'TEST' },
      etapesValidees: [],
    },
    select: { id: true },
  });
  return { id, email };
}

/** A deposited request, decided and untouched since. */
async function ancien(jours = SIX_ANS, plus: { statut?: 'refuse' | 'remis' | 'en_instruction'; pieces?: boolean } = {}): Promise<string> {
  const { id } = await dossierDepose({
    pieces: plus.pieces ?? false,
    statut: plus.statut ?? 'refuse',
    deposeLe: avant(jours + 100),
    evenement: false,
  });
  await sql('update dossier set modifie_le = $2, decide_le = $2, cree_le = $2 where id = $1', [id, avant(jours)]);
  await sql("insert into evenement (dossier_id, type, acteur_sorte, faits, cree_le) values ($1, 'depose', 'usager', '{}', $2)", [
    id,
    avant(jours + 100),
  ]);
  return id;
}
const reste = (id: string) => db().dossier.count({ where: { id } });

describe('un brouillon', () => {
  it('est annoncé, puis effacé quinze jours plus tard, pas avant', async () => {
    const { id, email } = await brouillon(31);
    expect(await simuler(AT)).toMatchObject({ comptes: [], aAvertir: 1 });
    expect(await db().courriel.count()).toBe(0);
    expect(await appliquerConservation(AT)).toMatchObject({ avertis: 1, brouillonsEffaces: 0 });
    expect(await appliquerConservation(AT)).toMatchObject({ avertis: 0, brouillonsEffaces: 0 });
    expect(await db().courriel.findMany({ select: { sorte: true, destinataire: true } })).toEqual([
      { sorte: 'brouillon_bientot_efface', destinataire: email },
    ]);
    expect(await appliquerConservation(apres(14))).toMatchObject({ brouillonsEffaces: 0 });
    expect(await simuler(apres(16))).toMatchObject({ comptes: [{ regle: 'brouillon_temporaire', dossiers: 1 }] });
    expect(await appliquerConservation(apres(16))).toMatchObject({ brouillonsEffaces: 1 });
    expect(await db().dossier.findUnique({ where: { id }, select: { statut: true, reponses: true } })).toEqual({
      statut: 'abandonne',
      reponses: {},
    });
  });

  it('enregistré de nouveau, repart de zéro', async () => {
    const { id } = await brouillon(31);
    await appliquerConservation(AT);
    await db().saisie.create({ data: { dossierId: id, etape: 'situation', valeurs: {}, modifieLe: apres(10) } });
    expect(await appliquerConservation(apres(17))).toMatchObject({ avertis: 0, brouillonsEffaces: 0 });
  });

  it('d’un compte qui a déjà déposé, se garde quatre-vingt-dix jours', async () => {
    const { id } = await brouillon(60);
    const compte = await db().dossier.findUniqueOrThrow({ where: { id }, select: { compteId: true } });
    await dossierDepose({ pieces: false, compteId: compte.compteId });
    expect(await simuler(AT)).toMatchObject({ comptes: [], aAvertir: 0 });
  });
});

describe('une demande déposée', () => {
  it('est effacée en entier au terme, fichiers compris, et laisse une ligne sans nom', async () => {
    const id = await ancien(SIX_ANS, { pieces: true });
    const { numero } = await db().dossier.findUniqueOrThrow({ where: { id }, select: { numero: true } });
    const essai = await simuler(AT);
    expect(essai).toMatchObject({
      comptes: [{ regle: 'sans_mise_a_jour', dossiers: 1 }],
      numeros: [{ numero, regle: 'sans_mise_a_jour' }],
    });
    expect(await reste(id)).toBe(1);
    expect(await appliquerConservation(AT)).toMatchObject({ dossiersEffaces: 1 });
    expect(await reste(id)).toBe(0);
    expect(await db().evenement.count()).toBe(0);
    expect(await db().fichier.count()).toBe(0);
    expect(await viderOrphelins()).toBeGreaterThan(0);
    const [ligne] = await db().effacement.findMany();
    expect(ligne).toMatchObject({ regle: 'sans_mise_a_jour', prefectureCode: '59', procedure: 'enfant-de-francais', statut: 'refuse' });
    expect(JSON.stringify({ ...ligne, id: '' })).not.toContain(numero ?? '');
  });

  it('garde le journal de ses consultations jusqu’à leur propre terme', async () => {
    const { agent } = await agentDe('59', ['instructeur']);
    const id = await ancien();
    await sql("insert into consultation (agent_id, dossier_id, objet) values ($1, $2, 'dossier')", [agent.agentId, id]);
    await appliquerConservation(AT);
    expect(await reste(id)).toBe(0);
    expect(await db().consultation.count()).toBe(1);
  });

  it.each([
    ['plus jeune que cinq ans', () => ancien(4.9 * 365.25)],
    ['en cours', () => ancien(SIX_ANS, { statut: 'en_instruction' })],
    [
      'd’une personne qui en a une autre, ouverte',
      async () => {
        const id = await ancien();
        const { compteId } = await db().dossier.findUniqueOrThrow({ where: { id }, select: { compteId: true } });
        await dossierDepose({ pieces: false, compteId });
        return id;
      },
    ],
    [
      'dont le titre est fini depuis moins de cinq ans',
      async () => {
        const id = await ancien(SIX_ANS, { statut: 'remis' });
        await db().remise.create({ data: { dossierId: id, commandeLe: avant(SIX_ANS), finLe: avant(1000) }, select: { dossierId: true } });
        return id;
      },
    ],
  ])('%s, reste', async (_quoi, faire) => {
    const id = await faire();
    expect((await simuler(AT)).numeros).toEqual([]);
    expect(await appliquerConservation(AT)).toMatchObject({ dossiersEffaces: 0 });
    // even asked directly, with every rule: the base refuses
    for (const regle of ['sans_mise_a_jour', 'apres_document', 'naturalisation', 'autre']) {
      const [lu] = await db().$queryRaw<{ efface: boolean }[]>`SELECT effacer_dossier(${id}::uuid, ${regle}) AS efface`;
      expect(lu?.efface).toBe(false);
    }
    expect(await reste(id)).toBe(1);
  });

  it('reste quand l’horloge du service est fausse : la base a la sienne', async () => {
    const id = await ancien(100);
    const faux = apres(10 * 366);
    expect((await simuler(faux)).numeros).toHaveLength(1);
    expect(await appliquerConservation(faux)).toMatchObject({ dossiersEffaces: 0 });
    expect(await reste(id)).toBe(1);
  });

  it('ne perd pas un événement autrement : le service n’en a pas le droit, le propriétaire en est empêché', async () => {
    const id = await ancien();
    await expect(db().$executeRaw`DELETE FROM evenement`).rejects.toThrow();
    await expect(sql('delete from evenement where dossier_id = $1', [id])).rejects.toThrow(/ajout seul/);
  });
});
