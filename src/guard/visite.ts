// Somebody without a compte follows one thing of theirs (a ticket), having shown a link received by mail: a sealed cookie, for an hour,
// that names that thing and nothing else.
import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { env } from '#platform/env.ts';
import { decrypt, encrypt } from '#platform/secret.ts';

const MINUTES = 60;
const contenu = z.object({ objet: z.uuid(), fin: z.number() });

const estHttps = () => env().PORTAIL_URL.startsWith('https:');
const nom = () => `${estHttps() ? '__Host-' : ''}portail-visite`;

/** Server actions only. */
export async function ouvrirVisite(objet: string, at: Date): Promise<void> {
  const scelle = encrypt('assistance', JSON.stringify({ objet, fin: at.getTime() + MINUTES * 60_000 })).toString('base64url');
  (await cookies()).set(nom(), scelle, { httpOnly: true, sameSite: 'lax', secure: estHttps(), path: '/', maxAge: MINUTES * 60 });
}

/** What this browser may follow now, or null. */
export async function visiteEnCours(at: Date): Promise<string | null> {
  const scelle = (await cookies()).get(nom())?.value;
  if (!scelle || scelle.length > 1000) return null;
  try {
    const { objet, fin } = contenu.parse(JSON.parse(decrypt('assistance', Buffer.from(scelle, 'base64url')).toString()));
    return fin > at.getTime() ? objet : null;
  } catch {
    // altered, or sealed with another secret
    return null;
  }
}

export async function fermerVisite(): Promise<void> {
  (await cookies()).delete(nom());
}
