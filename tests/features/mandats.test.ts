// Acting for somebody else: one dossier, the rights given, until a date, revocable at once, every act with both names.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Usager } from '#domain/access/actors.ts';
import type { Droit } from '#domain/access/mandat.ts';
import { confiesAvec, porteeUsager } from '#domain/access/scope.ts';
import { plusMois } from '#domain/jour.ts';
import { ok } from '#domain/result.ts';
import { garderSaisie } from '#features/dossier/depot/commands.ts';
import { dossierEnCours } from '#features/dossier/depot/queries.ts';
import { surBrouillon } from '#features/dossier/store.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { donnerMandat, repondreMandat, revoquerMandat } from '#features/representation/mandats/commands.ts';
import { mandatPropose, mandatsDe } from '#features/representation/mandats/queries.ts';
import { db } from '#platform/db.ts';
import { decrypt } from '#platform/secret.ts';
import { AT, creerBrouillon, creerUsager, publierListes } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';

beforeEach(async () => {
  await truncate();
  await publierListes();
});

const plusTard = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

async function lienDuCourriel(email: string): Promise<string> {
  const courriel = await db().courriel.findFirstOrThrow({
    where: { destinataire: email, sorte: 'mandat_propose' },
    orderBy: { creeLe: 'desc' },
  });
  if (!courriel.secret) throw new Error('courriel sans secret');
  return decrypt('courriels', courriel.secret).toString('utf8');
}

/** What the guard reads at each request: the mandats in force now. */
async function avecMandats(usager: Usager, at: Date): Promise<Usager> {
  const lignes = await sql<{ id: string; dossier_id: string; droits: Droit[] }>(
    `select id, dossier_id, droits from mandat where mandataire_id = $1 and mandataire_le is not null and revoque_le is null and fin_le >= $2::date`,
    [usager.compteId, at],
  );
  return {
    ...usager,
    confies: lignes.map((l) => ({
      dossierId: l.dossier_id,
      droits: l.droits,
      mandatId: l.id,
      par: { sorte: 'usager', id: usager.compteId },
    })),
  };
}

async function situation(droits: Droit[] = ['voir', 'remplir']) {
  const mandant = await creerUsager('mandant');
  const aide = await creerUsager('aide');
  const dossier = await creerBrouillon(mandant.usager);
  const autre = await db().dossier.create({
    data: {
      id: crypto.randomUUID(),
      procedure: 'conjoint-de-francais',
      procedureVersion: 1,
      listeVersion: 1,
      compteId: mandant.usager.compteId,
    },
  });
  const offre = {
    dossier,
    nom: 'Claire TESTAIDE',
    email: aide.usager.email,
    qualite: 'association' as const,
    organisme: 'La Maison TEST',
    droits,
    finLe: '2026-12-31',
  };
  const donne = await donnerMandat({ usager: mandant.usager, at: AT }, offre);
  if (!donne.ok) throw new Error(donne.refus);
  return { mandant, aide, dossier, autre: autre.id, offre, mandat: donne.valeur };
}

async function accepte(droits?: Droit[]) {
  const s = await situation(droits);
  const reponse = await repondreMandat({ usager: s.aide.usager, at: AT }, await lienDuCourriel(s.aide.usager.email), true);
  if (!reponse.ok) throw new Error(reponse.refus);
  const usager = await avecMandats(s.aide.usager, AT);
  return { ...s, aide: { usager, portee: porteeUsager(usager) } };
}

describe('un mandat', () => {
  it('n’ouvre rien tant que la personne ne l’a pas accepté', async () => {
    const { aide, dossier } = await situation();
    const usager = await avecMandats(aide.usager, AT);
    expect(await dossierEnCours(porteeUsager(usager), dossier, 'informations')).toBeNull();
  });

  it('accepté, ouvre ce dossier et pas les autres', async () => {
    const { aide, dossier, autre } = await accepte();
    expect((await dossierEnCours(aide.portee, dossier, 'informations'))?.id).toBe(dossier);
    expect(await dossierEnCours(aide.portee, autre, 'informations')).toBeNull();
    expect(await dossierDe(aide.portee, autre, AT)).toBeNull();
  });

  it('ne permet que ce qui a été coché', async () => {
    const { aide, dossier } = await accepte(['voir']);
    expect(await garderSaisie({ portee: aide.portee, at: AT }, dossier, 'informations', { telephone: '06' }, 0)).toMatchObject({
      ok: false,
    });
    expect(await surBrouillon(aide.portee, 'joindre', dossier, async () => ok(1))).toEqual({ ok: false, refus: 'droit_non_confie' });
    expect(confiesAvec(aide.portee, 'deposer')).toEqual([]);
  });

  it('fait porter les deux noms à chaque acte', async () => {
    const { aide, dossier, mandant, mandat } = await accepte(['voir', 'joindre']);
    expect(await surBrouillon(aide.portee, 'joindre', dossier, async () => ok(1))).toEqual({ ok: true, valeur: 1 });
    const [acte] = await sql(`select acteur_id, mandat_id from evenement where dossier_id = $1 and type = 'piece_modifiee'`, [dossier]);
    expect(acte).toEqual({ acteur_id: aide.usager.compteId, mandat_id: mandat });
    const vu = await dossierDe(mandant.portee, dossier, AT);
    expect(vu?.historique.map((f) => [f.libelle, f.qui])).toContainEqual([
      '{qui} a joint ou retiré un justificatif.',
      'Claire TESTAIDE (La Maison TEST)',
    ]);
  });

  it('s’arrête aussitôt, par l’un ou par l’autre, et se dit à l’autre', async () => {
    const { aide, mandant, dossier, mandat } = await accepte();
    expect(await revoquerMandat({ usager: mandant.usager, at: plusTard(1) }, mandat)).toEqual({ ok: true, valeur: null });
    expect(await revoquerMandat({ usager: aide.usager, at: plusTard(2) }, mandat)).toEqual({ ok: true, valeur: null });
    const apres = porteeUsager(await avecMandats(aide.usager, plusTard(1)));
    expect(await dossierEnCours(apres, dossier, 'informations')).toBeNull();
    expect(await sql(`select destinataire from courriel where sorte = 'mandat_fini'`)).toEqual([{ destinataire: aide.usager.email }]);
  });

  it('finit à sa date, dernier jour compris', async () => {
    const { aide } = await accepte();
    expect((await avecMandats(aide.usager, new Date('2026-12-31T20:00:00Z'))).confies).toHaveLength(1);
    expect((await avecMandats(aide.usager, new Date('2027-01-01T10:00:00Z'))).confies).toEqual([]);
  });

  it('ne s’arrête pas par un tiers, et ne se donne pas sur le dossier d’un autre', async () => {
    const { mandat, offre, aide } = await accepte();
    const tiers = await creerUsager('tiers');
    expect(await revoquerMandat({ usager: tiers.usager, at: AT }, mandat)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await donnerMandat({ usager: tiers.usager, at: AT }, { ...offre, email: 'x@example.org' })).toEqual({
      ok: false,
      refus: 'introuvable',
    });
    // the mandataire cannot hand on what was confided
    expect(await donnerMandat({ usager: aide.usager, at: AT }, { ...offre, email: 'x@example.org' })).toEqual({
      ok: false,
      refus: 'introuvable',
    });
  });
});

