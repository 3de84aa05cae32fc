// Proposing, correcting, signing, closing, annulling, against a real Postgres: the text signed is the text kept, and nothing goes through
// with a hole in it.
import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeEach, describe, expect, it } from 'vitest';
import { storage } from '#adapters/storage/storage.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { verifier } from '#features/documents/queries.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { repondreComplement } from '#features/dossier/complements/reponse/commands.ts';
import { schemaReponse } from '#features/dossier/complements/reponse/schema.ts';
import {
  annulerDecision,
  corrigerLettre,
  type ProjetDeDecision,
  proposerDecision,
  renvoyerProposition,
  signerDecision,
} from '#features/dossier/decision/commands.ts';
import { lireFaitsDeLaLettre, remarquesDe } from '#features/dossier/decision/queries.ts';
import { appliquerEffet } from '#features/dossier/effets/commands.ts';
import { suivre } from '#features/dossier/remise/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import { joindreFichierAuComplement } from '#features/pieces/complement/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueues } from '#platform/queue.ts';
import { notification, personne } from '../support/complement.ts';
import { sql, truncate } from '../support/database.ts';
import {
  agentDe,
  commissionEntendue,
  type DossierDeTest,
  dit,
  dossierDepose,
  dossierExamine,
  type Qui,
  socle,
  vu,
} from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
let instructeur: Qui;
let valideur: Qui;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await socle();
  instructeur = await agentDe('59', ['instructeur'], 'TESTUN');
  valideur = await agentDe('59', ['valideur'], 'TESTDEUX');
});

const statutDe = async (dossier: DossierDeTest) => (await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } })).statut;

/** Number given, pieces judged, commission heard (L.432-13 2°). */
async function instruit(procedure?: string): Promise<DossierDeTest> {
  const dossier = await dossierExamine(instructeur, at, { procedure });
  await commissionEntendue(instructeur, dossier.id, new Date('2026-11-12'));
  return dossier;
}

const proposer = async (dossier: DossierDeTest, projet: ProjetDeDecision, le = at) =>
  proposerDecision(instructeur.portee, instructeur.agent, await vu(dossier), projet, le);
const signer = async (dossier: DossierDeTest, sens: 'favorable' | 'refus' | 'cloture', le = at) =>
  signerDecision(valideur.portee, valideur.agent, await vu(dossier), sens, le);

const REFUS: ProjetDeDecision = { sens: 'refus', textes: { droit: 'CESEDA, art. L. 423-12.', fait: 'La filiation n’est pas établie.' } };

/** The event of the decision, its documents and its messages. */
async function suites(dossier: DossierDeTest, type: string) {
  const [{ id } = { id: '' }] = await sql<{ id: string }>(
    'select id::text from evenement where dossier_id = $1 and type = $2 order by id desc limit 1',
    [dossier.id, type],
  );
  await produireDocuments(id);
  await notifier(id, at);
  const documents = await db().document.findMany({ where: { evenementId: BigInt(id) } });
  const [document] = documents;
  const octets = document ? await buffer(await storage().get(document.cle)) : null;
  const texte = octets
    ? (await extractText(await getDocumentProxy(new Uint8Array(octets)), { mergePages: true })).text.replace(/\s+/g, ' ')
    : '';
  if (process.env.VOIR && octets) writeFileSync(`${process.env.VOIR}/${document?.sorte}-${dossier.numero}.pdf`, octets);
  return { documents, texte, notification: await db().notification.findFirst({ where: { evenementId: BigInt(id) } }) };
}

