import { beforeEach, describe, expect, it } from 'vitest';
import type { Brut } from '#domain/procedure/champs.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { deposer, garderSaisie, validerEtapeChamps, validerEtapePieces } from '#features/dossier/depot/commands.ts';
import { abandonner } from '#features/dossier/depot/situation/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { AT, creerBrouillon } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import {
  brouillonComplet,
  commencerPour,
  donnerPieces,
  fichier,
  type Personne,
  personne,
  photographie,
  publierListe,
  socleDuDepot,
} from '../support/depot.ts';

let moi: Personne;
let autre: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne();
  autre = await personne('awa.testdiallo');
});

const reponse = (code: string, change: Record<string, Brut> = {}): Record<string, Brut> => {
  const etape = etapesAChamps(v1).find((e) => e.code === code);
  if (!etape) throw new Error(code);
  return { ...saisieInitiale(etape, v1.exemple.reponses, moi.usager.email), ...change };
};

/** A draft just begun, nothing validated. */
async function commence(): Promise<string> {
  const debut = await commencerPour(moi, 'enfant-de-francais');
  if (!debut.ok) throw new Error(debut.refus);
  return debut.valeur;
}

describe('commencer', () => {
  it('fait un seul brouillon de cinq clics simultanés', async () => {
    const cinq = await Promise.all(Array.from({ length: 5 }, () => commencerPour(moi, 'enfant-de-francais')));
    expect(new Set(cinq.map((r) => (r.ok ? r.valeur : r.refus))).size).toBe(1);
    expect(cinq.every((r) => r.ok)).toBe(true);
    expect(await db().dossier.count()).toBe(1);
    expect(await db().evenement.findMany({ select: { type: true } })).toEqual([{ type: 'commence' }]);
  });

  it('reprend le brouillon déjà là, et en ouvre un autre pour un autre motif ou une autre personne', async () => {
    const premier = await commence();
    expect(await commence()).toBe(premier);
    expect(await commencerPour(moi, 'conjoint-de-francais')).toMatchObject({ ok: true });
    expect(await commencerPour(autre, 'enfant-de-francais')).toMatchObject({ ok: true });
    expect(await db().dossier.count()).toBe(3);
  });

  it('refuse avec son numéro quand une demande du même motif est déjà déposée (D-09)', async () => {
    const depot = await deposer(moi, await brouillonComplet(moi), '');
    const numero = depot.ok ? depot.valeur.numero : '';
    expect(numero).toHaveLength(19);
    expect(await commencerPour(moi, 'enfant-de-francais')).toEqual({ ok: false, refus: 'dossier_deja_ouvert', details: { numero } });
    expect(await commencerPour(moi, 'conjoint-de-francais')).toMatchObject({ ok: true });
  });

  it('recommence une fois la demande décidée ou abandonnée', async () => {
    const premier = await commence();
    await abandonner(moi, premier);
    const second = await commence();
    expect(second).not.toBe(premier);
    await sql(`update dossier set statut = 'refuse' where id = $1`, [second]);
    expect(await commencerPour(moi, 'enfant-de-francais')).toMatchObject({ ok: true });
  });

  it.each(['inconnue', '__proto__', 'constructor', ''])('refuse la procédure « %s »', async (slug) => {
    expect(await commencerPour(moi, slug)).toEqual({ ok: false, refus: 'procedure_inconnue' });
    expect(await db().dossier.count()).toBe(0);
  });
});

