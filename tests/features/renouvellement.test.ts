// Who holds a titre: what is offered, a draft that begins filled, accepted pieces that serve again.
import { beforeEach, describe, expect, it } from 'vitest';
import { storage } from '#adapters/storage/storage.ts';
import { porteeUsager } from '#domain/access/scope.ts';
import { plusJours } from '#domain/jour.ts';
import { dossierEnCours } from '#features/dossier/depot/queries.ts';
import { abandonner } from '#features/dossier/depot/situation/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { etatDeLaDemarche, offresDe } from '#features/offre/queries.ts';
import { viderOrphelins } from '#features/pieces/analyse/commands.ts';
import { retirerFichier } from '#features/pieces/commands.ts';
import { ouvrirFichier, piecesDuDossier } from '#features/pieces/queries.ts';
import { reprendrePiece } from '#features/pieces/reprise/commands.ts';
import { proposees } from '#features/pieces/reprise/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { AT } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import { commencerPour, type Personne, personne, socleDuDepot } from '../support/depot.ts';
import { agentDe, dossierDepose } from '../support/dossiers.ts';
import { compterRequetes } from '../support/requetes.ts';

const SLUG = 'carte-de-resident-renouvellement';
const JOUR = '2026-11-20';
const lille = {
  numero: '12',
  voie: 'rue de Gand',
  complement: '',
  codePostal: '59000',
  ville: 'Lille',
  pays: 'France',
  codeInsee: '59350',
};

let ana: Personne;

/** Gives a titre of the registre to somebody. */
async function titulaire(qui: Personne, type: string | null, finDans: number): Promise<void> {
  await db().personne.create({
    data: {
      id: newId(),
      numeroEtranger: `59${qui.usager.compteId.replace(/\D/g, '').slice(-8).padStart(8, '0')}`,
      nomNaissance: 'TESTRESIDENTE',
      prenoms: ['Fatou'],
      sexe: 'feminin',
      naissanceAnnee: 1975,
      naissanceMois: 1,
      naissanceJour: 15,
      paysNaissance: 'SN',
      lieuNaissance: 'Dakar',
      nationalites: ['SN'],
      cleRecherche: 'testresidente fatou',
      adresse: lille,
      compte: { connect: { id: qui.usager.compteId } },
      titres: {
        create: {
          id: newId(),
          sorte: 'titre',
          type,
          mention: 'Carte',
          debutLe: new Date('2017-02-01'),
          finLe: new Date(plusJours(JOUR, finDans)),
        },
      },
    },
  });
}

beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  ana = await personne('ana');
});

const commence = async (slug = SLUG): Promise<string> => {
  const debut = await commencerPour(ana, slug);
  if (!debut.ok) throw new Error(debut.refus);
  return debut.valeur;
};

describe('ce qui est offert', () => {
  const etat = async (slug = SLUG) => (await offresDe(ana.portee, AT)).offres.find((o) => o.procedure === slug)?.etat;

  it('suit le titre du registre, le jour, et ce qui est déjà ouvert', async () => {
    await titulaire(ana, 'resident', 90);
    expect(await etat()).toEqual({ code: 'possible', fenetre: { etat: 'ouverte', jusquau: plusJours(JOUR, 30) } });
    const id = await commence();
    expect(await etat()).toEqual({ code: 'commencee', dossierId: id });
    await sql(`update dossier set statut = 'depose', numero = '5901202611200000001', depose_le = now() where id = $1`, [id]);
    expect(await etat()).toEqual({ code: 'deja_ouverte', dossierId: id, numero: '5901202611200000001' });
    await sql(`update dossier set statut = 'accepte' where id = $1`, [id]);
    expect(await etat()).toMatchObject({ code: 'possible' });
  });

  it('n’est rien de ce titre pour qui n’en a pas, ni par l’adresse', async () => {
    expect(await etat()).toBeUndefined();
    const procedure = procedureActuelle(SLUG);
    if (!procedure) throw new Error(SLUG);
    expect(await etatDeLaDemarche(ana.portee, procedure, AT)).toBeNull();
    await titulaire(ana, 'salarie', 90);
    const offres = await offresDe(ana.portee, AT);
    expect(offres.orientations).toEqual([{ motif: 'salarie', pour: 'renouvellement' }]);
    expect(await etatDeLaDemarche(ana.portee, procedure, AT)).toBeNull();
  });

  it('se lit en deux requêtes, quoi qu’il y ait', async () => {
    await titulaire(ana, 'resident', 90);
    expect(await compterRequetes(() => offresDe(ana.portee, AT))).toBe(2);
    for (const slug of [SLUG, 'enfant-de-francais', 'soins']) await commence(slug);
    expect(await compterRequetes(() => offresDe(ana.portee, AT))).toBe(2);
  });
});

