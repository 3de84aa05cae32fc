import { describe, expect, it } from 'vitest';
import { html } from '#ui/layout/html.ts';

describe('un texte écrit en HTML', () => {
  it('échappe ce qu’on y met', () =>
    expect(html`<a title="${'"><script>'}">${"l'un & l'autre"}</a>`.__html).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">l&#x27;un &amp; l&#x27;autre</a>',
    ));
  it('garde ce qui est déjà du HTML, seul ou en liste, et tait ce qui est absent', () =>
    expect(html`<ul${null}>${['a', '<'].map((m) => html`<li>${m}</li>`)}</ul>${html`<br>`}`.__html).toBe(
      '<ul><li>a</li><li>&lt;</li></ul><br>',
    ));
  it('laisse de côté les fins de ligne du code, jamais celles d’un texte', () =>
    expect(
      html`
        <p>
          <b>${'deux\n  lignes'}</b>
        </p>`.__html,
    ).toBe('<p><b>deux\n  lignes</b></p>'));
});
