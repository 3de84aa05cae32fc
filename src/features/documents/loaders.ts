import 'server-only';
import { jourDe } from '#domain/jour.ts';
import { loaderPublic } from '#guard/loader.ts';
import { adresseReseau, compterEssai } from '#guard/throttle.ts';
import { type DocumentVerifie, verifier } from './queries.ts';
import { codeSaisi } from './schema.ts';

/** Codes hold 59 bits: this only spares the database from those who would try anyway. */
const FREIN = { nom: 'verification', max: 30, minutes: 10 } as const;

export type Verification = { saisi: string; resultat: 'rien' | 'trop' | 'inconnu' | DocumentVerifie };

/** Anyone may ask about a code. */
export const loaderVerification = loaderPublic(async ({ at }, brut: string): Promise<Verification> => {
  const saisi = codeSaisi(brut);
  if (saisi === '') return { saisi, resultat: 'rien' };
  if (!(await compterEssai(FREIN, await adresseReseau(), at))) return { saisi, resultat: 'trop' };
  return { saisi, resultat: (await verifier(saisi, jourDe(at))) ?? 'inconnu' };
});
