// What the page of the queue shows of its settings: nothing until asked, and a way back once asked.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { lireDemande, ONGLETS } from '#features/dossier/instruction/corbeille/schema.ts';
import { VueCorbeille } from '#features/dossier/instruction/views/corbeille.tsx';

const comptes = Object.fromEntries(ONGLETS.map((o) => [o, 0])) as Record<(typeof ONGLETS)[number], number>;

function montrer(recherche: string): string {
  const { filtres, tri, regler } = lireDemande(Object.fromEntries(new URLSearchParams(recherche)));
  const page = { lignes: [], suivant: null, comptes, onglet: 'a_verifier', colonnes: [], collegues: [] } as const;
  const lecteur = { peutOuvrir: true, peutAvoirEnCharge: true, lot: null, at: new Date('2026-11-22T10:00:00Z') };
  return renderToStaticMarkup(<VueCorbeille {...page} {...lecteur} {...{ filtres, tri, regler }} estSuite={false} />);
}

describe('les réglages de la corbeille', () => {
  it('ne s’écrivent que demandés', () => {
    expect(montrer('')).not.toContain('id="regler"');
    expect(montrer('regler=colonnes')).toContain('Garder ces colonnes');
    expect(montrer('regler=filtres')).toContain('Tout montrer');
    expect(montrer('regler=filtres')).not.toContain('Garder ces colonnes');
  });

  it.each(['filtres', 'colonnes'])('se referment sans perdre ce qui restreint la liste (%s)', (regler) => {
    const html = montrer(`regler=${regler}&retard=1&tri=recent`);
    const [, retour = ''] = /href="([^"]*)">Refermer</.exec(html) ?? [];
    expect(new URLSearchParams(retour.replaceAll('&amp;', '&').split('?')[1]).toString()).toBe('onglet=a_verifier&retard=1&tri=recent');
  });
});
