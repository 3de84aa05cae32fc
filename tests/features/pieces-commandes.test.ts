// What happens to the pieces of a draft once files are in: removal, variant, ephoto, antivirus, answer to a complement.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { clamd } from '#adapters/antivirus/clamd.ts';
import { FileMissing } from '#adapters/storage/intake.ts';
import { storage } from '#adapters/storage/storage.ts';
import { type PorteeUsager, porteeAgent } from '#domain/access/scope.ts';
import { motifPropose } from '#domain/dossier/complement.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { analyserFichier, relancerAnalyses, reserver, viderOrphelins } from '#features/pieces/analyse/commands.ts';
import { confirmerCode, retirerCode } from '#features/pieces/code/commands.ts';
import { choisirVariante, retirerFichier } from '#features/pieces/commands.ts';
import { fichiersDuComplement } from '#features/pieces/complement/queries.ts';
import { donneesComptees, fichierLisible, piecesDuDossier } from '#features/pieces/queries.ts';
import { cibleOuverte, televerser } from '#features/pieces/televersement/commands.ts';
import { closeDb, db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { closeQueue } from '#platform/queue.ts';
import { AT, creerBrouillon, creerUsager, publierListes } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import { enMorceaux, pdf, pdfInfecte, png } from '../support/fichiers.ts';

let portee: PorteeUsager;
let autre: PorteeUsager;
let dossierId: string;

beforeEach(async () => {
  await truncate();
  await publierListes();
  const moi = await creerUsager();
  portee = moi.portee;
  autre = (await creerUsager('ana.testpereira')).portee;
  dossierId = await creerBrouillon(moi.usager);
});
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const injoignable = clamd({ hote: '127.0.0.1', port: 1, delaiConnexion: 500 });

async function joindre(
  place: { piece?: string; emplacement?: string; contenu?: Buffer; complementItemId?: string; antivirus?: typeof injoignable } = {},
): Promise<string> {
  const { piece = 'nationalite', emplacement = 'document', contenu = await png(), complementItemId = null, antivirus } = place;
  const joint = await televerser(
    { portee, dossierId, piece, emplacement, complementItemId, at: AT },
    { nom: 'photo.png', contenu: enMorceaux(contenu) },
    { antivirus },
  );
  if (!joint.ok) throw new Error(joint.refus);
  return joint.valeur.id;
}

const estStocke = (cle: string) =>
  storage()
    .get(cle)
    .then(
      (flux) => {
        flux.destroy();
        return true;
      },
      (erreur) => {
        if (erreur instanceof FileMissing) return false;
        throw erreur;
      },
    );
const cleDe = async (id: string) => (await db().fichier.findUniqueOrThrow({ where: { id } })).cle;
const travaux = () => sql<{ data: unknown }>("select data from file.job where name = 'analyse'");

describe('supprimer un fichier', () => {
  it('retire la ligne et confie ses octets au menage, dans la meme transaction', async () => {
    const id = await joindre();
    const cle = await cleDe(id);
    expect(await retirerFichier({ portee, fichierId: id })).toEqual({ ok: true, valeur: null });
    expect([await db().fichier.count(), await db().piece.count(), (await db().fichierOrphelin.findMany()).map((o) => o.cle)]).toEqual([
      0,
      0,
      [cle],
    ]);
    expect(await estStocke(cle)).toBe(true);
    expect(await viderOrphelins()).toBe(1);
    expect([await estStocke(cle), await db().fichierOrphelin.count(), await viderOrphelins()]).toEqual([false, 0, 0]);
  });

  it('n’ecrit rien du tout quand la transaction echoue', async () => {
    const id = await joindre();
    await sql(`create function t_echec() returns trigger language plpgsql as $$ begin raise exception 'panne'; end $$;
      create trigger t_echec before delete on fichier for each row execute function t_echec()`);
    try {
      await expect(retirerFichier({ portee, fichierId: id })).rejects.toThrow();
    } finally {
      await sql('drop trigger t_echec on fichier; drop function t_echec()');
    }
    expect([await db().fichier.count(), await db().fichierOrphelin.count()]).toEqual([1, 0]);
  });

  it('deux fois ne gene personne, et le fichier d’un autre reste', async () => {
    const id = await joindre();
    expect(await retirerFichier({ portee: autre, fichierId: id })).toEqual({ ok: true, valeur: null });
    expect(await db().fichier.count()).toBe(1);
    await retirerFichier({ portee, fichierId: id });
    expect(await retirerFichier({ portee, fichierId: id })).toEqual({ ok: true, valeur: null });
  });

  it('est refuse apres le depot', async () => {
    const id = await joindre();
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'depose' } });
    expect(await retirerFichier({ portee, fichierId: id })).toMatchObject({ ok: false, refus: 'statut_incompatible' });
  });
});

