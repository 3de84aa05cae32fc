// Deposited dossiers to look at and to test the agents' side with: rows as the deposit leaves them, with real encrypted files.
import { storage } from '#adapters/storage/storage.ts';
import type { Agent, RoleAgent } from '#domain/access/actors.ts';
import { type PorteeAgent, type PorteeUsager, porteeAgent, porteeUsager } from '#domain/access/scope.ts';
import { prefixeNumeroDemande } from '#domain/adresse/departement.ts';
import { numeroDeDemande } from '#domain/dossier/numero.ts';
import type { Statut } from '#domain/dossier/statuts.ts';
import { jourDe } from '#domain/jour.ts';
import { textesDe } from '#domain/procedure/champs.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { emplacements, piecesAttendues } from '#domain/procedure/pieces.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import type { CodeRefus } from '#domain/refusals.ts';
import type { Resultat } from '#domain/result.ts';
import type { DossierVu } from '#features/dossier/schema.ts';
import { db, type Prisma } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';
import { prefectures } from '../../prisma/prefectures.ts';
import { bmp, jpg, pdf, png, tiff } from './fichiers.ts';

const enJson = (valeur: unknown) => JSON.parse(JSON.stringify(valeur));

/** What a deposit stands on: two prefectures and the lists of pieces, without the communes, which are slow to write. */
export async function socle(): Promise<void> {
  await db().prefecture.createMany({
    data: ['59', '69'].map((code) => ({
      code,
      nom: `Préfecture ${code}`,
      autorite: 'Le préfet',
      adresse: 'rue des Essais',
      tribunal: 'tribunal administratif',
    })),
  });
  await db().listePieces.createMany({
    data: PROCEDURES.flat().flatMap(({ slug, listes }) =>
      listes.map(({ version, effetLe, source, raison, pieces }) => ({
        procedure: slug,
        version,
        etat: 'publiee' as const,
        effetLe: new Date(`${effetLe}T00:00:00Z`),
        source,
        raison,
        pieces: enJson(pieces),
      })),
    ),
  });
}

/** Who acts: an agent, and what they may see. */
export type Qui = { agent: Agent; portee: PorteeAgent };

/** An agent of a prefecture. */
export async function agentDe(prefecture: string, roles: RoleAgent[], nom = 'TESTAGENT'): Promise<Qui> {
  const id = newId();
  await db().agent.create({
    data: { id, email: `${id}@example.org`, nom, prenom: 'Camille', qualite: 'Agent', roles, prefectureCode: prefecture },
  });
  // who signs has been given the signature: a test that wants it otherwise says so
  if (roles.includes('valideur'))
    await db().delegation.create({
      data: {
        id: newId(),
        agentId: id,
        sortes: ['favorable', 'refus', 'cloture', 'attestation'],
        reference: 'arrêté n° 2020-001 du 1er janvier 2020',
        debutLe: new Date('2020-01-01'),
        creePar: id,
      },
    });
  const agent: Agent = { sorte: 'agent', agentId: id, sessionId: newId(), nom: `Camille ${nom}`, roles, prefecture };
  const portee = porteeAgent(agent);
  if (!portee) throw new Error('un agent de préfecture a une portée');
  return { agent, portee };
}

/** A temporary compte, whose mail is confirmed. */
export async function compteTemporaire(email = `${newId()}@example.org`): Promise<{ id: string; email: string }> {
  return db().compte.create({
    data: { id: newId(), email, emailConfirmeLe: new Date('2026-01-01T08:00:00Z') },
    select: { id: true, email: true },
  });
}

/** What the holder of a compte may see, with nothing confided to them. */
export const porteeDuCompte = (compteId: string): PorteeUsager =>
  porteeUsager({ sorte: 'usager', compteId, sessionId: '', email: '', nom: null, numeroEtranger: null, langue: 'fr', confies: [] });

/** The dossier as a page opened now shows it. */
export async function vu({ id }: { id: string }): Promise<DossierVu> {
  const { version } = await db().dossier.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return { dossierId: id, version };
}

/** What was answered, in one word. */
export const dit = (resultat: Resultat<unknown>): CodeRefus | 'ok' => (resultat.ok ? 'ok' : resultat.refus);

