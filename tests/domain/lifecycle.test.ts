import { describe, expect, it } from 'vitest';
import type { Acteur, Agent, Role, RoleAgent, Usager } from '#domain/access/actors.ts';
import { ROLES_AGENT, SYSTEME } from '#domain/access/actors.ts';
import type { Delegation } from '#domain/access/delegation.ts';
import { DROITS, type Droit } from '#domain/access/mandat.ts';
import { actionsOffertes, decider, type Faits } from '#domain/dossier/decide.ts';
import { LIBELLE_EVENEMENT } from '#domain/dossier/evenements.ts';
import { ACTIONS, type Action, CYCLE, EXIGENCES, type Exigence, type Transition } from '#domain/dossier/lifecycle.ts';
import { DEPOSES, STATUTS, type Statut } from '#domain/dossier/statuts.ts';
import { type CodeRefus, REFUS } from '#domain/refusals.ts';

const usager: Usager = {
  sorte: 'usager',
  compteId: 'c1',
  sessionId: 's1',
  email: 'a@example.org',
  nom: null,
  numeroEtranger: null,
  langue: 'fr',
  confies: [],
};
const agent = (role: RoleAgent, agentId = 'a1'): Agent => ({
  sorte: 'agent',
  agentId,
  sessionId: 's2',
  nom: 'Agent TESTDURAND',
  roles: [role],
  prefecture: '59',
});
const ACTEURS: Readonly<Record<Role, Acteur>> = {
  usager,
  accueil: agent('accueil'),
  instructeur: agent('instructeur'),
  valideur: agent('valideur'),
  chef: agent('chef'),
  admin: agent('admin'),
  referent_fraude: agent('referent_fraude'),
  referent_vulnerabilite: agent('referent_vulnerabilite'),
  admin_local: agent('admin_local'),
  protection_donnees: agent('protection_donnees'),
  support: agent('support'),
  systeme: SYSTEME,
};
const ROLES: readonly Role[] = ['usager', ...ROLES_AGENT, 'systeme'];

const DELEGATION: Delegation = {
  reference: 'arrêté n° 2026-1',
  sortes: ['favorable', 'refus'],
  debutLe: '2026-01-01',
  finLe: '2026-12-31',
  estRevoquee: false,
};

/** Facts under which each action is possible, so that only the person and the statut decide. */
function faitsPour(action: Action, statut: Statut): Faits {
  return {
    statut,
    etapesCompletes: true,
    complementOuvert: action === 'repondre_complement',
    numeroEtranger: action === 'attribuer_numero' ? null : '7500000001',
    numeroAttendu: true,
    estAutomatique: action === 'valider_seul',
    toutesPiecesVerifiees: true,
    estRestreint: action === 'habiliter' || action === 'lever_restriction',
    delegations: [DELEGATION],
    jour: '2026-11-22',
    confie: null,
    proposition: { sens: action === 'refuser' ? 'refus' : 'favorable', par: 'une autre personne', motifs: 'En droit… En fait…' },
  };
}

/** THE expected matrix: every action allowed, by whom, from where, to where. Anything else is refused. */
const PERMIS = [
  'usager brouillon enregistrer brouillon',
  'usager brouillon abandonner abandonne',
  'usager brouillon attester_blocage brouillon',
  'usager brouillon deposer depose',
  // at the desk, on a draft confided to them (R.431-2)
  'accueil brouillon enregistrer brouillon',
  'accueil brouillon deposer depose',
  'usager en_instruction repondre_complement en_instruction',
  'systeme depose valider_seul accepte',
  'accueil en_instruction repondre_complement en_instruction',
  'instructeur depose prendre_en_charge en_instruction',
  'instructeur en_instruction attribuer_numero en_instruction',
  'instructeur en_instruction verifier_piece en_instruction',
  'instructeur en_instruction demander_complement en_instruction',
  'instructeur en_instruction proposer propose',
  'valideur propose renvoyer en_instruction',
  'valideur propose accepter accepte',
  'valideur propose refuser refuse',
  ...DEPOSES.flatMap((statut) => [
    `instructeur ${statut} restreindre ${statut}`,
    `chef ${statut} restreindre ${statut}`,
    `referent_vulnerabilite ${statut} restreindre ${statut}`,
    `chef ${statut} habiliter ${statut}`,
    `referent_vulnerabilite ${statut} habiliter ${statut}`,
    `chef ${statut} lever_restriction ${statut}`,
    `referent_vulnerabilite ${statut} lever_restriction ${statut}`,
  ]),
];

