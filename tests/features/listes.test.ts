// The life of a list of pieces: edited by two, published once, followed by drafts, kept by deposits.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent, RoleAgent } from '#domain/access/actors.ts';
import { type PorteeAdministration, porteeAdministration } from '#domain/access/scope.ts';
import { jourDe, plusJours } from '#domain/jour.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import type { Resultat } from '#domain/result.ts';
import { actes } from '#features/administration/journal/queries.ts';
import { listeDuJour } from '#features/configuration/queries.ts';
import { listeDuDossier } from '#features/documents/queries.ts';
import { validerEtapePieces } from '#features/dossier/depot/commands.ts';
import { changementDeListe, dossierEnCours, listeEnVigueurLe } from '#features/dossier/depot/queries.ts';
import {
  abandonnerBrouillon,
  commencerBrouillon,
  type Edition,
  enregistrerPiece,
  placerPiece,
  publierListe,
  remplacerListes,
  retirerPublication,
} from '#features/listes/commands.ts';
import { listeLue, versions } from '#features/listes/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { AT, creerBrouillon, creerUsager, publierListes } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';

const SLUG = 'enfant-de-francais';
const JOUR = jourDe(AT);
const DEMAIN = plusJours(JOUR, 1);
const procedure = () => {
  const trouvee = procedureActuelle(SLUG);
  if (!trouvee) throw new Error(SLUG);
  return trouvee;
};
const PIECE: PieceDemandee = {
  code: 'attestation_nouvelle',
  libelle: 'Une attestation nouvelle',
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'L’attestation' },
  formats: ['pdf'],
  source: 'essai',
  certitude: 'X',
  dateSource: '2026-11-20',
};

type Gerant = Omit<Edition, 'at'> & { at: Date; par: Agent; portee: PorteeAdministration };
async function gerant(nom: string, role: RoleAgent = 'admin', prefecture: string | null = null): Promise<Gerant> {
  const id = newId();
  await db().agent.create({
    data: { id, email: `${id}@example.org`, nom, prenom: 'Lou', qualite: 'Q', roles: [role], prefectureCode: prefecture },
  });
  const par: Agent = { sorte: 'agent', agentId: id, sessionId: newId(), nom: `Lou ${nom}`, roles: [role], prefecture };
  const portee = porteeAdministration(par, [role]);
  if (!portee) throw new Error('sans portée');
  return { par, portee, procedure: procedure(), at: AT };
}
const valeur = <T>(r: Resultat<T>): T => {
  if (!r.ok) throw new Error(`${r.refus} ${JSON.stringify(r.details)}`);
  return r.valeur;
};
const publication = (version: number, revision: number, effet = DEMAIN, urgence = '') => ({
  procedure: SLUG,
  version,
  revision,
  effet,
  urgence,
  raison: 'Ajout d’une attestation',
  source: 'essai',
});

let ana: Gerant;
let bo: Gerant;
let nord: Gerant;

beforeEach(async () => {
  await truncate();
  await db().prefecture.createMany({
    data: ['59', '69'].map((code) => ({ code, nom: `Préfecture ${code}`, autorite: 'Le préfet', adresse: 'rue', tribunal: 'tribunal' })),
  });
  await publierListes();
  ana = await gerant('TESTANA');
  bo = await gerant('TESTBO');
  nord = await gerant('TESTNORD', 'admin_local', '59');
});

/** Draft of version 3 with a piece more; gives the revision reached. */
async function avecPiece(qui: Gerant, piece = PIECE): Promise<{ version: number; revision: number }> {
  const version = valeur(await commencerBrouillon(qui));
  return { version, revision: valeur(await enregistrerPiece(qui, { version, revision: 1 }, null, piece)) };
}

