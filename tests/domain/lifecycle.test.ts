import { describe, expect, it } from 'vitest';
import type { Acteur, Agent, Role, RoleAgent, Usager } from '#domain/access/actors.ts';
import { ROLES_AGENT, SYSTEME } from '#domain/access/actors.ts';
import type { Delegation } from '#domain/access/delegation.ts';
import { DROITS, type Droit } from '#domain/access/mandat.ts';
import { actionsOffertes, decider, type Faits } from '#domain/dossier/decide.ts';
import { LIBELLE_EVENEMENT, type Sens } from '#domain/dossier/evenements.ts';
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
  sortes: ['favorable', 'refus', 'cloture', 'attestation'],
  debutLe: '2026-01-01',
  finLe: '2026-12-31',
  estRevoquee: false,
};

const EN_COMPLEMENT: readonly Action[] = [
  'repondre_complement',
  'lever_complement',
  'demander_prolongation',
  'prolonger_complement',
  'enregistrer_recommande',
];
const SENS: Partial<Record<Action, Sens>> = { refuser: 'refus', cloturer: 'cloture' };

/** Facts under which each action is possible, so that only the person and the statut decide. */
function faitsPour(action: Action, statut: Statut): Faits {
  return {
    statut,
    etapesCompletes: true,
    complementOuvert: EN_COMPLEMENT.includes(action),
    complementEchu: false,
    agentId: null,
    saisine: { conditionsRemplies: 'L.432-13 1°', engagement: null },
    commissionRendue: true,
    ofiiRequis: true,
    ofiiRendu: true,
    attestationPossible: true,
    biometrieAttendue: false,
    titre: action === 'recevoir_titre' ? 'commande' : action === 'remettre' ? 'recu' : null,
    numeroEtranger: action === 'attribuer_numero' ? null : '7500000001',
    numeroAttendu: true,
    estAutomatique: action === 'valider_seul',
    toutesPiecesVerifiees: true,
    estRestreint: action === 'habiliter' || action === 'lever_restriction',
    delegations: [DELEGATION],
    jour: '2026-11-22',
    confie: null,
    proposition: { sens: SENS[action] ?? 'favorable', par: 'une autre personne', motifs: 'En droit… En fait…' },
  };
}

/** The statut stays. */
const sansBouger = (roles: string, statuts: string, actions: string) =>
  roles
    .split(' ')
    .flatMap((role) => statuts.split(' ').flatMap((statut) => actions.split(' ').map((action) => `${role} ${statut} ${action} ${statut}`)));

