// The agent's verbs against a real Postgres: scope, life cycle, two agents at once, attribution, signature.
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleAgent } from '#domain/access/actors.ts';
import type { Resultat } from '#domain/result.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { proposerDecision, renvoyerProposition, signerDecision } from '#features/dossier/decision/commands.ts';
import { attribuerNumero, prendreEnCharge, verifierPiece } from '#features/dossier/instruction/commands.ts';
import { fichierOuvrable } from '#features/dossier/instruction/pieces/queries.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import type { DossierVu } from '#features/dossier/schema.ts';
import { rapprochements } from '#features/personne/queries.ts';
import { db } from '#platform/db.ts';
import { prepareQueues } from '#platform/queue.ts';
import { sql, truncate } from '../support/database.ts';
import {
  agentDe,
  commissionEntendue,
  compteTemporaire,
  type DossierDeTest,
  dit,
  dossierDepose,
  dossierExamine,
  fichierPour,
  type OptionsDossier,
  type Qui,
  socle,
  vu,
} from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
let instructeur: Qui;
let valideur: Qui;

beforeEach(async () => {
  await truncate();
  await socle();
  instructeur = await agentDe('59', ['instructeur'], 'TESTUN');
  valideur = await agentDe('59', ['valideur'], 'TESTDEUX');
});

const trace = (id: string) =>
  sql(
    'select version, statut, proposition, agent_id, decide_le, (select count(*)::int from evenement e where e.dossier_id = d.id) as evenements from dossier d where id = $1',
    [id],
  );

const instruit = (options: OptionsDossier = {}) => dossierExamine(instructeur, at, options);

async function propose(sens: 'favorable' | 'refus', par: Qui = instructeur): Promise<DossierDeTest> {
  const dossier = await instruit();
  await commissionEntendue(par, dossier.id, at);
  const projet = sens === 'favorable' ? { sens } : { sens, textes: { droit: 'CESEDA L.423-12', fait: 'Filiation non établie.' } };
  expect(dit(await proposerDecision(par.portee, par.agent, await vu(dossier), projet, at))).toBe('ok');
  return dossier;
}

describe('la portée', () => {
  it('ne montre ni ne change un dossier d’une autre préfecture', async () => {
    const dossier = await dossierDepose();
    const rhone = await agentDe('69', ['instructeur', 'valideur']);
    expect(await dossierInstruit(rhone.portee, dossier.id)).toBeNull();
    expect(dit(await prendreEnCharge(rhone.portee, rhone.agent, await vu(dossier), at))).toBe('introuvable');
    expect(await dossierInstruit(instructeur.portee, dossier.id)).toMatchObject({
      numero: dossier.numero,
      demandeur: 'TESTCOLLINS Marshall',
    });
  });

  it('ne montre pas un brouillon, même rattaché à la préfecture', async () => {
    const dossier = await dossierDepose({ statut: 'brouillon' });
    expect(await dossierInstruit(instructeur.portee, dossier.id)).toBeNull();
    expect(dit(await prendreEnCharge(instructeur.portee, instructeur.agent, await vu(dossier), at))).toBe('introuvable');
  });

  it('répond rien pour ce qui n’est pas un identifiant', async () => {
    expect(await dossierInstruit(instructeur.portee, "' or 1=1")).toBeNull();
    expect(await fichierOuvrable(instructeur.portee, 'x')).toBeNull();
  });

  it('n’ouvre qu’un fichier sain, de sa préfecture, et pas une réponse qui n’est pas envoyée', async () => {
    const dossier = await dossierDepose();
    const piece = await db().piece.findFirstOrThrow({ where: { dossierId: dossier.id, code: 'filiation' }, select: { id: true } });
    const sain = await fichierPour(piece.id, 'document', 'png', at);
    const attente = await fichierPour(piece.id, 'document', 'png', at, { analyse: 'en_attente' });
    const infecte = await fichierPour(piece.id, 'document', 'png', at, { analyse: 'infecte' });
    const complement = await db().complement.create({
      data: {
        id: crypto.randomUUID(),
        dossierId: dossier.id,
        demandePar: instructeur.agent.agentId,
        items: { create: { id: crypto.randomUUID(), ordre: 0, sorte: 'document', pieceCode: 'filiation', observation: '' } },
      },
      select: { id: true, items: { select: { id: true } } },
    });
    const reponse = await fichierPour(piece.id, 'document', 'png', at, { complementItemId: complement.items[0]?.id });
    const rhone = await agentDe('69', ['instructeur']);
    const ouvrables = await Promise.all([sain, attente, infecte, reponse].map((id) => fichierOuvrable(instructeur.portee, id)));
    expect(ouvrables.map((f) => f?.id ?? null)).toEqual([sain, null, null, null]);
    expect(await fichierOuvrable(rhone.portee, sain)).toBeNull();
    await db().complement.update({ where: { id: complement.id }, data: { reponduLe: at } });
    expect(await fichierOuvrable(instructeur.portee, reponse)).toMatchObject({ id: reponse });
  });
});

