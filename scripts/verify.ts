// Runs stages one after the other, goes on after a failure, and ends with the one line of the total.
import type { Count, Stage } from './stages.ts';

async function timed(stage: Stage): Promise<Count> {
  const since = Date.now();
  console.log(`\n── ${stage.name}`);
  const count = await stage.run();
  if (count.failed > 0 && count.output) console.log(count.output.trimEnd());
  console.log(`── ${stage.name} : ${count.failed === 0 ? 'réussi' : 'ÉCHEC'} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  return count;
}

/** Prints `N passed, N failed` as the last line and ends the process: code 1 when anything failed. */
export async function verify(stages: Stage[]): Promise<never> {
  let passed = 0;
  let failed = 0;
  for (const stage of stages) {
    const count = await timed(stage);
    passed += count.passed;
    failed += count.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
