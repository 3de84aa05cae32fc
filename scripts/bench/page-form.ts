// Reads a form of a page as a browser without scripts does, and writes the request that it would send.
import type { Shot } from './shot.ts';

const BOUNDARY = '----mesure-du-portail';

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
};

/** Hidden inputs of the form of `html` that holds `marker`: React's own say which action to run. Throws when there is no such form. */
export function hiddenFields(html: string, marker: string): [string, string][] {
  const form = html.split('<form').find((part) => part.split('</form>')[0]?.includes(marker));
  if (form === undefined) throw new Error(`la page n'a pas de formulaire contenant ${marker} :\n${html.slice(0, 500)}`);
  const inputs = (form.split('</form>')[0] ?? '').match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return inputs.flatMap((tag): [string, string][] => {
    const name = attribute(tag, 'name');
    return name === undefined ? [] : [[name, attribute(tag, 'value') ?? '']];
  });
}

export const multipart = (fields: readonly (readonly [string, string])[]): string =>
  `${fields.map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${BOUNDARY}--\r\n`;

export const multipartType = `multipart/form-data; boundary=${BOUNDARY}`;

/** The texts around a file. */
export const aroundFile = (field: string, name: string, type: string) => ({
  before: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
  after: `\r\n--${BOUNDARY}--\r\n`,
});

/** A plain post of a form: one field given twice keeps its last value. */
export function postOf(
  path: string,
  headers: Record<string, string>,
  fields: readonly (readonly [string, string])[],
  expect: Shot['expect'],
): Shot {
  const unique = [...new Map(fields)];
  return { method: 'POST', path, headers: { ...headers, 'content-type': multipartType }, body: multipart(unique), expect };
}
