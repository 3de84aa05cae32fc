// How an agent who comes by ProConnect is known, and whether that counts as two factors.

/** What is known when ProConnect answers. */
export type AgentConnu = { agentId: string; actif: boolean };
export type RetourAgent = {
  /** agent whom this identity opens already */
  lie: AgentConnu | null;
  /** agent whose professional address is exactly the one that ProConnect gives, and whether another identity is theirs already */
  parAdresse: (AgentConnu & { aUneAutreIdentite: boolean }) | null;
  /** the provider says itself that the address is not checked */
  adresseContestee: boolean;
};

export type SuiteAgent = { sorte: 'entrer'; agentId: string } | { sorte: 'lier_et_entrer'; agentId: string } | { sorte: 'refuser' };

/**
 * The first time, the address is enough: ProConnect only federates directories of administrations, which give each agent their own
 * professional address, and an administrator has invited that very address here. It makes no agent, and never moves one to
 * another identity: a colleague who takes over an address does not take over the agent.
 */
export function suiteAgent({ lie, parAdresse, adresseContestee }: RetourAgent): SuiteAgent {
  if (lie) return lie.actif ? { sorte: 'entrer', agentId: lie.agentId } : { sorte: 'refuser' };
  if (!parAdresse?.actif || parAdresse.aUneAutreIdentite || adresseContestee) return { sorte: 'refuser' };
  return { sorte: 'lier_et_entrer', agentId: parAdresse.agentId };
}

/** Levels of ProConnect that are two factors by definition. */
const NIVEAUX_DOUBLES = new Set([
  'eidas2',
  'eidas3',
  'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
  'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
]);

/** RFC 8176: `mfa` is said by the provider; a key alone (`pop`) or a code alone (`totp`) is not two factors. */
export function estDoubleFacteur({ acr, amr }: { acr: string; amr: readonly string[] }): boolean {
  return NIVEAUX_DOUBLES.has(acr) || amr.includes('mfa');
}
