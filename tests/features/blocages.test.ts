// A step that fails of our doing: what is noted, when the portal offers a statement, and what the statement says.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { storage } from '#adapters/storage/storage.ts';
import { etapesBloquees } from '#domain/dossier/blocage.ts';
import { attesterBlocage, signalerEchecs } from '#features/blocages/commands.ts';
import { blocagesDe } from '#features/blocages/queries.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { verifier } from '#features/documents/queries.ts';
import { dossierEnCours } from '#features/dossier/depot/queries.ts';
import { actionUsager } from '#guard/action.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { loaderUsager } from '#guard/loader.ts';
import { routeUsager } from '#guard/route.ts';
import { closeDb, db } from '#platform/db.ts';
import { AT, creerBrouillon, creerUsager, ouvrirSessionDeTest, publierListes } from '../support/brouillon.ts';
import { truncate } from '../support/database.ts';
import { avisDePdfsig, SIGNATURE_VALIDE } from '../support/lecteurs.ts';
import { formulaire, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

beforeEach(async () => {
  await truncate();
  await publierListes();
  navigateur.boite.clear();
  for (const nom of [...navigateur.entetes.keys()]) navigateur.entetes.delete(nom);
});
afterAll(closeDb);

const MINUTE = 60_000;
const noter = (dossierId: string, compteId: string, ilYA: number[], etape = 'informations') =>
  db().blocage.createMany({
    data: ilYA.map((m, i) => ({
      id: `00000000-0000-7000-8000-${String(m * 100 + i).padStart(12, '0')}`,
      compteId,
      dossierId,
      etape,
      page: `/demarches/${dossierId}/${etape}`,
      erreur: `ERREUR${m}`,
      le: new Date(AT.getTime() - m * MINUTE),
    })),
  });

describe('trois échecs de la même étape', () => {
  const echec = (etape: string, jours: number) => ({ etape, le: new Date(AT.getTime() - jours * 24 * 60 * MINUTE) });
  it('font un blocage, pas deux, ni trois étapes différentes, ni trois en un mois', () => {
    expect(etapesBloquees([echec('a', 0), echec('a', 1)], AT)).toEqual([]);
    expect(etapesBloquees([echec('a', 0), echec('b', 0), echec('c', 0)], AT)).toEqual([]);
    expect(etapesBloquees([echec('a', 0), echec('a', 8), echec('a', 20)], AT)).toEqual([]);
    expect(etapesBloquees([echec('a', 1), echec('a', 0), echec('a', 2)], AT)[0]?.echecs.map((e) => e.le)).toEqual(
      [0, 1, 2].map((j) => echec('a', j).le),
    );
  });
});

describe('une faute', () => {
  async function dansLEtape() {
    const { usager } = await creerUsager();
    const dossierId = await creerBrouillon(usager);
    navigateur.boite.set('portail-usager', await ouvrirSessionDeTest(usager));
    const page = `/demarches/${dossierId}/informations`;
    navigateur.entetes.set('x-chemin', page);
    return { usager, dossierId, page };
  }
  const notes = (dossierId: string) => db().blocage.findMany({ where: { dossierId }, orderBy: { le: 'asc' } });
  const echoue = async (): Promise<never> => {
    throw new Error('la base ne répond pas');
  };

  it('d’une action, d’une page et d’une route est notée avec l’étape et son numéro', async () => {
    const { usager, dossierId, page } = await dansLEtape();
    const etat = await actionUsager('essai', z.object({}), echoue)(FORMULAIRE_VIDE, formulaire({}));
    const [note] = await notes(dossierId);
    expect(note).toMatchObject({ etape: 'informations', page, compteId: usager.compteId, erreur: etat.faute });

    const erreur = await loaderUsager(echoue)().catch((e: unknown) => e);
    expect(erreur).toHaveProperty('digest', (await notes(dossierId))[1]?.erreur);

    // called by a script of the page: its own address says another thing, the page is in Referer
    navigateur.entetes.set('x-chemin', `/api/demarches/${dossierId}/saisie/informations`);
    navigateur.entetes.set('referer', `http://localhost:3000/demarches/${dossierId}/justificatifs?erreur=1`);
    const route = routeUsager('saisie', echoue);
    const pousser = () => route(new Request('http://localhost:3000/api/x'), { params: Promise.resolve({}) });
    const { faute } = (await (await pousser()).json()) as { faute: string };
    await pousser();
    // again within the minute: the page tries by itself, that is one failure
    expect((await notes(dossierId)).map((n) => [n.etape, n.erreur]).slice(2)).toEqual([['justificatifs', faute]]);
  });

  it('d’une autre personne, ou sur une page qui n’est pas une étape, n’est pas notée', async () => {
    const { dossierId } = await dansLEtape();
    const autre = await creerUsager('autre.testcollins');
    navigateur.boite.set('portail-usager', await ouvrirSessionDeTest(autre.usager));
    await actionUsager('essai', z.object({}), echoue)(FORMULAIRE_VIDE, formulaire({}));
    navigateur.entetes.set('x-chemin', '/mon-compte');
    await actionUsager('essai', z.object({}), echoue)(FORMULAIRE_VIDE, formulaire({}));
    expect(await notes(dossierId)).toEqual([]);
  });
});

describe('ce que seul le navigateur a vu', () => {
  it('est numéroté, pour un brouillon à soi, et seulement du dernier jour', async () => {
    const { usager, portee } = await creerUsager();
    const dossierId = await creerBrouillon(usager);
    const echecs = [AT, new Date(AT.getTime() - 3 * 24 * 60 * MINUTE), new Date(AT.getTime() + MINUTE)].map((d) => d.toISOString());
    expect((await signalerEchecs({ portee, at: AT }, dossierId, { etape: 'informations', echecs })).ok).toBe(true);
    expect(await db().blocage.findMany({ where: { dossierId }, select: { erreur: true, le: true } })).toEqual([
      { erreur: expect.stringMatching(/^R-\w{8}$/), le: AT },
    ]);
    const autre = await creerUsager('autre.testcollins');
    expect(await signalerEchecs({ portee: autre.portee, at: AT }, dossierId, { etape: 'informations', echecs })).toMatchObject({
      refus: 'introuvable',
    });
  });
});

describe('l’attestation de blocage', () => {
  it('n’est délivrée qu’après trois échecs, et à la personne seule', async () => {
    const { usager, portee } = await creerUsager();
    const dossierId = await creerBrouillon(usager);
    await noter(dossierId, usager.compteId, [1, 2]);
    expect(await blocagesDe(portee, AT)).toEqual([]);
    expect((await dossierEnCours(portee, dossierId, 'informations'))?.aEchoue).toBe(false);
    expect(await attesterBlocage({ usager, portee, at: AT }, dossierId, 'informations')).toMatchObject({ refus: 'sans_blocage' });
    await noter(dossierId, usager.compteId, [5]);
    expect((await dossierEnCours(portee, dossierId, 'informations'))?.aEchoue).toBe(true);
    expect(await blocagesDe(portee, AT, dossierId)).toMatchObject([{ etape: 'informations', echecs: 3, attestation: null }]);
    const autre = await creerUsager('autre.testcollins');
    expect(await blocagesDe(autre.portee, AT, dossierId)).toEqual([]);
    expect(await attesterBlocage({ ...autre, at: AT }, dossierId, 'informations')).toMatchObject({ refus: 'introuvable' });
  });

  it('dit qui, quoi, quand et quelles erreurs ; elle est signée et se vérifie', async () => {
    const { usager, portee } = await creerUsager();
    const dossierId = await creerBrouillon(usager);
    await noter(dossierId, usager.compteId, [1, 2, 30]);
    expect((await attesterBlocage({ usager, portee, at: AT }, dossierId, 'informations')).ok).toBe(true);
    // a double click is one statement
    expect(await attesterBlocage({ usager, portee, at: AT }, dossierId, 'informations')).toMatchObject({ refus: 'blocage_deja_atteste' });
    expect(await blocagesDe(portee, AT)).toMatchObject([{ attestation: { document: null } }]);
    const evenement = await db().evenement.findFirstOrThrow({ where: { dossierId, type: 'blocage_atteste' } });
    await produireDocuments(String(evenement.id));
    const document = await db().document.findFirstOrThrow({ where: { dossierId } });
    expect(await blocagesDe(portee, AT)).toMatchObject([{ attestation: { document: document.id } }]);
    expect(document.nom).toMatch(/^Attestation de blocage n° AB-2026-\d{6}$/);

    const octets = await buffer(await storage().get(document.cle));
    if (process.env.VOIR) writeFileSync(join(process.env.VOIR, 'blocage.pdf'), octets);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(octets), { verbosity: 0 }), { mergePages: true });
    const texte = text.replace(/\s+/g, ' ');
    for (const attendu of [
      'TESTCOLLINS',
      usager.email,
      dossierId,
      'ERREUR30',
      '20/11/2026 à 10:30:00',
      'R. 431-2',
      'non officiel',
      'guichet',
    ])
      expect(texte, attendu).toContain(attendu);
    expect(await verifier(document.codeVerification ?? '', '2026-12-01')).toMatchObject({ etat: 'valide', numero: '' });
    expect(avisDePdfsig(octets)).toMatch(SIGNATURE_VALIDE);
  });
});