const ACTES: Readonly<
  Record<
    string,
    {
      role: RoleAgent;
      statut: 'depose' | 'en_instruction' | 'propose';
      faire: (qui: Qui, dossier: DossierVu) => Promise<Resultat<unknown>>;
    }
  >
> = {
  prendre_en_charge: { role: 'instructeur', statut: 'depose', faire: (q, d) => prendreEnCharge(q.portee, q.agent, d, at) },
  verifier_piece: {
    role: 'instructeur',
    statut: 'en_instruction',
    faire: (q, d) => verifierPiece(q.portee, q.agent, d, { piece: 'filiation', verdict: 'conforme' }, at),
  },
  attribuer_numero: {
    role: 'instructeur',
    statut: 'en_instruction',
    faire: (q, d) => attribuerNumero(q.portee, q.agent, d, { sorte: 'nouveau' }, at),
  },
  demander_complement: {
    role: 'instructeur',
    statut: 'en_instruction',
    faire: (q, d) => demanderComplement(q.portee, q.agent, { ...d, items: [{ sorte: 'information', observation: 'Où vivez-vous ?' }] }, at),
  },
  proposer: {
    role: 'instructeur',
    statut: 'en_instruction',
    faire: (q, d) => proposerDecision(q.portee, q.agent, d, { sens: 'favorable' }, at),
  },
  renvoyer: { role: 'valideur', statut: 'propose', faire: (q, d) => renvoyerProposition(q.portee, q.agent, d, 'À revoir', at) },
  accepter: { role: 'valideur', statut: 'propose', faire: (q, d) => signerDecision(q.portee, q.agent, d, 'favorable', at) },
  refuser: { role: 'valideur', statut: 'propose', faire: (q, d) => signerDecision(q.portee, q.agent, d, 'refus', at) },
};
// a role without any dossier has no scope at all: tests/domain/roles.test.ts
const AUTRES: readonly RoleAgent[] = ['accueil', 'instructeur', 'valideur', 'chef'];
const STATUTS = ['depose', 'en_instruction', 'propose', 'accepte', 'refuse', 'clos', 'retire', 'remis'] as const;

describe.each(Object.entries(ACTES))('%s', (nom, { role, statut, faire }) => {
  it('est refusé à tout autre rôle, sans rien écrire', async () => {
    const dossier = await dossierDepose({ statut, pieces: false });
    const avant = await trace(dossier.id);
    const attendu = await vu(dossier);
    for (const autre of AUTRES.filter((r) => r !== role)) {
      const qui = await agentDe('59', [autre]);
      expect([autre, dit(await faire(qui, attendu))]).toEqual([autre, 'non_autorise']);
    }
    expect(await trace(dossier.id)).toEqual(avant);
  });

  it('est refusé à tout autre statut, sans rien écrire', async () => {
    const qui = role === 'instructeur' ? instructeur : valideur;
    for (const autre of STATUTS.filter((s) => s !== statut)) {
      const dossier = await dossierDepose({ statut: autre, pieces: false });
      // what nobody has in charge any more may be taken up again
      await db().dossier.update({ where: { id: dossier.id }, data: { agentId: valideur.agent.agentId } });
      const avant = await trace(dossier.id);
      expect([autre, dit(await faire(qui, await vu(dossier)))]).toEqual([
        autre,
        nom === 'prendre_en_charge' && autre === 'en_instruction' ? 'deja_en_charge' : 'statut_incompatible',
      ]);
      expect(await trace(dossier.id)).toEqual(avant);
    }
  });

  it('est refusé quand une autre personne vient de changer le dossier', async () => {
    const dossier = await dossierDepose({ statut, pieces: false });
    const ancien = await vu(dossier);
    await db().dossier.update({ where: { id: dossier.id }, data: { version: { increment: 1 } } });
    const avant = await trace(dossier.id);
    expect(dit(await faire(role === 'instructeur' ? instructeur : valideur, ancien))).toBe('modifie_ailleurs');
    expect(await trace(dossier.id)).toEqual(avant);
  });
});

