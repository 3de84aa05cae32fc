// How many SQL statements the télé-procédure sends: the same with nothing as with twenty-seven files.
import { beforeEach, describe, expect, it } from 'vitest';
import { jourDe } from '#domain/jour.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { deposer, garderSaisie, validerEtapeChamps, validerEtapePieces } from '#features/dossier/depot/commands.ts';
import { confirmationDe, dossierEnCours, listeEnVigueurLe } from '#features/dossier/depot/queries.ts';
import { changerSituation } from '#features/dossier/depot/situation/commands.ts';
import { piecesDuDossier } from '#features/pieces/queries.ts';
import { db } from '#platform/db.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { AT, creerBrouillon } from '../support/brouillon.ts';
import { truncate } from '../support/database.ts';
import { brouillonComplet, commencerPour, fichier, type Personne, personne, socleDuDepot } from '../support/depot.ts';
import { compterRequetes } from '../support/requetes.ts';

/** Two statements read the session before any page or action begins (guard/session). */
const GARDE = 2;
const LECTURE = 10 - GARDE;
const ECRITURE = 12 - GARDE;
const DEPOT = 25 - GARDE;

let moi: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne();
  // the first job of a process reads the queues, the first number of a year makes its sequence, the second takes a lot: not the measure
  for (const email of ['premier.testchaud', 'second.testchaud']) {
    const avant = await personne(email);
    await deposer(avant, await brouillonComplet(avant), '');
  }
});

/** Nine pieces, at least twenty-seven files. */
const charge = () => brouillonComplet(moi, {}, { nombre: 4 });

/** The reads of chargerEtape on its heaviest etapes. */
async function lireEtape(id: string, code: string) {
  const dossier = await dossierEnCours(moi.portee, id, code);
  expect(dossier?.id).toBe(id);
  if (dossier) await listeEnVigueurLe(dossier, jourDe(AT));
  await piecesDuDossier(moi.portee, id);
  await confirmationDe(moi.portee, id);
}

const informations = () => {
  const [etape] = etapesAChamps(v1);
  if (!etape) throw new Error('informations');
  return saisieInitiale(etape, v1.exemple.reponses, moi.usager.email);
};

it('compte bien vingt-sept fichiers et plus dans le cas chargé', async () => {
  await charge();
  expect(await db().fichier.count({ where: { piece: { dossier: { compteId: moi.usager.compteId } } } })).toBeGreaterThanOrEqual(27);
});

describe('lire une étape', () => {
  it('tient dans ses dix requêtes, avec ou sans fichiers', async () => {
    const vide = await creerBrouillon(moi.usager);
    const nuVide = await compterRequetes(() => lireEtape(vide, 'justificatifs'));
    await db().dossier.delete({ where: { id: vide } });
    const plein = await charge();
    const nuPlein = await compterRequetes(() => lireEtape(plein, 'justificatifs'));
    expect(nuVide).toBeGreaterThan(0);
    expect(nuPlein).toBeLessThanOrEqual(LECTURE);
    // the files are read by one more statement than none, whatever their number
    expect(nuPlein - nuVide).toBeLessThanOrEqual(1);
    const { id: piece } = await db().piece.findFirstOrThrow({ where: { dossierId: plein, code: 'filiation' } });
    for (let i = 0; i < 20; i++) await fichier(piece);
    expect(await compterRequetes(() => lireEtape(plein, 'justificatifs'))).toBe(nuPlein);
  });
});

describe('écrire une étape', () => {
  it('garde la saisie en une requête', async () => {
    const id = await charge();
    expect(await compterRequetes(() => garderSaisie(moi, id, 'motif', { a: '1' }, 0))).toBe(1);
    expect(await compterRequetes(() => garderSaisie(moi, id, 'motif', { a: '2' }, 1))).toBe(1);
  });

  it('valide une étape de questions dans ses douze requêtes, avec ou sans fichiers', async () => {
    const vide = await creerBrouillon(moi.usager);
    const valider = (id: string) => async () =>
      expect(await validerEtapeChamps(moi, id, 'informations', informations(), 0)).toEqual({ ok: true, valeur: { suivante: 'motif' } });
    const nuVide = await compterRequetes(valider(vide));
    await db().dossier.update({ where: { id: vide }, data: { statut: 'abandonne' } });
    const nuPlein = await compterRequetes(valider(await charge()));
    expect(nuPlein).toBeLessThanOrEqual(ECRITURE);
    expect(nuPlein).toBe(nuVide);
  });

  it('valide les justificatifs dans ses douze requêtes, quel que soit leur nombre', async () => {
    const id = await brouillonComplet(moi, {}, { nombre: 1 });
    const valider = async () =>
      expect(await validerEtapePieces(moi, id, 'justificatifs')).toEqual({ ok: true, valeur: { suivante: 'depot' } });
    const peu = await compterRequetes(valider);
    const { id: piece } = await db().piece.findFirstOrThrow({ where: { dossierId: id, code: 'filiation' } });
    for (let i = 0; i < 20; i++) await fichier(piece);
    expect(peu).toBeLessThanOrEqual(ECRITURE);
    expect(await compterRequetes(valider)).toBe(peu);
  });

  it('commence une demande et change de situation dans ses douze requêtes', async () => {
    expect(await compterRequetes(() => commencerPour(moi, 'enfant-de-francais'))).toBeLessThanOrEqual(ECRITURE);
    const autre = await personne('awa.testdiallo');
    const id = await brouillonComplet(autre, {}, { nombre: 4 });
    const changer = async () => expect(await changerSituation(autre, id, 'conjoint-de-francais')).toMatchObject({ ok: true });
    expect(await compterRequetes(changer)).toBeLessThanOrEqual(DEPOT);
  });
});

describe('déposer', () => {
  it('tient dans ses vingt-cinq requêtes, quel que soit le nombre de fichiers', async () => {
    const autre = await personne('awa.testdiallo');
    const peu = await brouillonComplet(autre, {}, { nombre: 1 });
    const beaucoup = await charge();
    const nuPeu = await compterRequetes(async () => expect(await deposer(autre, peu, '')).toMatchObject({ ok: true }));
    const nuBeaucoup = await compterRequetes(async () => expect(await deposer(moi, beaucoup, 'Bonjour')).toMatchObject({ ok: true }));
    expect(nuBeaucoup).toBeLessThanOrEqual(DEPOT);
    expect(nuBeaucoup).toBe(nuPeu);
    const refait = await compterRequetes(() => deposer(moi, beaucoup, 'Bonjour'));
    expect(refait).toBeLessThanOrEqual(4);
  });
});
