// A name borne by many: the page of a dossier shows the surest ones, and says where the others are.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { AutreDemande } from '#features/dossier/instruction/doublons/queries.ts';
import { Doublons } from '#features/dossier/instruction/views/doublons.tsx';

const ICI = { id: 'd2', statut: 'depose', procedure: 'P', deposeLe: new Date('2026-11-02'), demandeur: 'X', naissance: '1990' } as const;
const demandes = (combien: number, certitude: AutreDemande['certitude'], ici: AutreDemande['ici'] = ICI): AutreDemande[] =>
  Array.from({ length: combien }, (_, i) => ({ numero: `59012026010100000${10 + i}`, prefecture: 'Préfecture 69', certitude, ici }));

const ICI_SIENNE: AutreDemande = { numero: '', prefecture: 'Préfecture 59', certitude: 'sienne', ici: ICI };

const MARSHALL = { nomNaissance: 'TESTCOLLINS', naissance: '1990-05-02' };
const montrer = (autres: readonly AutreDemande[], ecartes: readonly string[] = []) =>
  renderToStaticMarkup(
    <Doublons dossier={{ id: 'd', version: 1 }} identite={MARSHALL} autres={autres} ecartes={ecartes} peutEcarter={false} />,
  );
const lignes = (html: string): number => html.split('<li').length - 1;

describe('les doublons montrés', () => {
  it.each([
    [1, 1, null],
    [5, 5, null],
    [6, 5, 'Une autre, à chercher par le nom'],
    [50, 5, '45 autres, à chercher par le nom'],
  ])('sur %i possibles : %i, et le reste se cherche', (combien, montres, reste) => {
    const html = montrer(demandes(combien, 'a_verifier'));
    expect(lignes(html)).toBe(montres);
    expect(/[^>]*à chercher par le nom/.exec(html)?.[0] ?? null).toBe(reste);
    if (reste) expect(html).toContain('href="/instruction/recherche?q=TESTCOLLINS+1990"');
  });

  it('s’écartent d’un seul formulaire, chacun par son bouton ; les autres demandes de la personne, jamais', () => {
    const autres = [...demandes(3, 'a_verifier'), { ...ICI_SIENNE, numero: '590120260101000001' }];
    const html = renderToStaticMarkup(
      <Doublons dossier={{ id: 'd', version: 1 }} identite={MARSHALL} autres={autres} ecartes={[]} peutEcarter />,
    );
    expect(html.split('<form').length - 1).toBe(1);
    expect([...html.matchAll(/<button[^>]*value="(\d+)" name="numero"/g)].map((m) => m[1])).toEqual(
      autres.slice(0, 3).map((a) => a.numero),
    );
  });

  it('ne fait pas chercher ici ce qui est dans une autre préfecture', () => {
    const html = montrer([...demandes(6, 'a_verifier'), ...demandes(2, 'a_verifier', null)]);
    expect(html).toContain('Une autre, à chercher par le nom');
    expect(html).toContain('2 autres, dont le contenu ne vous est pas ouvert.');
    expect(montrer(demandes(6, 'sienne', null))).not.toContain('recherche?q=');
  });

  it('ceux qui sont écartés laissent la place aux suivants', () => {
    const autres = demandes(7, 'a_verifier');
    const html = montrer(
      autres,
      autres.slice(0, 2).map((a) => a.numero),
    );
    expect(lignes(html)).toBe(5);
    expect(html).not.toContain('à chercher par le nom');
    expect(html).toContain('5901202601010000016');
  });

  it('les autres demandes de la personne suivent la même borne', () => {
    expect(lignes(montrer(demandes(9, 'sienne')))).toBe(5);
  });
});
