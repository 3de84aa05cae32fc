// The table of the roles, as a table: what each may, what each may not, and what follows for scopes.
import { describe, expect, it } from 'vitest';
import { type Agent, ROLES_AGENT, type RoleAgent } from '#domain/access/actors.ts';
import { type Delegation, delegationPour, etatDelegation } from '#domain/access/delegation.ts';
import { menuAgent } from '#domain/access/espaces.ts';
import { LIBELLE_POUVOIR, POUVOIRS, ROLES, rolesAttribuables, rolesAyant, sontCompatibles } from '#domain/access/roles.ts';
import { porteeAdministration, porteeAgent } from '#domain/access/scope.ts';
import { ACTIONS, CYCLE, type Transition } from '#domain/dossier/lifecycle.ts';
import { REFUS } from '#domain/refusals.ts';

const agent = (roles: readonly RoleAgent[], prefecture: string | null = '59'): Agent => ({
  sorte: 'agent',
  agentId: 'a1',
  sessionId: 's1',
  nom: 'Camille TESTAGENT',
  roles,
  prefecture,
});

/** role · dossiers of the préfecture · restricted dossiers · where it manages */
const ATTENDU = [
  ['accueil', 'oui', 'aucun', '59'],
  ['instructeur', 'oui', 'habilites', '59'],
  ['valideur', 'oui', 'habilites', '59'],
  ['chef', 'oui', 'habilites', '59'],
  ['admin', '–', '–', 'partout'],
  ['referent_fraude', 'oui', 'habilites', '59'],
  ['referent_vulnerabilite', 'non', 'tous', '59'],
  ['admin_local', '–', '–', '59'],
  ['protection_donnees', '–', '–', 'partout'],
  ['support', '–', '–', 'partout'],
] as const;

describe('le menu', () => {
  it('mène qui lit des dossiers à ses phrases, et eux seuls', () => {
    const phrases = (role: RoleAgent) => menuAgent([role]).some(({ href }) => href === '/instruction/phrases');
    expect(ROLES_AGENT.filter(phrases).toSorted()).toEqual(['chef', 'instructeur', 'referent_fraude', 'valideur']);
  });
});

describe('chaque rôle', () => {
  it.each(ATTENDU)('%s a la portée prévue', (role, ordinaires, restreints, ressort) => {
    const portee = porteeAgent(agent([role]));
    expect(portee ? (portee.ordinaires ? 'oui' : 'non') : '–').toBe(ordinaires);
    expect(portee?.restreints ?? '–').toBe(restreints);
    expect(porteeAdministration(agent([role]))?.prefecture ?? 'partout').toBe(ressort);
  });

  it('figure dans ce tableau', () => expect(ATTENDU.map(([role]) => role)).toEqual([...ROLES_AGENT]));

  it.each(ROLES_AGENT)('%s ne peut pas ce qu’il lui est défendu de pouvoir', (role) => {
    expect(ROLES[role].peut.filter((p) => ROLES[role].nePeutPas.includes(p))).toEqual([]);
    expect(ROLES[role].explication).toMatch(/\.$/);
  });

  it('de la table de vie lit les dossiers sur lesquels il agit', () => {
    const acteurs = new Set(ACTIONS.flatMap((a) => (CYCLE[a] as Transition).par));
    for (const role of ROLES_AGENT.filter((r) => acteurs.has(r))) expect(porteeAgent(agent([role])), role).not.toBeNull();
  });

  it('de gestion, de contrôle ou d’aide n’a aucune portée sur les dossiers, même avec une préfecture', () => {
    for (const role of ROLES_AGENT.filter((r) => ROLES[r].famille !== 'dossiers')) expect(porteeAgent(agent([role])), role).toBeNull();
  });

  it('d’une préfecture n’administre rien sans elle : l’absence de préfecture n’est pas toutes les préfectures', () => {
    for (const role of ROLES_AGENT.filter((r) => ROLES[r].ressort === 'prefecture'))
      expect(porteeAdministration(agent([role], null)), role).toBeNull();
  });

  it('national qui n’ouvre pas cette porte n’élargit pas la portée', () =>
    expect(porteeAdministration(agent(['admin_local', 'support']), ['admin_local'])?.prefecture).toBe('59'));
});

describe('les pouvoirs', () => {
  it.each(POUVOIRS)('%s est tenu par quelqu’un et se dit', (pouvoir) => {
    expect(rolesAyant(pouvoir).length).toBeGreaterThan(0);
    expect(LIBELLE_POUVOIR[pouvoir]).not.toBe('');
  });
  it('de lire et de gérer ne se cumulent jamais', () => {
    const ensemble = ROLES_AGENT.flatMap((a) => ROLES_AGENT.filter((b) => sontCompatibles([a, b])).map((b) => [a, b] as const));
    for (const [a, b] of ensemble) expect(ROLES[a].famille).toBe(ROLES[b].famille);
    expect(sontCompatibles(['valideur', 'instructeur'])).toBe(true);
    expect(sontCompatibles(['admin_local', 'instructeur'])).toBe(false);
    expect(sontCompatibles(['protection_donnees', 'admin'])).toBe(false);
    expect(sontCompatibles([])).toBe(false);
  });
  it('ne se donnent que dans son ressort', () => {
    expect(rolesAttribuables(['admin'])).toEqual([...ROLES_AGENT]);
    expect(rolesAttribuables(['admin_local'])).not.toContain('admin');
    expect(rolesAttribuables(['admin_local'])).not.toContain('protection_donnees');
    for (const role of ROLES_AGENT.filter((r) => r !== 'admin' && r !== 'admin_local')) expect(rolesAttribuables([role])).toEqual([]);
  });
});

describe('une délégation de signature', () => {
  const base: Delegation = { reference: 'a', sortes: ['favorable'], debutLe: '2026-01-01', finLe: '2026-06-30', estRevoquee: false };
  it.each([
    ['2025-12-31', 'a_venir'],
    ['2026-01-01', 'en_vigueur'],
    ['2026-06-30', 'en_vigueur'],
    ['2026-07-01', 'echue'],
  ] as const)('le %s est %s', (jour, etat) => expect(etatDelegation(base, jour)).toBe(etat));
  it('sans terme dure jusqu’à sa révocation', () => {
    expect(etatDelegation({ ...base, finLe: null }, '2099-01-01')).toBe('en_vigueur');
    expect(etatDelegation({ ...base, finLe: null, estRevoquee: true }, '2026-02-01')).toBe('revoquee');
  });
  it('en vigueur l’emporte sur une ancienne, et le refus dit ce qui s’en approche le plus', () => {
    const echue = { ...base, reference: 'b', finLe: '2026-01-15' };
    expect(delegationPour([echue, base], 'favorable', '2026-02-01')).toEqual({ ok: true, valeur: base });
    for (const [liste, refus] of [
      [[echue], 'delegation_echue'],
      [[], 'delegation_absente'],
      [[{ ...base, sortes: ['refus'] }], 'delegation_autre_sorte'],
      [[{ ...echue, sortes: ['refus'] }], 'delegation_absente'],
      [[{ ...base, estRevoquee: true }], 'delegation_revoquee'],
    ] as const) {
      expect(delegationPour(liste, 'favorable', '2026-02-01')).toEqual({ ok: false, refus });
      expect(REFUS[refus]).toMatch(/\.$/);
    }
  });
});
