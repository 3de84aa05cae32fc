// What an accepted declaration changes elsewhere, and what it tells, once.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reponses } from '#domain/procedure/definition.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { appliquerEffet } from '#features/dossier/effets/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { notifier } from '#features/notifications/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { truncate } from '../support/database.ts';
import { agentDe, compteTemporaire, dossierDepose, evenement, socle } from '../support/dossiers.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const LYON = {
  adresse: {
    numero: '8',
    voie: 'Rue de la Part-Dieu',
    complement: '',
    codePostal: '69003',
    ville: 'Lyon',
    pays: 'France',
    codeInsee: '69383',
  },
};

let compteId: string;
let personneId: string;

beforeEach(async () => {
  await truncate();
  await socle();
  personneId = newId();
  await db().personne.create({
    data: {
      id: personneId,
      numeroEtranger: '5999000006',
      nomNaissance: 'TESTPEREIRA',
      nomUsage: 'TESTANCIEN',
      prenoms: ['Ana'],
      sexe: 'feminin',
      naissanceAnnee: 1970,
      paysNaissance: 'PT',
      lieuNaissance: 'Porto',
      nationalites: ['PT'],
      cleRecherche: 'testpereira ana',
      titres: {
        create: [
          { id: newId(), sorte: 'titre', mention: 'Ancienne', debutLe: new Date('2010-01-01'), finLe: new Date('2019-12-31') },
          { id: newId(), sorte: 'titre', mention: 'Actuelle', debutLe: new Date('2026-01-12'), finLe: new Date('2028-01-11') },
        ],
      },
    },
  });
  compteId = (await compteTemporaire()).id;
  await db().compte.update({ where: { id: compteId }, data: { personneId, numeroEtranger: '5999000006' } });
});

/** An accepted request of this person, with its event; gives both. */
async function accepte(procedure: string, reponses: Reponses = {}) {
  const { id, numero } = await dossierDepose({
    procedure,
    reponses,
    compteId,
    personneId,
    statut: 'accepte',
    pieces: false,
    evenement: false,
  });
  return { id, numero, fait: await evenement(id, 'decision_favorable', {}, AT) };
}

async function brouillon(procedure: string, reponses: Reponses): Promise<string> {
  const definition = procedureActuelle(procedure);
  if (!definition) throw new Error(procedure);
  const id = newId();
  await db().dossier.create({
    data: {
      id,
      procedure,
      procedureVersion: 1,
      listeVersion: 1,
      compteId,
      personneId,
      reponses: JSON.parse(JSON.stringify(reponses)),
      etapesValidees: [],
    },
  });
  return id;
}

const faitsDe = async (dossierId: string) =>
  (await db().evenement.findMany({ where: { dossierId, type: { notIn: ['depose', 'decision_favorable'] } }, orderBy: { id: 'asc' } })).map(
    (e) => [e.type, e.faits],
  );

describe('un changement d’adresse accepté', () => {
  it('devient l’adresse connue, passe dans les brouillons, et signale aux dossiers ouverts la préfecture compétente', async () => {
    const { id, numero, fait } = await accepte('changement-d-adresse', LYON);
    const renouvellement = await brouillon('carte-de-resident-renouvellement', { nom_naissance: 'TESTPEREIRA', adresse_inchangee: 'non' });
    const [nord, rhone] = [
      await dossierDepose({ compteId, personneId, statut: 'en_instruction', pieces: false }),
      await dossierDepose({ compteId, personneId, prefecture: '69', pieces: false }),
    ];
    const fini = await dossierDepose({ compteId, personneId, statut: 'refuse', pieces: false });
    const autre = await dossierDepose({ pieces: false });
    await appliquerEffet(fait, AT);
    expect((await db().personne.findUniqueOrThrow({ where: { id: personneId } })).adresse).toEqual(LYON.adresse);
    const { reponses } = await db().dossier.findUniqueOrThrow({ where: { id: renouvellement } });
    // the question about the address is asked again: D-10, the renewal goes on where it was
    expect(reponses).toEqual({ nom_naissance: 'TESTPEREIRA', ...LYON });
    expect(await faitsDe(renouvellement)).toEqual([['adresse_reprise', { numero }]]);
    expect(await faitsDe(nord.id)).toEqual([
      ['changement_signale', { numero, remarque: 'Nouvelle adresse : Préfecture 69 compétente. Transfert à proposer.', vers: '69' }],
    ]);
    expect(await faitsDe(rhone.id)).toEqual([
      ['changement_signale', { numero, remarque: 'Nouvelle adresse, même préfecture.', vers: null }],
    ]);
    expect([await faitsDe(fini.id), await faitsDe(autre.id)]).toEqual([[], []]);
    expect(await faitsDe(id)).toEqual([['effet_applique', { effet: 'adresse', remarque: 'Adresse enregistrée.' }]]);
  });

  it('se voit en alerte sur le dossier ouvert, chez l’agent', async () => {
    const nord = await dossierDepose({ compteId, personneId, statut: 'en_instruction', pieces: false });
    const { fait } = await accepte('changement-d-adresse', LYON);
    await appliquerEffet(fait, AT);
    const { portee } = await agentDe('59', ['instructeur']);
    const lu = await dossierInstruit(portee, nord.id);
    expect(lu?.alertes).toContainEqual({
      code: 'changement_declare',
      remarques: ['Nouvelle adresse : Préfecture 69 compétente. Transfert à proposer.'],
    });
  });

  it('ne s’applique qu’une fois, même deux fois au même instant', async () => {
    const { id, fait } = await accepte('changement-d-adresse', LYON);
    const nord = await dossierDepose({ compteId, personneId, pieces: false });
    await Promise.all([appliquerEffet(fait, AT), appliquerEffet(fait, AT)]);
    await appliquerEffet(fait, AT);
    expect([await faitsDe(id), await faitsDe(nord.id)].map((f) => f.length)).toEqual([1, 1]);
  });

  it('donne une attestation vérifiable et un message, et n’atteste pas d’un séjour', async () => {
    const { id, fait } = await accepte('changement-d-adresse', LYON);
    await produireDocuments(fait);
    await notifier(fait, AT);
    expect((await db().document.findMany({ where: { dossierId: id } })).map((d) => [d.sorte, d.nom, d.codeVerification !== null])).toEqual([
      ['attestation_acceptation', 'Attestation de changement d’adresse', true],
    ]);
    expect((await db().notification.findMany()).map((n) => n.sorte)).toEqual(['demande_acceptee']);
  });
});

