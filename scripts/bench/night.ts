// The night of the clocks over every open dossier of the base, in this process, and the attestations as PDF: how many a second, and whether
// memory grows with their number. Through the commands of the portal: what the worker runs.
import { performance } from 'node:perf_hooks';
import { marqueDuPortail, rendrePdf } from '#adapters/pdf/pdf.ts';
import { signer } from '#adapters/signature/signature.ts';
import { attestationProlongation } from '#features/documents/kinds/attestation-prolongation.ts';
import type { FaitsDocument } from '#features/documents/schema.ts';
import { type Bilan, passerLaNuit } from '#features/horloge/commands.ts';

/** `heap`: live megabytes at most, sampled once the first batches have been read, then over the last ones. */
export type Night = { bilan: Bilan; seconds: number; perSecond: number; heap: { early: number; late: number } };

const MEGA = 1_048_576;
const EVERY = 200;
const WARM = 10;

/** Throws what the clocks throw. `at`: the night that is run. */
export async function measureNight(at: Date): Promise<Night> {
  const samples: number[] = [];
  const sampler = setInterval(() => samples.push(process.memoryUsage().heapUsed / MEGA), EVERY);
  const start = performance.now();
  try {
    const bilan = await passerLaNuit(at);
    const seconds = (performance.now() - start) / 1000;
    const third = Math.max(1, Math.floor(samples.length / 3));
    const most = (some: readonly number[]) => (some.length > 0 ? Math.max(...some) : 0);
    return {
      bilan,
      seconds,
      perSecond: bilan.dossiers / seconds,
      heap: { early: most(samples.slice(0, third)), late: most(samples.slice(-third)) },
    };
  } finally {
    clearInterval(sampler);
  }
}

/** What the event of an attestation says (features/horloge/attestations). */
const DELIVREE = { du: '2026-11-22', jusqu: '2027-05-21', motif: 'depot' };

/** Attestations drawn, tagged and signed in a second, one after the other, for the dossier of `facts`; a worker is warm: so is this. */
export async function measureDocuments(facts: FaitsDocument, count: number): Promise<number> {
  const draw = async () => {
    const { titre, contenu } = attestationProlongation.composer(
      { ...facts, details: DELIVREE },
      { code: 'ABCD2345EFGH', adresseVerification: 'http://localhost/verification' },
    );
    const pdf = await rendrePdf({ titre, contenu, marque: marqueDuPortail(), date: facts.le });
    await signer(pdf, { motif: attestationProlongation.signature ?? '', le: facts.le });
  };
  for (let i = 0; i < WARM; i += 1) await draw();
  const start = performance.now();
  for (let i = 0; i < count; i += 1) await draw();
  return count / ((performance.now() - start) / 1000);
}
