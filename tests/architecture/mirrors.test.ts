import { describe, expect, it } from 'vitest';
import { ROLES_AGENT } from '#domain/access/actors.ts';
import type { FaitsEvenement } from '#domain/dossier/evenements.ts';
import { CYCLE } from '#domain/dossier/lifecycle.ts';
import { STATUTS } from '#domain/dossier/statuts.ts';
import { diagram, redraw } from './diagram.ts';
import { list, readText } from './source.ts';

const VERDICTS = ['conforme', 'non_conforme'] as const satisfies readonly FaitsEvenement['piece_verifiee']['verdict'][];

/** Values of an enum of the database's schema, in order. */
function prismaEnum(name: string): string[] {
  const schema = list('prisma/schema').map(readText).join('\n');
  const body = new RegExp(`^enum ${name} \\{([^}]*)\\}`, 'm').exec(schema)?.[1];
  if (body === undefined) throw new Error(`enum ${name} absent de prisma/schema`);
  return body
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => /^\w+$/.test(l));
}

describe('les listes tenues deux fois', () => {
  it.each([
    ['Statut', STATUTS],
    ['RoleAgent', ROLES_AGENT],
    ['VerdictPiece', VERDICTS],
  ])('l’énumération %s de la base dit comme le domaine', (name, values) => expect(prismaEnum(name)).toEqual([...values]));
});

describe('le diagramme du cycle de vie', () => {
  it('est celui de la table (sinon : node scripts/run.mjs record)', () => {
    const readme = readText('src/domain/dossier/README.md');
    expect(redraw(readme)).toBe(readme);
  });
  it('change quand la table change', () =>
    expect(diagram({ ...CYCLE, renvoyer: { ...CYCLE.renvoyer, par: ['chef'] } })).not.toBe(diagram()));
});
