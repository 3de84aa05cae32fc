import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { db } from '#platform/db.ts';
import { lireJeton } from '../jetons/commands.ts';
import { contenuChangement } from './commands.ts';
import { contenuRetour } from './retour/commands.ts';

export type ChangementEnAttente = { nouvelle: string; jusqu: Date };
export type Coordonnees = {
  email: string;
  telephone: string | null;
  langue: string;
  numeroEtranger: string | null;
  enAttente: ChangementEnAttente | null;
};

/** Two queries. */
export async function coordonneesDe({ compteId }: PorteeUsager, at: Date): Promise<Coordonnees> {
  const [compte, jeton] = await Promise.all([
    db().compte.findUniqueOrThrow({
      where: { id: compteId },
      select: { email: true, telephone: true, langue: true, numeroEtranger: true },
    }),
    db().jeton.findFirst({
      where: { compteId, sorte: 'courriel', utiliseLe: null, expireLe: { gt: at } },
      select: { contenu: true, expireLe: true },
    }),
  ]);
  const contenu = contenuChangement.safeParse(jeton?.contenu);
  const enAttente = jeton && contenu.success ? { nouvelle: contenu.data.nouvelle, jusqu: jeton.expireLe } : null;
  return { ...compte, enAttente };
}

/** What the page of a link shows to who holds it; null: used, expired, or never was. Reading uses nothing up. */
export type LienAdresse =
  | { sorte: 'confirmation'; jeton: string; nouvelle: string }
  | { sorte: 'retour'; retour: string; ancienne: string };

export async function lienDe({ jeton, retour }: { jeton: string; retour: string }, at: Date): Promise<LienAdresse | null> {
  if (jeton !== '') {
    const contenu = contenuChangement.safeParse((await lireJeton('courriel', jeton, at))?.contenu);
    return contenu.success ? { sorte: 'confirmation', jeton, nouvelle: contenu.data.nouvelle } : null;
  }
  if (retour === '') return null;
  const contenu = contenuRetour.safeParse((await lireJeton('courriel_retour', retour, at))?.contenu);
  return contenu.success ? { sorte: 'retour', retour, ancienne: contenu.data.ancienne } : null;
}
