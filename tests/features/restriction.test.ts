// C40: a restricted dossier does not exist for who is not on its list – queue, search, page, files, documents, acts – and costs no more queries.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { storage } from '#adapters/storage/storage.ts';
import { GET as lireDocument } from '#app/api/agents/documents/[document]/route.ts';
import { GET as lireFichier } from '#app/api/agents/fichiers/[fichier]/route.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import type { Resultat } from '#domain/result.ts';
import { ouvrirDocument } from '#features/documents/queries.ts';
import { prendreEnCharge } from '#features/dossier/instruction/commands.ts';
import { lireCorbeille } from '#features/dossier/instruction/corbeille/queries.ts';
import { SANS_FILTRE } from '#features/dossier/instruction/corbeille/schema.ts';
import { fichierOuvrable } from '#features/dossier/instruction/pieces/queries.ts';
import { dossierEnBref, dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { chercherDossiers } from '#features/dossier/recherche/queries.ts';
import { habiliterAgents, leverRestriction, restreindreAcces } from '#features/dossier/restriction/commands.ts';
import { habilitables } from '#features/dossier/restriction/queries.ts';
import type { DossierVu } from '#features/dossier/schema.ts';
import { fichierLisible } from '#features/pieces/queries.ts';
import { guichetOuvert } from '#guard/guichet.ts';
import { ouvrirSession } from '#guard/session.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, type DossierDeTest, dossierDepose, type Qui, socle } from '../support/dossiers.ts';
import { navigateur } from '../support/requete.ts';
import { compterRequetes } from '../support/requetes.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const at = new Date('2026-11-22T10:00:00Z');
let camille: Qui;
let autre: Qui;
let chef: Qui;
let referent: Qui;
let accueil: Qui;
let dossier: DossierDeTest;

beforeEach(async () => {
  await truncate();
  await socle();
  camille = await agentDe('59', ['instructeur'], 'TESTCAMILLE');
  autre = await agentDe('59', ['instructeur'], 'TESTAUTRE');
  chef = await agentDe('59', ['chef'], 'TESTCHEF');
  referent = await agentDe('59', ['referent_vulnerabilite'], 'TESTREFERENT');
  accueil = await agentDe('59', ['accueil'], 'TESTACCUEIL');
  dossier = await dossierDepose({ statut: 'en_instruction', agentId: camille.agent.agentId });
});

const refus = (r: Resultat<unknown>) => (r.ok ? 'ok' : r.refus);
async function vu(): Promise<DossierVu> {
  const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossier.id }, select: { version: true } });
  return { dossierId: dossier.id, version };
}
const restreindre = async (qui = chef) => restreindreAcces(qui.portee, qui.agent, await vu(), at);

async function unDocument(): Promise<string> {
  const [evenement] = await sql<{ id: string }>('select id::text from evenement where dossier_id = $1 limit 1', [dossier.id]);
  const id = newId();
  await db().document.create({
    data: {
      id,
      dossierId: dossier.id,
      evenementId: BigInt(evenement?.id ?? 0),
      sorte: 'essai',
      nom: 'Essai',
      cle: newId(),
      sha256: 'x',
      taille: 1,
      produitLe: at,
    },
  });
  return id;
}

const A_INSTRUIRE = { onglet: 'a_instruire', filtres: SANS_FILTRE, tri: 'urgence', apres: null } as const;

/** Every way that an agent has to a dossier. */
async function chemins({ portee, agent }: Qui, document: string): Promise<Record<string, boolean>> {
  const { lignes, comptes } = await lireCorbeille(portee, A_INSTRUIRE, at);
  const parNumero = await chercherDossiers(portee, dossier.numero);
  const parNom = await chercherDossiers(portee, 'testcol');
  const { id } = await db().fichier.findFirstOrThrow({ where: { piece: { dossierId: dossier.id } }, select: { id: true } });
  return {
    corbeille: lignes.length > 0,
    compte: comptes.a_instruire > 0,
    numero: parNumero.trouves.length > 0,
    nom: parNom.trouves.length > 0,
    page: (await dossierInstruit(portee, dossier.id)) !== null,
    acces: (await dossierEnBref(portee, dossier.id)) !== null,
    fichier: (await fichierOuvrable(portee, id)) !== null,
    piece: (await fichierLisible(portee, id)) !== null,
    document:
      (await ouvrirDocument(portee, document).then(
        () => true,
        () => true,
      )) && (await documentVisible(portee, document)),
    acte: refus(await prendreEnCharge(portee, agent, await vu(), at)) !== 'introuvable',
  };
}

