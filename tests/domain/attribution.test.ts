import { describe, expect, it } from 'vitest';
import { choisirAgent, type Equipier, repartir } from '#domain/dossier/attribution.ts';

const equipier = (id: string, enCharge = 0, plus: Partial<Equipier> = {}): Equipier => ({
  id,
  enCharge,
  estAbsent: false,
  remplacants: [],
  ...plus,
});
const TOUTES = { procedures: [], agents: ['a', 'b', 'c'] };

describe('à qui va un dossier', () => {
  it('va à qui en a le moins, dans l’ordre de la règle à charge égale', () => {
    expect(choisirAgent([TOUTES], 'etudiant', [equipier('a', 4), equipier('b', 2), equipier('c', 2)])).toBe('b');
  });

  it('suit la première règle qui nomme la procédure', () => {
    const regles = [{ procedures: ['etudiant'], agents: ['a'] }, TOUTES];
    const equipe = [equipier('a', 90), equipier('b', 1), equipier('c', 1)];
    expect(choisirAgent(regles, 'etudiant', equipe)).toBe('a');
    expect(choisirAgent(regles, 'nationalite', equipe)).toBe('b');
  });

  it('va au remplaçant de qui est absent, à la règle suivante quand il n’y en a pas', () => {
    const regles = [
      { procedures: ['etudiant'], agents: ['a'] },
      { procedures: [], agents: ['b'] },
    ];
    expect(
      choisirAgent(regles, 'etudiant', [equipier('a', 0, { estAbsent: true, remplacants: ['c'] }), equipier('b'), equipier('c', 9)]),
    ).toBe('c');
    expect(choisirAgent(regles, 'etudiant', [equipier('a', 0, { estAbsent: true }), equipier('b', 9)])).toBe('b');
    const deuxAbsents = [
      equipier('a', 0, { estAbsent: true, remplacants: ['c'] }),
      equipier('b', 9),
      equipier('c', 0, { estAbsent: true }),
    ];
    expect(choisirAgent(regles, 'etudiant', deuxAbsents)).toBe('b');
  });

  it('ne va à personne sans règle, ou quand l’agent nommé est parti', () => {
    expect(choisirAgent([], 'etudiant', [equipier('a')])).toBeNull();
    expect(choisirAgent([{ procedures: [], agents: ['parti'] }], 'etudiant', [equipier('a')])).toBeNull();
  });

  it('se répartit en comptant ce qui vient d’être donné', () => {
    const dossiers = ['1', '2', '3', '4'].map((id) => ({ id, procedure: 'etudiant' }));
    const parts = repartir([TOUTES], dossiers, [equipier('a', 0), equipier('b', 2), equipier('c', 1)]);
    expect(parts.map((p) => p.agent)).toEqual(['a', 'a', 'c', 'a']);
  });
});