describe('un brouillon', () => {
  it('part de la version en vigueur ; commencé deux fois à la fois, il n’y en a qu’un', async () => {
    const [un, deux] = await Promise.all([commencerBrouillon(ana), commencerBrouillon(bo)]);
    expect([valeur(un), valeur(deux)]).toEqual([3, 3]);
    const liste = await listeLue(ana.portee, SLUG, 3);
    expect(liste?.pieces.map((p) => p.code)).toEqual(
      procedure()
        .listes.at(-1)
        ?.pieces.map((p) => p.code),
    );
    expect(liste).toMatchObject({ base: 2, revision: 1, estBrouillon: true });
    expect((await listeDuJour(db(), SLUG, JOUR)).version).toBe(2);
  });

  it('modifié par deux personnes dit à la seconde qui a changé quoi, et n’écrase rien', async () => {
    const version = valeur(await commencerBrouillon(ana));
    const vu = { version, revision: 1 };
    const [filiation] =
      procedure()
        .listes.at(-1)
        ?.pieces.filter((p) => p.code === 'filiation') ?? [];
    if (!filiation) throw new Error('filiation');
    expect(valeur(await enregistrerPiece(ana, vu, 'filiation', { ...filiation, libelle: 'Filiation', requis: false }))).toBe(2);
    const refus = await enregistrerPiece(bo, vu, 'filiation', { ...filiation, aide: 'Autre' });
    expect(refus).toMatchObject({ ok: false, refus: 'liste_modifiee_ailleurs', details: { revision: '2' } });
    expect(refus.ok ? '' : refus.details?.quoi).toMatch(/^Lou TESTANA, .* : pièce « Filiation » modifiée \(libellé, obligatoire\)$/);
    expect((await listeLue(ana.portee, SLUG, version))?.pieces.find((p) => p.code === 'filiation')).toMatchObject({ libelle: 'Filiation' });
    // read again, saved on purpose
    expect(valeur(await enregistrerPiece(bo, { version, revision: 2 }, 'filiation', { ...filiation, aide: 'Autre' }))).toBe(3);
  });

  it('s’ordonne, se vide pièce par pièce, et s’abandonne', async () => {
    const { version, revision } = await avecPiece(ana);
    expect(valeur(await placerPiece(ana, { version, revision }, PIECE.code, 'monter'))).toBe(3);
    const codes = async () => (await listeLue(ana.portee, SLUG, version))?.pieces.map((p) => p.code) ?? [];
    expect((await codes()).at(-2)).toBe(PIECE.code);
    expect(await placerPiece(ana, { version, revision: 3 }, 'inconnue', 'descendre')).toMatchObject({ refus: 'piece_inconnue' });
    valeur(await placerPiece(ana, { version, revision: 3 }, PIECE.code, 'retirer'));
    expect(await codes()).not.toContain(PIECE.code);
    valeur(await abandonnerBrouillon(ana, { version, revision: 4 }));
    expect(await listeLue(ana.portee, SLUG, version)).toBeNull();
  });

  it('ne change pas le code d’une pièce publiée, ni n’en prend un deux fois', async () => {
    const { version, revision } = await avecPiece(ana);
    const vu = { version, revision };
    const filiation = { ...PIECE, code: 'filiation_bis' };
    expect(await enregistrerPiece(ana, vu, 'filiation', filiation)).toMatchObject({ refus: 'code_de_piece_publie' });
    expect(await enregistrerPiece(ana, vu, null, { ...PIECE, code: 'filiation' })).toMatchObject({ refus: 'code_de_piece_pris' });
    expect(valeur(await enregistrerPiece(ana, vu, PIECE.code, { ...PIECE, code: 'attestation_autre' }))).toBe(3);
  });
});