/** The bytes of this document are in no storage: being found is failing to read them. */
async function documentVisible(portee: PorteeAgent, id: string): Promise<boolean> {
  try {
    return (await ouvrirDocument(portee, id)) !== null;
  } catch {
    return true;
  }
}

const tous = (chemins: Record<string, boolean>) => [...new Set(Object.values(chemins))];

describe('un dossier à accès restreint', () => {
  it('est introuvable, par tous les chemins, pour qui n’est pas sur la liste', async () => {
    const document = await unDocument();
    expect(tous(await chemins(autre, document))).toEqual([true]);
    expect(refus(await restreindre())).toBe('ok');
    expect(await chemins(autre, document)).toEqual(Object.fromEntries(Object.keys(await chemins(autre, document)).map((c) => [c, false])));
    expect(tous(await chemins(accueil, document))).toEqual([false]);
  });

  it('reste ouvert au chef qui l’a restreint, à l’agent en charge et au référent', async () => {
    const document = await unDocument();
    await restreindre();
    for (const qui of [chef, camille, referent]) expect(tous(await chemins(qui, document)), qui.agent.nom).toEqual([true]);
  });

  it('le référent ne voit que les dossiers restreints', async () => {
    expect(tous(await chemins(referent, await unDocument()))).toEqual([false]);
  });

  it('ne s’ouvre pas à l’accueil, même mis sur la liste à la main', async () => {
    await restreindre();
    await db().habilitation.create({ data: { dossierId: dossier.id, agentId: accueil.agent.agentId, accordePar: chef.agent.agentId } });
    expect(await dossierEnBref(accueil.portee, dossier.id)).toBeNull();
  });

  it('s’ouvre à qui est ajouté, se ferme à qui est retiré, avec un événement à chaque fois', async () => {
    await restreindre();
    expect(refus(await habiliterAgents(chef.portee, chef.agent, await vu(), [chef.agent.agentId, autre.agent.agentId], at))).toBe('ok');
    expect(await dossierEnBref(autre.portee, dossier.id)).not.toBeNull();
    expect(await dossierEnBref(camille.portee, dossier.id)).toBeNull();
    expect(
      (await habilitables(chef.portee, dossier.id))
        .filter((a) => a.estHabilite)
        .map((a) => a.id)
        .toSorted(),
    ).toEqual([chef.agent.agentId, autre.agent.agentId].toSorted());
    expect(refus(await leverRestriction(referent.portee, referent.agent, await vu(), at))).toBe('ok');
    expect(await dossierEnBref(camille.portee, dossier.id)).not.toBeNull();
    expect(await db().habilitation.count()).toBe(0);
    const types = await sql<{ type: string }>('select type from evenement where dossier_id = $1 order by id', [dossier.id]);
    expect(types.map((t) => t.type).slice(-3)).toEqual(['acces_restreint', 'habilitations_modifiees', 'restriction_levee']);
  });

  it('peut être fermé aussitôt par l’instructeur, qui ne change pas la liste ensuite', async () => {
    expect(refus(await restreindre(camille))).toBe('ok');
    expect(refus(await restreindre(camille))).toBe('acces_deja_restreint');
    expect(refus(await habiliterAgents(camille.portee, camille.agent, await vu(), [autre.agent.agentId], at))).toBe('non_autorise');
    expect(refus(await leverRestriction(camille.portee, camille.agent, await vu(), at))).toBe('non_autorise');
  });

  it('n’habilite ni l’accueil, ni une autre préfecture, ni un agent désactivé', async () => {
    await restreindre();
    const rhone = await agentDe('69', ['instructeur']);
    await db().agent.update({ where: { id: autre.agent.agentId }, data: { actif: false } });
    for (const qui of [accueil, rhone, autre])
      expect(refus(await habiliterAgents(chef.portee, chef.agent, await vu(), [chef.agent.agentId, qui.agent.agentId], at))).toBe(
        'agent_non_habilitable',
      );
  });

  it('ne coûte pas une requête de plus', async () => {
    const lire = () => lireCorbeille(camille.portee, A_INSTRUIRE, at);
    const avant = await compterRequetes(lire);
    const page = await compterRequetes(() => dossierInstruit(camille.portee, dossier.id));
    await restreindre();
    expect(await compterRequetes(lire)).toBe(avant);
    expect(await compterRequetes(() => dossierInstruit(camille.portee, dossier.id))).toBe(page);
  });
});

