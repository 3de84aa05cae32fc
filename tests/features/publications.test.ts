// Reference data: what an administrator prepares, publishes, withdraws; what everybody then reads.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent, RoleAgent } from '#domain/access/actors.ts';
import { type PorteeAdministration, porteeAdministration } from '#domain/access/scope.ts';
import { orienter } from '#domain/orientation/orienter.ts';
import { SORTES_REFERENCE } from '#domain/publication/sortes.ts';
import { montantDe } from '#domain/tarif/montant.ts';
import { lignesOrientation } from '#features/configuration/orientations/queries.ts';
import { ouverturesPubliees } from '#features/configuration/ouvertures/queries.ts';
import { referenceDu, releverReferences } from '#features/configuration/references/queries.ts';
import { prefectureCompetente } from '#features/configuration/ressorts/queries.ts';
import { lignesTarifs } from '#features/configuration/tarifs/queries.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { COURRIELS } from '#features/notifications/courriels/catalogue.ts';
import { habiller, variablesPlates } from '#features/notifications/courriels/schema.ts';
import { REFERENCES } from '#features/publications/catalogue.ts';
import {
  appliquerEchues,
  enregistrerBrouillon,
  jeterBrouillon,
  ouvrirBrouillon,
  publier,
  retirer,
} from '#features/publications/commands.ts';
import { versionsDe } from '#features/publications/queries.ts';
import { lireContenu } from '#features/publications/schema.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { sql, truncate } from '../support/database.ts';
import { socle } from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
const TARIF = { sorte: 'tarif', cle: 'normal' };
let national: { agent: Agent; portee: PorteeAdministration };
let local: { agent: Agent; portee: PorteeAdministration };

async function gerant(role: RoleAgent, prefecture: string | null) {
  const id = newId();
  await db().agent.create({
    data: { id, email: `${id}@example.org`, nom: `TEST${role}`, prenom: 'Lou', qualite: 'Q', roles: [role], prefectureCode: prefecture },
  });
  const agent: Agent = { sorte: 'agent', agentId: id, sessionId: newId(), nom: `Lou TEST${role}`, roles: [role], prefecture };
  const portee = porteeAdministration(agent, [role]);
  if (!portee) throw new Error('sans portée');
  return { agent, portee };
}

beforeEach(async () => {
  await truncate();
  await socle();
  await releverReferences();
  national = await gerant('admin', null);
  local = await gerant('admin_local', '59');
});

const dit = (r: { ok: boolean; refus?: string }) => (r.ok ? 'ok' : r.refus);
const tarifTape = { taxe: '300', timbre: '50', source: 'Loi de finances fictive' };

async function preparer(place: { sorte: string; cle: string }, tape: Record<string, string>, par = national) {
  expect(dit(await ouvrirBrouillon(par.portee, par.agent, place, at))).toBe('ok');
  return enregistrerBrouillon(par.portee, par.agent, { ...place, revision: 1, tape }, at);
}

const publie = (place: { sorte: string; cle: string }, effet: string, revision = 2, par = national) =>
  publier(par.portee, par.agent, { ...place, revision, effet, raison: 'Parce que c’est voté' }, at);

describe('un tarif', () => {
  it('se prépare, se publie à une date, et chaque date garde son montant', async () => {
    expect(await preparer(TARIF, tarifTape)).toEqual({ ok: true, valeur: { revision: 2 } });
    expect(montantDe(lignesTarifs(), { code: 'normal' }, '2027-02-01')?.total).toBe(225_00);
    expect(dit(await publie(TARIF, '2027-01-01'))).toBe('ok');
    expect(montantDe(lignesTarifs(), { code: 'normal' }, '2026-12-31')?.total).toBe(225_00);
    expect(montantDe(lignesTarifs(), { code: 'normal' }, '2027-01-01')?.total).toBe(350_00);
    expect((await sql('select type from acte_administration')).map((l) => l.type)).toEqual(['reference_publiee']);
  });

  it('refuse ce qui n’est pas un montant, et ne garde rien', async () => {
    const fait = await preparer(TARIF, { ...tarifTape, taxe: 'trois cents', source: '' });
    expect(fait.ok && 'fautes' in fait.valeur ? fait.valeur.fautes.map((f) => f.champ) : []).toEqual(['taxe', 'source']);
    expect((await versionsDe('tarif', 'normal'))[0]?.revision).toBe(1);
  });

  it('ne se publie pas deux fois, ni au passé, ni sans changement', async () => {
    await preparer(TARIF, tarifTape);
    expect(dit(await publie(TARIF, '2026-11-21'))).toBe('effet_passe');
    expect(await Promise.all([publie(TARIF, '2027-01-01'), publie(TARIF, '2027-01-01')]).then((r) => r.map(dit).toSorted())).toEqual([
      'ok',
      'reference_modifiee',
    ]);
    await preparer(TARIF, { taxe: '300', timbre: '50', source: 'Loi de finances fictive' });
    expect(dit(await publie(TARIF, '2027-02-01'))).toBe('reference_sans_changement');
  });

  it('à deux sur un brouillon, le second est prévenu et rien n’est écrasé', async () => {
    await preparer(TARIF, tarifTape);
    const second = await enregistrerBrouillon(
      national.portee,
      national.agent,
      { ...TARIF, revision: 1, tape: { ...tarifTape, taxe: '999' } },
      at,
    );
    expect(dit(second)).toBe('reference_modifiee');
    expect((await versionsDe('tarif', 'normal'))[0]?.contenu).toMatchObject({ taxe: '300' });
  });

  it('à venir, il se retire ; en vigueur, il ne se retire pas', async () => {
    await preparer(TARIF, tarifTape);
    await publie(TARIF, '2027-01-01');
    expect(dit(await retirer(national.portee, national.agent, { ...TARIF, version: 1 }, at))).toBe('ok');
    expect(dit(await retirer(national.portee, national.agent, { ...TARIF, version: 1 }, at))).toBe('reference_en_vigueur');
    expect(referenceDu('tarif', 'normal', '2027-02-01')).toBeUndefined();
  });

  it('publié, la base elle-même refuse de le modifier', async () => {
    await preparer(TARIF, tarifTape);
    await publie(TARIF, '2027-01-01');
    await expect(sql(`update publication set contenu = '{}'`)).rejects.toThrow('ne se modifie pas');
    await expect(sql('delete from publication')).rejects.toThrow('ne se modifie pas');
  });
});