describe('garderSaisie', () => {
  const contenu = () =>
    sql<{ etape: string; valeurs: unknown; version: number; modifie_le: Date }>('select etape, valeurs, version, modifie_le from saisie');

  it('garde sans juger, une version de plus à chaque fois, à l’heure donnée', async () => {
    const id = await commence();
    expect(await garderSaisie(moi, id, 'informations', { nom_naissance: '' }, 0)).toEqual({ ok: true, valeur: 1 });
    expect(await garderSaisie(moi, id, 'informations', { nom_naissance: 'O’TEST' }, 1)).toEqual({ ok: true, valeur: 2 });
    expect(await contenu()).toEqual([{ etape: 'informations', valeurs: { nom_naissance: 'O’TEST' }, version: 2, modifie_le: AT }]);
  });

  it.each([0, 1, 3, 2_147_483_647, 5_000_000_000])('dit le conflit et laisse le premier contenu (version vue : %i)', async (vue) => {
    const id = await commence();
    await garderSaisie(moi, id, 'motif', { a: '1' }, 0);
    await garderSaisie(moi, id, 'motif', { a: '2' }, 1);
    expect(await garderSaisie(moi, id, 'motif', { a: 'écrasé' }, vue)).toEqual({ ok: false, refus: 'saisie_en_conflit' });
    expect((await contenu())[0]).toMatchObject({ valeurs: { a: '2' }, version: 2 });
  });

  it('ne voit pas de conflit dans une répétition du même contenu', async () => {
    const id = await commence();
    expect(await garderSaisie(moi, id, 'motif', { a: '1' }, 0)).toEqual({ ok: true, valeur: 1 });
    expect(await garderSaisie(moi, id, 'motif', { a: '2' }, 1)).toEqual({ ok: true, valeur: 2 });
    expect(await garderSaisie(moi, id, 'motif', { a: '2' }, 1)).toEqual({ ok: true, valeur: 2 });
    expect(await garderSaisie(moi, id, 'motif', { a: '3' }, 1)).toEqual({ ok: false, refus: 'saisie_en_conflit' });
  });

  it('dit le conflit quand la saisie vue a disparu', async () => {
    const id = await commence();
    expect(await garderSaisie(moi, id, 'motif', { a: '1' }, 4)).toEqual({ ok: false, refus: 'saisie_en_conflit' });
    expect(await contenu()).toEqual([]);
  });

  it('garde celle d’un seul de deux enregistrements simultanés, et prévient l’autre', async () => {
    const id = await commence();
    for (const vue of [0, 1]) {
      const deux = await Promise.all(['A', 'B'].map((a) => garderSaisie(moi, id, 'motif', { a }, vue)));
      expect(deux.filter((r) => r.ok)).toEqual([{ ok: true, valeur: vue + 1 }]);
      expect(deux.filter((r) => !r.ok)).toEqual([{ ok: false, refus: 'saisie_en_conflit' }]);
      expect((await contenu())[0]).toMatchObject({ valeurs: { a: deux[0]?.ok ? 'A' : 'B' } });
    }
  });

  it('n’existe pas pour une autre personne, ni une fois déposé, ni sous un identifiant inventé', async () => {
    const id = await commence();
    const depose = await brouillonComplet(autre);
    await deposer(autre, depose, '');
    const avant = await photographie();
    for (const [qui, dossier] of [
      [autre, id],
      [autre, depose],
      [moi, newId()],
      [moi, "x'; drop table saisie"],
    ] as const)
      expect(await garderSaisie(qui, dossier, 'motif', { a: '1' }, 0)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await photographie()).toEqual(avant);
  });

  it('ne garde rien sous un nom qui n’est pas celui d’une étape où l’on écrit', async () => {
    const id = await commence();
    for (const etape of ['inventee', 'situation', '__proto__', ''])
      expect(await garderSaisie(moi, id, etape, { a: '1' }, 0)).toEqual({ ok: false, refus: 'etape_non_atteinte' });
    expect(await garderSaisie(moi, id, 'depot', { observations: 'Bonjour' }, 0)).toMatchObject({ ok: true });
    expect((await contenu()).map((s) => s.etape)).toEqual(['depot']);
  });

  it('garde ce que la base refuserait, débarrassé de ce que personne ne tape', async () => {
    const id = await commence();
    const hostile = JSON.parse(
      '{"nom":"TE\\u0000ST\\u202E","moitie":"a\\ud83d","liste":["\\u0000"],"cle\\u0000":"1","__proto__":{"admin":"oui"},"lignes":"a\\nb"}',
    );
    expect(await garderSaisie(moi, id, 'informations', hostile, 0)).toEqual({ ok: true, valeur: 1 });
    const [{ valeurs } = { valeurs: null }] = await sql<{ valeurs: unknown }>('select valeurs::text as valeurs from saisie');
    expect(JSON.parse(String(valeurs))).toEqual(
      JSON.parse('{"nom":"TEST","moitie":"a\\ufffd","liste":[""],"cle":"1","__proto__":{"admin":"oui"},"lignes":"a\\nb"}'),
    );
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  it('refuse une saisie démesurée', async () => {
    const id = await commence();
    expect(await garderSaisie(moi, id, 'motif', { a: 'x'.repeat(200_001) }, 0)).toEqual({ ok: false, refus: 'saisie_trop_longue' });
    expect(await contenu()).toEqual([]);
  });

  it('ne laisse rien derrière un dépôt ou un abandon fait au même instant', async () => {
    const id = await commence();
    const depose = await brouillonComplet(autre);
    await Promise.all([
      abandonner(moi, id),
      deposer(autre, depose, ''),
      ...Array.from({ length: 4 }, () => garderSaisie(moi, id, 'motif', { a: '1' }, 0)),
      ...Array.from({ length: 4 }, () => garderSaisie(autre, depose, 'motif', { a: '1' }, 0)),
    ]);
    expect(await contenu()).toEqual([]);
  });

  it('attend l’abandon en cours, puis ne trouve plus de brouillon', async () => {
    const id = await commence();
    let enCours: Promise<unknown> = Promise.resolve();
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM dossier WHERE id = ${id}::uuid FOR UPDATE`;
      enCours = garderSaisie(moi, id, 'motif', { a: '1' }, 0);
      await attendre(
        async () =>
          (await sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0,
      );
      await tx.$executeRaw`UPDATE dossier SET statut = 'abandonne' WHERE id = ${id}::uuid`;
    });
    expect(await enCours).toEqual({ ok: false, refus: 'introuvable' });
    expect(await contenu()).toEqual([]);
  });
});

/** Asks again until it is so; the test's own time limit ends it. */
async function attendre(vrai: () => Promise<boolean>): Promise<void> {
  while (!(await vrai())) await new Promise(setImmediate);
}

describe('validerEtapeChamps', () => {
  it('garde de bonnes réponses, note l’étape et mène à la suivante', async () => {
    const id = await commence();
    expect(await validerEtapeChamps(moi, id, 'informations', reponse('informations', { nom_naissance: '  testcollins ' }), 0)).toEqual({
      ok: true,
      valeur: { suivante: 'motif' },
    });
    const dossier = await db().dossier.findUniqueOrThrow({ where: { id }, include: { saisies: true } });
    expect(dossier).toMatchObject({ version: 2, etapesValidees: ['informations'], modifieLe: AT, statut: 'brouillon' });
    expect(dossier.reponses).toMatchObject({ nom_naissance: 'testcollins', prenoms: ['Marshall'], email: moi.usager.email });
    expect(dossier.saisies).toMatchObject([{ etape: 'informations', version: 1 }]);
    const evenements = await db().evenement.findMany({ where: { dossierId: id }, orderBy: { id: 'asc' } });
    expect(evenements.map((e) => [e.type, e.faits, e.acteurId])).toEqual([
      ['commence', { procedure: 'enfant-de-francais' }, moi.usager.compteId],
      ['etape_validee', { etape: 'informations' }, moi.usager.compteId],
    ]);
  });

  it('ne change rien pour de mauvaises réponses, et dit quoi corriger champ par champ', async () => {
    const id = await commence();
    await garderSaisie(moi, id, 'informations', { nom_naissance: 'EN COURS' }, 0);
    const avant = await photographie();
    const mauvaises = reponse('informations', {
      nom_naissance: 'محمد',
      date_naissance: { jour: '31', mois: '2', annee: '1990' },
      nationalites: ['FR'],
    });
    const refus = await validerEtapeChamps(moi, id, 'informations', mauvaises, 1);
    expect(refus).toMatchObject({
      ok: true,
      valeur: { erreurs: expect.objectContaining({ nom_naissance: expect.stringContaining('lettres latines') }) },
    });
    expect(refus.ok && 'erreurs' in refus.valeur ? Object.keys(refus.valeur.erreurs) : []).toEqual([
      'nom_naissance',
      'date_naissance.jour',
      'nationalites.0',
    ]);
    expect(await photographie()).toEqual(avant);
  });

  it.each<{ brut: Brut }>([
    { brut: null },
    { brut: undefined },
    { brut: '' },
    { brut: [] },
    { brut: ['x'] },
    { brut: { prenoms: JSON.parse('{"__proto__":["x"]}') } },
    { brut: { constructor: 'x', adresse: 'x', prenoms: 'x', date_naissance: ['x'] } },
  ])('lit sans faute ce qui n’a pas la forme d’un formulaire : %j', async ({ brut }) => {
    const id = await commence();
    expect(await validerEtapeChamps(moi, id, 'informations', brut, 0)).toMatchObject({ ok: true, valeur: { erreurs: expect.anything() } });
  });

  it('ne laisse entrer ni champ inconnu, ni adresse électronique, ni caractère de contrôle', async () => {
    const id = await commence();
    const hostile = {
      ...reponse('informations', { email: 'voleur@example.org', nom_naissance: 'TEST\u0000\u202ECOLLINS' }),
      numero: '1',
      statut: 'accepte',
      parent_lien: 'pere',
    };
    expect(await validerEtapeChamps(moi, id, 'informations', hostile, 0)).toMatchObject({ ok: true, valeur: { suivante: 'motif' } });
    const { reponses } = await db().dossier.findUniqueOrThrow({ where: { id } });
    expect(reponses).toMatchObject({ email: moi.usager.email, nom_naissance: 'TESTCOLLINS' });
    expect(Object.keys(Object(reponses))).not.toEqual(expect.arrayContaining(['statut']));
    expect(Object(reponses)).not.toHaveProperty('parent_lien');
  });

  it('refuse une étape avant son tour, une étape inconnue ou d’une autre sorte', async () => {
    const id = await commence();
    const avant = await photographie();
    for (const etape of ['motif', 'justificatifs', 'depot', 'situation', 'inventee'])
      expect(await validerEtapeChamps(moi, id, etape, reponse('motif'), 0)).toEqual({ ok: false, refus: 'etape_non_atteinte' });
    expect(await photographie()).toEqual(avant);
  });

  it('refuse, sans rien écrire, ce qu’un autre onglet a déjà enregistré', async () => {
    const id = await commence();
    await validerEtapeChamps(moi, id, 'informations', reponse('informations'), 0);
    const avant = await photographie();
    expect(await validerEtapeChamps(moi, id, 'informations', reponse('informations', { nom_naissance: 'TESTAUTRE' }), 0)).toEqual({
      ok: false,
      refus: 'saisie_en_conflit',
    });
    expect(await photographie()).toEqual(avant);
  });

  it('laisse gagner un seul de deux onglets simultanés', async () => {
    const id = await commence();
    const deux = await Promise.all(
      ['TESTUN', 'TESTDEUX'].map((n) => validerEtapeChamps(moi, id, 'informations', reponse('informations', { nom_naissance: n }), 0)),
    );
    expect(deux.map((r) => r.ok).toSorted()).toEqual([false, true]);
    expect(await db().evenement.count({ where: { type: 'etape_validee' } })).toBe(1);
    expect((await db().dossier.findUniqueOrThrow({ where: { id } })).reponses).toMatchObject({
      nom_naissance: deux[0]?.ok ? 'TESTUN' : 'TESTDEUX',
    });
  });

  it('n’existe pas pour une autre personne, et n’est plus possible après le dépôt', async () => {
    const id = await brouillonComplet(moi);
    const avant = await photographie();
    expect(await validerEtapeChamps(autre, id, 'informations', reponse('informations'), 0)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await photographie()).toEqual(avant);
    await deposer(moi, id, '');
    expect(await validerEtapeChamps(moi, id, 'informations', reponse('informations'), 0)).toEqual({
      ok: false,
      refus: 'statut_incompatible',
    });
  });
});

describe('validerEtapePieces', () => {
  const CANADIEN = [
    'ephoto',
    'nationalite',
    'visa_long_sejour',
    'domicile',
    'nationalite_parent',
    'filiation',
    'ressources_parent',
    'absence_ressources',
    'contrat_engagement',
  ];
  const ALGERIEN = [
    'ephoto',
    'nationalite',
    'sejour_regulier',
    'domicile',
    'nationalite_parent',
    'filiation',
    'ressources_parent',
    'absence_ressources',
  ];
  const JEUNE = CANADIEN.filter((c) => !c.includes('ressources'));

  const manques = async (id: string) => {
    const r = await validerEtapePieces(moi, id, 'justificatifs');
    if (!r.ok) throw new Error(r.refus);
    return 'erreurs' in r.valeur ? r.valeur.erreurs : r.valeur;
  };

  it.each([
    ['canadienne de plus de 21 ans', {}, CANADIEN],
    ['algérienne', { nationalites: ['DZ'] }, ALGERIEN],
    ['tunisienne', { nationalites: ['TN'] }, [...ALGERIEN, 'contrat_engagement']],
    ['de moins de 21 ans', { date_naissance: '2007-03-04' }, JEUNE],
    ['qui a 21 ans ce jour', { date_naissance: '2005-11-20' }, JEUNE],
    ['qui a eu 21 ans hier', { date_naissance: '2005-11-19' }, CANADIEN],
    ['dont on ne sait si elle a 21 ans', { date_naissance: '2005' }, JEUNE],
  ])('nomme ce qui manque à une personne %s, et rien d’autre', async (_qui, reponses, codes) => {
    const id = await creerBrouillon(moi.usager, reponses);
    const avant = await photographie();
    const erreurs = await manques(id);
    expect(Object.keys(erreurs)).toEqual(codes);
    expect(Object.values(erreurs)[0]).toBe('Il manque « Photographie d’identité récente ».');
    expect(await photographie()).toEqual(avant);
    await donnerPieces(id);
    expect(await manques(id)).toEqual({ suivante: 'depot' });
    expect(await db().dossier.findUniqueOrThrow({ where: { id } })).toMatchObject({
      listeVersion: 2,
      etapesValidees: ['informations', 'motif', 'justificatifs'],
    });
  });

  it('demande chaque document de la variante choisie, sauf ceux que tous n’ont pas', async () => {
    const id = await creerBrouillon(moi.usager);
    await donnerPieces(id, { variantes: { domicile: 'particulier' }, sansPlace: { domicile: 'identite_hebergeant' } });
    expect(Object.keys(await manques(id))).toEqual(['domicile']);
    const { id: piece } = await db().piece.findFirstOrThrow({ where: { code: 'domicile' } });
    await fichier(piece, 'identite_hebergeant');
    expect(await manques(id)).toEqual({ suivante: 'depot' });
    await db().piece.update({ where: { id: piece }, data: { variante: 'hotel' } });
    expect(Object.keys(await manques(id))).toEqual(['domicile']);
    await db().piece.update({ where: { id: piece }, data: { variante: null } });
    expect(Object.keys(await manques(id))).toEqual(['domicile']);
  });

  it('ne compte pas un fichier infecté', async () => {
    const id = await creerBrouillon(moi.usager);
    await donnerPieces(id);
    await db().fichier.updateMany({ where: { piece: { code: 'filiation' } }, data: { analyse: 'infecte' } });
    expect(Object.keys(await manques(id))).toEqual(['filiation']);
  });

  it('suit la liste en vigueur le jour même, et nomme la pièce ajoutée', async () => {
    const id = await creerBrouillon(moi.usager);
    await donnerPieces(id);
    await publierListe('enfant-de-francais', 3, '2026-11-21', 'Une attestation nouvelle');
    expect(await manques(id)).toEqual({ suivante: 'depot' });
    await sql(`update liste_pieces set effet_le = '2026-11-20' where version = 3`);
    expect(await manques(id)).toEqual({ piece_ajoutee: 'Il manque « Une attestation nouvelle ».' });
    const { id: piece } = await db().piece.create({ data: { id: newId(), dossierId: id, code: 'piece_ajoutee' } });
    await fichier(piece);
    expect(await manques(id)).toEqual({ suivante: 'depot' });
    expect(await db().dossier.findUniqueOrThrow({ where: { id } })).toMatchObject({ listeVersion: 3 });
  });

  it('ignore une liste qui n’est qu’un brouillon', async () => {
    const id = await creerBrouillon(moi.usager);
    await donnerPieces(id);
    await publierListe('enfant-de-francais', 3, '2026-11-20', 'Une attestation nouvelle');
    await sql(`update liste_pieces set etat = 'brouillon' where version = 3`);
    expect(await manques(id)).toEqual({ suivante: 'depot' });
  });

  it('refuse avant son tour, et n’existe pas pour une autre personne', async () => {
    const id = await commence();
    const avant = await photographie();
    expect(await validerEtapePieces(moi, id, 'justificatifs')).toEqual({ ok: false, refus: 'etape_non_atteinte' });
    expect(await validerEtapePieces(moi, id, 'informations')).toEqual({ ok: false, refus: 'etape_non_atteinte' });
    expect(await validerEtapePieces(autre, id, 'justificatifs')).toEqual({ ok: false, refus: 'introuvable' });
    expect(await photographie()).toEqual(avant);
  });
});
