// Writes src/ui/layout/dsfr.css: the State Design System's styles, only the components listed below, without the
// illustrative colours, the unused custom properties and the icons nobody uses. Run it after adding a component here or
// a `fr-icon-…` class in src/: `node scripts/styles.ts`. tests/ui/styles.test.ts fails when the file is behind.
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const composants = [
  'footer',
  'link',
  'button',
  'breadcrumb',
  'stepper',
  'tile',
  'skiplink',
  'notice',
  'alert',
  'badge',
  'form',
  'input',
  'select',
  'radio',
  'checkbox',
  'password',
  'search',
  'pagination',
  'navigation',
  'callout',
  'upload',
] as const;

/** Pictograms served from /pictogrammes, used by the tiles. */
const pictogrammes = [
  'document/document-signature',
  'document/document-add',
  'document/national-identity-card-passport',
  'document/passport',
  'document/tax-stamp',
  'map/airport',
  'map/location-france',
  'system/success',
  'system/technical-error',
  'system/padlock',
  'system/information',
  'digital/mail-send',
] as const;

const racine = join(dirname(fileURLToPath(import.meta.url)), '..');
const dsfr = join(racine, 'node_modules/@gouvfr/dsfr/dist');
const couleurs = /green-|blue-ecume|blue-cumulus|purple-glycine|pink-|yellow-|orange-|brown-|beige-/;
const jamais =
  /fr-fi-|fr-notice--(?:weather|attack|cyberattack|witness|kidnapping)|\.fr-header|\.fr-mega-menu|\.fr-menu|\.fr-nav__btn|\.fr-display-|fr-raw-link--|contextmenu|\.fr-follow|\.fr-card|\.fr-tag|fr-responsive|\.fr-accordion|\.fr-consent|\.fr-toggle/;

type Bloc = { entete: string; corps: string | Bloc[] };

/** Splits minified CSS into rules. Strings and url() may hold braces: they are skipped over. */
function analyse(css: string): Bloc[] {
  const blocs: Bloc[] = [];
  let debut = 0;
  let i = 0;
  const passer = () => {
    const c = css[i];
    if (c === '"' || c === "'") {
      i = css.indexOf(c, i + 1);
    }
    i += 1;
  };
  while (i < css.length) {
    if (css[i] === ';') {
      i += 1;
      debut = i;
    } else if (css[i] === '{') {
      const entete = css.slice(debut, i).trim();
      i += 1;
      const corpsDebut = i;
      for (let profondeur = 1; profondeur > 0; ) {
        if (css[i] === '{') profondeur += 1;
        if (css[i] === '}') profondeur -= 1;
        passer();
      }
      const corps = css.slice(corpsDebut, i - 1);
      blocs.push({ entete, corps: /^@(media|supports)/.test(entete) ? analyse(corps) : corps });
      debut = i;
    } else {
      passer();
    }
  }
  return blocs;
}

/** Splits on a separator outside parentheses and strings. */
function decoupe(texte: string, separateur: ',' | ';'): string[] {
  const parts: string[] = [];
  let profondeur = 0;
  let chaine = '';
  let debut = 0;
  for (let i = 0; i < texte.length; i += 1) {
    const c = texte[i] ?? '';
    if (chaine) {
      if (c === chaine) chaine = '';
    } else if (c === '"' || c === "'") chaine = c;
    else if (c === '(') profondeur += 1;
    else if (c === ')') profondeur -= 1;
    else if (c === separateur && profondeur === 0) {
      parts.push(texte.slice(debut, i));
      debut = i + 1;
    }
  }
  return [...parts, texte.slice(debut)].map((p) => p.trim()).filter(Boolean);
}

function elaguer(blocs: Bloc[]): Bloc[] {
  return blocs.flatMap((b): Bloc[] => {
    if (b.entete.startsWith('@font-face')) return []; // next/font serves Marianne: hashed address, preload
    if (typeof b.corps !== 'string') {
      // Print and old Edge are not served; forced-colors is kept, it is how high contrast works today.
      const condition = decoupe(b.entete.replace(/^@media\s*/, ''), ',').filter((c) => !c.includes('-ms-high-contrast'));
      const enfants = elaguer(b.corps);
      if (!enfants.length || !condition.length) return [];
      return [{ entete: b.entete.startsWith('@media') ? `@media ${condition.join(',')}` : b.entete, corps: enfants }];
    }
    if (b.entete.startsWith('@')) return [b];
    // fr-fi- is the former name of fr-icon-: nobody writes it, so nothing needs to be excluded for it.
    const entete = b.entete.replaceAll(/:not\(\[class[\^*]="? ?fr-fi-"?\]\)/g, '');
    const selecteurs = decoupe(entete, ',').filter((s) => !couleurs.test(s) && !jamais.test(s));
    return selecteurs.length ? [{ entete: selecteurs.join(','), corps: b.corps }] : [];
  });
}