describe('une préfecture', () => {
  const fiche = {
    nom: 'Préfecture du Nord',
    autorite: 'Le préfet du Nord',
    adresse: '1 rue Neuve, 59000 LILLE',
    tribunal: 'tribunal administratif de Lille',
  };

  it('tenue par son administrateur local, pas par un autre', async () => {
    expect(await preparer({ sorte: 'prefecture', cle: '59' }, fiche, local)).toMatchObject({ ok: true });
    expect(dit(await ouvrirBrouillon(local.portee, local.agent, { sorte: 'prefecture', cle: '69' }, at))).toBe('introuvable');
    expect(dit(await ouvrirBrouillon(local.portee, local.agent, TARIF, at))).toBe('introuvable');
  });

  it('change le jour dit, une fois', async () => {
    await preparer({ sorte: 'prefecture', cle: '59' }, fiche, local);
    await publie({ sorte: 'prefecture', cle: '59' }, '2026-12-01', 2, local);
    const adresse = async () => (await db().prefecture.findUniqueOrThrow({ where: { code: '59' } })).adresse;
    const avant = await adresse();
    expect(await appliquerEchues(at)).toBe(0);
    expect(await adresse()).toBe(avant);
    expect(await appliquerEchues(new Date('2026-12-01T08:00:00Z'))).toBe(1);
    expect(await adresse()).toBe('1 rue Neuve, 59000 LILLE');
    expect(await appliquerEchues(new Date('2026-12-02T08:00:00Z'))).toBe(0);
  });

  it('publiée pour aujourd’hui, elle change tout de suite', async () => {
    await preparer({ sorte: 'prefecture', cle: '59' }, fiche, local);
    await publie({ sorte: 'prefecture', cle: '59' }, '2026-11-22', 2, local);
    expect((await db().prefecture.findUniqueOrThrow({ where: { code: '59' } })).adresse).toBe('1 rue Neuve, 59000 LILLE');
  });
});

describe('un courriel', () => {
  it.each(Object.keys(COURRIELS))('%s : le texte livré passe ses propres contrôles et se relit sans trou', async (cle) => {
    const mots = await REFERENCES.courriel.parDefaut(cle);
    expect(mots).toBeDefined();
    expect(REFERENCES.courriel.verifier?.(cle, mots ?? {})).toEqual([]);
    const apercu = REFERENCES.courriel.apercu?.(cle, mots ?? {});
    expect(apercu?.paragraphes.length).toBeGreaterThan(0);
    expect(JSON.stringify(apercu)).not.toMatch(/\{[a-z_]+\}/);
  });

  it('refuse une variable inconnue et la perte des informations', () => {
    const fautes = REFERENCES.courriel.verifier?.('compte_definitif', { sujet: 'Pour {inconnu}', corps: 'Bonjour' });
    expect(fautes?.map((f) => f.champ)).toEqual(['sujet', 'corps', 'corps']);
  });

  it('part dans les mots publiés, avec ses faits', () => {
    const kind = COURRIELS.compte_definitif;
    const message = kind.rendre(kind.exemple, { lien: (c) => `https://example.org${c}`, secret: 'SECRET' });
    const habille = habiller(message, { sujet: 'N° {identifiant}', corps: 'Un mot.\n\n{details}\n\n{liens}' }, kind.exemple);
    expect(habille.sujet).toBe('N° 5903000273');
    expect(habille.contenu.map((b) => b.type)).toEqual(['paragraphe', 'definitions', 'lien']);
    expect(JSON.stringify(habille)).toContain('SECRET');
  });

  it('nomme ses variables à plat', () =>
    expect(variablesPlates({ personne: { nom: 'TEST' }, disponibleLe: '2026-03-02', accord: true })).toEqual({
      personne_nom: 'TEST',
      disponible_le: '02/03/2026',
      accord: 'oui',
    }));
});

