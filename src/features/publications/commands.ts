// Drafts, publications, withdrawals. What is published is never edited: a new version replaces it on its day (D-05).
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { estSorteReference, FICHES_REFERENCE, type SorteReference } from '#domain/publication/sortes.ts';
import { type Contenu, difference, versionEnVigueur } from '#domain/publication/versions.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { consignerActe } from '#features/administration/commands.ts';
import { enDate } from '#features/administration/schema.ts';
import { referenceDu, releverReferences } from '#features/configuration/references/queries.ts';
import { isUniqueViolation, type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { REFERENCES } from './catalogue.ts';

import { type CleReference, type FauteReference, type KindReference, lireContenu } from './schema.ts';

type Place = { sorte: string; cle: string };
type Trouvee = { kind: KindReference; sorte: SorteReference; cle: CleReference };

/** The reference, if it exists and belongs to this scope: a local administrator has those of the préfecture, where the sort allows it. */
export async function trouver(portee: PorteeAdministration, { sorte, cle }: Place): Promise<Trouvee | null> {
  if (!estSorteReference(sorte)) return null;
  const kind = REFERENCES[sorte];
  const trouvee = (await kind.cles()).find((c) => c.cle === cle);
  if (!trouvee || !estDuRessort(portee, sorte, trouvee)) return null;
  return { kind, sorte, cle: trouvee };
}

export function estDuRessort(portee: PorteeAdministration, sorte: SorteReference, cle: CleReference): boolean {
  return portee.prefecture === null || (FICHES_REFERENCE[sorte].local && cle.prefecture === portee.prefecture);
}

/** What is in force that day: the published version, otherwise what the portal ships with. */
export async function contenuDu(kind: KindReference, cle: string, jour: Jour): Promise<Contenu> {
  return referenceDu(kind.sorte, cle, jour) ?? (await kind.parDefaut(cle)) ?? {};
}

/** Opens a draft from what is in force; the draft already open is the same one for everybody. */
export async function ouvrirBrouillon(portee: PorteeAdministration, par: Agent, place: Place, at: Date): Promise<Resultat<null>> {
  const trouvee = await trouver(portee, place);
  if (!trouvee) return refuse('introuvable');
  const contenu = await contenuDu(trouvee.kind, place.cle, jourDe(at));
  try {
    await transaction(async (tx) => {
      if (await brouillonDe(tx, place)) return;
      const version = await prochaineVersion(tx, place);
      await tx.publication.create({
        data: { id: newId(), ...place, version, contenu: { ...contenu }, auteurId: par.agentId, modifieLe: at },
        select: { id: true },
      });
    });
  } catch (erreur) {
    // somebody opened it at the same instant
    if (!isUniqueViolation(erreur)) throw erreur;
  }
  return ok(null);
}

const brouillonDe = (tx: Tx, place: Place) =>
  tx.publication.findFirst({ where: { ...place, etat: 'brouillon' }, select: { id: true, revision: true, version: true, contenu: true } });

async function prochaineVersion(tx: Tx, place: Place): Promise<number> {
  const { _max } = await tx.publication.aggregate({ where: place, _max: { version: true } });
  return (_max.version ?? 0) + 1;
}

export type Enregistrement = { fautes: readonly FauteReference[] } | { revision: number };

/**
 * Keeps a draft. Faults are a value, nothing is written. Refusal `reference_modifiee`: somebody saved since `revision`; what was typed
 * stays on the screen.
 */
export async function enregistrerBrouillon(
  portee: PorteeAdministration,
  par: Agent,
  { revision, tape, ...place }: Place & { revision: number; tape: Readonly<Record<string, unknown>> },
  at: Date,
): Promise<Resultat<Enregistrement>> {
  const trouvee = await trouver(portee, place);
  if (!trouvee) return refuse('introuvable');
  const { contenu, fautes } = lireContenu(trouvee.kind.champs(place.cle), tape);
  const toutes = [...fautes, ...(fautes.length === 0 ? (trouvee.kind.verifier?.(place.cle, contenu) ?? []) : [])];
  if (toutes.length > 0) return ok({ fautes: toutes });
  return transaction(async (tx) => {
    const { count } = await tx.publication.updateMany({
      where: { ...place, etat: 'brouillon', revision },
      data: { contenu: { ...contenu }, revision: revision + 1, auteurId: par.agentId, modifieLe: at },
    });
    return count === 1 ? ok({ revision: revision + 1 }) : refuse('reference_modifiee');
  });
}

/**
 * Publishes the draft from a day. Refusals: `reference_modifiee`, `effet_passe`, `reference_sans_changement`. Pressing twice: the
 * second finds no draft of that revision.
 */
export async function publier(
  portee: PorteeAdministration,
  par: Agent,
  { revision, effet, raison, ...place }: Place & { revision: number; effet: Jour; raison: string },
  at: Date,
): Promise<Resultat<null>> {
  const trouvee = await trouver(portee, place);
  if (!trouvee) return refuse('introuvable');
  const jour = jourDe(at);
  if (effet < jour) return refuse('effet_passe');
  const avant = await contenuDu(trouvee.kind, place.cle, effet);
  const resultat = await transaction(async (tx): Promise<Resultat<null>> => {
    const brouillon = await brouillonDe(tx, place);
    if (brouillon?.revision !== revision) return refuse('reference_modifiee');
    const champs = trouvee.kind.champs(place.cle);
    const { contenu, fautes } = lireContenu(champs, enObjet(brouillon.contenu));
    if (fautes.length > 0 || (trouvee.kind.verifier?.(place.cle, contenu) ?? []).length > 0) return refuse('reference_incomplete');
    const changements = difference(
      avant,
      contenu,
      champs.map((c) => c.nom),
    );
    if (changements.length === 0) return refuse('reference_sans_changement');
    const { count } = await tx.publication.updateMany({
      where: { id: brouillon.id, etat: 'brouillon', revision },
      data: { etat: 'publiee', effetLe: enDate(effet), raison, publieeLe: at, auteurId: par.agentId },
    });
    if (count === 0) return refuse('reference_modifiee');
    const faits = {
      quoi: `${FICHES_REFERENCE[trouvee.sorte].libelle} : ${trouvee.cle.libelle}`,
      version: String(brouillon.version),
      effet,
      raison,
      changements: changements.map((c) => libelleDe(champs, c.champ)).join(', '),
    };
    await consignerActe(tx, { par: par.agentId, type: 'reference_publiee', cibleId: brouillon.id, faits }, at);
    if (effet === jour) await appliquerUne(tx, brouillon.id, trouvee.kind, place.cle, contenu, at);
    return ok(null);
  });
  if (resultat.ok) await releverReferences();
  return resultat;
}

const libelleDe = (champs: readonly { nom: string; libelle: string }[], nom: string) => champs.find((c) => c.nom === nom)?.libelle ?? nom;

/** A published version that has not begun is withdrawn; one in force is only replaced. */
export async function retirer(
  portee: PorteeAdministration,
  par: Agent,
  place: Place & { version: number },
  at: Date,
): Promise<Resultat<null>> {
  const { sorte, cle, version } = place;
  const trouvee = await trouver(portee, place);
  if (!trouvee) return refuse('introuvable');
  const resultat = await transaction(async (tx): Promise<Resultat<null>> => {
    const { count } = await tx.publication.updateMany({
      where: { sorte, cle, version, etat: 'publiee', effetLe: { gt: enDate(jourDe(at)) } },
      data: { etat: 'retiree' },
    });
    if (count === 0) return refuse('reference_en_vigueur');
    const faits = { quoi: `${FICHES_REFERENCE[trouvee.sorte].libelle} : ${trouvee.cle.libelle}`, version: String(version) };
    await consignerActe(tx, { par: par.agentId, type: 'reference_retiree', cibleId: null, faits }, at);
    return ok(null);
  });
  if (resultat.ok) await releverReferences();
  return resultat;
}

/** Gives the draft up. Twice is not an error. */
export async function jeterBrouillon(portee: PorteeAdministration, { sorte, cle }: Place): Promise<Resultat<null>> {
  if (!(await trouver(portee, { sorte, cle }))) return refuse('introuvable');
  await transaction((tx) => tx.publication.deleteMany({ where: { sorte, cle, etat: 'brouillon' } }));
  return ok(null);
}

const enObjet = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.fromEntries(Object.entries(json)) : {};

async function appliquerUne(tx: Tx, id: string, kind: KindReference, cle: string, contenu: Contenu, at: Date): Promise<void> {
  await kind.appliquer?.(tx, cle, contenu);
  await tx.publication.updateMany({ where: { id, appliqueeLe: null }, data: { appliqueeLe: at } });
}

/** Makes the publications whose day has come take effect elsewhere (address of a préfecture). Value: how many. Idempotent. */
export async function appliquerEchues(at: Date): Promise<number> {
  const jour = jourDe(at);
  return transaction(async (tx) => {
    const echues = await tx.publication.findMany({
      where: { etat: 'publiee', appliqueeLe: null, effetLe: { lte: enDate(jour) } },
      orderBy: [{ effetLe: 'asc' }, { version: 'asc' }],
      select: { id: true, sorte: true, cle: true },
    });
    for (const { id, sorte, cle } of echues) {
      if (!estSorteReference(sorte)) continue;
      const versions = await tx.publication.findMany({ where: { sorte, cle, etat: 'publiee' } });
      const retenue = versionEnVigueur(
        versions.map((v) => ({
          version: v.version,
          etat: 'publiee' as const,
          effetLe: v.effetLe && jourDe(v.effetLe),
          contenu: v.contenu,
        })),
        jour,
      );
      const { contenu } = lireContenu(REFERENCES[sorte].champs(cle), enObjet(retenue?.contenu));
      await appliquerUne(tx, id, REFERENCES[sorte], cle, contenu, at);
    }
    return echues.length;
  });
}