describe('les octets d’un processus mort en route', () => {
  it('sont notes avant d’etre ecrits, gardes tant que l’envoi peut durer, puis retires', async () => {
    const cle = await reserver();
    await storage().put(enMorceaux(await png()), cle);
    expect([await viderOrphelins(), await estStocke(cle)]).toEqual([0, true]);
    await sql("update fichier_orphelin set depuis = depuis - interval '24 hours'");
    expect([await viderOrphelins(), await estStocke(cle), await db().fichierOrphelin.count()]).toEqual([1, false, 0]);
  });

  it('ne laissent pas de note quand la ligne est ecrite, ni apres un refus', async () => {
    await joindre();
    expect(await db().fichierOrphelin.count()).toBe(0);
    await expect(joindre({ contenu: await pdfInfecte() })).rejects.toThrow('infecte');
    await expect(joindre({ emplacement: 'inconnu' })).rejects.toThrow('emplacement_inconnu');
    expect([await db().fichier.count(), await db().fichierOrphelin.count()]).toEqual([1, 0]);
  });

  it('restent notes quand l’ecriture de la ligne echoue', async () => {
    await sql(`create function t_echec() returns trigger language plpgsql as $$ begin raise exception 'panne'; end $$;
      create trigger t_echec before insert on fichier for each row execute function t_echec()`);
    try {
      await expect(joindre()).rejects.toThrow();
    } finally {
      await sql('drop trigger t_echec on fichier; drop function t_echec()');
    }
    const [note] = await db().fichierOrphelin.findMany();
    expect(await estStocke(note?.cle ?? '')).toBe(true);
    await sql("update fichier_orphelin set depuis = depuis - interval '24 hours'");
    expect([await viderOrphelins(), await estStocke(note?.cle ?? '')]).toEqual([1, false]);
  });

  it('ne recoivent pas de ligne quand le menage a pu les retirer', async () => {
    const contenu = await png();
    async function* lent() {
      yield contenu;
      await sql('delete from fichier_orphelin');
    }
    const cible = { portee, dossierId, piece: 'nationalite', emplacement: 'document', complementItemId: null, at: AT };
    await expect(televerser(cible, { nom: 'photo.png', contenu: lent() })).rejects.toThrow();
    expect(await db().fichier.count()).toBe(0);
  });
});

describe('choisir une variante', () => {
  const choisir = (variante: string, confirme = false) =>
    choisirVariante({ portee, dossierId, piece: 'domicile', variante, confirme, at: AT });

  it('ouvre ses emplacements', async () => {
    expect(
      await cibleOuverte({ portee, dossierId, piece: 'domicile', emplacement: 'facture_hotel', complementItemId: null, at: AT }),
    ).toMatchObject({ ok: false });
    expect(await choisir('hotel')).toEqual({ ok: true, valeur: { aConfirmer: 0 } });
    expect(
      await cibleOuverte({ portee, dossierId, piece: 'domicile', emplacement: 'facture_hotel', complementItemId: null, at: AT }),
    ).toMatchObject({ ok: true });
  });

  it('demande confirmation avant de supprimer les fichiers d’une autre, puis les supprime', async () => {
    await choisir('hotel');
    await joindre({ piece: 'domicile', emplacement: 'facture_hotel' });
    expect(await choisir('particulier')).toEqual({ ok: true, valeur: { aConfirmer: 1 } });
    expect(await piecesDuDossier(portee, dossierId)).toMatchObject([{ variante: 'hotel', fichiers: [{ emplacement: 'facture_hotel' }] }]);
    expect(await choisir('particulier', true)).toEqual({ ok: true, valeur: { aConfirmer: 0 } });
    expect(await piecesDuDossier(portee, dossierId)).toMatchObject([{ variante: 'particulier', fichiers: [] }]);
    expect(await db().fichierOrphelin.count()).toBe(1);
  });

  it('refuse une variante inconnue, une piece sans variante, un dossier d’un autre', async () => {
    expect(await choisir('chateau')).toMatchObject({ refus: 'variante_inconnue' });
    expect(await choisirVariante({ portee, dossierId, piece: 'nationalite', variante: 'hotel', confirme: false, at: AT })).toMatchObject({
      refus: 'emplacement_inconnu',
    });
    expect(
      await choisirVariante({ portee: autre, dossierId, piece: 'domicile', variante: 'hotel', confirme: false, at: AT }),
    ).toMatchObject({ refus: 'introuvable' });
  });
});