export type OptionsDossier = {
  compteId?: string;
  prefecture?: string;
  procedure?: string;
  reponses?: Reponses;
  statut?: Statut;
  deposeLe?: Date;
  agentId?: string;
  /** false: no piece, when only rows count */
  pieces?: boolean;
  /** rank in the national sequence: numbers are unique */
  rang?: number;
  personneId?: string;
  proposition?: Prisma.InputJsonValue;
  /** false: the test writes the events itself */
  evenement?: boolean;
};

export type DossierDeTest = { id: string; numero: string; compteId: string };

let prochainRang = 1;

type Format = 'pdf' | 'jpg' | 'png' | 'bmp' | 'tiff';
const FABRIQUES: Readonly<Record<Format, () => Buffer | Promise<Buffer>>> = {
  pdf: () => pdf(),
  jpg: () => jpg(640, 480),
  png: () => png(640, 480),
  bmp: () => bmp(320, 200),
  tiff: () => tiff(640, 480),
};
const ORDRE: readonly Format[] = ['pdf', 'jpg', 'png', 'tiff', 'bmp'];

/** A file of a piece, its bytes encrypted in the storage. */
export async function fichierPour(
  pieceId: string,
  emplacement: string,
  format: Format,
  at: Date,
  plus: { analyse?: 'sain' | 'en_attente' | 'infecte'; complementItemId?: string } = {},
): Promise<string> {
  const contenu = await FABRIQUES[format]();
  const { cle, taille, sha256 } = await storage().put(
    (async function* () {
      yield contenu;
    })(),
  );
  const id = newId();
  await db().fichier.create({
    data: {
      id,
      pieceId,
      emplacement,
      nom: `document-${emplacement}.${format}`,
      type: format,
      taille,
      sha256,
      cle,
      analyse: plus.analyse ?? 'sain',
      analyseur: 'essai',
      deposeLe: at,
      complementItemId: plus.complementItemId ?? null,
    },
  });
  return id;
}

/** One deposited dossier: the worked example of the procedure, with what `reponses` changes. */
export async function dossierDepose(options: OptionsDossier = {}): Promise<DossierDeTest> {
  const procedure = procedureActuelle(options.procedure ?? 'enfant-de-francais');
  const liste = procedure?.listes.at(-1);
  if (!procedure || !liste) throw new Error('procédure inconnue');
  const compteId = options.compteId ?? (await compteTemporaire()).id;
  const reponses: Reponses = { ...procedure.exemple.reponses, ...options.reponses };
  const deposeLe = options.deposeLe ?? new Date('2026-09-22T09:30:00Z');
  const prefecture = options.prefecture ?? '59';
  const jour = jourDe(deposeLe);
  const numero = numeroDeDemande(prefixeNumeroDemande(prefecture), jour, options.rang ?? prochainRang++);
  const id = newId();
  await db().dossier.create({
    data: {
      id,
      numero,
      procedure: procedure.slug,
      procedureVersion: procedure.version,
      listeVersion: liste.version,
      statut: options.statut ?? 'depose',
      compteId,
      prefectureCode: prefecture,
      agentId: options.agentId ?? null,
      personneId: options.personneId ?? null,
      proposition: options.proposition,
      reponses: enJson(reponses),
      etapesValidees: procedure.etapes.filter((e) => e.sorte === 'champs' || e.sorte === 'pieces').map((e) => e.code),
      observations: 'Je suis à votre disposition pour tout complément.',
      transcript: enJson(transcrire(procedure, reponses, jour)),
      demandeur: [reponses.nom_naissance, ...textesDe(reponses.prenoms)].join(' '),
      version: 6,
      deposeLe,
      creeLe: deposeLe,
      modifieLe: deposeLe,
    },
  });
  if (options.evenement !== false)
    await db().evenement.create({
      data: { dossierId: id, type: 'depose', acteurSorte: 'usager', acteurId: compteId, faits: { numero, prefecture }, creeLe: deposeLe },
    });
  if (options.pieces === false) return { id, numero, compteId };
  let rang = 0;
  for (const { piece, exigence } of piecesAttendues(liste.pieces, { reponses, jour }, 'depot')) {
    if (exigence !== 'requise' || piece.mode.sorte === 'declaration') continue;
    const pieceId = newId();
    const variante = procedure.exemple.variantes[piece.code] ?? null;
    const valeur = piece.mode.sorte === 'code' ? 'A1B2C3D4E5F6G7H8J9K1L' : null;
    await db().piece.create({ data: { id: pieceId, dossierId: id, code: piece.code, variante, valeur } });
    for (const place of emplacements(piece, variante).filter((e) => e.requis))
      await fichierPour(pieceId, place.code, ORDRE[rang++ % ORDRE.length] ?? 'pdf', deposeLe);
  }
  return { id, numero, compteId };
}

