// Opinions asked and given, against a real Postgres.
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleAgent } from '#domain/access/actors.ts';
import type { SorteAvis } from '#domain/dossier/evenements.ts';
import { demanderAvis, enregistrerCertificat, rendreAvis } from '#features/dossier/avis/commands.ts';
import { avisAttendus, avisDuDossier } from '#features/dossier/avis/queries.ts';
import { proposerDecision } from '#features/dossier/decision/commands.ts';
import { passerLaNuit } from '#features/horloge/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import { db } from '#platform/db.ts';
import { prepareQueues } from '#platform/queue.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, type DossierDeTest, dit, dossierDepose, type OptionsDossier, type Qui, socle, vu } from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
let instructeur: Qui;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await socle();
  instructeur = await agentDe('59', ['instructeur'], 'TESTUN');
});

const attente = async (dossier: DossierDeTest) => (await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } })).attente;

async function instruit(options: OptionsDossier = {}): Promise<DossierDeTest> {
  const dossier = await dossierDepose({ statut: 'en_instruction', ...options });
  await db().compte.update({ where: { id: dossier.compteId }, data: { numeroEtranger: `590300${dossier.numero.slice(-4)}` } });
  await db().piece.updateMany({ where: { dossierId: dossier.id }, data: { verdict: 'conforme', verifieeLe: at } });
  return dossier;
}
const demander = async (dossier: DossierDeTest, sorte: SorteAvis, le = at, qui = instructeur) =>
  demanderAvis(qui.portee, qui.agent, await vu(dossier), { sorte, question: 'Un refus est envisagé : filiation non établie.' }, le);
const avisDe = async (dossier: DossierDeTest) =>
  (await db().avis.findFirstOrThrow({ where: { dossierId: dossier.id }, orderBy: { demandeLe: 'desc' } })).id;
const rendre = async (
  dossier: DossierDeTest,
  qui: Qui,
  plus: { sens?: 'favorable' | 'defavorable'; texte?: string; renduLe?: string } = {},
) =>
  rendreAvis(
    qui.portee,
    qui.agent,
    await vu(dossier),
    { avis: await avisDe(dossier), sens: 'defavorable', texte: 'Motif.', renduLe: '2026-11-22', ...plus },
    at,
  );
const refuser = async (dossier: DossierDeTest, le = at) =>
  dit(
    await proposerDecision(
      instructeur.portee,
      instructeur.agent,
      await vu(dossier),
      { sens: 'refus', textes: { droit: 'L. 423-12', fait: 'Rien.' } },
      le,
    ),
  );

describe('la commission du titre de séjour', () => {
  it('n’a pas à être saisie quand une condition du titre manque, et la proposition dit pourquoi elle refuse (L.432-13)', async () => {
    const dossier = await instruit();
    const textes = { droit: 'L. 423-12', fait: 'Rien.' };
    const projet = (fondement: 'condition' | 'conditions_remplies') => ({ sens: 'refus', textes, fondement }) as const;
    const proposer = async (fondement: 'condition' | 'conditions_remplies') =>
      dit(await proposerDecision(instructeur.portee, instructeur.agent, await vu(dossier), projet(fondement), at));
    expect(await proposer('conditions_remplies')).toBe('commission_requise');
    expect(await proposer('condition')).toBe('ok');
    const [ligne] = await sql<{ proposition: { fondement: string } }>('SELECT proposition FROM dossier WHERE id = $1::uuid', [dossier.id]);
    expect(ligne?.proposition.fondement).toBe('condition');
  });

  it('se demande avec une question, fait attendre, et ouvre le refus une fois rendue', async () => {
    const dossier = await instruit();
    expect(await refuser(dossier)).toBe('commission_requise');
    expect(dit(await demander(dossier, 'commission'))).toBe('ok');
    expect(await attente(dossier)).toBe('avis');
    expect(dit(await demander(dossier, 'commission'))).toBe('avis_deja_demande');
    expect(await refuser(dossier)).toBe('commission_requise');
    expect(dit(await rendre(dossier, instructeur))).toBe('ok');
    expect(await attente(dossier)).toBeNull();
    expect(await refuser(dossier)).toBe('ok');
    const types = await sql<{ type: string; faits: { sorte: string } }>(
      "select type, faits from evenement where dossier_id = $1 and type like 'avis%' order by id",
      [dossier.id],
    );
    expect(types.map((e) => [e.type, e.faits.sorte])).toEqual([
      ['avis_demande', 'commission'],
      ['avis_rendu', 'commission'],
    ]);
  });

  it('est dite à la personne : ses droits à la saisine, l’avis une fois rendu (L.432-15, R.432-14)', async () => {
    const dossier = await instruit();
    await demander(dossier, 'commission');
    await rendre(dossier, instructeur, { texte: 'La filiation n’est pas établie.' });
    for (const { id } of await sql<{ id: string }>("select id::text from evenement where dossier_id = $1 and type like 'avis%'", [
      dossier.id,
    ]))
      await notifier(id, at);
    const notifications = await db().notification.findMany({
      orderBy: { evenementId: 'asc' },
      select: { sorte: true, titre: true, contenu: true },
    });
    expect(notifications.map((n) => [n.sorte, n.titre])).toEqual([
      ['saisine_commission', 'Message de l’administration'],
      ['avis_commission', 'Message de l’administration'],
    ]);
    expect(notifications[1]?.contenu).toMatchObject({ sens: 'défavorable', texte: 'La filiation n’est pas établie.' });
  });

  it('est réputée rendue au bout de trois mois de silence, une fois (R.432-8)', async () => {
    const dossier = await instruit();
    await demander(dossier, 'commission', new Date('2026-08-20T08:00:00Z'));
    await passerLaNuit(new Date('2026-11-20T08:00:00Z'));
    expect(await refuser(dossier)).toBe('commission_requise');
    await passerLaNuit(at);
    await passerLaNuit(at);
    expect((await avisDuDossier(instructeur.portee, dossier.id))[0]).toMatchObject({
      sens: 'repute',
      renduLe: '2026-11-20',
      recueilliPar: null,
    });
    expect(await attente(dossier)).toBeNull();
    expect(await refuser(dossier)).toBe('ok');
  });
});

