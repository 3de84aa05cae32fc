// Who keeps the places of a prefecture opens them, says their hours, closes them for a day. Each gesture is told in the log of the
// administration. What was already given is never changed by it: those who come are still expected.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { type Jour, jourLisible } from '#domain/jour.ts';
import { heureDe, seChevauchent } from '#domain/rendez-vous/creneaux.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { consignerActe } from '../commands.ts';
import { JOURS, type LieuSaisi, type PlageSaisie } from './schema.ts';

/** The place, locked, when it is of the prefecture of who asks. */
async function lieuTenu(tx: Tx, { prefecture }: PorteeAdministration, id: string): Promise<{ id: string; nom: string } | null> {
  const [lieu] = await tx.$queryRaw<{ id: string; nom: string }[]>`
    SELECT id, nom FROM lieu WHERE id = ${id}::uuid AND (${prefecture}::text IS NULL OR prefecture_code = ${prefecture}) FOR UPDATE`;
  return lieu ?? null;
}

/** Refusal `prefecture_requise`: a national role keeps no place. Value: its identifier. */
export async function ouvrirLieu(portee: PorteeAdministration, par: Agent, saisi: LieuSaisi, at: Date): Promise<Resultat<string>> {
  const { prefecture } = portee;
  if (prefecture === null) return refuse('prefecture_requise');
  return transaction(async (tx) => {
    const id = newId();
    await tx.lieu.create({ data: { id, prefectureCode: prefecture, ...saisi, telephone: saisi.telephone || null }, select: { id: true } });
    await consignerActe(tx, { par: par.agentId, type: 'lieu_ouvert', cibleId: id, faits: { lieu: saisi.nom } }, at);
    return ok(id);
  });
}

type Geste = (tx: Tx, lieu: { id: string; nom: string }) => Promise<Resultat<string>>;

/** A change of one place; `geste` says in words what it did. */
function modifier(portee: PorteeAdministration, par: Agent, lieuId: string, at: Date, geste: Geste): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const lieu = await lieuTenu(tx, portee, lieuId);
    if (!lieu) return refuse('lieu_inconnu');
    const fait = await geste(tx, lieu);
    if (!fait.ok) return fait;
    const faits = { lieu: lieu.nom, quoi: fait.valeur };
    await consignerActe(tx, { par: par.agentId, type: 'lieu_modifie', cibleId: lieu.id, faits }, at);
    return ok(null);
  });
}

export function modifierLieu(
  portee: PorteeAdministration,
  par: Agent,
  lieuId: string,
  { ouvert: actif, telephone, ...saisi }: LieuSaisi & { ouvert: boolean },
  at: Date,
): Promise<Resultat<null>> {
  return modifier(portee, par, lieuId, at, async (tx, { id }) => {
    await tx.lieu.update({ where: { id }, data: { ...saisi, telephone: telephone || null, actif }, select: { id: true } });
    return ok(actif ? 'coordonnées' : 'ne reçoit plus');
  });
}

/** The same hours on several days. Refusal `plages_chevauchees`: nothing is written. */
export function ajouterPlage(
  portee: PorteeAdministration,
  par: Agent,
  { lieu: lieuId, jours, ...heures }: PlageSaisie,
  at: Date,
): Promise<Resultat<null>> {
  return modifier(portee, par, lieuId, at, async (tx, { id }) => {
    const existantes = await tx.plage.findMany({ where: { lieuId: id } });
    const nouvelles = jours.map((jour) => ({ jour, ...heures }));
    if (nouvelles.some((n) => existantes.some((e) => seChevauchent(n, e)))) return refuse('plages_chevauchees');
    await tx.plage.createMany({ data: nouvelles.map((n) => ({ id: newId(), lieuId: id, ...n })) });
    const noms = jours.map((j) => JOURS[j - 1]).join(', ');
    return ok(`${noms} : ${heureDe(heures.debut)}–${heureDe(heures.fin)}, ${heures.duree} min, ${heures.capacite} à la fois`);
  });
}

/** Already gone: done. */
export function retirerPlage(
  portee: PorteeAdministration,
  par: Agent,
  { lieu: lieuId, plage }: { lieu: string; plage: string },
  at: Date,
): Promise<Resultat<null>> {
  return modifier(portee, par, lieuId, at, async (tx, { id }) => {
    await tx.plage.deleteMany({ where: { id: plage, lieuId: id } });
    return ok('horaires retirés');
  });
}

export function fermerLeJour(
  portee: PorteeAdministration,
  par: Agent,
  { lieu: lieuId, jour, motif }: { lieu: string; jour: Jour; motif: string },
  at: Date,
): Promise<Resultat<null>> {
  return modifier(portee, par, lieuId, at, async (tx, { id }) => {
    await tx.fermeture.createMany({ data: [{ lieuId: id, jour: new Date(`${jour}T00:00:00Z`), motif }], skipDuplicates: true });
    return ok(`fermé le ${jourLisible(jour)}`);
  });
}

export function rouvrirLeJour(
  portee: PorteeAdministration,
  par: Agent,
  { lieu: lieuId, jour }: { lieu: string; jour: Jour },
  at: Date,
): Promise<Resultat<null>> {
  return modifier(portee, par, lieuId, at, async (tx, { id }) => {
    await tx.fermeture.deleteMany({ where: { lieuId: id, jour: new Date(`${jour}T00:00:00Z`) } });
    return ok(`ouvert de nouveau le ${jourLisible(jour)}`);
  });
}