describe('un changement d’état civil accepté', () => {
  const MARIAGE = {
    changements: ['mariage', 'nom'],
    nom_usage_change: 'oui',
    nouveau_nom_usage: 'TESTMARTIN',
    nouveaux_prenoms: ['Ana', 'Luísa'],
  };

  it('change la personne et sa clé de recherche, et le dit aux dossiers ouverts sans rien révéler', async () => {
    const { id, fait, numero } = await accepte('changement-de-situation-familiale', MARIAGE);
    const ouvert = await dossierDepose({ compteId, personneId, pieces: false });
    await appliquerEffet(fait, AT);
    expect(await db().personne.findUniqueOrThrow({ where: { id: personneId } })).toMatchObject({
      nomNaissance: 'TESTPEREIRA',
      nomUsage: 'TESTMARTIN',
      prenoms: ['Ana', 'Luísa'],
      cleRecherche: 'testpereira ana luisa',
    });
    const remarque = 'État civil : nom d’usage, prénoms.';
    expect(await faitsDe(id)).toEqual([['effet_applique', { effet: 'etat_civil', remarque }]]);
    expect(await faitsDe(ouvert.id)).toEqual([['changement_signale', { numero, remarque, vers: null }]]);
  });

  it('sans changement de nom, ne touche pas à la personne', async () => {
    const avant = await db().personne.findUniqueOrThrow({ where: { id: personneId } });
    const { id, fait } = await accepte('changement-de-situation-familiale', {
      changements: ['naissance'],
      nom_usage_change: 'non',
      nouveau_nom_usage: '',
    });
    await appliquerEffet(fait, AT);
    expect(await db().personne.findUniqueOrThrow({ where: { id: personneId } })).toEqual(avant);
    expect(await faitsDe(id)).toEqual([['effet_applique', { effet: 'etat_civil', remarque: 'Situation familiale.' }]]);
  });

  it('retire un nom d’usage que la personne ne porte plus', async () => {
    const { fait } = await accepte('changement-de-situation-familiale', { nom_usage_change: 'oui', nouveau_nom_usage: '' });
    await appliquerEffet(fait, AT);
    expect((await db().personne.findUniqueOrThrow({ where: { id: personneId } })).nomUsage).toBeNull();
  });
});

describe('un duplicata accepté', () => {
  it('invalide pour toujours le titre perdu, et lui seul', async () => {
    const { id, fait } = await accepte('duplicata');
    await appliquerEffet(fait, AT);
    const titres = await db().titre.findMany({ orderBy: { debutLe: 'asc' } });
    expect(titres.map((t) => t.invalideLe?.toISOString().slice(0, 10) ?? null)).toEqual([null, '2026-11-22']);
    expect(await faitsDe(id)).toEqual([['effet_applique', { effet: 'titre_invalide', remarque: 'Ancien titre invalidé au registre.' }]]);
  });

  it('dit à l’agent qu’un titre inconnu du registre reste à invalider', async () => {
    const { id, fait } = await accepte('duplicata', { titre_fin: '2029-01-01' });
    await appliquerEffet(fait, AT);
    expect(await faitsDe(id)).toEqual([
      ['effet_applique', { effet: 'titre_invalide', remarque: 'Le registre ne connaît pas ce titre : à invalider à la main.' }],
    ]);
  });
});

describe('une demande de soins déposée', () => {
  it('remet le certificat à envoyer à l’OFII dans le mois, sous un titre qui n’en dit rien', async () => {
    const { id } = await dossierDepose({ procedure: 'soins', compteId, personneId, pieces: false, evenement: false, deposeLe: AT });
    const fait = await evenement(id, 'depose', {}, AT);
    await notifier(fait, AT);
    await notifier(fait, AT);
    const notifications = await db().notification.findMany();
    expect(notifications.map((n) => [n.sorte, n.titre, n.contenu])).toEqual([
      ['certificat_ofii', 'Document à envoyer par courrier', expect.objectContaining({ jusquau: '2026-12-22' })],
    ]);
  });

  it('n’est suivie d’aucun certificat pour les autres démarches', async () => {
    const { id } = await dossierDepose({ compteId, personneId, pieces: false, evenement: false, deposeLe: AT });
    await notifier(await evenement(id, 'depose', {}, AT), AT);
    expect(await db().notification.count()).toBe(0);
  });
});

it('une acceptation sans effet ne change rien', async () => {
  const { id, fait } = await accepte('titre-de-voyage');
  await appliquerEffet(fait, AT);
  expect(await faitsDe(id)).toEqual([]);
});
