// C44: going back on one's situation, and giving up.
import { beforeEach, describe, expect, it } from 'vitest';
import { deposer, garderSaisie } from '#features/dossier/depot/commands.ts';
import { abandonner, changerSituation } from '#features/dossier/depot/situation/commands.ts';
import { db } from '#platform/db.ts';
import { AT, creerBrouillon } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import { brouillonComplet, commencerPour, donnerPieces, type Personne, personne, photographie, socleDuDepot } from '../support/depot.ts';

const ENFANT = 'enfant-de-francais';
const CONJOINT = 'conjoint-de-francais';

let moi: Personne;
let autre: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne();
  autre = await personne('awa.testdiallo');
});

const lire = (id: string) => db().dossier.findUniqueOrThrow({ where: { id } });
const codes = async () => (await db().piece.findMany({ orderBy: { code: 'asc' } })).map((p) => p.code);
const cles = async (code: string) =>
  (await db().fichier.findMany({ where: { piece: { code } }, orderBy: { cle: 'asc' } })).map((f) => f.cle);
const orphelins = async () => (await db().fichierOrphelin.findMany({ orderBy: { cle: 'asc' } })).map((o) => o.cle);

describe('changerSituation', () => {
  it('garde les réponses communes, écarte celles du motif quitté, ses pièces et leurs fichiers', async () => {
    const id = await brouillonComplet(moi, {}, { nombre: 2 });
    for (const etape of ['informations', 'motif', 'depot']) await garderSaisie(moi, id, etape, { a: '1' }, 0);
    const partantes = (await Promise.all(['filiation', 'ressources_parent', 'absence_ressources', 'nationalite_parent'].map(cles)))
      .flat()
      .toSorted();
    expect(partantes).toHaveLength(8);

    expect(await changerSituation(moi, id, CONJOINT)).toEqual({ ok: true, valeur: null });
    const dossier = await lire(id);
    expect(dossier).toMatchObject({
      procedure: CONJOINT,
      procedureVersion: 1,
      listeVersion: 1,
      etapesValidees: ['informations'],
      version: 2,
      statut: 'brouillon',
      modifieLe: AT,
    });
    expect(dossier.reponses).toMatchObject({
      nom_naissance: 'TESTCOLLINS',
      date_entree_france: '2026-01-10',
      non_polygamie: 'oui',
      telephone: '0199000001',
    });
    expect(Object.keys(Object(dossier.reponses)).filter((c) => c.startsWith('parent_'))).toEqual([]);
    expect(await codes()).toEqual(['contrat_engagement', 'domicile', 'ephoto', 'nationalite', 'visa_long_sejour']);
    expect(await orphelins()).toEqual(partantes);
    expect((await db().saisie.findMany()).map((s) => s.etape)).toEqual(['informations']);
    expect(await db().evenement.findMany({ select: { type: true, faits: true, creeLe: true } })).toEqual([
      { type: 'situation_changee', faits: { de: ENFANT, vers: CONJOINT }, creeLe: AT },
    ]);
  });

  it('revient en arrière : l’état civil est encore là, le motif est à redire', async () => {
    const id = await brouillonComplet(moi);
    await changerSituation(moi, id, CONJOINT);
    expect(await changerSituation(moi, id, ENFANT)).toEqual({ ok: true, valeur: null });
    const dossier = await lire(id);
    expect(dossier).toMatchObject({ procedure: ENFANT, listeVersion: 2, etapesValidees: ['informations'], version: 3 });
    expect(dossier.reponses).toMatchObject({ nom_naissance: 'TESTCOLLINS', situation_familiale: 'celibataire' });
    expect(dossier.reponses).not.toHaveProperty('parent_lien');
    expect(await codes()).toEqual(['contrat_engagement', 'domicile', 'ephoto', 'nationalite', 'visa_long_sejour']);
    expect(await deposer(moi, id, '')).toEqual({ ok: false, refus: 'etape_non_atteinte' });
  });

  it('ne garde pas pour faite une étape que la situation nouvelle refuse', async () => {
    const id = await creerBrouillon(moi.usager, { date_naissance: '2014-01-01' });
    await db().dossier.update({ where: { id }, data: { procedure: CONJOINT, listeVersion: 1, etapesValidees: ['informations'] } });
    expect(await changerSituation(moi, id, ENFANT)).toMatchObject({ ok: true });
    // under 16: the arrêt of "enfant de Français"
    expect(await lire(id)).toMatchObject({ etapesValidees: [] });
  });

  it('ne fait rien quand la situation est la même', async () => {
    const id = await brouillonComplet(moi);
    const avant = await photographie();
    expect(await changerSituation(moi, id, ENFANT)).toEqual({ ok: true, valeur: null });
    expect(await photographie()).toEqual(avant);
  });

  it('refuse sans rien écrire : démarche inconnue, autre personne, demande déposée, autre brouillon, demande en cours', async () => {
    const id = await brouillonComplet(moi);
    const depose = await brouillonComplet(autre);
    const depot = await deposer(autre, depose, '');
    const numero = depot.ok ? depot.valeur.numero : '';
    const conjoint = await commencerPour(autre, CONJOINT);
    const autreBrouillon = await commencerPour(moi, CONJOINT);
    if (!conjoint.ok || !autreBrouillon.ok) throw new Error('brouillons');
    const avant = await photographie();
    expect(await changerSituation(moi, id, 'inconnue')).toEqual({ ok: false, refus: 'procedure_inconnue' });
    expect(await changerSituation(autre, id, CONJOINT)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await changerSituation(autre, depose, CONJOINT)).toEqual({ ok: false, refus: 'statut_incompatible' });
    expect(await changerSituation(moi, id, CONJOINT)).toEqual({ ok: false, refus: 'brouillon_deja_ouvert' });
    expect(await changerSituation(autre, conjoint.valeur, ENFANT)).toEqual({
      ok: false,
      refus: 'dossier_deja_ouvert',
      details: { numero },
    });
    expect(await photographie()).toEqual(avant);
  });

  it('ne fait jamais deux brouillons d’un même motif, ni une faute, quand deux onglets y vont ensemble', async () => {
    for (let tour = 0; tour < 4; tour++) {
      const qui = await personne(`tour${tour}.testonglet`);
      const id = await creerBrouillon(qui.usager);
      const [change, debut] = await Promise.all([changerSituation(qui, id, CONJOINT), commencerPour(qui, CONJOINT)]);
      const brouillons = await db().dossier.findMany({
        where: { compteId: qui.usager.compteId, procedure: CONJOINT },
        select: { id: true },
      });
      expect(brouillons).toHaveLength(1);
      expect(debut).toEqual({ ok: true, valeur: brouillons[0]?.id });
      expect(change).toEqual(brouillons[0]?.id === id ? { ok: true, valeur: null } : { ok: false, refus: 'brouillon_deja_ouvert' });
    }
  });

  it('dit qu’un brouillon vient de s’ouvrir, quand il s’ouvre entre la vérification et l’écriture', async () => {
    const id = await creerBrouillon(moi.usager);
    // stands for the other tab: its draft appears in the same instant as ours moves
    await sql(`create function essai_onglet() returns trigger language plpgsql as $$ begin
      insert into dossier (id, procedure, procedure_version, liste_version, statut, compte_id, etapes_validees)
        values (gen_random_uuid(), '${CONJOINT}', 1, 1, 'brouillon', new.compte_id, '{}'); return new; end $$`);
    await sql(`create trigger essai_onglet before update on dossier for each row execute function essai_onglet()`);
    try {
      expect(await changerSituation(moi, id, CONJOINT)).toEqual({ ok: false, refus: 'brouillon_deja_ouvert' });
    } finally {
      await sql('drop function essai_onglet() cascade');
    }
    expect(await lire(id)).toMatchObject({ procedure: ENFANT, version: 1 });
  });
});

