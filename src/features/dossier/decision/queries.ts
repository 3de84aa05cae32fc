// What a decision is written from: the facts that fill its letter, what a closing may record, who proposed it and why it came back.
import 'server-only';
import { type Delegation, delegationPour, type SorteDelegation } from '#domain/access/delegation.ts';
import type { PorteeAgent, PorteeLecture } from '#domain/access/scope.ts';
import { estJoignable } from '#domain/compte/identifiant.ts';
import { echeanceComplement } from '#domain/delais/complement.ts';
import { avisEnMots } from '#domain/dossier/avis.ts';
import { type Incompletude, lectureDe } from '#domain/dossier/cloture.ts';
import type { SensAvis, SorteAvis } from '#domain/dossier/evenements.ts';
import { estRegieParLAccordAlgerien, fondementDe } from '#domain/dossier/fondement.ts';
import { type FaitsLettre, objetDeLaDemande } from '#domain/dossier/lettres.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import type { CodeRefus } from '#domain/refusals.ts';
import { civilite, identiteDe } from '#features/documents/schema.ts';
import { driver, Prisma, type Sql } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { procedureDe } from '#procedures/index.ts';
import { DELAI_DE_M, type DelaiLu, delaiLu, delegationsDe, lisible, NOTIFICATION_DU_COMPLEMENT } from '../queries.ts';

/** A piece that the complement asked for and that was not given, with the text of the list that asks for it. */
export type PieceReclamee = { code: string; libelle: string; texte: string };
/** All that a closing for want of an answer records but the choice of the agent; `estEchu`: the period to answer is over. */
export type Silence = { incompletude: Omit<Incompletude, 'pieces'> | null; dernierJour: Jour | null; pieces: readonly PieceReclamee[] };

/** `silence`: of the complement that is open; null: none is. `attendNumero`: the demandeur gets a numéro étranger (not an employer's worker). */
export type FaitsDuProjet = FaitsLettre & { silence: Silence | null; attendNumero: boolean };

type Ligne = {
  numero: string;
  procedure: string;
  procedure_version: number;
  reponses: Reponses;
  depose_le: Date;
  email: string;
  avis: { sorte: SorteAvis; sens: SensAvis; le: Jour }[] | null;
  complement: (DelaiLu & { id: string; demandeLe: string; pieces: PieceReclamee[] | null }) | null;
};

/** SQL value on `d` and `i` (an item of a complement): its piece in the lists under which `d` was filed. */
const PIECE_DE_LA_LISTE = Prisma.sql`(SELECT x FROM liste_pieces l, jsonb_array_elements(l.pieces) x
  WHERE ((l.procedure = d.procedure AND l.version = d.liste_version) OR l.procedure || '#' || l.version = d.liste_locale)
    AND x->>'code' = i.piece_code LIMIT 1)`;

