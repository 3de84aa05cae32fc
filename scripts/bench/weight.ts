// The first load of a page: what a browser downloads before it can be used, each part compressed with gzip.
import { gzipSync } from 'node:zlib';

export type Weight = {
  /** Bytes, gzip. */
  page: number;
  scripts: number;
  styles: number;
  /** Fonts and preloaded files are left out: they do not delay the first use. */
  requests: number;
};

/** Throws when the page or one of its files does not answer 200. */
export async function weigh(origin: string, path: string, cookie = ''): Promise<Weight> {
  const get = async (address: string): Promise<Buffer> => {
    const answer = await fetch(new URL(address, origin), { headers: { cookie }, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${address} : ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const html = await get(path);
  const tags = html.toString('utf8').match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const addresses = (pick: (tag: string) => string | undefined): string[] => [...new Set(tags.flatMap((tag) => pick(tag) ?? []))];
  // Browsers of today leave a `nomodule` script alone.
  const scripts = addresses((tag) =>
    tag.startsWith('<script') && !/\bnomodule\b/i.test(tag) ? /\ssrc="([^"]+)"/.exec(tag)?.[1] : undefined,
  );
  const styles = addresses((tag) => (/\srel="stylesheet"/.test(tag) ? /\shref="([^"]+)"/.exec(tag)?.[1] : undefined));
  const compressed = async (list: string[]): Promise<number> => {
    const sizes = await Promise.all(list.map(async (address) => gzipSync(await get(address.replaceAll('&amp;', '&'))).length));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  return {
    page: gzipSync(html).length,
    scripts: await compressed(scripts),
    styles: await compressed(styles),
    requests: 1 + scripts.length + styles.length,
  };
}