describe('l’absence d’un agent', () => {
  const lire = (qui: Qui, miens: boolean) =>
    lireCorbeille(qui.portee, { ...A_INSTRUIRE, filtres: { ...SANS_FILTRE, agent: miens ? 'moi' : null } }, at);
  const absence = (debut: string, fin: string) =>
    db().absence.create({
      data: {
        id: newId(),
        agentId: camille.agent.agentId,
        debutLe: new Date(debut),
        finLe: new Date(fin),
        remplacantId: autre.agent.agentId,
      },
    });

  it('montre ses dossiers à qui le remplace, ce jour-là seulement, sans les lui ôter', async () => {
    expect((await lire(autre, true)).lignes).toEqual([]);
    await absence('2026-11-20', '2026-11-22');
    const { lignes, comptes } = await lire(autre, true);
    expect(lignes.map((l) => [l.id, l.agentAbsent, l.aRemplacer])).toEqual([[dossier.id, true, true]]);
    expect(comptes.a_instruire).toBe(1);
    expect((await lire(camille, true)).lignes).toHaveLength(1);
    expect((await lire(chef, false)).lignes[0]).toMatchObject({ agentAbsent: true, aRemplacer: false });
    await db().absence.updateMany({ data: { finLe: new Date('2026-11-21') } });
    expect((await lire(autre, true)).lignes).toEqual([]);
  });

  it('ne montre pas au remplaçant un dossier restreint où il n’est pas habilité', async () => {
    await absence('2026-11-20', '2026-11-30');
    await restreindre();
    expect((await lire(autre, true)).lignes).toEqual([]);
  });
});

describe('les octets d’un dossier restreint', () => {
  const maintenant = () => new Date();
  const demander = (route: typeof lireFichier, adresse: string, params: Record<string, string>) =>
    route(new Request(`http://localhost:3000${adresse}`), { params: Promise.resolve(params) });

  async function fichier() {
    const { id } = await db().fichier.findFirstOrThrow({ where: { piece: { dossierId: dossier.id } }, select: { id: true } });
    return demander(lireFichier, `/api/agents/fichiers/${id}`, { fichier: id });
  }

  let confirmation: string;
  beforeEach(async () => {
    confirmation = await unDocument();
    const { cle } = await storage().put(
      (async function* () {
        yield Buffer.from('%PDF-1.7');
      })(),
    );
    await db().document.update({ where: { id: confirmation }, data: { cle } });
  });
  const document = () => demander(lireDocument, `/api/agents/documents/${confirmation}`, { document: confirmation });

  const entrer = (qui: Qui, facteurLe?: Date) => {
    navigateur.boite.clear();
    return ouvrirSession('agent', qui.agent.agentId, 'complete', maintenant(), { facteurLe });
  };
  const lectures = () => db().consultation.count({ where: { dossierId: dossier.id } });

  it('se lisent sans rien prouver tant que l’accès est ordinaire', async () => {
    await entrer(camille);
    expect([(await fichier()).status, (await document()).status]).toEqual([200, 200]);
    expect(await lectures()).toBe(2);
  });

  it('demandent ensuite la même preuve que la page, et ne comptent pas comme lus avant', async () => {
    await restreindre();
    await entrer(camille, new Date(Date.now() - 11 * 60_000));
    for (const reponse of [await fichier(), await document()]) {
      expect(reponse.status).toBe(303);
      expect(reponse.headers.get('location')).toMatch(/^\/agents\/confirmation\?retour=%2Fapi%2Fagents%2F/);
    }
    expect(await lectures()).toBe(0);
    await entrer(camille, maintenant());
    expect([(await fichier()).status, (await document()).status]).toEqual([200, 200]);
    await entrer(referent, maintenant());
    expect([(await fichier()).status, (await document()).status]).toEqual([200, 200]);
    await entrer(autre, maintenant());
    expect([(await fichier()).status, (await document()).status]).toEqual([404, 404]);
  });

  it('ne se lisent plus au guichet où la demande vient d’être déposée', async () => {
    await db().dossier.update({ where: { id: dossier.id }, data: { canal: 'guichet', statut: 'depose', deposeLe: at } });
    await db().ticket.create({
      data: {
        id: newId(),
        numero: '1',
        nom: 'T',
        email: 't@example.org',
        sujet: 'blocage',
        prefectureCode: '59',
        impossibiliteLe: at,
        dossierId: dossier.id,
      },
    });
    const apres = (minutes: number) => guichetOuvert(accueil.agent, dossier.id, new Date(at.getTime() + minutes * 60_000));
    expect(await apres(60)).not.toBeNull();
    await restreindre();
    // the time to hand over the proof that is being printed
    expect(await apres(29)).not.toBeNull();
    expect(await apres(30)).toBeNull();
  });
});
