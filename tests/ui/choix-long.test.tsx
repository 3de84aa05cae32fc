// The long list is written as one text: it must be the list that React would have written, whatever the labels hold.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LISTE_PAYS } from '#domain/pays.ts';
import { ChampChoix, ChampChoixLong, type Option } from '#ui/fields/choix.tsx';

const pays: readonly Option[] = LISTE_PAYS.map(({ code, libelle }) => ({ valeur: code, libelle }));
const pieges: readonly Option[] = [
  { valeur: 'a"b', libelle: 'Un "guillemet"' },
  { valeur: '<c>', libelle: 'Moins < et plus &amp; & que' },
];

/** React also escapes apostrophes and `>`, and quotes in the text of an option, where nothing asks for it. */
const lu = (html: string): string => html.replaceAll('&#x27;', "'").replaceAll('&gt;', '>').replaceAll('&quot;', '"');
const options = (html: string): string => lu(html.slice(html.indexOf('<option'), html.indexOf('</select>')));

const court = (liste: readonly Option[], choisie: string) =>
  options(renderToStaticMarkup(<ChampChoix nom="x" libelle="X" options={liste} defaultValue={choisie} />));
const long = (liste: readonly Option[], choisie: string) =>
  options(renderToStaticMarkup(<ChampChoixLong nom="x" libelle="X" options={liste} defaultValue={choisie} />));

describe('une longue liste écrite d’un seul texte', () => {
  it.each(['', 'CA', 'AD', 'ZZ'])('donne les mêmes options, la même choisie (%s)', (choisie) => {
    expect(long(pays, choisie)).toBe(court(pays, choisie));
  });

  it('échappe ce que les libellés et les codes contiennent', () => {
    const ecrit = renderToStaticMarkup(<ChampChoixLong nom="x" libelle="X" options={pieges} />);
    expect(ecrit).toContain('value="a&quot;b"');
    expect(ecrit).toContain('value="&lt;c>"');
    expect(ecrit).toContain('Moins &lt; et plus &amp;amp; &amp; que');
    expect(long(pieges, '')).toBe(court(pieges, ''));
  });
});
