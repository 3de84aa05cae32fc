// To whom a new dossier goes: the first rule of the prefecture that names its procedure and has somebody there that day, then, among
// the agents of that rule, who has the fewest in charge. Pure: who is away, and who has how many, are given.

export type Regle = {
  /** slugs; empty: every procedure */
  readonly procedures: readonly string[];
  /** identifiers of agents */
  readonly agents: readonly string[];
};

export type Equipier = {
  readonly id: string;
  /** dossiers not decided that this agent has in charge */
  readonly enCharge: number;
  /** away that day; `remplacants`: who has their dossiers meanwhile */
  readonly estAbsent: boolean;
  readonly remplacants: readonly string[];
};

/** Those of the rule who are there; who is away is stood in for by who replaces them. Nobody twice. */
function presents({ agents }: Regle, equipe: ReadonlyMap<string, Equipier>): Equipier[] {
  const voulus = agents.flatMap((id) => {
    const agent = equipe.get(id);
    if (!agent) return [];
    return agent.estAbsent ? agent.remplacants : [id];
  });
  return [...new Set(voulus)].flatMap((id) => {
    const agent = equipe.get(id);
    return agent && !agent.estAbsent ? [agent] : [];
  });
}

/** Null: no rule names this procedure, or nobody of those that do is there. As many in charge: the order of the rule decides. */
export function choisirAgent(regles: readonly Regle[], procedure: string, equipe: readonly Equipier[]): string | null {
  const connus = new Map(equipe.map((e) => [e.id, e]));
  for (const regle of regles) {
    if (regle.procedures.length > 0 && !regle.procedures.includes(procedure)) continue;
    const [premier, ...autres] = presents(regle, connus);
    if (premier) return autres.reduce((moins, e) => (e.enCharge < moins.enCharge ? e : moins), premier).id;
  }
  return null;
}

export type Part = { readonly id: string; readonly agent: string | null };

/** Several at once, in the order given: each one counts for the next. */
export function repartir(
  regles: readonly Regle[],
  dossiers: readonly { readonly id: string; readonly procedure: string }[],
  equipe: readonly Equipier[],
): Part[] {
  const charges = new Map(equipe.map((e) => [e.id, e.enCharge]));
  return dossiers.map(({ id, procedure }) => {
    const agent = choisirAgent(
      regles,
      procedure,
      equipe.map((e) => ({ ...e, enCharge: charges.get(e.id) ?? 0 })),
    );
    if (agent !== null) charges.set(agent, (charges.get(agent) ?? 0) + 1);
    return { id, agent };
  });
}
