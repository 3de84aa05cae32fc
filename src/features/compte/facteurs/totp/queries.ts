import 'server-only';
import bwipjs from 'bwip-js/node';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { env } from '#platform/env.ts';
import { otpUri } from '#platform/one-time-code.ts';
import { identifiantDe } from '../queries.ts';
import { secretEnEssai } from './commands.ts';

export type ApplicationEnEssai = {
  /** base 32, in groups of four, to be typed by hand */
  secret: string;
  /** opens the application, on a telephone that has one */
  uri: string;
  /** the QR code, as the address of an image */
  image: string;
};

/** What to show to an authenticator application; null when none is being added. */
export async function applicationEnEssai(portee: PorteeAcces, at: Date): Promise<ApplicationEnEssai | null> {
  const secret = await secretEnEssai(portee, at);
  if (secret === null) return null;
  const uri = otpUri({ secret, issuer: env().PORTAIL_NOM, label: await identifiantDe(portee) });
  // padding: readers want a blank margin of four modules around the code
  const svg = bwipjs.toSVG({ bcid: 'qrcode', text: uri, scale: 4, padding: 4, backgroundcolor: 'FFFFFF' });
  return {
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    uri,
    image: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  };
}
