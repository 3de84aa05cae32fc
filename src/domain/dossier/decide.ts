// Decides one action on one dossier from facts already loaded. Pure: the store loads, asks, and saves what comes out.
import { type Acteur, identifiantDe, type Role, rolesDe } from '../access/actors.ts';
import { type Delegation, delegationPour, type SorteDelegation } from '../access/delegation.ts';
import type { Droit } from '../access/mandat.ts';
import type { Jour } from '../jour.ts';
import type { CodeRefus } from '../refusals.ts';
import { ok, type Resultat, refuse } from '../result.ts';
import { commissionAvantRefus, type FondementRefus, type Saisine } from './commission.ts';
import type { Sens, TypeEvenement } from './evenements.ts';
import { ACTIONS, type Action, CYCLE, type Exigence, type Transition } from './lifecycle.ts';
import type { Statut } from './statuts.ts';

export type Faits = {
  statut: Statut;
  etapesCompletes: boolean;
  complementOuvert: boolean;
  numeroEtranger: string | null;
  /** false: the demandeur is not who gets a number here (the worker of an employer's request) */
  numeroAttendu: boolean;
  /** the machine may decide it alone (Procedure.traitement) */
  estAutomatique: boolean;
  toutesPiecesVerifiees: boolean;
  /** `irrecevable`: closed because the portal does not receive it, or twice the same; not for want of an answer */
  proposition: { sens: Sens; par: string; motifs: string; irrecevable?: boolean; fondement?: FondementRefus } | null;
  /** null: the dossier is the actor's own, or of their prefecture; otherwise what was confided to them on it */
  confie: readonly Droit[] | null;
  estRestreint: boolean;
  agentId: string | null;
  /** a complement is open and its period to answer is over */
  complementEchu: boolean;
  /** L.432-13: for which refusals of this request the commission is asked */
  saisine: Saisine;
  commissionRendue: boolean;
  /** the decision is taken after the opinion of the doctors of the OFII (L.425-9) */
  ofiiRequis: boolean;
  ofiiRendu: boolean;
  /** the procedure gives an attestation de prolongation (R.431-15-1 and following) */
  attestationPossible: boolean;
  /** of an accepted request: ordered, arrived; null: not ordered */
  titre: 'commande' | 'recu' | null;
  /** convened for their fingerprints, the person has not given them yet */
  biometrieAttendue: boolean;
  /** of the agent who acts, whatever their state */
  delegations: readonly Delegation[];
  /** day of the action, in Paris */
  jour: Jour;
};

/** `refus` is found out of the facts when there are several ways to miss. */
type Condition = { refus: CodeRefus | ((faits: Faits) => CodeRefus); estRemplie: (faits: Faits, acteur: Acteur) => boolean };

function delegationDe(sorte: SorteDelegation): Condition {
  const juger = ({ delegations, jour }: Faits) => delegationPour(delegations, sorte, jour);
  return {
    refus: (faits) => {
      const jugee = juger(faits);
      return jugee.ok ? 'delegation_absente' : jugee.refus;
    },
    estRemplie: (faits) => juger(faits).ok,
  };
}

const saufCloture = (condition: (faits: Faits) => boolean) => (faits: Faits) => faits.proposition?.sens === 'cloture' || condition(faits);

// L.432-13: refusing it to whom it protects needs the commission
const manqueLaCommission = ({ proposition, saisine, commissionRendue }: Faits) =>
  proposition?.sens === 'refus' && !commissionRendue && commissionAvantRefus(saisine, proposition.fondement) !== null;

