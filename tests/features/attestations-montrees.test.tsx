// The list of attestations to issue, for who signs them and for who does not.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CodeRefus } from '#domain/refusals.ts';
import { VueAttestations } from '#features/horloge/views/attestations.tsx';

function montrer(empechement: CodeRefus | null): string {
  const due = {
    dossierId: 'd1',
    numero: 'D1',
    demandeur: 'TESTVOSS Ada',
    procedure: 'visiteur',
    code: 'attestation_renouvellement',
    le: '2026-12-01',
    agent: null,
  } as const;
  return renderToStaticMarkup(
    <VueAttestations lignes={[due]} total={1} page={1} pages={1} miens={false} jour="2026-11-22" empechement={empechement} />,
  );
}

describe('les attestations à délivrer', () => {
  it('se cochent par qui a la délégation', () => {
    expect(montrer(null)).toContain('type="checkbox"');
    expect(montrer(null)).toContain('Délivrer les attestations des dossiers cochés');
  });

  it('se lisent sans rien à cocher par qui ne l’a pas, et la raison est dite', () => {
    const html = montrer('delegation_absente');
    expect(html).toContain('TESTVOSS Ada');
    expect(html).toContain('pas de délégation de signature');
    expect(html).not.toMatch(/type="checkbox"|Délivrer les attestations des/);
  });
});
