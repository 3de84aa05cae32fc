import 'server-only';
// The national address API (Base Adresse Nationale): GET <url>?q=…&limit=…, GeoJSON answer in the "geocodejson" shape.
// <url> is the whole address of its search, e.g. https://data.geopf.fr/geocodage/search
import { z } from 'zod';
import type { Adresses, Suggestion } from './adresse.ts';

const reponse = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        label: z.string(),
        housenumber: z.string().optional(),
        street: z.string().optional(),
        name: z.string().default(''),
        type: z.string().default(''),
        postcode: z.string().default(''),
        city: z.string().default(''),
        citycode: z.string().default(''),
      }),
    }),
  ),
});

type Reglages = {
  url: string;
  secours: Adresses;
  /** Milliseconds granted to the API: beyond, a person typing has gone on. */
  delai?: number;
  /** Milliseconds during which a failing API is left alone. */
  repos?: number;
};

export function adresseNationale({ url, secours, delai = 1_500, repos = 30_000 }: Reglages): Adresses {
  let reprise = 0;
  return {
    async suggerer(texte, n) {
      if (texte.trim().length < 3) return [];
      if (performance.now() < reprise) return secours.suggerer(texte, n);
      try {
        return await demander(url, texte, n, delai);
      } catch {
        reprise = performance.now() + repos;
        return secours.suggerer(texte, n);
      }
    },
  };
}

async function demander(url: string, texte: string, n: number, delai: number): Promise<Suggestion[]> {
  const adresse = new URL(url);
  adresse.searchParams.set('q', texte.trim().slice(0, 200));
  adresse.searchParams.set('limit', String(n));
  adresse.searchParams.set('autocomplete', '1');
  const answer = await fetch(adresse, { signal: AbortSignal.timeout(delai), headers: { accept: 'application/json' }, redirect: 'error' });
  if (!answer.ok) throw new Error(`national address API: ${answer.status}`);
  const { features } = reponse.parse(await answer.json());
  return features.slice(0, n).map(({ properties: p }) => ({
    libelle: p.label,
    numero: p.housenumber ?? '',
    voie: p.street ?? (p.type === 'municipality' ? '' : p.name),
    codePostal: p.postcode,
    ville: p.city,
    codeInsee: p.citycode,
    source: 'nationale',
  }));
}