describe('chaque sorte', () => {
  it.each(SORTES_REFERENCE)('%s : ses clés ont une valeur livrée, qui passe sa validation', async (sorte) => {
    const kind = REFERENCES[sorte];
    const cles = await kind.cles();
    expect(cles.length).toBeGreaterThan(0);
    for (const { cle } of cles) {
      const defaut = await kind.parDefaut(cle);
      expect(defaut, cle).toBeDefined();
      expect(lireContenu(kind.champs(cle), defaut ?? {}).fautes, cle).toEqual([]);
    }
    expect(await kind.parDefaut('inconnue')).toBeUndefined();
  });
});

describe('une orientation', () => {
  const place = { sorte: 'orientation', cle: 'salarie.59' };
  const tape = {
    canal: 'rendez_vous',
    demande: 'toutes',
    texte: 'Prenez rendez-vous.',
    lien_libelle: 'Rendez-vous',
    lien: 'https://www.nord.gouv.fr/rdv',
    source: 'Préfecture du Nord',
  };
  const dans = (departement: string) =>
    orienter(lignesOrientation('2026-11-22'), { motif: 'salarie', departement }, '2026-11-22').map((l) => l.canal);

  it('publiée par une préfecture, remplace ce qui était livré pour elle seule', async () => {
    expect(dans('59')).toEqual(['poste']);
    await preparer(place, tape, local);
    expect(dit(await publie(place, '2026-11-22', 2, local))).toBe('ok');
    expect(dans('59')).toEqual(['rendez_vous']);
    expect(dans('69')).toEqual(['demarche_numerique']);
  });

  it('refuse un courrier sans adresse', async () => {
    const fait = await preparer(place, { ...tape, canal: 'poste', adresse: '' }, local);
    expect(fait.ok && 'fautes' in fait.valeur ? fait.valeur.fautes.map((f) => f.champ) : []).toEqual(['adresse']);
  });
});

describe('un brouillon', () => {
  it('s’abandonne, deux fois sans erreur', async () => {
    await preparer(TARIF, tarifTape);
    expect(dit(await jeterBrouillon(national.portee, TARIF))).toBe('ok');
    expect(dit(await jeterBrouillon(national.portee, TARIF))).toBe('ok');
    expect(await versionsDe('tarif', 'normal')).toEqual([]);
  });
  it('ouvert par deux à la fois est le même', async () => {
    await Promise.all([1, 2].map(() => ouvrirBrouillon(national.portee, national.agent, TARIF, at)));
    expect((await versionsDe('tarif', 'normal')).length).toBe(1);
  });
});

describe('les communes d’une préfecture', () => {
  const place = { sorte: 'ressort', cle: '69' };
  const a = (codeInsee: string) =>
    prefectureCompetente(
      { adresse: { numero: '1', voie: 'rue', complement: '', codePostal: '59000', ville: 'Ville', pays: 'France', codeInsee } },
      undefined,
      '2026-11-22',
    );

  it('confiées à une autre, y vont ; les autres suivent leur département', async () => {
    expect(a('59350')).toBe('59');
    await preparer(place, { communes: '59350\n59512' });
    expect(dit(await publie(place, '2026-11-22'))).toBe('ok');
    expect([a('59350'), a('59512'), a('59599')]).toEqual(['69', '69', '59']);
  });

  it('refusent ce qui n’est pas un code INSEE', async () => {
    const fait = await preparer(place, { communes: '59350 Lille' });
    expect(fait.ok && 'fautes' in fait.valeur ? fait.valeur.fautes[0]?.message : '').toContain('Lille');
  });
});

describe('l’ouverture d’une démarche', () => {
  const place = { sorte: 'ouverture', cle: 'enfant-de-francais' };
  const tape = { depuis: '2023-04-05', jusqua: '2026-11-21', message: '', source: 'Arrêté fictif' };
  const commence = () => {
    const compteId = newId();
    return commencer({ sorte: 'systeme' }, { compteId, representation: null }, 'enfant-de-francais', at);
  };

  it('fermée, elle ne se commence plus, et le dit', async () => {
    await preparer(place, tape);
    expect(dit(await publie(place, '2026-11-22'))).toBe('ok');
    expect(dit(await commence())).toBe('procedure_fermee');
    expect(ouverturesPubliees('2026-11-22')['enfant-de-francais']).toEqual({ depuis: '2023-04-05', jusquau: '2026-11-21' });
  });

  it('refuse une fin avant le début', async () => {
    const fait = await preparer(place, { ...tape, jusqua: '2020-01-01' });
    expect(fait.ok && 'fautes' in fait.valeur ? fait.valeur.fautes.map((f) => f.champ) : []).toEqual(['jusqua']);
  });
});
