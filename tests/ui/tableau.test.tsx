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

  describe('dont les lignes se répètent', () => {
    const retard = { ton: 'error', mot: 'En retard' } as const;
    const ligne = (cle: string, numero: string, jour: string) => ({
      cle,
      cellules: [numero, [retard, `${jour} –`, 'Demande à vérifier'], '', [retard]],
    });
    const tableau = Tableau({
      legende: 'Dossiers',
      colonnes: ['Numéro', 'À faire', 'Agent', 'À noter'],
      lignes: [ligne('a', '1', '19/01/2026'), ligne('b', '2', '19/01/2026'), ligne('c', '3', '20/01/2026')],
      choix: { formulaire: 'lot', nom: 'dossiers', libelle: 'Cocher' },
      vide: 'Rien',
    });

    it('les montre toutes entières, les états avant les mots', () => {
      const html = renderToStaticMarkup(tableau);
      const cellules = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, mots = '']) => mots.replaceAll(/<[^>]*>/g, ''));
      expect(cellules).toEqual([
        ...['', '1', 'En retard 19/01/2026 – Demande à vérifier', '', 'En retard'],
        ...['', '2', 'En retard 19/01/2026 – Demande à vérifier', '', 'En retard'],
        ...['', '3', 'En retard 20/01/2026 – Demande à vérifier', '', 'En retard'],
      ]);
      expect(html).toContain('aria-label="Cocher 3" name="dossiers.c"');
    });

    it('n’envoie qu’une fois au navigateur ce qu’elles répètent', () => {
      const envoye = JSON.stringify(tableau);
      for (const mot of ['En retard', '19/01/2026 –', '20/01/2026 –', 'Demande à vérifier']) expect(envoye.split(mot), mot).toHaveLength(2);
    });
  });
});