describe('la lettre', () => {
  it('est remplie par son modèle : demande, articles, avis de la commission', async () => {
    const dossier = await instruit();
    expect(dit(await proposer(dossier, REFUS))).toBe('ok');
    const { proposition } = await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } });
    const texte = JSON.stringify(proposition);
    for (const attendu of [
      `demande n° ${dossier.numero}, déposée le 22/09/2026 par Monsieur TESTCOLLINS Marshall`,
      'CESEDA, art. L. 423-12 ;',
      'avis de la commission du titre de séjour, défavorable, rendu le 12/11/2026',
      'présentée par Monsieur TESTCOLLINS Marshall est refusée',
    ])
      expect(texte).toContain(attendu);
  });

  it('refuse un crochet laissé, une variable, une partie vide, et dit où', async () => {
    const dossier = await instruit();
    expect(await proposer(dossier, { sens: 'refus', textes: { droit: 'L. 423-12', fait: 'Le [date], rien.' } })).toEqual({
      ok: false,
      refus: 'lettre_a_completer',
      details: { partie: 'Motifs de fait', passage: '[date]' },
    });
    expect(
      await proposer(dossier, { sens: 'refus', textes: { droit: 'L. 423-12', fait: 'Rien.', dispositif: 'Refus à {demandeur}.' } }),
    ).toMatchObject({
      refus: 'lettre_a_completer',
      details: { partie: 'Dispositif', passage: '{demandeur}' },
    });
    expect(await proposer(dossier, { sens: 'favorable', textes: { corps: ' ' } })).toMatchObject({
      refus: 'lettre_partie_vide',
      details: { partie: 'Texte de la lettre' },
    });
    expect(await statutDe(dossier)).toBe('en_instruction');
  });

  it('se corrige avant la signature : le texte signé est le texte imprimé, la proposition reste à côté', async () => {
    const dossier = await instruit();
    await proposer(dossier, REFUS);
    const corrige = 'La filiation n’est pas établie par l’acte du 3 mars 2026.';
    expect(dit(await corrigerLettre(instructeur.portee, instructeur.agent, await vu(dossier), { fait: corrige }, at))).toBe('non_autorise');
    expect(dit(await corrigerLettre(valideur.portee, valideur.agent, await vu(dossier), { fait: '' }, at))).toBe('lettre_partie_vide');
    expect(dit(await corrigerLettre(valideur.portee, valideur.agent, await vu(dossier), { fait: corrige }, at))).toBe('ok');
    const [ligne] = await sql<{ proposee: string; lettre: string; motifs: string }>(
      `select proposition->'proposee' as proposee, proposition->'lettre' as lettre, proposition->>'motifs' as motifs from dossier where id = $1`,
      [dossier.id],
    );
    expect(JSON.stringify(ligne?.proposee)).toContain('La filiation n’est pas établie.');
    expect(ligne?.motifs).toContain(corrige);
    expect(dit(await signer(dossier, 'refus'))).toBe('ok');
    const { texte } = await suites(dossier, 'decision_refus');
    expect(texte).toContain(corrige);
    expect(texte).toContain('dans les deux mois suivant la notification');
  });

  it('altérée hors du portail, ne se signe pas', async () => {
    const dossier = await instruit();
    await proposer(dossier, REFUS);
    await sql(`update dossier set proposition = jsonb_set(proposition, '{lettre,parties,2,texte}', '"Autre chose."') where id = $1`, [
      dossier.id,
    ]);
    expect(dit(await signer(dossier, 'refus'))).toBe('lettre_alteree');
  });

  it('revient avec ses remarques, toutes, la dernière d’abord', async () => {
    const dossier = await instruit();
    for (const remarque of ['Datez l’acte.', 'Citez l’article 47.']) {
      await proposer(dossier, REFUS);
      expect(dit(await renvoyerProposition(valideur.portee, valideur.agent, await vu(dossier), remarque, at))).toBe('ok');
    }
    expect((await remarquesDe(instructeur.portee, dossier.id)).map((r) => r.texte)).toEqual(['Citez l’article 47.', 'Datez l’acte.']);
    const rhone = await agentDe('69', ['instructeur']);
    expect(await remarquesDe(rhone.portee, dossier.id)).toEqual([]);
  });
});

describe('un refus avec obligation de quitter le territoire (C32)', () => {
  it('ne change que le délai de recours : un mois', async () => {
    const dossier = await instruit();
    expect(dit(await proposer(dossier, { ...REFUS, oqtf: true }))).toBe('ok');
    expect(dit(await signer(dossier, 'refus'))).toBe('ok');
    const { texte, notification } = await suites(dossier, 'decision_refus');
    expect(texte).toContain('dans le mois suivant la notification (CESEDA, art. L. 614-1 et L. 911-1)');
    expect(texte).not.toContain('deux mois suivant');
    expect(notification?.contenu).toMatchObject({ delai: 'un mois' });
  });
});