const EXIGENCE: Readonly<Record<Exigence, Condition>> = {
  etapes_completes: { refus: 'etape_non_atteinte', estRemplie: (f) => f.etapesCompletes },
  aucun_complement_ouvert: { refus: 'complement_deja_ouvert', estRemplie: (f) => !f.complementOuvert },
  complement_ouvert: { refus: 'complement_ferme', estRemplie: (f) => f.complementOuvert },
  // a closing is what an unanswered complement leads to: it asks neither an answer, nor a number, nor a verdict on each piece
  examen_termine: { refus: 'complement_en_attente', estRemplie: saufCloture((f) => !f.complementOuvert) },
  numero_etranger_attribue: {
    refus: 'numero_etranger_manquant',
    estRemplie: saufCloture((f) => f.numeroEtranger !== null || !f.numeroAttendu),
  },
  sans_numero_etranger: { refus: 'numero_deja_attribue', estRemplie: (f) => f.numeroEtranger === null && f.numeroAttendu },
  pieces_verifiees: { refus: 'pieces_non_verifiees', estRemplie: saufCloture((f) => f.toutesPiecesVerifiees) },
  // CRPA L.211-2 and L.211-5: a refusal states its reasons of law and fact
  motifs_si_refus: {
    refus: 'motif_requis',
    estRemplie: (f) => f.proposition?.sens === 'favorable' || f.proposition === null || f.proposition.motifs.trim() !== '',
  },
  signataire_distinct: {
    refus: 'meme_personne',
    estRemplie: (f, acteur) => f.proposition !== null && f.proposition.par !== identifiantDe(acteur),
  },
  proposition_favorable: { refus: 'sens_different', estRemplie: (f) => f.proposition?.sens === 'favorable' },
  proposition_de_refus: { refus: 'sens_different', estRemplie: (f) => f.proposition?.sens === 'refus' },
  delegation_favorable: delegationDe('favorable'),
  delegation_refus: delegationDe('refus'),
  delegation_cloture: delegationDe('cloture'),
  // the machine issues what the law leaves no choice about, in the name of the préfet (D-18)
  delegation_attestation: {
    refus: delegationDe('attestation').refus,
    estRemplie: (f, acteur) => acteur.sorte === 'systeme' || delegationDe('attestation').estRemplie(f, acteur),
  },
  proposition_de_cloture: { refus: 'sens_different', estRemplie: (f) => f.proposition?.sens === 'cloture' },
  // a closing says which piece, under which text, asked when, read when (Conseil d'Etat, 10 October 2023, n° 472831)
  cloture_justifiee: {
    refus: 'cloture_sans_complement',
    estRemplie: (f) => f.proposition?.sens !== 'cloture' || f.proposition.irrecevable === true || f.complementEchu,
  },
  // given to somebody by the chef, it waits for that person: who else wants it asks the chef
  sans_agent: { refus: 'deja_en_charge', estRemplie: (f, acteur) => f.agentId === null || f.agentId === identifiantDe(acteur) },
  avis_prealables_rendus: {
    refus: (f) => (manqueLaCommission(f) ? 'commission_requise' : 'avis_ofii_requis'),
    estRemplie: saufCloture((f) => !manqueLaCommission(f) && (!f.ofiiRequis || f.ofiiRendu)),
  },
  attestation_due: { refus: 'attestation_non_due', estRemplie: (f) => f.attestationPossible },
  titre_non_commande: { refus: 'titre_deja_commande', estRemplie: (f) => f.titre === null },
  // R.431-9: no titre without photograph and ten fingers. Those that the State holds serve again: who is not convened has given them
  biometrie_presente: { refus: 'biometrie_attendue', estRemplie: (f) => !f.biometrieAttendue },
  titre_attendu: { refus: 'titre_non_attendu', estRemplie: (f) => f.titre === 'commande' },
  titre_a_remettre: { refus: 'titre_non_arrive', estRemplie: (f) => f.titre === 'recu' },
  traitement_automatique: { refus: 'non_autorise', estRemplie: (f) => f.estAutomatique },
  acces_ordinaire: { refus: 'acces_deja_restreint', estRemplie: (f) => !f.estRestreint },
  acces_restreint: { refus: 'acces_non_restreint', estRemplie: (f) => f.estRestreint },
};

function estParmi(roles: readonly Role[], admis: readonly Role[]): boolean {
  return roles.some((r) => admis.includes(r));
}

/** The transition to apply, or the first refusal. Never throws. */
export function decider(action: Action, faits: Faits, acteur: Acteur): Resultat<Transition> {
  const transition: Transition = CYCLE[action];
  if (!estParmi(rolesDe(acteur), transition.par)) return refuse('non_autorise');
  if (faits.confie !== null && !(transition.droit && faits.confie.includes(transition.droit))) return refuse('droit_non_confie');
  if (!transition.de.includes(faits.statut)) return refuse('statut_incompatible');
  const manque = (transition.exige ?? []).find((e) => !EXIGENCE[e].estRemplie(faits, acteur));
  if (!manque) return ok(transition);
  const { refus } = EXIGENCE[manque];
  return refuse(typeof refus === 'string' ? refus : refus(faits));
}

/** Actions whose button is worth showing: right person, right statut; the requirements explain themselves when tried. */
export function actionsOffertes(statut: Statut, acteur: Acteur): Action[] {
  return ACTIONS.filter((a) => {
    const transition: Transition = CYCLE[a];
    return estParmi(rolesDe(acteur), transition.par) && transition.de.includes(statut);
  });
}

/** As what an agent did for the person what left this event: the role that let them, as the table says; null: none of theirs does any more. */
export function roleDeLActe(type: TypeEvenement, roles: readonly string[]): 'instructeur' | 'accueil' | null {
  const actes = ACTIONS.filter((a) => CYCLE[a].emet === type);
  // a draft begun or taken up for somebody, which the table does not know, is so at the desk
  const admis: readonly Role[] = actes.length === 0 ? ['accueil'] : actes.flatMap((a): readonly Role[] => CYCLE[a].par);
  // who is both: the letter is recorded by who instructs, the desk has its own acts
  return (['instructeur', 'accueil'] as const).find((role) => admis.includes(role) && roles.includes(role)) ?? null;
}