describe('une demande commence remplie', () => {
  it('de ce que sait le registre, rien n’étant validé', async () => {
    await titulaire(ana, 'resident', 90);
    const dossier = await dossierEnCours(ana.portee, await commence(), 'etat_civil');
    expect(dossier?.reponses).toMatchObject({
      titre_type: 'resident',
      titre_fin: plusJours(JOUR, 90),
      nom_naissance: 'TESTRESIDENTE',
      adresse: lille,
    });
    expect(dossier?.reponses).not.toHaveProperty('adresse_inchangee');
    expect(dossier?.etapesValidees).toEqual([]);
  });

  it('de la dernière demande déposée de la même personne, jamais d’une demande restreinte', async () => {
    const { numero } = await dossierDepose({ compteId: ana.usager.compteId, reponses: { telephone: '0611223344' } });
    await dossierDepose({ compteId: (await personne('autre')).usager.compteId, reponses: { telephone: '0699999999' } });
    const id = await commence('soins');
    const dossier = await dossierEnCours(ana.portee, id, '');
    expect(dossier?.reponses).toMatchObject({ telephone: '0611223344', nom_naissance: 'TESTCOLLINS' });
    expect(dossier?.reprise?.demande).toMatchObject({ numero, le: '2026-09-22' });
    await sql('update dossier set restreint = true where numero = $1', [numero]);
    const autre = await dossierEnCours(ana.portee, await commence('conjoint-de-francais'), '');
    expect(autre?.reponses).toEqual({});
  });

  it('et n’en garde rien une fois abandonnée', async () => {
    await titulaire(ana, 'resident', 90);
    const id = await commence();
    await abandonner({ acteur: ana.usager, portee: ana.portee, at: AT }, id);
    expect(await sql('select reponses, reprise from dossier where id = $1', [id])).toEqual([{ reponses: {}, reprise: null }]);
  });

  it('l’agent voit ce qui a été corrigé, et un dépôt tardif', async () => {
    await titulaire(ana, 'resident', 20);
    const id = await commence();
    await sql(
      `update dossier set statut = 'depose', numero = '5901202611200000009', depose_le = $2, prefecture_code = '59', demandeur = 'T',
        reponses = reponses || '{"lieu_naissance":"Thiès"}' where id = $1`,
      [id, AT],
    );
    const { portee } = await agentDe('59', ['instructeur']);
    const alertes = (await dossierInstruit(portee, id))?.alertes;
    expect(alertes).toContainEqual({
      code: 'depot_tardif',
      delaiFini: plusJours(JOUR, -40),
      titreFini: plusJours(JOUR, 20),
      etat: 'tardive',
    });
    expect(alertes).toContainEqual({
      code: 'ecarts_registre',
      ecarts: [{ libelle: 'Lieu de naissance', registre: 'Dakar', demande: 'Thiès' }],
    });
  });
});