/** A complement on one piece, made available to the person that day; read or not. */
async function reclame(dossier: DossierDeTest, { le, lue }: { le: Date; lue: Date | null }) {
  const demande = await demanderComplement(
    instructeur.portee,
    instructeur.agent,
    { ...(await vu(dossier)), items: [{ sorte: 'document', pieceCode: 'filiation', motif: 'illisible', observation: '' }] },
    le,
  );
  if (!demande.ok) throw new Error(demande.refus);
  const id = await notification(dossier.compteId, dossier.id, 'demande_complement', { complement: demande.valeur.complementId, le });
  await db().notification.update({ where: { id }, data: { ouverteLe: lue } });
  return demande.valeur.complementId;
}

const INCOMPLET: ProjetDeDecision = {
  sens: 'incomplet',
  pieces: [{ code: 'filiation', texte: 'CESEDA, annexe 10, rubrique 35', empechement: 'Sans l’acte, la filiation ne se vérifie pas.' }],
};

describe('une clôture', () => {
  it('attend la fin du délai, compté de la lecture', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction' });
    expect(dit(await proposer(dossier, INCOMPLET))).toBe('cloture_sans_complement');
    await reclame(dossier, { le: new Date('2026-10-10T09:00:00Z'), lue: new Date('2026-10-23T09:00:00Z') });
    // 23 October and thirty days
    expect(dit(await proposer(dossier, INCOMPLET, new Date('2026-11-22T22:00:00Z')))).toBe('cloture_sans_complement');
    expect(dit(await proposer(dossier, INCOMPLET, new Date('2026-11-23T09:00:00Z')))).toBe('ok');
  });

  it('n’est jamais proposée à qui n’a ni lu ni consenti', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction' });
    await reclame(dossier, { le: new Date('2026-03-01T09:00:00Z'), lue: null });
    expect(dit(await proposer(dossier, INCOMPLET))).toBe('cloture_sans_complement');
    expect((await lireFaitsDeLaLettre(dossier.id, at))?.silence).toMatchObject({ incompletude: null, dernierJour: null });
  });

  it('garde quelle pièce, sous quel texte, demandée et lue quand, et ne se signe qu’à deux', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction' });
    const complement = await reclame(dossier, { le: new Date('2026-10-10T09:00:00Z'), lue: new Date('2026-10-12T09:00:00Z') });
    expect(dit(await proposer(dossier, { sens: 'incomplet', pieces: [] }))).toBe('cloture_sans_piece');
    expect(dit(await proposer(dossier, { sens: 'incomplet', pieces: [{ code: 'domicile', texte: 'x', empechement: 'y' }] }))).toBe(
      'cloture_sans_piece',
    );
    expect(dit(await proposer(dossier, INCOMPLET))).toBe('ok');
    const { proposition } = await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } });
    expect(proposition).toMatchObject({
      sens: 'cloture',
      cloture: {
        sorte: 'incomplet',
        complement,
        demandeLe: '2026-10-10',
        disponibleLe: '2026-10-10',
        notifieLe: '2026-10-12',
        fondement: 'ouverture',
        dernierJour: '2026-11-11',
        pieces: [{ code: 'filiation', texte: 'CESEDA, annexe 10, rubrique 35' }],
      },
    });
    expect(dit(await signerDecision(instructeur.portee, instructeur.agent, await vu(dossier), 'cloture', at))).toBe('non_autorise');
    expect(dit(await signer(dossier, 'cloture'))).toBe('ok');
    expect(await statutDe(dossier)).toBe('clos');
    const { texte, notification } = await suites(dossier, 'decision_cloture');
    for (const attendu of [
      'CLÔTURE DE VOTRE DEMANDE',
      'vous l’avez lue le 12/10/2026',
      'pris fin le 11/11/2026',
      'annexe 10, rubrique 35',
      'Sans l’acte, la filiation ne se vérifie pas.',
      'déposer à tout moment une nouvelle demande',
      'Camille TESTDEUX',
      'arrêté n° 2020-001',
      'VOIES ET DÉLAIS DE RECOURS',
      'dans les deux mois',
    ])
      expect(texte).toContain(attendu);
    expect(notification).toMatchObject({ sorte: 'decision_cloture', titre: 'Notification de décision' });
    expect(JSON.stringify(notification?.contenu)).toMatch(/filiation/i);
  });

  it('proposée, rend la main quand la personne répond : rien n’est perdu, personne ne la signe sans le savoir', async () => {
    const { usager, portee } = await personne();
    const dossier = await dossierDepose({ compteId: usager.compteId, statut: 'en_instruction' });
    const complement = await reclame(dossier, { le: new Date('2026-10-10T09:00:00Z'), lue: new Date('2026-10-12T09:00:00Z') });
    expect(dit(await proposer(dossier, INCOMPLET))).toBe('ok');
    const lu = await vu(dossier);
    // late, from the page of the complement: a file, then the answer
    const item = await db().complementItem.findFirstOrThrow({ where: { complementId: complement } });
    const fichier = {
      cle: newId(),
      nom: 'acte.pdf',
      type: 'pdf' as const,
      taille: 9,
      sha256: newId(),
      analyse: 'sain' as const,
      analyseur: 'controle_integre' as const,
    };
    await db().fichierOrphelin.create({ data: { cle: fichier.cle } });
    expect(dit(await joindreFichierAuComplement({ portee, complementItemId: item.id, emplacement: 'acte_naissance', fichier, at }))).toBe(
      'ok',
    );
    const reponse = schemaReponse.parse({
      complement,
      version: 1,
      items: { [item.id]: { reponse: 'mettre_a_jour' } },
      message: 'Le voici.',
    });
    expect(dit(await repondreComplement({ acteur: usager, portee, at }, reponse))).toBe('ok');
    expect(await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } })).toMatchObject({
      statut: 'en_instruction',
      attente: 'reponse',
    });
    expect(await db().complement.findUniqueOrThrow({ where: { id: complement } })).toMatchObject({ reponduLe: at, message: 'Le voici.' });
    // the valideur who had the proposal on screen
    expect(dit(await signerDecision(valideur.portee, valideur.agent, lu, 'cloture', at))).toBe('modifie_ailleurs');
    expect(dit(await signer(dossier, 'cloture'))).toBe('statut_incompatible');
    expect(await remarquesDe(instructeur.portee, dossier.id)).toEqual([
      { le: at, par: 'la personne', texte: expect.stringContaining('a répondu à la demande de complément après la proposition') },
    ]);
    // the reason is gone: the same closing cannot be proposed again
    expect(dit(await proposer(dossier, INCOMPLET))).toBe('cloture_sans_complement');
  });

  it('signée à l’instant où la personne répond : l’une ou l’autre, jamais les deux', async () => {
    const { usager, portee } = await personne();
    const dossier = await dossierDepose({ compteId: usager.compteId, statut: 'en_instruction' });
    const complement = await reclame(dossier, { le: new Date('2026-10-10T09:00:00Z'), lue: new Date('2026-10-12T09:00:00Z') });
    await proposer(dossier, INCOMPLET);
    const item = await db().complementItem.findFirstOrThrow({ where: { complementId: complement } });
    const reponse = schemaReponse.parse({
      complement,
      version: 1,
      items: { [item.id]: { reponse: 'maintenir', raison: 'Je n’ai que cela.' } },
    });
    const [signature, repondu] = await Promise.all([
      signer(dossier, 'cloture'),
      repondreComplement({ acteur: usager, portee, at }, reponse),
    ]);
    expect([dit(signature), dit(repondu)].filter((mot) => mot === 'ok')).toHaveLength(1);
    expect(await statutDe(dossier)).toBe(signature.ok ? 'clos' : 'en_instruction');
  });

  it('pour irrecevabilité dit pourquoi et oriente, sans complément ni numéro', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction' });
    expect(await proposer(dossier, { sens: 'irrecevable', raison: 'hors_teleservice' })).toMatchObject({
      refus: 'lettre_a_completer',
      details: { passage: expect.stringContaining('service, adresse') },
    });
    expect(
      dit(
        await proposer(dossier, {
          sens: 'irrecevable',
          raison: 'doublon',
          textes: { corps: 'La même demande est en cours sous le n° 5901.' },
        }),
      ),
    ).toBe('ok');
    expect(dit(await signer(dossier, 'cloture'))).toBe('ok');
    const { texte } = await suites(dossier, 'decision_cloture');
    expect(texte).toContain('La même demande est en cours sous le n° 5901.');
    expect(texte).not.toContain('CE QUI MANQUE');
  });
});

