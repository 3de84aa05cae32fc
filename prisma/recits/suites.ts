// What happens to a fictional dossier after its deposit, as the agents of Nord do it in several days.
import { timbreDeDemonstration } from '#adapters/timbre/simulateur.ts';
import { porteeUsager } from '#domain/access/scope.ts';
import { jourDe, plusMois } from '#domain/jour.ts';
import { montantsDus } from '#domain/rendez-vous/apporter.ts';
import { lignesTarifs } from '#features/configuration/tarifs/queries.ts';
import { type ProjetDeDecision, proposerDecision, signerDecision } from '#features/dossier/decision/commands.ts';
import { ecrireMessage } from '#features/dossier/messages/commands.ts';
import { recevoirTitre, remettre } from '#features/dossier/remise/commands.ts';
import { attenduDe } from '#features/rendez-vous/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import * as g from './gestes.ts';

export type Equipe = Readonly<Record<'camille' | 'charlie' | 'dominique' | 'alix' | 'morgan', g.Agente>>;

/** From the taking in charge to a complete examination. */
export async function examiner(r: g.Recit, agente: g.Agente, jours: number): Promise<void> {
  await g.prendre(r, agente, g.ilYA(jours, 9));
  if (r.usager.numeroEtranger === null) await g.numeroter(r, agente, g.ilYA(jours, 10));
  await g.verifier(r, agente, g.ilYA(jours, 11));
}

export async function proposer(r: g.Recit, { agent, portee }: g.Agente, projet: ProjetDeDecision, jours: number): Promise<void> {
  const at = g.ilYA(jours, 14);
  await g.faire(r, at, 'proposer', proposerDecision(portee, agent, await g.vu(r), projet, at));
}

export async function signer(
  r: g.Recit,
  { agent, portee }: g.Agente,
  sens: 'favorable' | 'refus' | 'cloture',
  jours: number,
): Promise<void> {
  const at = g.ilYA(jours, 16);
  await g.faire(r, at, 'signer', signerDecision(portee, agent, await g.vu(r), sens, at));
}

export async function accorder(r: g.Recit, { camille, dominique }: Equipe, jours: number): Promise<void> {
  await examiner(r, camille, jours + 2);
  await proposer(r, camille, { sens: 'favorable' }, jours + 1);
  await signer(r, dominique, 'favorable', jours);
}

/** The card arrives: the machine gives the first appointment, ten days later at least. */
export async function recevoir(r: g.Recit, { alix }: Equipe, numeroTitre: string, jours: number): Promise<void> {
  const at = g.ilYA(jours, 9);
  const recu = { dossierId: r.dossierId, numeroTitre, debut: g.jourIlYA(jours + 15), fin: plusMois(g.jourIlYA(jours + 16), 120) };
  await g.faire(r, at, 'recevoir_titre', recevoirTitre(alix.portee, alix.agent, recu, at));
}

export async function remettreAuRendezVous(r: g.Recit, { alix }: Equipe): Promise<void> {
  const { debutLe } = await db().convocation.findFirstOrThrow({
    where: { dossierId: r.dossierId, etat: 'prevue' },
    select: { debutLe: true },
  });
  const attendu = await attenduDe(db(), r.dossierId);
  const [du] = attendu ? montantsDus(attendu.dossier, lignesTarifs(), jourDe(debutLe), attendu.paye) : [];
  const controles = {
    identite: 'passeport',
    ancienTitre: r.usager.numeroEtranger === null ? 'aucun' : 'rendu',
    timbres: du && du.total > 0 ? [timbreDeDemonstration(du.total, 900)] : [],
    cas: du?.cas ?? null,
    pieces: attendu?.pieces.filter((p) => p.moment === 'remise').map((p) => p.code) ?? [],
    empreintes: 'deux_index',
    noticeSignee: true,
    copieRemise: true,
  } as const;
  await g.faire(r, debutLe, 'remettre', remettre(alix.portee, alix.agent, r.dossierId, controles, debutLe));
}

export async function ecrire(r: g.Recit, sorte: 'message' | 'complement', texte: string, at: Date): Promise<void> {
  const saisie = { dossierId: r.dossierId, cle: newId(), sorte, texte, geste: 'envoyer' as const, pieces: {} };
  await g.faire(r, at, 'ecrire', ecrireMessage({ acteur: r.usager, portee: porteeUsager(r.usager), at }, saisie));
}

export const REFUS_RESSOURCES: ProjetDeDecision = {
  sens: 'refus',
  textes: {
    droit:
      'Aux termes de l’article L. 426-20 du code de l’entrée et du séjour des étrangers et du droit d’asile, la carte de séjour « visiteur » est délivrée à l’étranger qui apporte la preuve qu’il peut vivre de ses seules ressources.',
    fait: 'Il ressort des pièces du dossier que les relevés produits font apparaître des ressources moyennes de 410 euros par mois. La condition tenant aux ressources n’est donc pas remplie.',
  },
};