const CAS = ROLES.flatMap((role) => STATUTS.flatMap((statut) => ACTIONS.map((action) => ({ role, statut, action }))));

describe('le cycle de vie', () => {
  it(`répond comme prévu aux ${CAS.length} combinaisons de statut, de personne et d’action`, () => {
    const permises = CAS.flatMap(({ role, statut, action }) => {
      const decision = decider(action, faitsPour(action, statut), ACTEURS[role]);
      return decision.ok ? [`${role} ${statut} ${action} ${decision.valeur.vers ?? statut}`] : [];
    });
    expect(permises.toSorted()).toEqual(PERMIS.toSorted());
  });

  it('refuse les autres en disant si c’est la personne ou le moment', () => {
    const refus = new Set(
      CAS.flatMap(({ role, statut, action }) => {
        const decision = decider(action, faitsPour(action, statut), ACTEURS[role]);
        if (decision.ok) return [];
        const attendu: CodeRefus = CYCLE[action].par.some((r) => r === role) ? 'statut_incompatible' : 'non_autorise';
        return [decision.refus === attendu ? 'bien' : `${role} ${statut} ${action} : ${decision.refus}`];
      }),
    );
    expect([...refus]).toEqual(['bien']);
  });

  it('n’offre que des boutons que la table permet, dans les deux sens', () => {
    for (const role of ROLES) {
      const offerts = STATUTS.flatMap((statut) => actionsOffertes(statut, ACTEURS[role]).map((a) => `${role} ${statut} ${a}`));
      expect(offerts.toSorted()).toEqual(
        PERMIS.filter((p) => p.startsWith(`${role} `))
          .map((p) => p.split(' ').slice(0, 3).join(' '))
          .toSorted(),
      );
    }
  });

  it('laisse agir la personne qui a plusieurs rôles, si l’un suffit', () => {
    const double: Agent = { ...agent('accueil'), roles: ['accueil', 'valideur'] };
    expect(decider('renvoyer', faitsPour('renvoyer', 'propose'), double).ok).toBe(true);
    expect(decider('prendre_en_charge', faitsPour('prendre_en_charge', 'depose'), double).ok).toBe(false);
  });

  it('ne laisse faire pour autrui que ce qui a été confié', () => {
    const DROIT_REQUIS: Partial<Record<Action, Droit>> = {
      enregistrer: 'remplir',
      attester_blocage: 'remplir',
      deposer: 'deposer',
      repondre_complement: 'repondre',
    };
    for (const action of ACTIONS.filter((a) => CYCLE[a].par.some((r) => r === 'usager'))) {
      const faits = faitsPour(action, CYCLE[action].de[0]);
      for (const droit of DROITS) {
        const decision = decider(action, { ...faits, confie: ['voir', droit] }, usager);
        expect(decision.ok || decision.refus, `${action} ${droit}`).toBe(DROIT_REQUIS[action] === droit || 'droit_non_confie');
      }
    }
  });

  it('ne laisse aucun dossier sans issue, sauf décidé ou abandonné', () => {
    // who may open it is no way out
    const ACCES: readonly Action[] = ['restreindre', 'habiliter', 'lever_restriction'];
    const sansIssue = STATUTS.filter((s) => !ROLES.some((r) => actionsOffertes(s, ACTEURS[r]).some((a) => !ACCES.includes(a))));
    // remis, clos and retire wait for their actions (a later issue)
    expect(sansIssue).toEqual(['abandonne', 'accepte', 'remis', 'refuse', 'clos', 'retire']);
  });

  it('émet des événements qui se racontent', () => {
    for (const action of ACTIONS) expect(LIBELLE_EVENEMENT).toHaveProperty(CYCLE[action].emet);
  });
});

