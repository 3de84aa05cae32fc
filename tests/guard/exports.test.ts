// What leaves the portal whole asks who takes it to prove again who they are.
import { beforeEach, expect, it, vi } from 'vitest';
import type { RoleAgent } from '#domain/access/actors.ts';
import type { Route } from '#guard/route.ts';
import { ouvrirSession } from '#guard/session.ts';
import { now } from '#platform/clock.ts';
import { GET as acces } from '../../src/app/api/administration/acces/route.ts';
import { POST as historique } from '../../src/app/api/agents/dossiers/[dossier]/historique/route.ts';
import { GET as pilotage } from '../../src/app/api/pilotage/route.ts';
import { sources } from '../architecture/source.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, socle } from '../support/dossiers.ts';
import { formulaire, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

beforeEach(async () => {
  await truncate();
  navigateur.boite.clear();
  await socle();
});

const MOTIF = formulaire({ motif: 'Tribunal administratif de Lille, requête n° 2601234' });
/** `sans`: where it leads without a proof. */
const EXPORTS: Readonly<Record<string, { route: Route; role: RoleAgent; methode: 'GET' | 'POST'; sans: (dossier: string) => string }>> = {
  export_acces: { route: acces, role: 'protection_donnees', methode: 'GET', sans: () => '/agents/confirmation?retour=%2Fexport' },
  export_pilotage: { route: pilotage, role: 'chef', methode: 'GET', sans: () => '/agents/confirmation?retour=%2Fexport' },
  export_historique: { route: historique, role: 'chef', methode: 'POST', sans: (dossier) => `/instruction/${dossier}/historique` },
};

it('connaît tous les exports du portail', () => {
  const routes = sources.filter((f) => /^src\/app\/.*\/route\.ts$/.test(f.path));
  const noms = routes.flatMap((f) => [...f.text.matchAll(/route\w+\(\s*'(export_\w+)'/g)].map((m) => m[1]));
  expect(noms.toSorted()).toEqual(Object.keys(EXPORTS).toSorted());
});

it.each(Object.entries(EXPORTS))('%s ne part qu’après une preuve récente', async (_nom, { route, role, methode, sans }) => {
  const dossier = await dossierDepose({ statut: 'en_instruction', pieces: false });
  const { agent } = await agentDe('59', ['chef']);
  await sql(`update agent set roles = array['${role}']::role_agent[] where id = $1`, [agent.agentId]);
  await ouvrirSession('agent', agent.agentId, 'complete', now());
  const appeler = () =>
    route(new Request('http://localhost/export', { method: methode, ...(methode === 'POST' ? { body: MOTIF } : {}) }), {
      params: Promise.resolve({ dossier: dossier.id }),
    });
  const refusee = await appeler();
  expect([refusee.status, refusee.headers.get('location')]).toEqual([303, sans(dossier.id)]);
  await sql('update session set facteur_le = now()');
  const donnee = await appeler();
  expect(donnee.status).toBe(200);
  expect(donnee.headers.get('content-disposition')).toMatch(/^attachment/);
  await donnee.body?.cancel();
});
