// "Télécharger toutes mes données": what the catalogue lists, with the documents issued and the files given, as one zip made while it is read.
import 'server-only';
import { Readable } from 'node:stream';
import { archive, type Entree, nomDansLArchive } from '#adapters/archive/archive.ts';
import { FileMissing } from '#adapters/storage/intake.ts';
import { type Storage, storage } from '#adapters/storage/storage.ts';
import { motDeFinalite } from '#domain/access/finalites.ts';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { LIBELLE_EVENEMENT } from '#domain/dossier/evenements.ts';
import { STATUT_USAGER } from '#domain/dossier/statuts.ts';
import { jourDe } from '#domain/jour.ts';
import { nomDuFichier } from '#features/documents/queries.ts';
import { db } from '#platform/db.ts';
import { EXPORTEES } from './catalogue.ts';
import { RAISONS, type TableExportee } from './schema.ts';

type Ligne = { dossier: string | null; ligne: Record<string, unknown> };
type Lue = { dossier: string | null; valeurs: Record<string, unknown> };

const libelleDe = (table: Readonly<Record<string, unknown>>, code: unknown): unknown =>
  Object.entries(table).find(([c]) => c === code)?.[1];

/** What an event may tell of itself; the rest names agents or prepares a decision. */
const FAITS_DITS = ['procedure', 'etape', 'de', 'vers', 'numero', 'prefecture', 'numeroEtranger'];

/** Columns that are not given as they are stored: words of the usager's side instead of codes of the administration's. */
const TRADUCTIONS: Readonly<Record<string, (valeur: unknown) => unknown>> = {
  'dossier.statut': (v) => Object.entries(STATUT_USAGER).find(([c]) => c === v)?.[1].libelle,
  'consultation.finalite': (v) => motDeFinalite(typeof v === 'string' ? v : null),
  'evenement.type': (v) => Object.entries(LIBELLE_EVENEMENT).find(([c]) => c === v)?.[1].usager ?? v,
  'evenement.faits': (v) =>
    Object.fromEntries(Object.entries(typeof v === 'object' && v !== null ? v : {}).filter(([cle]) => FAITS_DITS.includes(cle))),
};

/** The history that the person is told, and what they did themselves; not what agents prepare. */
function estDite(table: string, ligne: Record<string, unknown>): boolean {
  if (table !== 'evenement' || ligne.acteur_sorte === 'usager') return true;
  const mots = libelleDe(LIBELLE_EVENEMENT, ligne.type);
  return typeof mots === 'object' && mots !== null && 'usager' in mots && mots.usager !== null;
}

async function lire({ table, source, colonnes }: TableExportee, compteId: string): Promise<Lue[]> {
  const deDossier = /\bdossier d\b/.test(source);
  // the catalogue is made of constants; the only value is $1
  const lignes = await db().$queryRawUnsafe<Ligne[]>(
    `SELECT ${deDossier ? 'd.id::text' : 'NULL'} AS dossier, to_jsonb(t) AS ligne ${source} ORDER BY to_jsonb(t)->>'id'`,
    compteId,
  );
  return lignes
    .filter(({ ligne }) => estDite(table, ligne))
    .map(({ dossier, ligne }) => ({
      dossier,
      valeurs: Object.fromEntries(
        Object.entries(colonnes).map(([colonne, cle]) => {
          const traduire = TRADUCTIONS[`${table}.${colonne}`];
          return [cle, traduire ? traduire(ligne[colonne]) : ligne[colonne]];
        }),
      ),
    }));
}

type Contenu = { cle: string; nom: string; le: Date; dossier: string | null; dossierNumero: string | null; sous: string };

/** The bytes to add: documents, files and screenshots that the antivirus has cleared. Three queries. */
async function contenusDe(compteId: string): Promise<Contenu[]> {
  const documents = await db().document.findMany({
    where: { dossier: { compteId } },
    orderBy: { id: 'asc' },
    select: { nom: true, cle: true, produitLe: true, dossier: { select: { id: true, numero: true } } },
  });
  const fichiers = await db().fichier.findMany({
    where: { analyse: 'sain', piece: { dossier: { compteId } } },
    orderBy: { id: 'asc' },
    select: { nom: true, cle: true, deposeLe: true, piece: { select: { code: true, dossier: { select: { id: true, numero: true } } } } },
  });
  const captures = await db().ticketCapture.findMany({
    where: { analyse: 'sain', ticket: { compteId } },
    orderBy: { id: 'asc' },
    select: { nom: true, cle: true, deposeLe: true },
  });
  return [
    ...documents.map(({ nom, cle, produitLe, dossier: { id, numero } }) => ({
      cle,
      nom: nomDuFichier(nom, numero),
      le: produitLe,
      dossier: id,
      dossierNumero: numero,
      sous: 'documents',
    })),
    ...fichiers.map(({ nom, cle, deposeLe, piece }) => ({
      cle,
      nom,
      le: deposeLe,
      dossier: piece.dossier.id,
      dossierNumero: piece.dossier.numero,
      sous: `justificatifs/${piece.code}`,
    })),
    ...captures.map(({ nom, cle, deposeLe }) => ({ cle, nom, le: deposeLe, dossier: null, dossierNumero: null, sous: 'captures' })),
  ];
}