/** A dossier that may be proposed: number given, every piece judged. */
export async function dossierExamine({ agent }: Qui, at: Date, options: OptionsDossier = {}): Promise<DossierDeTest> {
  const dossier = await dossierDepose({ statut: 'en_instruction', ...options });
  await db().compte.update({ where: { id: dossier.compteId }, data: { numeroEtranger: '5903000777' } });
  await db().piece.updateMany({
    where: { dossierId: dossier.id },
    data: { verdict: 'conforme', verifieeLe: at, verifieePar: agent.agentId },
  });
  return dossier;
}

/** The commission du titre de séjour was heard, against: an enfant de Français may then be refused (L.432-13 2°). */
export async function commissionEntendue({ agent }: Qui, dossierId: string, renduLe: Date): Promise<void> {
  await db().avis.create({
    data: { id: newId(), dossierId, sorte: 'commission', demandePar: agent.agentId, sens: 'defavorable', renduLe },
  });
}

export const NUMERO = numeroDeDemande(prefixeNumeroDemande('59'), '2026-11-22', 370);
export const AU_DEPOT = new Date('2026-11-22T09:30:00Z');
export const MOTIFS = 'Vous ne justifiez pas de la filiation (CESEDA, art. L. 423-12).\nL’acte produit ne comporte pas le nom du parent.';

type Choix = { reponses?: Reponses; numeroEtranger?: string | null; consentement?: boolean };

/** What the jobs receive: the dossier NUMERO of a person who is known, refused in a proposal by its agent. No event, no piece. */
export async function dossierPropose({ reponses = {}, numeroEtranger = null, consentement = true }: Choix = {}) {
  await db().prefecture.createMany({ data: [...prefectures], skipDuplicates: true });
  const { agent } = await agentDe('59', ['valideur'], 'TESTVALID');
  await db().agent.update({
    where: { id: agent.agentId },
    data: { prenom: 'Dominique', qualite: 'Cheffe du bureau de l’admission au séjour' },
  });
  const personneId = newId();
  await db().personne.create({
    data: {
      id: personneId,
      numeroEtranger,
      nomNaissance: 'TESTCOLLINS',
      prenoms: ['Marshall'],
      sexe: 'masculin',
      naissanceAnnee: 1990,
      paysNaissance: 'CA',
      lieuNaissance: 'Montréal',
      nationalites: ['CA'],
      cleRecherche: 'testcollins marshall',
    },
  });
  const { id: compteId, email } = await compteTemporaire();
  const consentementLe = consentement ? new Date('2026-11-01T08:00:00Z') : null;
  await db().compte.update({ where: { id: compteId }, data: { numeroEtranger, personneId, consentementLe } });
  const { id: dossierId } = await dossierDepose({
    compteId,
    personneId,
    reponses,
    deposeLe: AU_DEPOT,
    rang: 370,
    pieces: false,
    evenement: false,
    proposition: { sens: 'refus', par: agent.agentId, motifs: MOTIFS, le: AU_DEPOT.toISOString() },
  });
  return { dossierId, compteId, email, agentId: agent.agentId };
}

/** Appends an event without its job; gives its identifier. */
export async function evenement(dossierId: string, type: string, faits: Prisma.InputJsonValue, le: Date = AU_DEPOT): Promise<string> {
  const { id } = await db().evenement.create({ data: { dossierId, type, acteurSorte: 'systeme', faits, creeLe: le } });
  return String(id);
}