describe('chaque exigence', () => {
  const bon = (action: Action) => faitsPour(action, CYCLE[action].de[0]);
  const proposition = { sens: 'favorable', par: 'a9', motifs: '' } as const;
  const cas: Readonly<Record<Exigence, { action: Action; manque: Partial<Faits>; refus: CodeRefus }[]>> = {
    etapes_completes: [{ action: 'deposer', manque: { etapesCompletes: false }, refus: 'etape_non_atteinte' }],
    aucun_complement_ouvert: [
      { action: 'demander_complement', manque: { complementOuvert: true }, refus: 'complement_deja_ouvert' },
      { action: 'proposer', manque: { complementOuvert: true }, refus: 'complement_deja_ouvert' },
    ],
    complement_ouvert: [{ action: 'repondre_complement', manque: { complementOuvert: false }, refus: 'complement_ferme' }],
    numero_etranger_attribue: [{ action: 'proposer', manque: { numeroEtranger: null }, refus: 'numero_etranger_manquant' }],
    sans_numero_etranger: [
      { action: 'attribuer_numero', manque: { numeroEtranger: '7500000001' }, refus: 'numero_deja_attribue' },
      { action: 'attribuer_numero', manque: { numeroAttendu: false }, refus: 'numero_deja_attribue' },
    ],
    pieces_verifiees: [{ action: 'proposer', manque: { toutesPiecesVerifiees: false }, refus: 'pieces_non_verifiees' }],
    motifs_si_refus: [
      { action: 'proposer', manque: { proposition: { ...proposition, sens: 'refus', motifs: '   ' } }, refus: 'motif_requis' },
      { action: 'refuser', manque: { proposition: { ...proposition, sens: 'refus', motifs: '' } }, refus: 'motif_requis' },
    ],
    signataire_distinct: [
      { action: 'accepter', manque: { proposition: { ...proposition, par: 'a1' } }, refus: 'meme_personne' },
      { action: 'refuser', manque: { proposition: { ...proposition, sens: 'refus', motifs: 'x', par: 'a1' } }, refus: 'meme_personne' },
    ],
    proposition_favorable: [
      { action: 'accepter', manque: { proposition: { ...proposition, sens: 'refus', motifs: 'x' } }, refus: 'sens_different' },
      { action: 'accepter', manque: { proposition: null }, refus: 'sens_different' },
    ],
    delegation_favorable: [
      { action: 'accepter', manque: { delegations: [] }, refus: 'delegation_absente' },
      { action: 'accepter', manque: { delegations: [{ ...DELEGATION, sortes: ['refus'] }] }, refus: 'delegation_autre_sorte' },
      { action: 'accepter', manque: { jour: '2027-01-01' }, refus: 'delegation_echue' },
      { action: 'accepter', manque: { jour: '2025-12-31' }, refus: 'delegation_a_venir' },
      { action: 'accepter', manque: { delegations: [{ ...DELEGATION, estRevoquee: true }] }, refus: 'delegation_revoquee' },
    ],
    delegation_refus: [
      { action: 'refuser', manque: { delegations: [] }, refus: 'delegation_absente' },
      { action: 'refuser', manque: { delegations: [{ ...DELEGATION, sortes: ['favorable'] }] }, refus: 'delegation_autre_sorte' },
      { action: 'refuser', manque: { jour: '2027-01-01' }, refus: 'delegation_echue' },
    ],
    traitement_automatique: [{ action: 'valider_seul', manque: { estAutomatique: false }, refus: 'non_autorise' }],
    acces_ordinaire: [{ action: 'restreindre', manque: { estRestreint: true }, refus: 'acces_deja_restreint' }],
    acces_restreint: [
      { action: 'habiliter', manque: { estRestreint: false }, refus: 'acces_non_restreint' },
      { action: 'lever_restriction', manque: { estRestreint: false }, refus: 'acces_non_restreint' },
    ],
    proposition_de_refus: [
      { action: 'refuser', manque: { proposition: { ...proposition, motifs: 'x' } }, refus: 'sens_different' },
      { action: 'refuser', manque: { proposition: null }, refus: 'sens_different' },
    ],
  };

  it.each(EXIGENCES)('%s arrête avec son refus, et le dit en français', (exigence) => {
    for (const { action, manque, refus } of cas[exigence]) {
      const acteur = ACTEURS[CYCLE[action].par[0]];
      expect(decider(action, bon(action), acteur).ok, action).toBe(true);
      expect(decider(action, { ...bon(action), ...manque }, acteur)).toEqual({ ok: false, refus });
      expect(REFUS[refus]).toMatch(/\.$/);
    }
  });

  it('est demandée partout où la table la demande', () => {
    for (const action of ACTIONS) {
      const transition: Transition = CYCLE[action];
      for (const exigence of transition.exige ?? [])
        expect(
          cas[exigence].map((c) => c.action),
          exigence,
        ).toContain(action);
    }
  });

  it('proposer une décision favorable ne demande pas de motif', () =>
    expect(decider('proposer', { ...bon('proposer'), proposition }, ACTEURS.instructeur).ok).toBe(true));
});
