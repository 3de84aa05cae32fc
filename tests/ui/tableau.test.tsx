import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Tableau } from '#ui/layout/tableau.tsx';

const liens = (html: string): string[] =>
  [...html.matchAll(/<td><a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, mot]) => `${href} ${mot}`);

const montrer = (vers?: string) =>
  renderToStaticMarkup(
    <Tableau
      legende="Dossiers"
      colonnes={['Numéro', 'Nom']}
      lignes={[
        { cle: 'a', cellules: ['1', 'TESTUN'] },
        { cle: 'b:3', fin: 'b/avis', cellules: ['2', 'TESTDEUX'] },
      ]}
      {...(vers ? { vers } : {})}
      vide="Rien"
    />,
  );

describe('un tableau', () => {
  it('mène chaque ligne à son adresse, par sa première cellule', () => {
    expect(liens(montrer('/instruction/'))).toEqual(['/instruction/a 1', '/instruction/b/avis 2']);
  });

  it('ne mène nulle part qui ne peut rien ouvrir', () => {
    const html = montrer();
    expect(html).toContain('TESTDEUX');
    expect(html).not.toContain('<a');
  });
});
