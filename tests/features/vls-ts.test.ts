// C15: a VLS-TS is validated by the machine, or not at all.
import { beforeEach, describe, expect, it } from 'vitest';
import { timbreDeDemonstration } from '#adapters/timbre/simulateur.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { noeudDe } from '#domain/procedure/saisie.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { traiterDepot } from '#features/dossier/automatique/commands.ts';
import { deposer, validerEtapeChamps } from '#features/dossier/depot/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import { confirmerCode } from '#features/pieces/code/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { AT } from '../support/brouillon.ts';
import { truncate } from '../support/database.ts';
import { type Personne, personne, socleDuDepot } from '../support/depot.ts';

const procedure = procedureActuelle('validation-vls-ts');
if (!procedure) throw new Error('validation-vls-ts');
const { reponses: EXEMPLE } = procedure.exemple;

let TIMBRE = '';
let rang = 0;

let moi: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne('minh.testnguyen');
  // the provider remembers the stamps used up: another one for each test
  rang += 1;
  TIMBRE = timbreDeDemonstration(50_00, rang);
});

/** The person, their visa in the registre, and their draft. */
async function brouillon(qui: Personne, { reponses = {}, titre = {} }: { reponses?: Reponses; titre?: object | null } = {}) {
  const id = newId();
  const personneId = newId();
  await db().personne.create({
    data: {
      id: personneId,
      nomNaissance: 'TESTNGUYEN',
      prenoms: ['Minh'],
      sexe: 'masculin',
      naissanceAnnee: 2001,
      paysNaissance: 'VN',
      lieuNaissance: 'Hanoï',
      nationalites: ['VN'],
      cleRecherche: 'testnguyen minh',
      titres: titre
        ? {
            create: {
              id: newId(),
              sorte: 'vls_ts',
              numero: 'FRA123456789',
              mention: 'Étudiant',
              type: 'vls_ts_etudiant',
              debutLe: new Date('2026-09-01T00:00:00Z'),
              finLe: new Date('2027-08-31T00:00:00Z'),
              ...titre,
            },
          }
        : undefined,
    },
  });
  await db().compte.update({ where: { id: qui.usager.compteId }, data: { personneId, numeroVisa: `FRA${id.slice(-9)}` } });
  await db().dossier.create({
    data: {
      id,
      procedure: 'validation-vls-ts',
      procedureVersion: 1,
      listeVersion: 1,
      compteId: qui.usager.compteId,
      personneId,
      reponses: JSON.parse(JSON.stringify({ ...EXEMPLE, ...reponses })),
      etapesValidees: ['etat_civil', 'arrivee', 'justificatifs'],
      creeLe: AT,
      modifieLe: AT,
    },
  });
  return id;
}

const timbrer = (qui: Personne, dossierId: string, numero = TIMBRE) =>
  confirmerCode({ portee: qui.portee, dossierId, piece: 'timbre_numero', numero, at: AT });

/** What the job does of each event of the dossier, in order, until nothing new happens. */
async function passer(dossierId: string): Promise<void> {
  const faits = new Set<string>();
  for (;;) {
    const suivant = (await db().evenement.findMany({ where: { dossierId }, orderBy: { id: 'asc' } })).find((e) => !faits.has(String(e.id)));
    if (!suivant) return;
    const id = String(suivant.id);
    faits.add(id);
    await produireDocuments(id);
    await notifier(id, AT);
    await traiterDepot(id, AT);
  }
}

const statut = async (id: string) => (await db().dossier.findUniqueOrThrow({ where: { id } })).statut;
const types = async (id: string) =>
  (await db().evenement.findMany({ where: { dossierId: id }, orderBy: { id: 'asc' } })).map((e) => e.type);