describe('prendre en charge', () => {
  it('donne le dossier à la première des deux personnes et le dit à la seconde', async () => {
    const dossier = await dossierDepose({ pieces: false });
    const autre = await agentDe('59', ['instructeur']);
    const ecran = await vu(dossier);
    const resultats = await Promise.all([instructeur, autre].map((q) => prendreEnCharge(q.portee, q.agent, ecran, at)));
    expect(resultats.map(dit).toSorted()).toEqual(['modifie_ailleurs', 'ok']);
    expect(await sql('select type from evenement where dossier_id = $1 and type = $2', [dossier.id, 'pris_en_charge'])).toHaveLength(1);
  });

  it('compte un double clic pour un seul', async () => {
    const dossier = await dossierDepose({ pieces: false });
    const ecran = await vu(dossier);
    expect(dit(await prendreEnCharge(instructeur.portee, instructeur.agent, ecran, at))).toBe('ok');
    expect(dit(await prendreEnCharge(instructeur.portee, instructeur.agent, ecran, at))).toBe('ok');
    expect(await sql('select 1 from evenement where dossier_id = $1 and type = $2', [dossier.id, 'pris_en_charge'])).toHaveLength(1);
  });
});

describe('attribuer un numéro étranger', () => {
  beforeEach(() => prepareQueues());

  it('crée la personne, promeut le compte et écrit un courriel, une seule fois pour un double clic', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const ecran = await vu(dossier);
    const essais = await Promise.all(
      [1, 2].map(() => attribuerNumero(instructeur.portee, instructeur.agent, ecran, { sorte: 'nouveau' }, at)),
    );
    expect(essais).toEqual([
      { ok: true, valeur: { numeroEtranger: '5903000001' } },
      { ok: true, valeur: { numeroEtranger: '5903000001' } },
    ]);
    expect(await sql('select numero_etranger, nom_naissance, naissance_annee, naissance_jour, cle_recherche from personne')).toEqual([
      {
        numero_etranger: '5903000001',
        nom_naissance: 'TESTCOLLINS',
        naissance_annee: 1990,
        naissance_jour: 4,
        cle_recherche: 'testcollins marshall',
      },
    ]);
    const [compte] = await sql(
      'select c.numero_etranger, c.personne_id = d.personne_id as lies from compte c join dossier d on d.compte_id = c.id',
    );
    expect(compte).toEqual({ numero_etranger: '5903000001', lies: true });
    expect(await sql('select 1 from courriel')).toHaveLength(1);
    expect(await sql("select 1 from evenement where type = 'numero_attribue'")).toHaveLength(1);
  });

  it('ne donne pas deux fois le même numéro à deux personnes servies au même instant', async () => {
    const dossiers = await Promise.all([1, 2, 3, 4].map(() => dossierDepose({ statut: 'en_instruction', pieces: false })));
    const resultats = await Promise.all(
      dossiers.map(async (d) => attribuerNumero(instructeur.portee, instructeur.agent, await vu(d), { sorte: 'nouveau' }, at)),
    );
    expect(resultats.map((r) => (r.ok ? r.valeur.numeroEtranger : r.refus)).toSorted()).toEqual([
      '5903000001',
      '5903000002',
      '5903000003',
      '5903000004',
    ]);
  });

  it('ne donne qu’un numéro à une personne qui a deux dossiers', async () => {
    const compte = await compteTemporaire();
    const a = await dossierDepose({ statut: 'en_instruction', pieces: false, compteId: compte.id });
    const b = await dossierDepose({ statut: 'en_instruction', pieces: false, compteId: compte.id });
    await Promise.all(
      [a, b].map(async (d) => attribuerNumero(instructeur.portee, instructeur.agent, await vu(d), { sorte: 'nouveau' }, at)),
    );
    expect(await sql('select 1 from personne')).toHaveLength(1);
  });

  it('rattache à la personne toutes les demandes de son compte', async () => {
    const compte = await compteTemporaire();
    const a = await dossierDepose({ statut: 'en_instruction', pieces: false, compteId: compte.id });
    await dossierDepose({ statut: 'depose', pieces: false, compteId: compte.id });
    await attribuerNumero(instructeur.portee, instructeur.agent, await vu(a), { sorte: 'nouveau' }, at);
    expect(await sql('select distinct personne_id from dossier where personne_id is not null')).toHaveLength(1);
    expect(await sql('select 1 from dossier where personne_id is null')).toHaveLength(0);
  });

  it('rattache un numéro existant, et saute ceux qui viennent d’ailleurs', async () => {
    const connue = {
      nomNaissance: 'TESTCOLLINS',
      prenoms: ['Marshall'],
      sexe: 'masculin',
      naissanceAnnee: 1990,
      naissanceMois: 3,
      naissanceJour: 4,
      paysNaissance: 'CA',
      lieuNaissance: 'x',
      nationalites: ['CA'],
      cleRecherche: 'testcollins marshall',
    };
    await db().personne.create({ data: { id: crypto.randomUUID(), numeroEtranger: '5903000001', ...connue } });
    const rattache = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const lu = await dossierInstruit(instructeur.portee, rattache.id);
    if (!lu) throw new Error('dossier introuvable');
    const semblables = await rapprochements(instructeur.portee, lu.identite);
    expect(semblables.map((r) => [r.fiche.numeroEtranger, r.certitude])).toEqual([['5903000001', 'meme_personne']]);
    const choix = { sorte: 'existant' as const, numeroEtranger: '5903000001' };
    expect(dit(await attribuerNumero(instructeur.portee, instructeur.agent, await vu(rattache), choix, at))).toBe('ok');
    expect(await sql('select 1 from personne')).toHaveLength(1);
    const autre = await dossierDepose({ statut: 'en_instruction', pieces: false });
    expect(dit(await attribuerNumero(instructeur.portee, instructeur.agent, await vu(autre), choix, at))).toBe('numero_rattache_ailleurs');
    expect(
      dit(await attribuerNumero(instructeur.portee, instructeur.agent, await vu(autre), { ...choix, numeroEtranger: '9999999999' }, at)),
    ).toBe('numero_etranger_inconnu');
    expect(await attribuerNumero(instructeur.portee, instructeur.agent, await vu(autre), { sorte: 'nouveau' }, at)).toEqual({
      ok: true,
      valeur: { numeroEtranger: '5903000002' },
    });
  });
});