const dossierDansLArchive = (id: string | null, numero: string | null) =>
  id === null ? 'echanges' : `demandes/${numero ?? `brouillon-${id.slice(-12)}`}`;

const enJson = (valeur: unknown) => `${JSON.stringify(valeur, null, 2)}\n`;

/** `listes` are objects of one row when the file has one of them. */
function grouper(lues: readonly { table: TableExportee; lignes: readonly Lue[] }[], seul: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    lues.map(({ table, lignes }) => {
      const valeurs = lignes.map((l) => l.valeurs);
      return [table.cle, seul.includes(table.cle) ? (valeurs[0] ?? null) : valeurs];
    }),
  );
}

const SEULS = ['compte', 'etat_civil', 'demande'];

const lisezMoi = (at: Date) => `VOS DONNÉES SUR LE PORTAIL « ÉTRANGERS EN FRANCE »
Archive faite le ${jourDe(at)}.

Ce qu'il y a dans cette archive
- compte.json : votre compte, votre accord aux notifications électroniques, vos connexions, vos mandats.
- personne.json : votre état civil et vos titres, tels que l'administration les connaît.
- echanges.json : les courriels envoyés par le portail (leur texte n'est pas gardé), vos demandes d'aide ;
  dossier echanges/captures : les captures d'écran jointes.
- demandes/<numéro>/demande.json : chaque demande, ses réponses, son histoire, ses notifications, qui l'a consultée ;
  documents : les documents délivrés ; justificatifs : les fichiers que vous avez donnés.
Les fichiers .json se lisent avec un éditeur de texte ou un navigateur. Les heures sont en temps universel (Paris : + 1 h ou + 2 h).

Ce qui n'y est pas
${Object.values(RAISONS)
  .map((raison) => `- ${raison} ;`)
  .join('\n')}
- les fichiers que l'antivirus n'a pas déclarés sains.

Vos droits : accès, rectification et limitation auprès de la préfecture qui traite votre demande (CESEDA, art. R. 142-24).
`;

/** Bytes gone from the storage leave an empty file; a list of them ends the archive. Anything else breaks it: a cut archive is seen as such. */
async function ouvrirOuNoter(depot: Storage, cle: string, chemin: string, manquants: string[]): Promise<Readable> {
  try {
    return await depot.get(cle);
  } catch (erreur) {
    if (!(erreur instanceof FileMissing)) throw erreur;
    manquants.push(chemin);
    return Readable.from([]);
  }
}

/** The whole archive of one compte. Texts are read now, the bytes of files when their turn comes. */
export async function archiveDe({ compteId }: PorteeUsager, at: Date, depot: Storage = storage()): Promise<Readable> {
  const lues: { table: TableExportee; lignes: Lue[] }[] = [];
  for (const table of EXPORTEES) lues.push({ table, lignes: await lire(table, compteId) });
  const contenus = await contenusDe(compteId);
  const deFichier = (fichier: TableExportee['fichier']) => lues.filter(({ table }) => table.fichier === fichier);
  const sansDossier = deFichier('demande').map(({ table, lignes }) => ({ table, lignes: lignes.filter((l) => l.dossier === null) }));
  const dossiers = await db().dossier.findMany({ where: { compteId }, orderBy: { creeLe: 'asc' }, select: { id: true, numero: true } });
  const manquants: string[] = [];
  const texte = (chemin: string, contenu: string): Entree => ({ chemin, le: at, texte: contenu });
  return archive([
    texte('LISEZ-MOI.txt', lisezMoi(at)),
    texte('compte.json', enJson(grouper(deFichier('compte'), SEULS))),
    texte('personne.json', enJson(grouper(deFichier('personne'), SEULS))),
    texte(
      'echanges.json',
      enJson({
        ...grouper(deFichier('echanges'), SEULS),
        ...grouper(
          sansDossier.filter(({ lignes }) => lignes.length > 0),
          [],
        ),
      }),
    ),
    ...dossiers.map(({ id, numero }) =>
      texte(
        `${dossierDansLArchive(id, numero)}/demande.json`,
        enJson(
          grouper(
            deFichier('demande').map(({ table, lignes }) => ({ table, lignes: lignes.filter((l) => l.dossier === id) })),
            SEULS,
          ),
        ),
      ),
    ),
    ...contenus.map(({ cle, nom, le, dossier, dossierNumero, sous }, rang): Entree => {
      // the rank keeps apart two files of the same name
      const chemin = `${dossierDansLArchive(dossier, dossierNumero)}/${sous}/${rang + 1}-${nomDansLArchive(nom)}`;
      return { chemin, le, ouvrir: () => ouvrirOuNoter(depot, cle, chemin, manquants) };
    }),
    {
      chemin: 'fichiers-introuvables.txt',
      le: at,
      ouvrir: async () => Readable.from([Buffer.from(manquants.length === 0 ? 'Aucun.\n' : `${manquants.join('\n')}\n`)]),
    },
  ]);
}