describe('la validation d’un VLS-TS', () => {
  it('aboutit sans agent : décision, confirmation dont la référence est l’identifiant, courriel, rien d’autre', async () => {
    const id = await brouillon(moi);
    expect(await timbrer(moi, id)).toEqual({ ok: true, valeur: TIMBRE });
    expect(await deposer(moi, id, '')).toMatchObject({ ok: true });
    await passer(id);
    expect(await statut(id)).toBe('accepte');
    expect(await types(id)).toEqual(['depose', 'validation_automatique']);
    const [auto] = await db().evenement.findMany({ where: { type: 'validation_automatique' } });
    expect(auto).toMatchObject({ acteurSorte: 'systeme', acteurId: null });
    const documents = await db().document.findMany({ where: { dossierId: id } });
    expect(documents.map((d) => [d.sorte, d.codeVerification !== null, d.valableJusqu?.toISOString().slice(0, 10)])).toEqual([
      ['confirmation_vls_ts', true, '2027-08-31'],
    ]);
    expect((await db().courriel.findMany()).map((c) => [c.sorte, c.documents])).toEqual([['vls_ts_valide', [documents[0]?.id]]]);
  });

  it('repassée ne recommence rien', async () => {
    const id = await brouillon(moi);
    await timbrer(moi, id);
    await deposer(moi, id, '');
    await passer(id);
    await passer(id);
    expect(await types(id)).toEqual(['depose', 'validation_automatique']);
    expect([await db().document.count(), await db().courriel.count()]).toEqual([1, 1]);
  });

  it('est refusée le lendemain du troisième mois, avec la date, et acceptée la veille', async () => {
    const tard = await brouillon(moi, { reponses: { date_entree_france: '2026-08-19' }, titre: { debutLe: new Date('2026-08-01') } });
    await db().dossier.update({
      where: { id: tard },
      data: { reponses: { ...EXEMPLE, titre_debut: '2026-08-01', date_entree_france: '2026-08-19' } },
    });
    await timbrer(moi, tard);
    expect(await deposer(moi, tard, '')).toMatchObject({
      ok: false,
      refus: 'periode_fermee',
      details: { depuis: '20/11/2026', mois: '3' },
    });
    await db().dossier.update({
      where: { id: tard },
      data: { reponses: { ...EXEMPLE, titre_debut: '2026-08-01', date_entree_france: '2026-08-20' } },
    });
    expect(await deposer(moi, tard, '')).toMatchObject({ ok: true });
  });

  it('vaut jusqu’au soir du dernier jour là où l’on vit : à Cayenne, il est déjà demain à Paris', async () => {
    const at = new Date('2026-11-20T01:00:00Z');
    const arrive = { ...EXEMPLE, titre_debut: '2026-08-01', date_entree_france: '2026-08-19' };
    const lieu = { numero: '25', voie: 'Rue Nationale', complement: '', pays: 'France' };
    const essayer = async (adresse: { codePostal: string; ville: string; codeInsee: string }) => {
      const qui = { ...(await personne(adresse.ville)), at };
      const reponses = { ...arrive, adresse: { ...lieu, ...adresse } };
      const id = await brouillon(qui, { reponses, titre: { debutLe: new Date('2026-08-01'), numero: `FRA${adresse.codeInsee}` } });
      await timbrer(qui, id, timbreDeDemonstration(50_00, 900 + Number(adresse.codeInsee)));
      const tape = { ...reponses, date_entree_france: { jour: '19', mois: '8', annee: '2026' } };
      const ecran = await validerEtapeChamps(qui, id, 'arrivee', noeudDe(tape), 0);
      const depot = await deposer(qui, id, '');
      return [ecran.ok && 'suivante' in ecran.valeur, depot.ok ? 'déposée' : depot.refus];
    };
    expect(await essayer({ codePostal: '59000', ville: 'Lille', codeInsee: '59350' })).toEqual([false, 'periode_fermee']);
    expect(await essayer({ codePostal: '97300', ville: 'Cayenne', codeInsee: '97302' })).toEqual([true, 'déposée']);
  });

  it('le dit dès l’écran de la date, avant que le timbre soit acheté', async () => {
    const id = await brouillon(moi);
    const tape = { ...EXEMPLE, date_entree_france: { jour: '19', mois: '8', annee: '2026' } };
    expect(await validerEtapeChamps(moi, id, 'arrivee', noeudDe(tape), 0)).toMatchObject({
      ok: true,
      valeur: { erreurs: { 'date_entree_france.jour': expect.stringContaining('20/11/2026') } },
    });
  });

  it.each([
    ['hors de la validité du visa', { date_entree_france: '2026-08-31' }, 'entree_hors_visa'],
    ['un autre titre', { titre_type: 'visiteur' }, 'titre_autre'],
  ] as const)('refuse %s', async (_quoi, reponses, refus) => {
    const id = await brouillon(moi, { reponses });
    await db().piece.create({ data: { id: newId(), dossierId: id, code: 'timbre_numero', valeur: TIMBRE } });
    expect(await deposer(moi, id, '')).toMatchObject({ ok: false, refus });
    expect(await statut(id)).toBe('brouillon');
  });

  it.each([
    ['inconnu du registre', null],
    ['d’autres dates', { finLe: new Date('2027-08-30T00:00:00Z') }],
    ['invalidé', { invalideLe: new Date('2026-10-01T00:00:00Z') }],
  ])('ne décide rien d’un visa %s : un agent le verra, une seule ligne le dit', async (_quoi, titre) => {
    const id = await brouillon(moi, { titre });
    await timbrer(moi, id);
    await deposer(moi, id, '');
    await passer(id);
    await passer(id);
    expect(await statut(id)).toBe('depose');
    expect(await types(id)).toEqual(['depose', 'controle_automatique']);
    expect([await db().document.count(), await db().courriel.count()]).toEqual([0, 0]);
  });
});