describe('le numero ephoto', () => {
  const confirmer = (numero: string) => confirmerCode({ portee, dossierId, piece: 'ephoto', numero, at: AT });

  it('se confirme, tel qu’on le garde, et se supprime', async () => {
    expect(await confirmer(' valide-0000 0000 0000 0001 ')).toEqual({ ok: true, valeur: 'VALIDE0000000000000001' });
    expect(await piecesDuDossier(portee, dossierId)).toMatchObject([{ code: 'ephoto', valeur: 'VALIDE0000000000000001' }]);
    await retirerCode({ portee, dossierId, piece: 'ephoto' });
    expect(await db().piece.count()).toBe(0);
  });

  it.each([
    ['ABC123', 'ephoto_format'],
    ['EXPIRE0000000000000001', 'ephoto_expire'],
    ['DEJAUTILISE00000000001', 'ephoto_deja_utilise'],
    ['INCONNU000000000000001', 'ephoto_inconnu'],
  ])('%s est refuse : %s', async (numero, refus) => {
    expect(await confirmer(numero)).toMatchObject({ ok: false, refus });
    expect(await db().piece.count()).toBe(0);
  });
});

describe('l’antivirus', () => {
  it('qui ne repond pas laisse entrer le fichier, invisible, avec son travail', async () => {
    const id = await joindre({ antivirus: injoignable });
    expect(await db().fichier.findUnique({ where: { id } })).toMatchObject({ analyse: 'en_attente', analyseur: 'clamd' });
    expect((await travaux()).map((t) => t.data)).toEqual([{ fichierId: id }]);
    expect(await fichierLisible(portee, id)).toBeNull();
    // It counts as given: the person is not held by a scanner that is down.
    expect(donneesComptees(await piecesDuDossier(portee, dossierId))).toMatchObject([{ emplacements: ['document'] }]);
  });

  it('declare sain plus tard : alors seulement un agent le voit', async () => {
    await db().prefecture.create({ data: { code: '59', nom: 'Nord', autorite: 'Le préfet du Nord', adresse: 'Lille', tribunal: 'Lille' } });
    const id = await joindre({ antivirus: injoignable });
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'depose', prefectureCode: '59' } });
    const agent = (prefecture: string) =>
      porteeAgent({ sorte: 'agent', agentId: newId(), sessionId: newId(), nom: 'TESTINSTRUC', roles: ['instructeur'], prefecture });
    const nord = agent('59');
    const rhone = agent('69');
    if (!nord || !rhone) throw new Error('portee');
    expect(await fichierLisible(nord, id)).toBeNull();
    expect(await analyserFichier(id)).toBe('sain');
    expect(await fichierLisible(nord, id)).toMatchObject({ id, piece: 'nationalite', format: 'png' });
    expect(await fichierLisible(rhone, id)).toBeNull();
    expect(await analyserFichier(id)).toBe('sans_objet');
  });

  it('trouve un virus plus tard : les octets partent, la personne le lit, la piece n’est plus donnee', async () => {
    const id = await joindre({ contenu: await pdfInfecte(), antivirus: injoignable });
    const cle = await cleDe(id);
    expect(await analyserFichier(id)).toBe('infecte');
    const pieces = await piecesDuDossier(portee, dossierId);
    expect([pieces[0]?.fichiers[0]?.etat, donneesComptees(pieces)[0]?.emplacements]).toEqual(['infecte', []]);
    await viderOrphelins();
    expect(await estStocke(cle)).toBe(false);
    expect(await fichierLisible(portee, id)).toBeNull();
    for (let n = 0; n < 3; n++) await joindre();
  });

  const evenements = async () => (await db().evenement.findMany({ where: { dossierId, type: 'fichier_infecte' } })).map((e) => e.faits);

  it('n’en dit rien dans l’histoire d’un brouillon : la page le dit deja', async () => {
    await analyserFichier(await joindre({ contenu: await pdfInfecte(), antivirus: injoignable }));
    expect(await evenements()).toEqual([]);
  });

  it('trouve un virus apres le depot : c’est dit, et propose a redemander jusqu’a un autre fichier', async () => {
    await db().prefecture.create({ data: { code: '59', nom: 'Nord', autorite: 'Le préfet du Nord', adresse: 'Lille', tribunal: 'Lille' } });
    const id = await joindre({ contenu: await pdfInfecte(), antivirus: injoignable });
    const sain = await joindre({ piece: 'filiation' });
    await db().dossier.update({
      where: { id: dossierId },
      data: { statut: 'en_instruction', prefectureCode: '59', numero: '1', demandeur: 'T', deposeLe: AT },
    });
    const agent = porteeAgent({ sorte: 'agent', agentId: newId(), sessionId: newId(), nom: 'T', roles: ['instructeur'], prefecture: '59' });
    if (!agent) throw new Error('portee');
    expect((await dossierInstruit(agent, dossierId))?.alertes.map((a) => a.code)).not.toContain('fichier_infecte');
    expect([await analyserFichier(id), await analyserFichier(id)]).toEqual(['infecte', 'sans_objet']);
    expect(await evenements()).toEqual([{ piece: 'nationalite' }]);
    const lu = await dossierInstruit(agent, dossierId);
    const piece = lu?.pieces.find((p) => p.code === 'nationalite');
    expect(lu?.alertes).toContainEqual({ code: 'fichier_infecte', pieces: [piece?.libelle] });
    expect(piece && motifPropose(piece)).toEqual({ motif: 'autre', observation: expect.stringContaining('virus') });
    const autrePiece = lu?.pieces.find((p) => p.code === 'filiation');
    expect([sain, autrePiece && motifPropose(autrePiece)]).toEqual([sain, { motif: null, observation: null }]);
    expect(lu?.historique.map((h) => [h.phrase, h.precision, h.auteur])).toContainEqual([
      'Fichier supprimé : il contenait un virus.',
      piece?.libelle,
      'le portail',
    ]);
    // another file came in its place meanwhile
    await db().fichier.updateMany({
      where: { id: sain },
      data: { pieceId: (await db().fichier.findUniqueOrThrow({ where: { id } })).pieceId },
    });
    expect((await dossierInstruit(agent, dossierId))?.alertes.map((a) => a.code)).not.toContain('fichier_infecte');
  });

  it('ne se plaint pas d’un fichier supprime entre temps', async () => {
    const id = await joindre({ antivirus: injoignable });
    await retirerFichier({ portee, fichierId: id });
    await viderOrphelins();
    expect(await analyserFichier(id)).toBe('sans_objet');
  });

  it('recommence pour les fichiers oublies depuis plus d’une heure', async () => {
    await joindre({ antivirus: injoignable });
    expect(await relancerAnalyses(new Date(AT.getTime() + 3_599_000))).toBe(0);
    expect(await relancerAnalyses(new Date(AT.getTime() + 3_601_000))).toBe(1);
    expect(await travaux()).toHaveLength(2);
  });
});