describe('le collège de médecins de l’OFII', () => {
  it('ne se demande que pour des soins, fait attendre toute décision, et ne laisse rien de médical', async () => {
    expect(dit(await demander(await instruit(), 'ofii'))).toBe('non_autorise');
    const dossier = await instruit({ procedure: 'soins' });
    const favorable = async () =>
      dit(await proposerDecision(instructeur.portee, instructeur.agent, await vu(dossier), { sens: 'favorable' }, at));
    expect(await favorable()).toBe('avis_ofii_requis');
    expect(dit(await demander(dossier, 'ofii', new Date('2026-09-22T12:00:00Z')))).toBe('ok');
    const certificat = async (recuLe: string) =>
      dit(
        await enregistrerCertificat(instructeur.portee, instructeur.agent, await vu(dossier), { avis: await avisDe(dossier), recuLe }, at),
      );
    expect(await certificat('2026-09-01')).toBe('avis_jour');
    expect(await certificat('2026-10-12')).toBe('ok');
    expect(await certificat('2026-10-13')).toBe('avis_inconnu');
    expect(dit(await rendre(dossier, instructeur, { sens: 'favorable', texte: 'Diagnostic' }))).toBe('ok');
    expect((await avisDuDossier(instructeur.portee, dossier.id))[0]).toMatchObject({
      departLe: '2026-10-12',
      sens: 'favorable',
      texte: '',
    });
    expect(await favorable()).toBe('ok');
  });
});

describe('le référent fraude', () => {
  it('voit ce qui lui est demandé, dans sa préfecture, et ne rend que ses avis', async () => {
    const fraude = await agentDe('59', ['referent_fraude'], 'TESTFRAUDE');
    const rhone = await agentDe('69', ['referent_fraude']);
    const dossier = await instruit();
    await demander(dossier, 'commission');
    expect(dit(await rendre(dossier, fraude))).toBe('non_autorise');
    await demander(dossier, 'fraude', new Date('2026-11-22T11:00:00Z'));
    expect((await avisAttendus(fraude.portee, ['fraude'], 1)).lignes).toMatchObject([{ numero: dossier.numero, sorte: 'fraude' }]);
    expect((await avisAttendus(rhone.portee, ['fraude'], 1)).total).toBe(0);
    expect(dit(await rendre(dossier, rhone))).toBe('introuvable');
    expect(dit(await rendre(dossier, fraude, { renduLe: '2026-11-21' }))).toBe('avis_jour');
    expect(dit(await rendre(dossier, fraude, { sens: 'favorable' }))).toBe('ok');
    expect(dit(await rendre(dossier, fraude))).toBe('avis_inconnu');
    // the dossier still waits for the commission
    expect(await attente(dossier)).toBe('avis');
  });

  it('ne voit pas un dossier restreint où il n’est pas habilité', async () => {
    const fraude = await agentDe('59', ['referent_fraude'], 'TESTFRAUDE');
    const dossier = await instruit();
    await demander(dossier, 'fraude');
    await db().dossier.update({ where: { id: dossier.id }, data: { restreint: true } });
    expect((await avisAttendus(fraude.portee, ['fraude'], 1)).total).toBe(0);
    expect(await avisDuDossier(fraude.portee, dossier.id)).toEqual([]);
  });

  it.each(['valideur', 'chef', 'accueil'] satisfies RoleAgent[])('un %s ne demande pas d’avis', async (role) => {
    const qui = await agentDe('59', [role]);
    expect(dit(await demander(await instruit(), 'fraude', at, qui))).toBe('non_autorise');
  });
});