/** The dark palette applies by the system's preference: no script, so no `data-fr-theme` attribute to wait for. */
function sombre(blocs: Bloc[]): Bloc[] {
  const clair: Bloc[] = [];
  const nuit: Bloc[] = [];
  for (const b of blocs) {
    if (typeof b.corps !== 'string' || !b.entete.includes('data-fr-theme')) {
      if (typeof b.corps !== 'string' && JSON.stringify(b.corps).includes('data-fr-theme=dark')) {
        if (b.entete.includes('prefers-color-scheme')) continue; // placement of the tricolour only: see etat/logo.css
        const corps = b.corps.map((r) => ({
          ...r,
          entete: r.entete.replaceAll(/:root\[data-fr-theme=dark\]|\[data-fr-theme=dark\]/g, ':root'),
        }));
        nuit.push({ entete: `${b.entete} and (prefers-color-scheme:dark)`, corps });
      } else clair.push(b);
      continue;
    }
    const selecteurs = decoupe(b.entete, ',');
    const autres = selecteurs.filter((s) => !s.includes('data-fr-theme'));
    if (autres.length) clair.push({ entete: autres.join(','), corps: b.corps });
    const noirs = selecteurs.filter((s) => s.includes('data-fr-theme=dark'));
    if (noirs.length)
      nuit.push({
        entete: noirs.map((s) => s.replaceAll(/:root\[data-fr-theme=dark\]|\[data-fr-theme=dark\]/g, ':root')).join(','),
        corps: b.corps,
      });
  }
  const dehors = nuit.filter((b) => typeof b.corps !== 'string');
  const dedans = nuit.filter((b) => typeof b.corps === 'string');
  return [...clair, { entete: '@media (prefers-color-scheme:dark)', corps: dedans }, ...dehors];
}

function* regles(blocs: Bloc[]): Generator<{ corps: string }> {
  for (const b of blocs) {
    if (typeof b.corps === 'string') yield { corps: b.corps };
    else yield* regles(b.corps);
  }
}

/** Removes, until nothing moves, the custom properties that no remaining declaration reads. */
function oublierProprietes(blocs: Bloc[], lusAilleurs: string): Bloc[] {
  let courant = blocs;
  for (let avant = -1, taille = 0; avant !== taille; ) {
    avant = taille;
    const lues = new Set<string>();
    for (const { corps } of regles(courant)) for (const m of corps.matchAll(/var\((--[\w-]+)/g)) lues.add(m[1] ?? '');
    for (const m of lusAilleurs.matchAll(/var\((--[\w-]+)/g)) lues.add(m[1] ?? '');
    const filtrer = (liste: Bloc[]): Bloc[] =>
      liste.flatMap((b): Bloc[] => {
        if (typeof b.corps !== 'string') {
          const corps = filtrer(b.corps);
          return corps.length ? [{ ...b, corps }] : [];
        }
        const gardees = decoupe(b.corps, ';').filter((d) => !d.startsWith('--') || lues.has(d.slice(0, d.indexOf(':'))));
        return gardees.length ? [{ ...b, corps: gardees.join(';') }] : [];
      });
    courant = filtrer(courant);
    taille = rendre(courant).length;
  }
  return courant;
}

function rendre(blocs: Bloc[]): string {
  return blocs.map((b) => `${b.entete}{${typeof b.corps === 'string' ? b.corps : `\n${rendre(b.corps)}\n`}}`).join('\n');
}

const iconesDe = (source: string) => [...source.matchAll(/\bfr-icon-([a-z0-9-]+)/g)].map((m) => m[1] ?? '');

/** Builds the style sheet; pure apart from reading the package and src/. */
export function feuille(): string {
  const lire = (chemin: string) =>
    readFileSync(join(dsfr, chemin), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replace('@charset "UTF-8";', '');
  const nosSources = globSync('src/**/*.{ts,tsx,css}', { cwd: racine })
    .filter((f) => !f.endsWith('dsfr.css'))
    .sort()
    .map((f) => readFileSync(join(racine, f), 'utf8'))
    .join('\n');
  const feuilles = [
    lire('core/core.main.min.css'),
    ...composants.map((c) => lire(`component/${c}/${c}.main.min.css`)),
    lire('scheme/scheme.min.css'),
  ];
  const icones = [...new Set(iconesDe(nosSources))].sort().map((nom) => {
    const fichier = globSync(`icons/*/${nom}.svg`, { cwd: dsfr })[0];
    if (!fichier) throw new Error(`fr-icon-${nom}: no such icon in @gouvfr/dsfr`);
    return { entete: `.fr-icon-${nom}::before,.fr-icon-${nom}::after`, corps: `mask-image:url(../../${fichier})` };
  });
  const blocs = oublierProprietes(sombre(elaguer([...feuilles.flatMap(analyse), ...icones])), nosSources);
  const texte = rendre(blocs)
    .replaceAll(/url\(\.\.\/(?:\.\.\/)?/g, 'url(../../../node_modules/@gouvfr/dsfr/dist/')
    .replaceAll(/-webkit-mask-image:[^;}]*;?/g, '')
    .replaceAll('Marianne,', 'var(--police),');
  return `/* Generated by scripts/styles.ts from @gouvfr/dsfr (MIT, restricted use: see its LICENSE.md). Do not edit. */\n${texte}\n`;
}

if (import.meta.main) {
  writeFileSync(join(racine, 'src/ui/layout/dsfr.css'), feuille());
  mkdirSync(join(racine, 'public/etat'), { recursive: true });
  mkdirSync(join(racine, 'public/pictogrammes'), { recursive: true });
  copyFileSync(join(dsfr, 'component/logo/logo.main.min.css'), join(racine, 'public/etat/logo.css'));
  for (const p of pictogrammes)
    copyFileSync(join(dsfr, `artwork/pictograms/${p}.svg`), join(racine, 'public/pictogrammes', `${p.split('/')[1]}.svg`));
}