describe('une pièce acceptée sert encore', () => {
  let source: { id: string; numero: string };
  let brouillon: string;
  const pieces = () => procedureActuelle('soins')?.listes.at(-1)?.pieces ?? [];
  const lire = async () => (await dossierEnCours(ana.portee, brouillon, ''))?.reponses ?? {};
  const propose = async (portee = ana.portee) =>
    (await proposees(portee, { id: brouillon, reponses: await lire() }, pieces(), AT)).map((p) => p.code).toSorted();
  const reprendre = (piece: string, portee = ana.portee) => reprendrePiece({ portee, dossierId: brouillon, piece, at: AT });

  beforeEach(async () => {
    source = await dossierDepose({ compteId: ana.usager.compteId, statut: 'accepte' });
    await sql(`update piece set verdict = 'conforme' where dossier_id = $1`, [source.id]);
    brouillon = await commence('soins');
  });

  it('conforme, encore valable, de même code ; ni un numéro, ni une signature', async () => {
    const codes = await propose();
    expect(codes).toContain('nationalite');
    expect(codes).toContain('domicile');
    for (const code of ['ephoto', 'contrat_engagement', 'filiation']) expect(codes).not.toContain(code);
  });

  it.each([
    ['non conforme', `update piece set verdict = 'non_conforme' where dossier_id = $1`],
    ['pas encore vérifiée', 'update piece set verdict = null where dossier_id = $1'],
    ['remplacée', 'update fichier set remplace_le = now() where piece_id in (select id from piece where dossier_id = $1)'],
    ['d’une demande restreinte', 'update dossier set restreint = true where id = $1'],
    ['d’un enfant représenté', `update dossier set representation = '{"cle":"x"}' where id = $1`],
  ])('pas si elle est %s', async (_cas, requete) => {
    await sql(requete, [source.id]);
    expect(await propose()).toEqual([]);
    expect(await reprendre('nationalite')).toMatchObject({ ok: false, refus: 'fichier_introuvable' });
  });

  it('pas un domicile de plus de six mois, ni d’une autre adresse', async () => {
    await sql(`update fichier set depose_le = '2026-05-19T10:00:00Z'`);
    expect(await propose()).not.toContain('domicile');
    await sql(`update fichier set depose_le = '2026-05-20T10:00:00Z'`);
    expect(await propose()).toContain('domicile');
    await sql(`update dossier set reponses = jsonb_set(reponses, '{adresse,voie}', '"rue Neuve"') where id = $1`, [brouillon]);
    expect(await propose()).not.toContain('domicile');
  });

  it('jamais celle d’une autre personne, ni par la portée d’une autre', async () => {
    const autre = await personne('autre');
    expect(await propose(autre.portee)).toEqual([]);
    expect(await reprendre('nationalite', autre.portee)).toMatchObject({ ok: false, refus: 'introuvable' });
    // a mandataire of the draft alone
    const confie = {
      dossierId: brouillon,
      compteId: ana.usager.compteId,
      mandatId: newId(),
      droits: ['voir', 'remplir', 'joindre'],
      par: autre.usager,
    };
    const portee = porteeUsager({ ...autre.usager, confies: [confie as never] });
    expect(await propose(portee)).toEqual([]);
  });

  it('le fichier est repris une fois, sans copier son contenu, et l’agent saura d’où', async () => {
    const stockes = await sql<{ n: string }>('select count(distinct cle)::text as n from fichier');
    expect(await reprendre('nationalite')).toMatchObject({ ok: true, valeur: 1 });
    expect(await sql<{ n: string }>('select count(distinct cle)::text as n from fichier')).toEqual(stockes);
    expect(await reprendre('nationalite')).toMatchObject({ ok: false, refus: 'piece_deja_jointe' });
    const [repris] = await sql<{ repris_de: string; age: string }>(
      `select repris_de, depose_le::date::text as age from fichier f join piece p on p.id = f.piece_id where p.dossier_id = $1`,
      [brouillon],
    );
    expect(repris).toEqual({ repris_de: source.numero, age: '2026-09-22' });
  });

  it('garde la variante choisie', async () => {
    expect(await reprendre('domicile')).toMatchObject({ ok: true });
    const donnee = (await piecesDuDossier(ana.portee, brouillon)).find((p) => p.code === 'domicile');
    expect(donnee).toMatchObject({ variante: 'personnel', fichiers: [{ etat: 'sain' }] });
  });

  it('le contenu reste tant qu’un des deux dossiers le tient, et part avec le dernier', async () => {
    await reprendre('nationalite');
    const [repris] = (await piecesDuDossier(ana.portee, brouillon)).find((p) => p.code === 'nationalite')?.fichiers ?? [];
    const [{ cle, id: ancien } = { cle: '', id: '' }] = await sql<{ cle: string; id: string }>(
      `select f.cle, f.id from fichier f join piece p on p.id = f.piece_id where p.dossier_id = $1 and p.code = 'nationalite'`,
      [source.id],
    );
    const existe = () =>
      storage()
        .get(cle)
        .then(
          (flux) => flux.destroy() !== null,
          () => false,
        );
    await retirerFichier({ portee: ana.portee, fichierId: repris?.id ?? '' });
    await viderOrphelins();
    expect(await existe()).toBe(true);
    expect(await ouvrirFichier(ana.portee, ancien)).not.toBeNull();

    await reprendre('nationalite');
    await sql('delete from fichier where id = $1', [ancien]);
    await viderOrphelins();
    expect(await existe()).toBe(true);

    await sql('delete from fichier where cle = $1', [cle]);
    await viderOrphelins();
    expect(await existe()).toBe(false);
  });

  it('se propose en une requête', async () => {
    const reponses = await lire();
    expect(await compterRequetes(() => proposees(ana.portee, { id: brouillon, reponses }, pieces(), AT))).toBe(1);
  });
});