describe('une publication', () => {
  it('faite deux fois, même à la fois, est une', async () => {
    const { version, revision } = await avecPiece(ana);
    const faites = await Promise.all([publierListe(ana, publication(version, revision)), publierListe(bo, publication(version, revision))]);
    expect(faites.map((f) => f.ok)).toEqual([true, true]);
    const publiees = (await actes(ana.portee, null, 20)).filter((a) => a.type === 'liste_publiee');
    expect(publiees).toHaveLength(1);
    expect(publiees[0]?.faits).toMatchObject({ version: '3', du: '21/11/2026', motif: 'Ajout d’une attestation' });
  });

  it('prend effet à sa date, et la précédente devient remplacée', async () => {
    const { version, revision } = await avecPiece(ana);
    valeur(await publierListe(ana, publication(version, revision)));
    expect((await listeDuJour(db(), SLUG, JOUR)).version).toBe(2);
    expect((await listeDuJour(db(), SLUG, DEMAIN)).version).toBe(3);
    const etats = async () =>
      Object.fromEntries(
        (await sql<{ v: number; e: string }>(`select version as v, etat as e from liste_pieces where procedure = '${SLUG}'`)).map((l) => [
          l.v,
          l.e,
        ]),
      );
    expect(await etats()).toMatchObject({ 2: 'publiee', 3: 'publiee' });
    await remplacerListes(new Date('2026-11-21T10:00:00Z'));
    expect(await etats()).toMatchObject({ 1: 'remplacee', 2: 'remplacee', 3: 'publiee' });
  });

  it.each([
    ['un jour passé', plusJours(JOUR, -1), '', 'effet_passe'],
    ['aujourd’hui sans dire pourquoi', JOUR, '', 'effet_aujourdhui'],
  ])('est refusée pour %s', async (_quoi, effet, urgence, refus) => {
    const { version, revision } = await avecPiece(ana);
    expect(await publierListe(ana, publication(version, revision, effet, urgence))).toMatchObject({ ok: false, refus });
  });

  it('est refusée sans changement, avec un problème, ou vue avant le changement d’un autre', async () => {
    const version = valeur(await commencerBrouillon(ana));
    expect(await publierListe(ana, publication(version, 1))).toMatchObject({ refus: 'liste_sans_changement' });
    const impossible = { ...PIECE, condition: { tous: [{ age: { moinsDe: 18 } }, { age: { plusDe: 21 } }] } };
    valeur(await enregistrerPiece(ana, { version, revision: 1 }, null, impossible));
    expect(await publierListe(ana, publication(version, 2))).toMatchObject({ refus: 'liste_refusee', details: { nombre: '1' } });
    expect(await publierListe(ana, publication(version, 1))).toMatchObject({ refus: 'liste_modifiee_ailleurs' });
  });

  it('à venir se retire et redevient un brouillon ; en vigueur, elle reste', async () => {
    const { version, revision } = await avecPiece(ana);
    valeur(await publierListe(ana, publication(version, revision)));
    expect(await publierListe(ana, publication(version, revision))).toEqual({ ok: true, valeur: null });
    valeur(await retirerPublication(ana, version));
    expect((await listeDuJour(db(), SLUG, DEMAIN)).version).toBe(2);
    expect((await versions(ana.portee, SLUG)).find((v) => v.version === version)?.estBrouillon).toBe(true);
    expect(await retirerPublication(ana, 2)).toMatchObject({ refus: 'liste_deja_suivie' });
    valeur(await publierListe(ana, publication(version, revision + 1)));
    // a later draft starts from the one to come, and cannot come before it
    const suivante = valeur(await commencerBrouillon(ana));
    expect(await listeLue(ana.portee, SLUG, suivante)).toMatchObject({ base: version });
    expect(await retirerPublication(ana, version)).toMatchObject({ refus: 'brouillon_de_liste_existe' });
  });

  it('ne se réécrit pas, même par une main dans la base', async () => {
    await expect(sql(`update liste_pieces set pieces = '[]' where procedure = '${SLUG}' and version = 2`)).rejects.toThrow(
      /ne changent plus/,
    );
  });
});

