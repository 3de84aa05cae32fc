// The only writer of dossiers: scopes, stale pages, one transaction, tables that only grow.
import { beforeEach, describe, expect, it } from 'vitest';
import { porteeSession } from '#domain/access/scope.ts';
import { STATUTS } from '#domain/dossier/statuts.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { ok, refuse } from '#domain/result.ts';
import { deposer, validerEtapeChamps } from '#features/dossier/depot/commands.ts';
import { lireAvance } from '#features/dossier/queries.ts';
import { executer, surBrouillon } from '#features/dossier/store.ts';
import { db, driver } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { AT, creerBrouillon } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import { brouillonComplet, type Personne, personne, photographie, socleDuDepot, travaux } from '../support/depot.ts';
import { agentDe } from '../support/dossiers.ts';
import { requetesDe } from '../support/requetes.ts';

let moi: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne();
});

async function depose(): Promise<string> {
  const id = await brouillonComplet(moi);
  expect(await deposer(moi, id, '')).toMatchObject({ ok: true });
  return id;
}

const prendre = ({ agent, portee }: Awaited<ReturnType<typeof agentDe>>, dossierId: string, versionVue?: number) =>
  executer({ action: 'prendre_en_charge', dossierId, portee, acteur: agent, at: AT, versionVue }, async () =>
    ok({ colonnes: { agentId: agent.agentId }, faits: {}, valeur: 'pris' }),
  );

describe('la portée', () => {
  it('d’un agent ne contient ni brouillon ni abandon, quelle que soit la préfecture écrite', async () => {
    const nord = await agentDe('59', ['instructeur']);
    const id = await creerBrouillon(moi.usager);
    for (const statut of ['brouillon', 'abandonne']) {
      await sql(`update dossier set prefecture_code = '59', statut = $2::statut where id = $1`, [id, statut]);
      const avant = await photographie();
      expect(await prendre(nord, id)).toEqual({ ok: false, refus: 'introuvable' });
      expect(await photographie()).toEqual(avant);
    }
  });

  it('d’un agent s’arrête à sa préfecture, dans tous les statuts', async () => {
    const id = await depose();
    const rhone = await agentDe('69', ['instructeur', 'valideur', 'chef', 'admin']);
    for (const statut of STATUTS) {
      await sql('update dossier set statut = $2::statut where id = $1', [id, statut]);
      const avant = await photographie();
      expect(await prendre(rhone, id)).toEqual({ ok: false, refus: 'introuvable' });
      expect(await photographie()).toEqual(avant);
    }
    await sql(`update dossier set statut = 'depose' where id = $1`, [id]);
    expect(await prendre(await agentDe('59', ['instructeur']), id)).toEqual({ ok: true, valeur: 'pris' });
  });

  it('d’un usager s’arrête à ses dossiers, et un identifiant inventé n’existe pas', async () => {
    const id = await creerBrouillon(moi.usager);
    const autre = await personne('awa.testdiallo');
    const jamais = async () => {
      throw new Error('le travail ne devait pas commencer');
    };
    for (const [portee, dossier] of [
      [autre.portee, id],
      [moi.portee, newId()],
      [moi.portee, "1' or '1'='1"],
      [moi.portee, ''],
    ] as const)
      expect(await surBrouillon(portee, 'remplir', dossier, jamais)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await surBrouillon(moi.portee, 'remplir', id, async (d) => ok(d.compteId))).toEqual({ ok: true, valeur: moi.usager.compteId });
  });

  it('n’autorise pas l’usager à faire le travail de l’agent, ni l’inverse', async () => {
    const id = await depose();
    const { agent, portee } = await agentDe('59', ['accueil']);
    const avant = await photographie();
    const travail = async () => ok({ faits: {}, valeur: null });
    const sorts = [
      await executer({ action: 'prendre_en_charge', dossierId: id, portee: moi.portee, acteur: moi.usager, at: AT }, travail),
      await executer({ action: 'prendre_en_charge', dossierId: id, portee, acteur: agent, at: AT }, travail),
      await executer({ action: 'abandonner', dossierId: id, portee, acteur: agent, at: AT }, travail),
    ];
    expect(sorts).toEqual(sorts.map(() => ({ ok: false, refus: 'non_autorise' })));
    expect(await photographie()).toEqual(avant);
  });
});

describe('la version vue', () => {
  it('dépassée, n’écrit rien et le dit ; à jour, avance d’un', async () => {
    const id = await depose();
    const nord = await agentDe('59', ['instructeur']);
    const { version } = await db().dossier.findUniqueOrThrow({ where: { id } });
    const avant = await photographie();
    for (const vue of [version - 1, version + 1, 0]) expect(await prendre(nord, id, vue)).toEqual({ ok: false, refus: 'modifie_ailleurs' });
    expect(await photographie()).toEqual(avant);
    expect(await prendre(nord, id, version)).toEqual({ ok: true, valeur: 'pris' });
    expect(await db().dossier.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: version + 1, statut: 'en_instruction' });
  });

  it('ne laisse passer qu’un de cinq agents qui cliquent ensemble', async () => {
    const id = await depose();
    const agents = await Promise.all(Array.from({ length: 5 }, () => agentDe('59', ['instructeur'])));
    const cinq = await Promise.all(agents.map((a) => prendre(a, id)));
    expect(cinq.filter((r) => r.ok)).toHaveLength(1);
    expect(cinq.filter((r) => !r.ok).map((r) => !r.ok && r.refus)).toEqual(Array(4).fill('deja_en_charge'));
    expect(await db().evenement.count({ where: { type: 'pris_en_charge' } })).toBe(1);
  });
});

