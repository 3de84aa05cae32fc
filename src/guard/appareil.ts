// Device cookies (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): a browser that has already opened a compte is
// told apart from strangers, so that their failures never close the door to its owner. It opens nothing by itself.
import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { decrypt, encrypt } from '#platform/secret.ts';

const JOUR = 86_400_000;
/** Six months after the last log-in from this browser. */
const VIE = 180 * JOUR;
/** A family, the desk of an association: the last ones that came in here. */
const COMPTES_MAXIMUM = 12;

const contenu = z.object({ id: z.uuid(), comptes: z.array(z.object({ compte: z.uuid(), le: z.number() })).max(COMPTES_MAXIMUM) });
type Appareil = z.infer<typeof contenu>;

const estHttps = () => env().PORTAIL_URL.startsWith('https:');
const nom = () => `${estHttps() ? '__Host-' : ''}portail-appareil`;

async function lire(): Promise<Appareil | null> {
  const scelle = (await cookies()).get(nom())?.value;
  if (!scelle || scelle.length > 4000) return null;
  try {
    return contenu.parse(JSON.parse(decrypt('appareils', Buffer.from(scelle, 'base64url')).toString()));
  } catch {
    // altered, or sealed with another secret: a stranger's browser
    return null;
  }
}

/** The name of this browser when it has opened this compte before, else null. Nobody's compte (null) costs as much. */
export async function appareilConnu(compteId: string | null, at: Date): Promise<string | null> {
  const appareil = await lire();
  const connu = appareil?.comptes.some(({ compte, le }) => compte === compteId && at.getTime() - le < VIE) ?? false;
  return connu && appareil ? appareil.id : null;
}

/** After a log-in: this browser has opened this compte. Server actions and callback routes only. */
export async function reconnaitreAppareil(compteId: string, at: Date): Promise<void> {
  const avant = await lire();
  const autres = avant?.comptes.filter(({ compte, le }) => compte !== compteId && at.getTime() - le < VIE) ?? [];
  const appareil: Appareil = {
    id: avant?.id ?? newId(),
    comptes: [{ compte: compteId, le: at.getTime() }, ...autres].slice(0, COMPTES_MAXIMUM),
  };
  const scelle = encrypt('appareils', JSON.stringify(appareil)).toString('base64url');
  (await cookies()).set(nom(), scelle, { httpOnly: true, sameSite: 'lax', secure: estHttps(), path: '/', maxAge: VIE / 1000 });
}
