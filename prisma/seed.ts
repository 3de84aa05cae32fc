// Reference data (communes, prefectures, lists of pieces, job queues), then demonstration people. Safe to repeat: what exists is left alone.
import { lireCommunes } from '#adapters/adresse/communes.ts';
import { hash } from '#adapters/password-hash/password-hash.ts';
import { jourDe } from '#domain/jour.ts';
import { cleRecherche } from '#domain/personne/rapprochement.ts';
import { FACTEUR_DEMONSTRATION } from '#features/compte/facteurs/demonstration/queries.ts';
import { scellerSecret } from '#features/compte/facteurs/totp/commands.ts';
import { db, type Prisma } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { secretInBase32 } from '#platform/one-time-code.ts';
import { prepareQueues } from '#platform/queue.ts';
import { PROCEDURES } from '#procedures/index.ts';
import {
  adresseDAna,
  agentsDeDemonstration,
  lieuxDeDemonstration,
  MOT_DE_PASSE_DEMONSTRATION,
  personnesDuRegistre,
  phrasesDeDemonstration,
  secretDeDemonstration,
  type TitreDeDemonstration,
  titreDAna,
  titreDuTitulaire,
  titulairesDeDemonstration,
  usagerDeDemonstration,
} from './demonstration.ts';
import { autresPrefectures, prefectures } from './prefectures.ts';

export async function seed(): Promise<void> {
  await prepareQueues();
  await seedReference();
  if (!env().PORTAIL_OFFICIEL) await seedDemonstration();
}

/** What a demonstration shows on its first day: some dossiers at each stage. The tests do without, and count what they write. */
export async function seedDossiers(): Promise<void> {
  // half of the portal comes with them: not for who seeds without
  const { seedRecits } = await import('./recits/demonstration.ts');
  await seedRecits(() => hash(MOT_DE_PASSE_DEMONSTRATION));
}

/** What every installation needs. */
export async function seedReference(): Promise<void> {
  await db().prefecture.createMany({ data: [...prefectures, ...(await autresPrefectures())], skipDuplicates: true });
  await seedListes();
  await seedCommunes();
}

/** D-05: the lists shipped with the procedures are published on first start; afterwards the database is the truth. */
async function seedListes(): Promise<void> {
  for (const procedure of PROCEDURES.flatMap((versions) => versions.slice(-1))) {
    const derniere = procedure.listes.at(-1)?.version;
    await db().listePieces.createMany({
      data: procedure.listes.map((liste) => ({
        procedure: procedure.slug,
        version: liste.version,
        etat: liste.version === derniere ? ('publiee' as const) : ('remplacee' as const),
        effetLe: new Date(`${liste.effetLe}T00:00:00Z`),
        source: liste.source,
        raison: liste.raison,
        pieces: JSON.parse(JSON.stringify(liste.pieces)) as Prisma.InputJsonValue,
      })),
      skipDuplicates: true,
    });
  }
}

const LOT = 4000;

async function seedCommunes(): Promise<void> {
  if ((await db().commune.count()) > 0) return;
  let lot: Prisma.CommuneCreateManyInput[] = [];
  for await (const { codeInsee, nom, nomNormalise, codesPostaux, departement, population } of lireCommunes()) {
    lot.push({ codeInsee, nom, recherche: nomNormalise, codesPostaux: [...codesPostaux], departement, population });
    if (lot.length === LOT) {
      await db().commune.createMany({ data: lot, skipDuplicates: true });
      lot = [];
    }
  }
  await db().commune.createMany({ data: lot, skipDuplicates: true });
}

export async function seedDemonstration(): Promise<void> {
  await seedPersonnes();
  await seedTitulaires();
  await seedTelephones();
  await seedLieux();
}

async function seedLieux(): Promise<void> {
  if ((await db().lieu.count()) > 0) return;
  for (const { plages, ...lieu } of lieuxDeDemonstration)
    await db().lieu.create({
      data: {
        id: newId(),
        ...lieu,
        plages: { create: plages.flatMap(({ jours, ...heures }) => jours.map((jour) => ({ id: newId(), jour, ...heures }))) },
      },
      select: { id: true },
    });
}