describe('le dossier d’une personne protégée (C40)', () => {
  it('ne laisse son adresse sur aucun document de décision', async () => {
    const dossier = await instruit();
    await db().dossier.update({ where: { id: dossier.id }, data: { restreint: true } });
    await db().habilitation.createMany({
      data: [instructeur, valideur].map((q) => ({ dossierId: dossier.id, agentId: q.agent.agentId, accordePar: q.agent.agentId })),
    });
    expect(dit(await proposer(dossier, REFUS))).toBe('ok');
    expect(dit(await signer(dossier, 'refus'))).toBe('ok');
    const { texte } = await suites(dossier, 'decision_refus');
    expect(texte).toContain('Non communiquée');
    expect(texte).not.toContain('Rue Nationale');
  });
});

describe('annuler une décision', () => {
  it('rouvre, révoque les documents, prévient, et laisse proposer de nouveau', async () => {
    const dossier = await instruit();
    await proposer(dossier, { sens: 'favorable' });
    await signer(dossier, 'favorable');
    const { documents } = await suites(dossier, 'decision_favorable');
    const code = documents[0]?.codeVerification ?? '';
    expect((await verifier(code, '2026-11-23'))?.etat).toBe('valide');
    await db().remise.create({ data: { dossierId: dossier.id, commandeLe: at } });
    const annulation = { motif: 'annulation_juge' as const, remarque: 'TA Lille, 20 novembre 2026, n° 2600001' };
    expect(dit(await annulerDecision(instructeur.portee, instructeur.agent, await vu(dossier), annulation, at))).toBe('non_autorise');
    expect(dit(await annulerDecision(valideur.portee, valideur.agent, await vu(dossier), annulation, at))).toBe('ok');
    expect(await db().dossier.findUniqueOrThrow({ where: { id: dossier.id } })).toMatchObject({
      statut: 'en_instruction',
      decideLe: null,
      attente: null,
    });
    expect((await verifier(code, '2026-11-23'))?.etat).toBe('revoque');
    expect(await db().remise.count()).toBe(0);
    // its document keeps the text
    const annulee = await db().evenement.findFirstOrThrow({ where: { dossierId: dossier.id, type: 'decision_annulee' } });
    expect(annulee.faits).toEqual(annulation);
    const { notification } = await suites(dossier, 'decision_annulee');
    expect(notification).toMatchObject({ sorte: 'decision_annulee', contenu: { motif: 'annulation_juge' } });
    expect(dit(await proposer(dossier, { sens: 'favorable' }))).toBe('ok');
  });

  it.each([
    [REFUS, 'refus'],
    [{ sens: 'favorable' }, 'favorable'],
  ] as const)(
    'avant que sa suite soit faite : rien n’est produit ni dit d’une décision qui ne tient plus, la suivante l’est',
    async (premier, sens) => {
      const dossier = await instruit();
      await proposer(dossier, premier);
      await signer(dossier, sens);
      const [{ id } = { id: '' }] = await sql<{ id: string }>('select max(id)::text as id from evenement where dossier_id = $1', [
        dossier.id,
      ]);
      const annulation = { motif: 'retrait' as const, remarque: 'Signée par erreur.' };
      expect(dit(await annulerDecision(valideur.portee, valideur.agent, await vu(dossier), annulation, at))).toBe('ok');
      // proposed again in other words: the text signed first is in the history alone, and nothing throws for it
      const second: ProjetDeDecision = { sens: 'refus', textes: { droit: 'CESEDA, art. L. 423-12.', fait: 'Autres motifs.' } };
      expect(dit(await proposer(dossier, second))).toBe('ok');
      const signe = premier.sens === 'refus' ? 'La filiation n’est pas établie.' : 'a été acceptée';
      const annulee = await db().evenement.findFirstOrThrow({ where: { dossierId: dossier.id, type: 'decision_annulee' } });
      expect(annulee.faits).toMatchObject({ ...annulation, texte: expect.stringContaining(signe) });
      await produireDocuments(id);
      await notifier(id, at);
      await appliquerEffet(id, at);
      await suivre(id, at);
      expect(await db().document.count({ where: { dossierId: dossier.id } })).toBe(0);
      expect(await db().notification.count({ where: { dossierId: dossier.id } })).toBe(0);
      expect(await db().remise.count({ where: { dossierId: dossier.id } })).toBe(0);
      expect(await statutDe(dossier)).toBe('propose');
      expect(dit(await signer(dossier, 'refus'))).toBe('ok');
      expect((await suites(dossier, 'decision_refus')).texte).toContain('Autres motifs.');
    },
  );

  it('pendant que son document s’écrit : il n’est pas gardé, ses octets s’en vont', async () => {
    const dossier = await instruit();
    await proposer(dossier, { sens: 'favorable' });
    await signer(dossier, 'favorable');
    const [{ id } = { id: '' }] = await sql<{ id: string }>('select max(id)::text as id from evenement where dossier_id = $1', [
      dossier.id,
    ]);
    const depot = storage();
    const vus = await vu(dossier);
    const lent: typeof depot = {
      ...depot,
      put: async (contenu, cle) => {
        const ecrit = await depot.put(contenu, cle);
        const annulation = { motif: 'retrait' as const, remarque: 'Signée par erreur.' };
        await annulerDecision(valideur.portee, valideur.agent, vus, annulation, at);
        return ecrit;
      },
    };
    await produireDocuments(id, lent);
    expect(await statutDe(dossier)).toBe('en_instruction');
    expect(await db().document.count()).toBe(0);
    expect(await db().fichierOrphelin.count()).toBe(1);
  });
});

