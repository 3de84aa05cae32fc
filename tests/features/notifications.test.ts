import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEPLACENT_UN_DELAI } from '#domain/delais/horloges.ts';
import { SANS_SUITE } from '#domain/dossier/evenements.ts';
import { DOCUMENTS } from '#features/documents/catalogue.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { ESPACE, MESSAGES } from '#features/notifications/catalogue.ts';
import { notifier } from '#features/notifications/commands.ts';
import type { BlocMessage } from '#features/notifications/schema.ts';
import { closeDb, db, type Prisma } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { closeQueue } from '#platform/queue.ts';
import { publierListes } from '../support/brouillon.ts';
import { truncate } from '../support/database.ts';
import { compteTemporaire, dossierPropose, evenement, NUMERO } from '../support/dossiers.ts';

const AT = new Date('2026-11-22T10:00:00Z');

beforeEach(truncate);
afterEach(async () => {
  await closeQueue();
  await closeDb();
});

const aPlat = (blocs: readonly BlocMessage[]): readonly BlocMessage[] =>
  blocs.flatMap((bloc) => ('elements' in bloc ? bloc.elements.flatMap(aPlat) : [bloc]));

describe('les catalogues', () => {
  it('écrivent un travail pour chaque événement qui a une suite, et pour aucun autre', () => {
    const deplacent: readonly string[] = DEPLACENT_UN_DELAI;
    const muets = Object.keys(MESSAGES).filter(
      (type) =>
        !deplacent.includes(type) &&
        [DOCUMENTS, MESSAGES].every((c) => Object.entries(c).some(([t, kinds]) => t === type && kinds.length === 0)),
    );
    expect(muets.toSorted()).toEqual([...SANS_SUITE].toSorted());
  });

  it.each([...ESPACE.values()].map((kind) => [kind.sorte, kind] as const))('%s : son exemple se lit, sans mot qui manque', (_, kind) => {
    const { corps } = kind.exemple;
    expect(corps.length).toBeGreaterThan(0);
    expect(JSON.stringify(corps)).not.toContain('undefined');
    for (const bloc of aPlat(corps)) {
      if (!('texte' in bloc)) continue;
      const attendus = [...bloc.texte.matchAll(/\{(\w+)\}/g)].map(([, nom]) => nom);
      expect(Object.keys(bloc.mots ?? {}).toSorted(), bloc.texte).toEqual(attendus.toSorted());
      expect(Object.values(bloc.mots ?? {}), bloc.texte).not.toContain('');
    }
  });

  // 03-instruction 13, and those that say nothing of their object
  const TITRES = [
    'Accusé de réception',
    'Attestation disponible',
    'Changement d’adresse enregistré',
    'Convocation',
    'Demande de complément',
    'Document à envoyer par courrier',
    'Fichier retiré',
    'Fichier supprimé',
    'Information sur vos droits',
    'Message de l’administration',
    'Notification de décision',
    'Rappel',
    'Retrait de la demande',
  ];
  it('ne montrent que les titres du guide (S-163), et quelques-uns qui ne disent rien de leur objet', () => {
    for (const { titre, sorte } of ESPACE.values()) expect(TITRES, sorte).toContain(titre);
  });
});

describe('ce que la loi ne promet pas à tous', () => {
  const commun = { nom: 'TESTPEREIRA', prenom: 'Ana', numero: NUMERO, service: 'Préfecture du Nord' };
  const dit = (sorte: string, contenu: Record<string, unknown>) => JSON.stringify(ESPACE.get(sorte)?.lire({ ...commun, ...contenu }).corps);
  it.each([
    // R.431-15-1: the attestation de décision favorable is of a titre de séjour
    ['titre_arrive', { contact: 'x', estTitre: true }, 'attestation de décision favorable', true],
    ['titre_arrive', { contact: 'x', estTitre: false }, 'attestation de décision favorable', false],
    // R.431-5 1°: neither a document de voyage nor a card of a citizen of the Union
    ['titre_remis', { seRenouvelle: true }, '120e', true],
    ['titre_remis', { seRenouvelle: false }, '120e', false],
    ['decision_refus', { tribunal: 't', estTitre: false }, 'titre de séjour', false],
    ['decision_refus', { tribunal: 't' }, 'titre de séjour', true],
    // a favourable decision withdrawn is challenged (CJA R.421-1); a judgment is not told how
    ['decision_annulee', { motif: 'retrait', tribunal: 'tribunal administratif de Lille' }, 'R. 421-1', true],
    ['decision_annulee', { motif: 'annulation_juge', tribunal: 'tribunal administratif de Lille' }, 'R. 421-1', false],
    // a message read before these words were there
    ['decision_annulee', { motif: 'retrait' }, 'R. 421-1', false],
    [
      'silence_atteint',
      { le: '2027-03-22', recours: '2027-05-24', tribunal: 't', dossier: 'd', article: 'Code du travail R.5221-17' },
      'CESEDA',
      false,
    ],
    // L.432-2: once it has gone on, and only of what stops the request
    ['rendez_vous_manque', { jour: 'j', heure: 'h', estLeDernier: true, contact: 'c', titre: false }, 'L. 432-2', true],
    ['rendez_vous_manque', { jour: 'j', heure: 'h', estLeDernier: true, contact: 'c', titre: true }, 'L. 432-2', false],
  ] as const)('%s %o : %s, %s', (sorte, contenu, mots, attendu) => expect(dit(sorte, contenu).includes(mots)).toBe(attendu));
});