/** Every agent has a second factor; those of the demonstration have a telephone whose secret is known to all. */
async function seedTelephones(): Promise<void> {
  const agents = await db().agent.findMany({
    where: { email: { in: agentsDeDemonstration.map((a) => a.email) }, facteurs: { none: {} } },
    select: { id: true, email: true },
  });
  const le = new Date();
  await db().facteur.createMany({
    data: agents.map(({ id, email }) => ({
      id: newId(),
      agentId: id,
      sorte: 'totp',
      nom: FACTEUR_DEMONSTRATION,
      secret: scellerSecret(secretInBase32(secretDeDemonstration(email))),
      confirmeLe: le,
      creeLe: le,
    })),
  });
}

async function seedPersonnes(): Promise<void> {
  if ((await db().agent.count()) > 0) return;
  const motDePasse = await hash(MOT_DE_PASSE_DEMONSTRATION);
  const agents = agentsDeDemonstration.map(({ prefecture, signe = [], ...agent }) => ({
    signe,
    ligne: { id: newId(), ...agent, prefectureCode: prefecture, motDePasse },
  }));
  await db().agent.createMany({ data: agents.map((a) => a.ligne), skipDuplicates: true });
  await db().delegation.createMany({
    data: agents
      .filter((a) => a.signe.length > 0)
      .map(({ ligne, signe }) => ({
        id: newId(),
        agentId: ligne.id,
        sortes: [...signe],
        reference: 'arrêté fictif n° 2026-001 du 2 janvier 2026 portant délégation de signature',
        debutLe: new Date('2026-01-02T00:00:00Z'),
        creePar: ligne.id,
      })),
  });
  await db().phrase.createMany({ data: phrasesDeDemonstration.map((phrase) => ({ id: newId(), ...phrase })) });
  const { personne, ...compte } = usagerDeDemonstration;
  const le = new Date();
  await db().compte.create({
    data: {
      id: newId(),
      ...compte,
      motDePasse,
      emailConfirmeLe: le,
      consentementLe: le,
      consentements: { create: { donne: true, canal: 'creation', le } },
      personne: {
        create: {
          id: newId(),
          ...personne,
          numeroEtranger: compte.numeroEtranger,
          cleRecherche: 'testpereira ana',
          adresse: adresseDAna,
          titres: { create: enLigne(titreDAna(jourDe(le))) },
        },
      },
    },
  });
  for (const { numeroEtranger, personne: connue, titres } of personnesDuRegistre) {
    await db().personne.create({
      data: {
        id: newId(),
        ...connue,
        numeroEtranger,
        cleRecherche: cleRecherche(connue.nomNaissance, connue.prenoms),
        titres: { create: titres.map(enLigne) },
      },
    });
  }
}

/** Who is here already keeps their titre: its dates are those of their first day. */
async function seedTitulaires(): Promise<void> {
  const connus = await db().personne.findMany({
    where: { numeroEtranger: { in: titulairesDeDemonstration.map((t) => t.numeroEtranger) } },
    select: { numeroEtranger: true },
  });
  const absents = titulairesDeDemonstration.filter((t) => !connus.some((c) => c.numeroEtranger === t.numeroEtranger));
  if (absents.length === 0) return;
  const le = new Date();
  const motDePasse = await hash(MOT_DE_PASSE_DEMONSTRATION);
  for (const titulaire of absents) {
    const { numeroEtranger, personne } = titulaire;
    const cle = cleRecherche(personne.nomNaissance, personne.prenoms);
    await db().compte.create({
      data: {
        id: newId(),
        email: `${cle.split(' ').toReversed().join('.')}@example.org`,
        numeroEtranger,
        motDePasse,
        emailConfirmeLe: le,
        consentementLe: le,
        consentements: { create: { donne: true, canal: 'creation', le } },
        personne: {
          create: {
            id: newId(),
            ...personne,
            numeroEtranger,
            cleRecherche: cle,
            titres: { create: enLigne(titreDuTitulaire(titulaire, jourDe(le))) },
          },
        },
      },
    });
  }
}

const enLigne = ({ debut, fin, ...titre }: TitreDeDemonstration) => ({
  id: newId(),
  ...titre,
  debutLe: new Date(`${debut}T00:00:00Z`),
  finLe: new Date(`${fin}T00:00:00Z`),
});