describe('abandonner', () => {
  it('efface ce qui a été tapé et donné, laisse la ligne vide et les fichiers au ménage ; se répète sans effet', async () => {
    const id = await brouillonComplet(moi, {}, { nombre: 3 });
    await garderSaisie(moi, id, 'depot', { observations: 'Bonjour' }, 0);
    const tous = (await db().fichier.findMany({ orderBy: { cle: 'asc' } })).map((f) => f.cle);
    expect(tous.length).toBeGreaterThan(20);
    expect(await abandonner(moi, id)).toEqual({ ok: true, valeur: 'abandonne' });
    expect(await lire(id)).toMatchObject({
      statut: 'abandonne',
      reponses: {},
      etapesValidees: [],
      observations: null,
      numero: null,
      demandeur: null,
      transcript: null,
    });
    expect([await db().piece.count(), await db().fichier.count(), await db().saisie.count()]).toEqual([0, 0, 0]);
    expect(await orphelins()).toEqual(tous);
    const apres = await photographie();
    expect(apres.evenement).toMatchObject([{ type: 'abandonne', faits: {} }]);
    expect(apres.job).toEqual([]);
    expect(await abandonner(moi, id)).toEqual({ ok: true, valeur: 'abandonne' });
    expect(await photographie()).toEqual(apres);
  });

  it('n’abandonne qu’une fois sous cinq clics simultanés', async () => {
    const id = await brouillonComplet(moi);
    const cinq = await Promise.all(Array.from({ length: 5 }, () => abandonner(moi, id)));
    expect(cinq).toEqual(Array.from({ length: 5 }, () => ({ ok: true, valeur: 'abandonne' })));
    expect(await db().evenement.count()).toBe(1);
  });

  it('refuse une autre personne et une demande déposée, sans rien écrire', async () => {
    const id = await brouillonComplet(moi);
    const depose = await brouillonComplet(autre);
    await deposer(autre, depose, '');
    await donnerPieces(id, { sauf: await codes() });
    const avant = await photographie();
    expect(await abandonner(autre, id)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await abandonner(autre, depose)).toEqual({ ok: false, refus: 'statut_incompatible' });
    expect(await photographie()).toEqual(avant);
  });

  it('ou bien abandonne, ou bien dépose, quand les deux arrivent ensemble', async () => {
    const id = await brouillonComplet(moi);
    const [abandon, depot] = await Promise.all([abandonner(moi, id), deposer(moi, id, '')]);
    expect([abandon.ok, depot.ok].toSorted()).toEqual([false, true]);
    expect(await lire(id)).toMatchObject(
      abandon.ok ? { statut: 'abandonne', numero: null } : { statut: 'depose', numero: expect.any(String) },
    );
  });
});