describe('après un événement', () => {
  it('envoie la confirmation du dépôt et l’accusé de réception en pièces jointes, sans notification', async () => {
    const { dossierId, email } = await dossierPropose();
    const id = await evenement(dossierId, 'depose', { numero: NUMERO, prefecture: '59' });
    await produireDocuments(id);
    await notifier(id, AT);
    const documents = await db().document.findMany({ orderBy: { id: 'asc' } });
    expect(documents.map((d) => d.sorte)).toEqual(['confirmation_depot', 'accuse_de_reception']);
    expect(await db().courriel.findMany({ select: { sorte: true, destinataire: true, documents: true, variables: true } })).toEqual([
      {
        sorte: 'demande_enregistree',
        destinataire: email,
        documents: documents.map((d) => d.id),
        variables: { personne: { nom: 'TESTCOLLINS', prenom: 'Marshall' }, numero: NUMERO },
      },
    ]);
    expect(await db().notification.count()).toBe(0);
  });

  it('dépose une décision dans l’espace et l’annonce sans dire de quoi il s’agit', async () => {
    const { dossierId, agentId, compteId } = await dossierPropose();
    const id = await evenement(dossierId, 'decision_favorable', { signataire: agentId });
    await notifier(id, AT);
    expect(await db().notification.findFirstOrThrow()).toMatchObject({
      compteId,
      dossierId,
      sorte: 'decision_favorable',
      titre: 'Notification de décision',
      ouverteLe: null,
      disponibleLe: AT,
      contenu: { nom: 'TESTCOLLINS', prenom: 'Marshall', numero: NUMERO, service: 'Préfecture du Nord' },
    });
    expect(await db().courriel.findFirstOrThrow()).toMatchObject({
      sorte: 'nouvelle_notification',
      variables: { disponibleLe: '2026-11-22', service: 'Préfecture du Nord', consentement: true },
    });
  });

  it('ne parle pas des quinze jours à qui n’a pas consenti, ou plus', async () => {
    const { dossierId, compteId } = await dossierPropose();
    await db().compte.update({ where: { id: compteId }, data: { consentementFinLe: new Date('2026-11-10T00:00:00Z') } });
    await notifier(await evenement(dossierId, 'complement_demande', { complement: '01890000-0000-7000-8000-000000000000' }), AT);
    expect((await db().courriel.findFirstOrThrow()).variables).toMatchObject({ consentement: false });
    expect((await db().notification.findFirstOrThrow()).contenu).toMatchObject({ complement: '01890000-0000-7000-8000-000000000000' });
  });

  it.each([
    ['complement_demande', { complement: '01890000-0000-7000-8000-000000000000' }, 'complement_mandataire'],
    ['message_envoye', { message: '01890000-0000-7000-8000-000000000000' }, 'message_mandataire'],
  ])('%s : prévient les mandataires qui peuvent y répondre, eux seuls, sans rien dire de la personne', async (type, faits, sorte) => {
    const { dossierId, compteId, email } = await dossierPropose();
    const mandat = async (nom: string, plus: Partial<Prisma.MandatUncheckedCreateInput> = {}) => {
      const { id: mandataireId } = await compteTemporaire(`${nom}@example.org`);
      await db().mandat.create({
        data: {
          id: newId(),
          mandantId: compteId,
          dossierId,
          mandataireId,
          mandataireEmail: `${nom}@example.org`,
          mandataireNom: nom,
          qualite: 'proche',
          droits: ['voir', 'repondre'],
          finLe: new Date('2026-11-22'),
          mandantLe: AT,
          mandataireLe: AT,
          ...plus,
        },
      });
    };
    await mandat('peut');
    await mandat('voit', { droits: ['voir'] });
    await mandat('revoque', { revoqueLe: AT });
    await mandat('fini', { finLe: new Date('2026-11-21') });
    await mandat('attend', { mandataireLe: null });
    const id = await evenement(dossierId, type, faits);
    await notifier(id, AT);
    await notifier(id, AT);
    const courriels = await db().courriel.findMany({
      orderBy: { destinataire: 'desc' },
      select: { sorte: true, destinataire: true, variables: true },
    });
    expect(courriels).toEqual([
      { sorte, destinataire: 'peut@example.org', variables: { le: '2026-11-22', service: 'Préfecture du Nord' } },
      expect.objectContaining({ sorte: 'nouvelle_notification', destinataire: email }),
    ]);
  });

  it('dit à la personne qu’un fichier joint avait un virus, et de quelle pièce il était', async () => {
    await publierListes();
    const { dossierId } = await dossierPropose();
    await notifier(await evenement(dossierId, 'fichier_infecte', { piece: 'domicile' }), AT);
    const notification = await db().notification.findFirstOrThrow();
    expect(notification).toMatchObject({
      sorte: 'fichier_infecte',
      contenu: { nom: 'TESTCOLLINS', numero: NUMERO, piece: expect.stringMatching(/domicile/i) },
    });
    expect((await db().courriel.findFirstOrThrow()).sorte).toBe('nouvelle_notification');
  });

  it('ne fait rien deux fois, même en même temps', async () => {
    const { dossierId, agentId } = await dossierPropose();
    const id = await evenement(dossierId, 'decision_refus', { signataire: agentId });
    await Promise.all([notifier(id, AT), notifier(id, AT), notifier(id, AT)]);
    await notifier(id, new Date('2026-11-25T10:00:00Z'));
    expect(await db().notification.count()).toBe(1);
    expect(await db().courriel.count()).toBe(1);
    expect((await db().notification.findFirstOrThrow()).disponibleLe).toEqual(AT);
  });

  it('ne fait rien d’un événement inconnu', async () => {
    await notifier('999999', AT);
    expect(await db().courriel.count()).toBe(0);
  });
});
