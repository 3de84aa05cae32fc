// The agent's verbs on a dossier. Each goes through the store: lock, life-cycle table, event, one transaction; each carries the
// version that the agent saw, so that two agents never overwrite each other.
import 'server-only';
import type { Agent } from '#domain/access/actors.ts';
import type { Finalite } from '#domain/access/finalites.ts';
import { nomDuRepresente } from '#domain/access/representation.ts';
import type { PorteeAgent, PorteeLecture } from '#domain/access/scope.ts';
import type { MotifPiece } from '#domain/dossier/complement.ts';
import { identiteDe } from '#domain/personne/identite.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { upgradeCompte } from '#features/compte/commands.ts';
import { consignerConsultation, type ObjetLu } from '#features/consultations/commands.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type ChoixNumero, donnerNumero, donnerNumeroAuMineur } from '#features/personne/commands.ts';
import { examinerReponsesVerifiees } from '../complements/demande/commands.ts';
import { attenteDuDossier } from '../queries.ts';
import { type DossierVu, ordreDAgent } from '../schema.ts';
import { executer, rattacher } from '../store.ts';

/** Clicking twice is taking once. */
export async function prendreEnCharge(portee: PorteeAgent, agent: Agent, vu: DossierVu, at: Date): Promise<Resultat<{ agentId: string }>> {
  const { agentId } = agent;
  return executer(
    { action: 'prendre_en_charge', ...ordreDAgent(portee, agent, vu, at) },
    async () => ok({ colonnes: { agentId }, faits: {}, valeur: { agentId } }),
    (dossier) => (dossier.statut === 'en_instruction' && dossier.agentId === agentId ? { agentId } : null),
  );
}

export type Avis =
  | { piece: string; verdict: 'conforme' }
  | { piece: string; verdict: 'non_conforme'; motif: MotifPiece; observation: string };

/** Refusals: those of the life cycle, `emplacement_inconnu` for a piece that was not given. */
export async function verifierPiece(portee: PorteeAgent, agent: Agent, vu: DossierVu, avis: Avis, at: Date): Promise<Resultat<null>> {
  return executer({ action: 'verifier_piece', ...ordreDAgent(portee, agent, vu, at) }, async (dossier, tx) => {
    const raison = avis.verdict === 'conforme' ? { motif: null, observation: null } : { motif: avis.motif, observation: avis.observation };
    const { count } = await tx.piece.updateMany({
      where: { dossierId: dossier.id, code: avis.piece },
      data: { verdict: avis.verdict, ...raison, verifieeLe: at, verifieePar: agent.agentId },
    });
    if (count === 0) return refuse('emplacement_inconnu');
    await examinerReponsesVerifiees(tx, dossier.id, at);
    const attente = await attenteDuDossier(tx, dossier.id);
    return ok({ colonnes: { attente }, faits: { piece: avis.piece, verdict: avis.verdict }, valeur: null });
  });
}

/**
 * Gives a numéro étranger to the person and upgrades their compte in place (S-151). Clicking twice gives one number: the second
 * answer is the first number. Refusals: life cycle, `numero_etranger_inconnu`, `numero_rattache_ailleurs`.
 */
export async function attribuerNumero(
  portee: PorteeAgent,
  agent: Agent,
  vu: DossierVu,
  choix: ChoixNumero,
  at: Date,
): Promise<Resultat<{ numeroEtranger: string }>> {
  return executer(
    { action: 'attribuer_numero', ...ordreDAgent(portee, agent, vu, at) },
    async (dossier, tx) => {
      const identite = identiteDe(dossier.reponses);
      const departement = dossier.prefectureCode ?? portee.prefecture;
      if (dossier.representation) {
        const { compteId, personneId, email } = dossier;
        const donne = await donnerNumeroAuMineur(tx, { compteId, personneId, departement, identite, choix }, at);
        if (!donne.ok) return donne;
        const { numeroEtranger } = donne.valeur;
        await demanderCourriel(tx, {
          cle: `numero_du_mineur:${dossier.id}`,
          sorte: 'numero_du_mineur',
          destinataire: email,
          variables: { enfant: nomDuRepresente(dossier.representation), numeroEtranger },
        });
        return ok({ colonnes: { personneId: donne.valeur.personneId }, faits: { numeroEtranger }, valeur: { numeroEtranger } });
      }
      const donne = await donnerNumero(tx, { compteId: dossier.compteId, departement, identite, choix }, at);
      if (!donne.ok) return donne;
      const { personneId, numeroEtranger } = donne.valeur;
      const promu = await upgradeCompte(tx, { compteId: dossier.compteId, numeroEtranger, nom: identite }, at);
      if (!promu.ok) return promu;
      await rattacher(tx, dossier.compteId, personneId);
      return ok({ colonnes: { personneId }, faits: { numeroEtranger }, valeur: { numeroEtranger } });
    },
    ({ numeroEtranger }) => {
      if (numeroEtranger === null) return null;
      return choix.sorte === 'nouveau' || choix.numeroEtranger === numeroEtranger ? { numeroEtranger } : null;
    },
  );
}

/** Each reading by an agent leaves a row: who, what, when (R.142-22), and the purpose that the person will read. */
export async function noterLecture(
  portee: PorteeLecture,
  dossierId: string,
  objet: ObjetLu,
  objetId: string | null,
  at: Date,
  finalite: Finalite = 'instruction',
): Promise<void> {
  await consignerConsultation({ agentId: portee.agentId, dossierId, objet, objetId, finalite }, at);
}