describe('l’attestation de prolongation', () => {
  it.each(['favorable', 'refus'] as const)('cesse à l’instant d’une décision %s, avant toute suite', async (sens) => {
    const dossier = await instruit();
    const { id: evenementId } = await db().evenement.create({
      data: {
        dossierId: dossier.id,
        type: 'api_delivree',
        acteurSorte: 'systeme',
        faits: { du: '2026-11-01', jusqu: '2027-01-31', motif: 'fin_de_document' },
        creeLe: new Date('2026-11-01T09:00:00Z'),
      },
    });
    await produireDocuments(String(evenementId));
    const attestation = await db().document.findFirstOrThrow({ where: { evenementId } });
    const code = attestation.codeVerification ?? '';
    expect((await verifier(code, '2026-11-22'))?.etat).toBe('valide');
    await proposer(dossier, sens === 'refus' ? REFUS : { sens });
    expect((await verifier(code, '2026-11-22'))?.etat).toBe('valide');
    await signer(dossier, sens);
    expect(await verifier(code, '2026-11-22')).toMatchObject({ etat: 'revoque', finLe: '2026-11-22' });
    // made after the decision, by a job that was late: the page says the truth of the dossier
    await db().document.update({ where: { id: attestation.id }, data: { revoqueLe: null } });
    expect(await verifier(code, '2026-11-23')).toMatchObject({ etat: 'revoque', finLe: '2026-11-22' });
    await db().dossier.update({ where: { id: dossier.id }, data: { statut: 'retire', decideLe: null } });
    expect((await verifier(code, '2026-11-23'))?.etat).toBe('revoque');
  });
});