/** Null when the dossier is not there; whoever calls has read it in their scope. One query. */
export async function faitsDeLaLettre(base: Sql, dossierId: string, jour: Jour): Promise<FaitsDuProjet | null> {
  const [ligne] = await base.$queryRaw<Ligne[]>`
    SELECT d.numero, d.procedure, d.procedure_version, d.reponses, d.depose_le, c.email,
      (SELECT jsonb_agg(jsonb_build_object('sorte', v.sorte, 'sens', v.sens, 'le', v.rendu_le) ORDER BY v.rendu_le)
        FROM avis v WHERE v.dossier_id = d.id AND v.sens IS NOT NULL) AS avis,
      (SELECT jsonb_build_object('id', m.id, 'demandeLe', m.demande_le, ${DELAI_DE_M},
          'pieces', (SELECT jsonb_agg(jsonb_build_object('code', i.piece_code, 'libelle', coalesce(${PIECE_DE_LA_LISTE}->>'libelle', i.piece_code),
            'texte', coalesce(${PIECE_DE_LA_LISTE}->>'source', '')) ORDER BY i.ordre)
            FROM complement_item i WHERE i.complement_id = m.id AND i.piece_code IS NOT NULL))
        FROM complement m LEFT JOIN LATERAL (${NOTIFICATION_DU_COMPLEMENT}) n ON true
        WHERE m.dossier_id = d.id AND m.repondu_le IS NULL AND m.leve_le IS NULL) AS complement
    FROM dossier d JOIN compte c ON c.id = d.compte_id WHERE d.id = ${dossierId}::uuid`;
  const procedure = ligne && procedureDe(ligne.procedure, ligne.procedure_version);
  if (!ligne || !procedure) return null;
  const { numero, reponses, depose_le, email } = ligne;
  const depose = jourDe(depose_le);
  const silence = ligne.complement && silenceDe(ligne.complement, jour);
  const avis = (sorte: SorteAvis) => {
    const dernier = ligne.avis?.findLast((a) => a.sorte === sorte);
    return dernier && avisEnMots(sorte, dernier.sens, dernier.le);
  };
  const incompletude = silence?.incompletude;
  const estTitre = procedure.sorte !== 'autre';
  const contexte = { reponses, jour: depose };
  const fondement = fondementDe(procedure, contexte);
  return {
    estTitre,
    accordAlgerien: estRegieParLAccordAlgerien(procedure, contexte),
    baseLegale: procedure.baseLegale,
    fondement,
    attendNumero: procedure.demandeur !== 'salarie',
    silence,
    valeurs: {
      demandeur: civilite(identiteDe(reponses)),
      numero,
      depose_le: jourLisible(depose),
      demarche: procedure.nom,
      objet: objetDeLaDemande(estTitre, titreAccorde(procedure, contexte).libelle, procedure.nom),
      base_legale: fondement,
      notification: estJoignable(email) ? 'dans son espace personnel' : 'par lettre',
      avis_commission: avis('commission'),
      avis_ofii: avis('ofii'),
      ...(incompletude && {
        complement_le: jourLisible(incompletude.demandeLe),
        disponible_le: jourLisible(incompletude.disponibleLe),
        lecture: lectureDe(incompletude, jourLisible),
        dernier_jour: jourLisible(incompletude.dernierJour),
      }),
    },
  };
}

/** The same for a page. */
export const lireFaitsDeLaLettre = (dossierId: string, at: Date) => faitsDeLaLettre(driver(), dossierId, jourDe(at));

function silenceDe(complement: NonNullable<Ligne['complement']>, jour: Jour): Silence {
  const pieces = complement.pieces ?? [];
  const delai = delaiLu(complement);
  const echeance = delai && echeanceComplement(delai, jour);
  if (!delai || !echeance) return { incompletude: null, dernierJour: null, pieces };
  const { notifieLe, dernierJour, fondement } = echeance;
  const releve = {
    sorte: 'incomplet' as const,
    complement: complement.id,
    demandeLe: jourDe(new Date(complement.demandeLe)),
    disponibleLe: jourDe(delai.disponibleLe),
    notifieLe,
    fondement,
    dernierJour,
  };
  return { incompletude: echeance.joursRestants < 0 ? releve : null, dernierJour, pieces };
}

export type Remarque = { le: Date; par: string; texte: string };

/** Why former proposals came back, latest first: sent back by a valideur, or the person answered meanwhile. One query. */
export async function remarquesDe(portee: PorteeLecture, dossierId: string): Promise<Remarque[]> {
  if (!isId(dossierId)) return [];
  return driver().$queryRaw<Remarque[]>`
    SELECT e.cree_le AS le, CASE WHEN e.type = 'complement_repondu' THEN 'la personne' ELSE coalesce(a.prenom || ' ' || a.nom, '') END AS par,
      CASE WHEN e.type = 'complement_repondu' THEN ${REPONSE_ARRIVEE} ELSE e.faits->>'remarque' END AS texte
    FROM dossier d JOIN evenement e ON e.dossier_id = d.id LEFT JOIN agent a ON a.id = e.acteur_id
    WHERE d.id = ${dossierId}::uuid AND ${lisible(portee)} AND (e.type = 'proposition_renvoyee' OR (e.type = 'complement_repondu' AND e.faits ? 'tombe'))
    ORDER BY e.id DESC`;
}

const REPONSE_ARRIVEE = 'a répondu à la demande de complément après la proposition : examinez la réponse.';

/** Why this agent may not sign this kind of act that day; null when they may. One query. */
export async function empechementDeSigner(portee: PorteeAgent, sorte: SorteDelegation, at: Date): Promise<CodeRefus | null> {
  const [ligne] = await driver().$queryRaw<{ delegations: Delegation[] | null }[]>`SELECT ${delegationsDe(portee.agentId)} AS delegations`;
  const delegation = delegationPour(ligne?.delegations ?? [], sorte, jourDe(at));
  return delegation.ok ? null : delegation.refus;
}