describe('la transaction', () => {
  it('défait ce que la préparation avait écrit quand elle refuse', async () => {
    const id = await creerBrouillon(moi.usager);
    const avant = await photographie();
    const refusee = await executer(
      { action: 'enregistrer', dossierId: id, portee: moi.portee, acteur: moi.usager, at: AT },
      async (d, tx) => {
        await tx.dossier.update({ where: { id: d.id }, data: { observations: 'écrit trop tôt' } });
        return refuse('pieces_manquantes');
      },
    );
    expect(refusee).toEqual({ ok: false, refus: 'pieces_manquantes' });
    const refuse2 = await surBrouillon(moi.portee, 'remplir', id, async (d, tx) => {
      await tx.piece.create({ data: { id: newId(), dossierId: d.id, code: 'filiation' } });
      return refuse('trop_de_fichiers');
    });
    expect(refuse2).toEqual({ ok: false, refus: 'trop_de_fichiers' });
    expect(await photographie()).toEqual(avant);
  });

  it('écrit l’événement et son travail ensemble, et pas de travail pour ce qui n’a pas de suite', async () => {
    const id = await depose();
    const [evenement] = await sql<{ xmin: string; id: string }>('select xmin::text, id::text from evenement');
    const [dossier] = await sql<{ xmin: string }>('select xmin::text from dossier');
    const [travail] = await sql<{ xmin: string; data: unknown }>('select xmin::text, data from file.job');
    expect(travail).toEqual({ xmin: evenement?.xmin, data: { evenementId: evenement?.id } });
    expect(dossier?.xmin).toBe(evenement?.xmin);
    // taking it in charge moves a day due; a note moves nothing and tells nobody
    const { agent, portee } = await agentDe('59', ['instructeur']);
    await prendre({ agent, portee }, id);
    expect(await travaux()).toHaveLength(2);
    await executer({ action: 'noter', dossierId: id, portee, acteur: agent, at: AT }, async () =>
      ok({ faits: { note: newId() }, valeur: null }),
    );
    expect(await db().evenement.count()).toBe(3);
    expect(await travaux()).toHaveLength(2);
  });
});

describe('ce qui est en ajout seul', () => {
  it.each(['evenement', 'consultation'])('%s ne se modifie ni ne s’efface', async (table) => {
    const id = await depose();
    const { agent } = await agentDe('59', ['instructeur']);
    await db().consultation.create({ data: { agentId: agent.agentId, dossierId: id, objet: 'dossier' } });
    const avant = await sql(`select * from ${table}`);
    expect(avant).toHaveLength(1);
    for (const ordre of [`update ${table} set dossier_id = dossier_id`, `delete from ${table}`])
      await expect(sql(ordre)).rejects.toThrow('en ajout seul');
    expect(await sql(`select * from ${table}`)).toEqual(avant);
  });

  it('ne laisse pas effacer un dossier qui a une histoire', async () => {
    const id = await depose();
    await expect(sql('delete from dossier where id = $1', [id])).rejects.toThrow(/evenement/);
  });
});

describe('un dossier lu avec la session', () => {
  const ouvrir = async ({ usager: { compteId } }: Personne): Promise<string> => {
    const id = newId();
    await db().session.create({
      data: { id, niveau: 'complete', compteId, creeLe: AT, vueLe: AT, expireLe: new Date(AT.getTime() + 60_000) },
    });
    return id;
  };
  const lu = (session: string, dossier: string, at = AT) => lireAvance(driver(), porteeSession(session, at), dossier);
  const informations = () => {
    const [etape] = etapesAChamps(v1);
    if (!etape) throw new Error('informations');
    return saisieInitiale(etape, v1.exemple.reponses, moi.usager.email);
  };

  it('est celui de son titulaire, et ne s’ouvre qu’à sa portée', async () => {
    const id = await creerBrouillon(moi.usager);
    const autre = await personne('awa.testdiallo');
    const avance = await lu(await ouvrir(moi), id);
    expect(avance?.chargePour(moi.portee)?.dossier).toMatchObject({ id, compteId: moi.usager.compteId });
    expect(avance?.chargePour(autre.portee)).toBeNull();
    expect(await lu(await ouvrir(autre), id)).toBeNull();
  });

  it('n’existe pas pour une session finie, fermée ou inventée', async () => {
    const id = await creerBrouillon(moi.usager);
    const session = await ouvrir(moi);
    expect(await lu(session, id, new Date(AT.getTime() + 60_000))).toBeNull();
    expect(await lu(newId(), id)).toBeNull();
    expect(await lu(session, 'pas-un-dossier')).toBeNull();
    await sql('update session set revoquee_le = now() where id = $1', [session]);
    expect(await lu(session, id)).toBeNull();
  });

  it('épargne une lecture ; écrit depuis par un autre, il est relu', async () => {
    const id = await creerBrouillon(moi.usager);
    const session = await ouvrir(moi);
    const avance = await lireAvance(driver(), porteeSession(session, AT), id);
    const valider = () => validerEtapeChamps({ ...moi, lu: avance }, id, 'informations', informations(), 0);
    expect(await requetesDe(valider)).toHaveLength(1);
    await sql('update dossier set version = version + 1 where id = $1', [id]);
    expect(await requetesDe(async () => expect(await valider()).toEqual({ ok: true, valeur: { suivante: 'motif' } }))).toHaveLength(3);
    await sql(`update dossier set statut = 'abandonne' where id = $1`, [id]);
    await sql('update dossier set version = version + 1 where id = $1', [id]);
    expect(await valider()).toEqual({ ok: false, refus: 'statut_incompatible' });
  });
});