/** THE expected matrix: every action allowed, by whom, from where, to where. Anything else is refused. */
const PERMIS = [
  ...sansBouger('chef systeme', 'depose en_instruction propose', 'attribuer'),
  ...sansBouger('instructeur chef', 'depose en_instruction', 'transferer'),
  ...sansBouger(
    'instructeur valideur chef referent_vulnerabilite',
    'depose en_instruction propose accepte remis refuse clos retire',
    'noter',
  ),
  ...sansBouger('instructeur', 'depose en_instruction propose', 'ecarter_doublon ecarter_fichier'),
  // one that comes from elsewhere, or that nobody has any more
  'instructeur en_instruction prendre_en_charge en_instruction',
  ...sansBouger(
    'instructeur',
    'en_instruction',
    'lever_complement prolonger_complement enregistrer_recommande demander_avis enregistrer_certificat',
  ),
  ...sansBouger('usager', 'en_instruction', 'demander_prolongation'),
  ...sansBouger('instructeur referent_fraude systeme', 'en_instruction', 'rendre_avis'),
  ...sansBouger('usager', 'depose en_instruction propose accepte remis refuse clos retire', 'ecrire'),
  ...sansBouger('systeme', 'depose en_instruction propose accepte remis refuse clos retire', 'repondre'),
  ...sansBouger('usager', 'depose en_instruction', 'completer'),
  ...['usager', 'accueil', 'instructeur'].flatMap((r) => ['depose', 'en_instruction', 'propose'].map((s) => `${r} ${s} retirer retire`)),
  ...sansBouger('instructeur valideur systeme', 'depose en_instruction propose', 'delivrer_api'),
  ...sansBouger('systeme', 'depose en_instruction propose', 'constater_silence'),
  'valideur propose cloturer clos',
  ...['accepte', 'refuse', 'clos'].map((s) => `valideur ${s} annuler_decision en_instruction`),
  ...sansBouger('systeme instructeur', 'accepte', 'commander_titre'),
  ...sansBouger('accueil instructeur', 'accepte', 'recevoir_titre'),
  ...sansBouger('accueil instructeur systeme', 'en_instruction accepte', 'convoquer'),
  ...sansBouger('usager accueil instructeur', 'en_instruction accepte', 'deplacer_rendez_vous'),
  ...sansBouger('accueil instructeur', 'en_instruction accepte', 'annuler_rendez_vous constater_absence'),
  ...sansBouger('accueil', 'en_instruction accepte', 'relever_biometrie'),
  'accueil accepte remettre remis',
  'usager brouillon enregistrer brouillon',
  'usager brouillon abandonner abandonne',
  'systeme brouillon abandonner abandonne',
  'usager brouillon attester_blocage brouillon',
  'usager brouillon deposer depose',
  // at the desk, on a draft confided to them (R.431-2)
  'accueil brouillon enregistrer brouillon',
  'accueil brouillon deposer depose',
  ...['usager', 'accueil'].flatMap((r) => ['en_instruction', 'propose'].map((s) => `${r} ${s} repondre_complement en_instruction`)),
  ...sansBouger('instructeur', 'depose en_instruction', 'verser'),
  'systeme depose valider_seul accepte',
  'instructeur depose prendre_en_charge en_instruction',
  'instructeur en_instruction attribuer_numero en_instruction',
  'instructeur en_instruction verifier_piece en_instruction',
  'instructeur en_instruction demander_complement en_instruction',
  'instructeur en_instruction proposer propose',
  'valideur propose corriger_lettre propose',
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
      demander_prolongation: 'repondre',
      ecrire: 'repondre',
      completer: 'repondre',
      deplacer_rendez_vous: 'repondre',
      retirer: 'deposer',
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
    // who may open it, or write about it, is no way out
    const ACCES: readonly Action[] = ['restreindre', 'habiliter', 'lever_restriction', 'noter', 'ecrire', 'repondre'];
    const sansIssue = STATUTS.filter((s) => !ROLES.some((r) => actionsOffertes(s, ACTEURS[r]).some((a) => !ACCES.includes(a))));
    expect(sansIssue).toEqual(['abandonne', 'remis', 'retire']);
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
    aucun_complement_ouvert: [{ action: 'demander_complement', manque: { complementOuvert: true }, refus: 'complement_deja_ouvert' }],
    examen_termine: [{ action: 'proposer', manque: { complementOuvert: true }, refus: 'complement_en_attente' }],
    complement_ouvert: EN_COMPLEMENT.map((action) => ({ action, manque: { complementOuvert: false }, refus: 'complement_ferme' })),
    sans_agent: [
      { action: 'prendre_en_charge', manque: { statut: 'en_instruction', agentId: 'a9' }, refus: 'deja_en_charge' },
      // given to another by the chef, before anybody opened it
      { action: 'prendre_en_charge', manque: { statut: 'depose', agentId: 'a9' }, refus: 'deja_en_charge' },
    ],
    cloture_justifiee: [
      { action: 'proposer', manque: { proposition: { ...proposition, sens: 'cloture', motifs: 'x' } }, refus: 'cloture_sans_complement' },
    ],
    avis_prealables_rendus: [
      {
        action: 'proposer',
        manque: { commissionRendue: false, proposition: { ...proposition, sens: 'refus', motifs: 'x' } },
        refus: 'commission_requise',
      },
      // L.425-9: whatever the sense
      { action: 'proposer', manque: { ofiiRendu: false }, refus: 'avis_ofii_requis' },
    ],
    proposition_de_cloture: [
      { action: 'cloturer', manque: { proposition: { ...proposition, motifs: 'x' } }, refus: 'sens_different' },
      { action: 'cloturer', manque: { proposition: null }, refus: 'sens_different' },
    ],
    delegation_cloture: [
      { action: 'cloturer', manque: { delegations: [{ ...DELEGATION, sortes: ['refus'] }] }, refus: 'delegation_autre_sorte' },
    ],
    delegation_attestation: [
      { action: 'delivrer_api', manque: { delegations: [] }, refus: 'delegation_absente' },
      { action: 'delivrer_api', manque: { jour: '2027-01-01' }, refus: 'delegation_echue' },
    ],
    attestation_due: [{ action: 'delivrer_api', manque: { attestationPossible: false }, refus: 'attestation_non_due' }],
    titre_non_commande: [{ action: 'commander_titre', manque: { titre: 'commande' }, refus: 'titre_deja_commande' }],
    biometrie_presente: [{ action: 'commander_titre', manque: { biometrieAttendue: true }, refus: 'biometrie_attendue' }],
    titre_attendu: [
      { action: 'recevoir_titre', manque: { titre: null }, refus: 'titre_non_attendu' },
      { action: 'recevoir_titre', manque: { titre: 'recu' }, refus: 'titre_non_attendu' },
    ],
    titre_a_remettre: [
      { action: 'remettre', manque: { titre: 'commande' }, refus: 'titre_non_arrive' },
      { action: 'remettre', manque: { titre: null }, refus: 'titre_non_arrive' },
    ],
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
      {
        action: 'cloturer',
        manque: { proposition: { ...proposition, sens: 'cloture', motifs: 'x', par: 'a1' } },
        refus: 'meme_personne',
      },
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

  it('ne demande ni réponse, ni numéro, ni avis sur chaque pièce à une clôture', () => {
    const cloture = { ...proposition, sens: 'cloture', motifs: 'x' } as const;
    const nus = { complementOuvert: true, numeroEtranger: null, toutesPiecesVerifiees: false };
    for (const juste of [{ complementEchu: true }, { proposition: { ...cloture, irrecevable: true } }])
      expect(decider('proposer', { ...bon('proposer'), ...nus, proposition: cloture, ...juste }, ACTEURS.instructeur).ok).toBe(true);
  });

  it('la machine délivre sans délégation ce que la loi ne laisse pas juger', () =>
    expect(decider('delivrer_api', { ...bon('delivrer_api'), delegations: [] }, SYSTEME).ok).toBe(true));

  it('proposer une décision favorable ne demande pas de motif', () =>
    expect(decider('proposer', { ...bon('proposer'), proposition }, ACTEURS.instructeur).ok).toBe(true));
});