describe('la reponse a un complement', () => {
  async function complement(): Promise<{ item: string; ancien: string }> {
    const ancien = await joindre();
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'en_instruction' } });
    const id = newId();
    const item = newId();
    await db().complement.create({
      data: {
        id,
        dossierId,
        demandePar: newId(),
        demandeLe: AT,
        items: { create: { id: item, ordre: 1, sorte: 'piece', pieceCode: 'nationalite', observation: 'Illisible.' } },
      },
    });
    return { item, ancien };
  }

  it('recoit des fichiers a cote de l’ancienne version, qui reste', async () => {
    const { item, ancien } = await complement();
    const nouveau = await joindre({ complementItemId: item });
    expect(await fichiersDuComplement(portee, [item])).toMatchObject([{ id: nouveau, complementItemId: item, etat: 'sain' }]);
    expect(await fichiersDuComplement(autre, [item])).toEqual([]);
    expect((await piecesDuDossier(portee, dossierId))[0]?.fichiers.map((f) => f.id)).toEqual([ancien]);
    expect(await db().fichier.findUnique({ where: { id: ancien } })).toMatchObject({ remplaceLe: null });
  });

  it('en accepte trois, les siens seuls comptent, et on peut les retirer', async () => {
    const { item } = await complement();
    const ids = [
      await joindre({ complementItemId: item }),
      await joindre({ complementItemId: item }),
      await joindre({ complementItemId: item }),
    ];
    await expect(joindre({ complementItemId: item })).rejects.toThrow('trop_de_fichiers');
    expect(await retirerFichier({ portee, fichierId: ids[0] ?? '' })).toMatchObject({ ok: true });
    expect(await db().fichierOrphelin.count()).toBe(1);
    await joindre({ complementItemId: item });
  });

  it('est fermee une fois envoyee, et n’est pas celle d’un autre', async () => {
    const { item } = await complement();
    const id = await joindre({ complementItemId: item });
    const cible = { dossierId, piece: 'nationalite', emplacement: 'document', complementItemId: item, at: AT };
    expect(await cibleOuverte({ ...cible, portee: autre })).toMatchObject({ refus: 'introuvable' });
    expect(await cibleOuverte({ ...cible, portee, piece: 'filiation' })).toMatchObject({ refus: 'emplacement_inconnu' });
    await db().complement.updateMany({ data: { reponduLe: AT } });
    expect(await cibleOuverte({ ...cible, portee })).toMatchObject({ refus: 'complement_ferme' });
    await expect(joindre({ complementItemId: item, contenu: await pdf() })).rejects.toThrow('complement_ferme');
    expect(await retirerFichier({ portee, fichierId: id })).toMatchObject({ refus: 'complement_ferme' });
  });
});