describe('le lien du mandat', () => {
  it('ne change rien quand on l’ouvre, sert une fois, puis dit qu’il ne fonctionne plus', async () => {
    const { aide } = await situation();
    const lien = await lienDuCourriel(aide.usager.email);
    await mandatPropose(lien, AT);
    expect((await mandatPropose(lien, AT))?.mandataire).toBe('Claire TESTAIDE');
    expect((await repondreMandat({ usager: aide.usager, at: AT }, lien, true)).ok).toBe(true);
    expect(await mandatPropose(lien, AT)).toBeNull();
    expect(await repondreMandat({ usager: aide.usager, at: AT }, lien, true)).toEqual({ ok: false, refus: 'lien_expire' });
  });

  it('transféré à une autre personne, n’ouvre rien', async () => {
    const { aide } = await situation();
    const tiers = await creerUsager('tiers');
    const lien = await lienDuCourriel(aide.usager.email);
    expect(await repondreMandat({ usager: tiers.usager, at: AT }, lien, true)).toEqual({ ok: false, refus: 'mandat_autre_adresse' });
    expect((await repondreMandat({ usager: aide.usager, at: AT }, lien, true)).ok).toBe(true);
  });

  it('expire, et tombe avec la proposition retirée', async () => {
    const { aide, mandant, mandat } = await situation();
    const lien = await lienDuCourriel(aide.usager.email);
    expect(await mandatPropose(lien, plusTard(15 * 24 * 60))).toBeNull();
    await revoquerMandat({ usager: mandant.usager, at: AT }, mandat);
    expect(await repondreMandat({ usager: aide.usager, at: AT }, lien, true)).toEqual({ ok: false, refus: 'lien_expire' });
  });

  it('décliné, le dit à la personne', async () => {
    const { aide, mandant } = await situation();
    await repondreMandat({ usager: aide.usager, at: AT }, await lienDuCourriel(aide.usager.email), false);
    expect((await mandatsDe(mandant.portee, AT)).donnes.map((m) => m.etat)).toEqual(['revoque']);
    const [courriel] = await sql<{ variables: { accepte: boolean } }>(`select variables from courriel where sorte = 'mandat_repondu'`);
    expect(courriel?.variables.accepte).toBe(false);
  });
});

describe('une offre', () => {
  it('pressée deux fois en fait une', async () => {
    const { mandant, offre, mandat } = await situation();
    const [a, b] = await Promise.all([
      donnerMandat({ usager: mandant.usager, at: plusTard(0) }, offre),
      donnerMandat({ usager: mandant.usager, at: plusTard(0) }, offre),
    ]);
    expect([a, b]).toEqual([
      { ok: true, valeur: mandat },
      { ok: true, valeur: mandat },
    ]);
    expect(await sql(`select 1 from courriel where sorte = 'mandat_propose'`)).toHaveLength(1);
  });

  it.each([
    ['passée', '2026-11-19', 'mandat_fin'],
    ['trop lointaine', plusMois('2026-11-21', 12), 'mandat_fin'],
  ])('à une date %s est refusée', async (_nom, finLe, refus) => {
    const { mandant, offre } = await situation();
    expect(await donnerMandat({ usager: mandant.usager, at: AT }, { ...offre, email: 'y@example.org', finLe })).toMatchObject({ refus });
  });

  it('à soi-même, ou deux fois à la même personne, est refusée', async () => {
    const { mandant, offre } = await situation();
    expect(await donnerMandat({ usager: mandant.usager, at: AT }, { ...offre, email: mandant.usager.email })).toMatchObject({
      refus: 'mandat_a_soi',
    });
    expect(await donnerMandat({ usager: mandant.usager, at: plusTard(5) }, offre)).toMatchObject({ refus: 'mandat_deja_donne' });
  });
});