describe('proposer et signer', () => {
  it('refuse de proposer sans numéro, sans pièces vérifiées, ou un refus sans motifs', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction' });
    const essai = async (projet: Parameters<typeof proposerDecision>[3]) =>
      dit(await proposerDecision(instructeur.portee, instructeur.agent, await vu(dossier), projet, at));
    expect(await essai({ sens: 'favorable' })).toBe('numero_etranger_manquant');
    await db().compte.update({ where: { id: dossier.compteId }, data: { numeroEtranger: '5903000777' } });
    expect(await essai({ sens: 'favorable' })).toBe('pieces_non_verifiees');
    await db().piece.updateMany({ where: { dossierId: dossier.id }, data: { verdict: 'conforme' } });
    expect(await essai({ sens: 'refus', textes: { droit: 'L.423-12', fait: ' ' } })).toBe('motif_requis');
    expect(await essai({ sens: 'refus', textes: { droit: 'L.423-12', fait: 'Rien.' } })).toBe('commission_requise');
    expect((await trace(dossier.id))[0]).toMatchObject({ statut: 'en_instruction', proposition: null });
  });

  it('refuse la signature de qui a proposé, même valideur', async () => {
    const deux = await agentDe('59', ['instructeur', 'valideur']);
    const dossier = await propose('favorable', deux);
    expect(dit(await signerDecision(deux.portee, deux.agent, await vu(dossier), 'favorable', at))).toBe('meme_personne');
    expect((await trace(dossier.id))[0]).toMatchObject({ statut: 'propose', decide_le: null });
  });

  it('signe ce qui a été proposé et rien d’autre', async () => {
    const favorable = await propose('favorable');
    expect(dit(await signerDecision(valideur.portee, valideur.agent, await vu(favorable), 'refus', at))).toBe('sens_different');
    expect(dit(await signerDecision(valideur.portee, valideur.agent, await vu(favorable), 'favorable', at))).toBe('ok');
    expect((await trace(favorable.id))[0]).toMatchObject({ statut: 'accepte', decide_le: at });
  });

  it('garde les motifs du refus tels que proposés', async () => {
    const dossier = await propose('refus');
    expect(dit(await signerDecision(valideur.portee, valideur.agent, await vu(dossier), 'refus', at))).toBe('ok');
    const [ligne] = await sql<{ statut: string; motifs: string }>(
      "select statut, proposition->>'motifs' as motifs from dossier where id = $1",
      [dossier.id],
    );
    expect(ligne).toEqual({ statut: 'refuse', motifs: 'En droit : CESEDA L.423-12\n\nEn fait : Filiation non établie.' });
  });

  it('renvoie avec une remarque que l’instructeur retrouve', async () => {
    const dossier = await propose('refus');
    expect(dit(await renvoyerProposition(valideur.portee, valideur.agent, await vu(dossier), 'Précisez les faits.', at))).toBe('ok');
    const lu = await dossierInstruit(instructeur.portee, dossier.id);
    expect(lu).toMatchObject({ statut: 'en_instruction', proposition: { sens: 'refus', nom: 'Camille TESTUN' } });
    expect(lu?.historique[0]).toMatchObject({ precision: 'Précisez les faits.', auteur: 'Camille TESTDEUX' });
  });

  it('laisse une seule des deux signatures simultanées', async () => {
    const dossier = await propose('favorable');
    const autre = await agentDe('59', ['valideur']);
    const ecran = await vu(dossier);
    const resultats = await Promise.all([valideur, autre].map((q) => signerDecision(q.portee, q.agent, ecran, 'favorable', at)));
    expect(resultats.map(dit).toSorted()).toEqual(['modifie_ailleurs', 'ok']);
    expect(await sql("select 1 from evenement where type = 'decision_favorable'")).toHaveLength(1);
  });
});

describe('vérifier une pièce', () => {
  it('garde l’avis, son motif et son auteur, et refuse une pièce qui n’est pas du dossier', async () => {
    const dossier = await dossierDepose({ statut: 'en_instruction' });
    const avis = {
      piece: 'filiation',
      verdict: 'non_conforme' as const,
      motif: 'non_traduit' as const,
      observation: 'Faites traduire l’acte.',
    };
    expect(dit(await verifierPiece(instructeur.portee, instructeur.agent, await vu(dossier), avis, at))).toBe('ok');
    const lu = await dossierInstruit(instructeur.portee, dossier.id);
    expect(lu?.pieces.find((p) => p.code === 'filiation')).toMatchObject({
      verdict: 'non_conforme',
      motif: 'non_traduit',
      verifieePar: 'Camille TESTUN',
      verifieeLe: at,
    });
    expect(
      dit(await verifierPiece(instructeur.portee, instructeur.agent, await vu(dossier), { piece: 'inconnue', verdict: 'conforme' }, at)),
    ).toBe('emplacement_inconnu');
  });
});
