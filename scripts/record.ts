// `node scripts/run.mjs record` : records what was just published (procedures, lists of pieces) and redraws the diagram of the life-cycle.
// It never changes what is already recorded. Before the first publication only: `record --refaire <slug>/v<n>` forgets that line first.
import { readFileSync, writeFileSync } from 'node:fs';
import { PROCEDURES } from '#procedures/index.ts';
import { redraw } from '../tests/architecture/diagram.ts';
import { fingerprints, frozenPath, readFrozen } from '../tests/architecture/frozen.ts';
import { inRoot } from './paths.ts';

const forget = process.argv.flatMap((arg, i) => (process.argv[i - 1] === '--refaire' ? [arg] : []));
const recorded = Object.entries(readFrozen()).filter(([name]) => !forget.includes(name));
const now = Object.assign({}, ...PROCEDURES.flat().map(fingerprints));
writeFileSync(frozenPath, `${JSON.stringify({ ...now, ...Object.fromEntries(recorded) }, null, 2)}\n`);

const readme = inRoot('src', 'domain', 'dossier', 'README.md');
writeFileSync(readme, redraw(readFileSync(readme, 'utf8')));
console.log(`Empreintes : ${frozenPath}\nDiagramme : ${readme}`);