describe('une demande', () => {
  it('en préparation suit la nouvelle liste et le dit ; enregistrée, elle l’a vu', async () => {
    const { usager, portee } = await creerUsager();
    const id = await creerBrouillon(usager);
    const { version, revision } = await avecPiece(ana);
    const [filiation] =
      procedure()
        .listes.at(-1)
        ?.pieces.filter((p) => p.code === 'filiation') ?? [];
    if (!filiation) throw new Error('filiation');
    const suivante = valeur(await placerPiece(ana, { version, revision }, 'filiation', 'retirer'));
    valeur(await publierListe(ana, publication(version, suivante, JOUR, 'erreur de la liste')));
    const lire = async () => {
      const dossier = await dossierEnCours(portee, id, 'justificatifs');
      if (!dossier) throw new Error('introuvable');
      return changementDeListe(dossier, await listeEnVigueurLe(dossier, JOUR), JOUR);
    };
    expect(await lire()).toEqual({
      le: JOUR,
      raison: 'Ajout d’une attestation',
      plus: ['Une attestation nouvelle'],
      moins: ['Justificatif de filiation avec le parent'],
      autrement: [],
    });
    const manques = valeur(await validerEtapePieces({ acteur: usager, portee, at: AT }, id, 'justificatifs'));
    expect('erreurs' in manques ? Object.keys(manques.erreurs) : []).toContain(PIECE.code);
    expect('erreurs' in manques ? Object.keys(manques.erreurs) : []).not.toContain('filiation');
    await db().dossier.update({ where: { id }, data: { listeVersion: version } });
    expect(await lire()).toBeNull();
  });

  it('déposée garde la sienne', async () => {
    const { usager, portee } = await creerUsager();
    const id = await creerBrouillon(usager);
    await db().dossier.update({
      where: { id },
      data: { statut: 'depose', deposeLe: AT, prefectureCode: '59', numero: '5901202611200000001' },
    });
    const { version, revision } = await avecPiece(ana);
    valeur(await publierListe(ana, publication(version, revision, JOUR, 'urgence')));
    expect(await listeDuDossier(portee, id, DEMAIN)).toMatchObject({ version: 2 });
    expect((await listeDuDossier(portee, id, DEMAIN))?.pieces.map((p) => p.code)).not.toContain(PIECE.code);
  });

  it('d’une préfecture reçoit ce qu’elle ajoute, et d’une autre non', async () => {
    const { version, revision } = await avecPiece(nord);
    expect([version, (await listeLue(nord.portee, `${SLUG}@59`, 1))?.base]).toEqual([1, null]);
    valeur(await publierListe(nord, publication(version, revision, JOUR, 'urgence')));
    const codes = async (prefecture: string | null) => (await listeDuJour(db(), SLUG, JOUR, prefecture)).pieces.map((p) => p.code);
    expect(await codes('59')).toContain(PIECE.code);
    expect(await codes('69')).not.toContain(PIECE.code);
    expect(await codes(null)).not.toContain(PIECE.code);
    const { usager, portee } = await creerUsager();
    const id = await creerBrouillon(usager);
    expect(await listeDuDossier(portee, id, JOUR)).toMatchObject({ version: 2, locale: { reference: `${SLUG}@59#1`, version: 1 } });
    // filed in Nord with the additions of that day: later ones are not for it
    await db().dossier.update({
      where: { id },
      data: { statut: 'depose', deposeLe: AT, prefectureCode: '59', numero: '5901202611200000002', listeLocale: `${SLUG}@59#1` },
    });
    const deux = valeur(await commencerBrouillon(nord));
    valeur(await placerPiece(nord, { version: deux, revision: 1 }, PIECE.code, 'retirer'));
    valeur(await publierListe(nord, publication(deux, 2, JOUR, 'urgence')));
    expect((await listeDuDossier(portee, id, JOUR))?.pieces.map((p) => p.code)).toContain(PIECE.code);
  });
});

describe('un administrateur local', () => {
  it('n’édite que les ajouts de sa préfecture, et n’y reprend pas le code d’une pièce nationale', async () => {
    const version = valeur(await commencerBrouillon(nord));
    expect((await versions(ana.portee, SLUG)).filter((v) => v.estBrouillon).map((v) => v.cle)).toEqual([`${SLUG}@59`]);
    expect(await enregistrerPiece(nord, { version, revision: 1 }, null, { ...PIECE, code: 'filiation' })).toMatchObject({
      refus: 'code_de_piece_pris',
    });
    expect(await publierListe(nord, publication(3, 1))).toMatchObject({ refus: 'introuvable' });
    const rhone = await gerant('TESTRHONE', 'admin_local', '69');
    expect(await listeLue(rhone.portee, `${SLUG}@59`, version)).toBeNull();
    expect((await versions(rhone.portee, SLUG)).map((v) => v.cle)).not.toContain(`${SLUG}@59`);
  });
});
