// What a stream leaves behind is given back as it goes by, not once the whole heap must be walked.
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bytesWentBy } from '#platform/young-collection.ts';

const MEGA = 1024 * 1024;

/** Collections of the young generation that were asked for while `work` ran. */
async function collections(work: () => void): Promise<number> {
  let asked = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { detail } = entry as PerformanceEntry & { detail: { kind: number; flags: number } };
      if (detail.kind === constants.NODE_PERFORMANCE_GC_MINOR && detail.flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) asked += 1;
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  work();
  await turn();
  await turn();
  observer.disconnect();
  return asked;
}

describe('les octets d’un flux', () => {
  it('rendent leur mémoire tous les seize mégaoctets, quelle que soit la taille des morceaux', async () => {
    bytesWentBy(16 * MEGA);
    expect(await collections(() => bytesWentBy(15 * MEGA))).toBe(0);
    expect(await collections(() => bytesWentBy(MEGA))).toBe(1);
    expect(
      await collections(() => {
        for (let n = 0; n < 16 * 64; n += 1) bytesWentBy(MEGA / 16);
      }),
    ).toBe(4);
  });
});
