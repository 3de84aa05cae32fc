// The page of a dossier is made of sections, each with its own door: whoever opens the page must pass them all, or the page is lost to them.
import { beforeEach, expect, it, vi } from 'vitest';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { ouvrirSession } from '#guard/session.ts';
import { now } from '#platform/clock.ts';
import { db } from '#platform/db.ts';
import { EN_TETE, SUITE } from '../../src/app/instruction/[dossier]/sections.tsx';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, socle } from '../support/dossiers.ts';
import { navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

beforeEach(async () => {
  await truncate();
  navigateur.boite.clear();
  await socle();
});

it.each(LECTEURS_DE_DOSSIERS)('chaque section de la page d’un dossier s’ouvre à : %s', async (role) => {
  const { agent } = await agentDe('59', [role]);
  const { id: dossierId } = await dossierDepose({ statut: 'en_instruction', pieces: false });
  await db().dossier.update({ where: { id: dossierId }, data: { restreint: role === 'referent_vulnerabilite' } });
  await ouvrirSession('agent', agent.agentId, 'complete', now());
  await sql('update session set facteur_le = now()');
  const issues = await Promise.allSettled([...EN_TETE, ...SUITE].map(async (section) => section({ dossierId })));
  expect(issues.flatMap((issue, rang) => (issue.status === 'rejected' ? [`section ${rang} : ${String(issue.reason)}`] : []))).toEqual([]);
});