describe('le timbre', () => {
  it.each([
    ['9005000000000001', 'timbre_inconnu'],
    ['2005000000000001', 'timbre_deja_utilise'],
    ['123', 'timbre_format'],
    [timbreDeDemonstration(200_00), 'timbre_montant'],
  ])('%s est refusé : %s', async (numero, refus) => {
    const id = await brouillon(moi);
    expect(await timbrer(moi, id, numero)).toMatchObject({ ok: false, refus });
    expect(await db().piece.count()).toBe(0);
  });

  it('dit le montant attendu et celui du timbre', async () => {
    const id = await brouillon(moi);
    const refus = await timbrer(moi, id, timbreDeDemonstration(25_00));
    expect(refus).toMatchObject({ details: { attendu: expect.stringContaining('50'), trouve: expect.stringContaining('25') } });
  });

  it('suit la mention du visa : taux normal pour un visiteur', async () => {
    const id = await brouillon(moi, { reponses: { titre_type: 'vls_ts_visiteur' } });
    expect(await timbrer(moi, id)).toMatchObject({ refus: 'timbre_montant' });
    expect(await timbrer(moi, id, timbreDeDemonstration(200_00, 9))).toMatchObject({ ok: true });
  });

  it('ne sert pas à deux demandes, même confirmé deux fois au même instant', async () => {
    const autre = await personne('autre');
    const [mien, sien] = [await brouillon(moi), await brouillon(autre)];
    const resultats = await Promise.all([timbrer(moi, mien), timbrer(autre, sien)]);
    expect(resultats.filter((r) => r.ok)).toHaveLength(1);
    expect(resultats.find((r) => !r.ok)).toMatchObject({ refus: 'timbre_deja_utilise' });
  });

  it('ne se donne pas à la place d’une photo, ni d’un fichier', async () => {
    const id = await brouillon(moi);
    const ailleurs = { portee: moi.portee, dossierId: id, numero: TIMBRE, at: AT };
    expect(await confirmerCode({ ...ailleurs, piece: 'domicile' })).toMatchObject({ refus: 'emplacement_inconnu' });
    expect(await confirmerCode({ ...ailleurs, piece: 'timbre_numero', portee: (await personne('tiers')).portee })).toMatchObject({
      refus: 'introuvable',
    });
  });
});
