// Why a proposal came back: every time, latest first.
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { dateLisible } from '../../instruction/views/dates.ts';
import type { Remarque } from '../queries.ts';

export function Remarques({ remarques }: { remarques: readonly Remarque[] }) {
  if (remarques.length === 0) return null;
  return (
    <Alerte ton="warning" titre={t('Proposition renvoyée')} niveau="h2">
      <ul>
        {remarques.map((r) => (
          <li key={r.le.toISOString()}>{t('{date}, {agent} : {texte}', { date: dateLisible(r.le), agent: r.par, texte: r.texte })}</li>
        ))}
      </ul>
    </Alerte>
  );
}
