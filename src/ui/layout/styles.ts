// The styles of every page, in order. dsfr.css is generated: `node scripts/styles.ts` (add a component there).
import './dsfr.css';
import './portail.css';
