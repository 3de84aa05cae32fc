// A file that the person added on their own becomes a version of a piece of the list: same bytes, same day; the older version is kept.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { formats } from '#domain/piece/fichier.ts';
import { emplacements, formatAdmis } from '#domain/procedure/pieces.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { listeVersionDe } from '#features/configuration/queries.ts';
import { newId } from '#platform/ids.ts';
import { type DossierVu, ordreDAgent } from '../../schema.ts';
import { executer } from '../../store.ts';

type Versement = { vu: DossierVu; fichier: string; piece: string; emplacement: string };

/** Refusals: life cycle, `fichier_introuvable`, `emplacement_inconnu`, `format_non_admis`. Poured twice in the same place: once. */
export async function verser(
  portee: PorteeAgent,
  agent: Agent,
  { vu, fichier, piece, emplacement }: Versement,
  at: Date,
): Promise<Resultat<null>> {
  return executer({ action: 'verser', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const jointe = await tx.messageFichier.findFirst({
      where: { id: fichier, analyse: 'sain', message: { dossierId: dossier.id, auteurSorte: 'usager', envoyeLe: { not: null } } },
    });
    const format = formats.find((f) => f === jointe?.type);
    if (!jointe || !format) return refuse('fichier_introuvable');
    const { pieces } = await listeVersionDe(tx, dossier.procedure.slug, dossier.listeVersion, dossier.listeLocale);
    const demandee = pieces.find((p) => p.code === piece);
    const cle = { dossierId_code: { dossierId: dossier.id, code: piece } };
    const donnee = await tx.piece.findUnique({ where: cle, select: { id: true, variante: true } });
    if (!demandee || !emplacements(demandee, donnee?.variante).some((e) => e.code === emplacement)) return refuse('emplacement_inconnu');
    if (!formatAdmis(demandee, format)) return refuse('format_non_admis');
    const pieceId =
      donnee?.id ?? (await tx.piece.create({ data: { id: newId(), dossierId: dossier.id, code: piece }, select: { id: true } })).id;
    // what is joined to an answer that is not sent yet is the person's own business
    const enCours = await tx.complementItem.findMany({
      where: { complement: { dossierId: dossier.id, reponduLe: null } },
      select: { id: true },
    });
    const remis = [{ complementItemId: null }, { complementItemId: { notIn: enCours.map((i) => i.id) } }];
    const courants = { pieceId, emplacement, remplaceLe: null, OR: remis };
    if ((await tx.fichier.count({ where: { ...courants, sha256: jointe.sha256 } })) === 0) {
      await tx.fichier.updateMany({ where: courants, data: { remplaceLe: at } });
      const { nom, type, taille, sha256, cle: octets, deposeLe } = jointe;
      await tx.fichier.create({
        data: { id: newId(), pieceId, emplacement, nom, type, taille, sha256, cle: octets, analyse: 'sain', deposeLe },
        select: { id: true },
      });
      await tx.piece.update({
        where: { id: pieceId },
        data: { verdict: null, motif: null, observation: null, verifieeLe: null, verifieePar: null },
        select: { id: true },
      });
    }
    await tx.messageFichier.update({ where: { id: fichier }, data: { pieceCode: piece }, select: { id: true } });
    return ok({ faits: { piece, fichier }, valeur: null });
  });
}
