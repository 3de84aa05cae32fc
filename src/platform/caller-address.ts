// The address of the caller when no proxy stands in front. Next keeps an X-Forwarded-For that the caller wrote (`??=`), so anyone
// could change address at each try and pass under the brakes: here the header is what the connection says, before Next reads it.
import { isIPv6 } from 'node:net';
import { onRequestStart } from './request-start.ts';

/** Value: stops. */
export function trustConnectionsOnly(): () => void {
  return onRequestStart(({ headers, socket }) => {
    delete headers.forwarded;
    headers['x-forwarded-for'] = socket.remoteAddress ?? '';
  });
}

/**
 * The network that an address belongs to, as one caller: an IPv4 address, or the first 64 bits of an IPv6 one, which are what an
 * internet provider gives to one home (RFC 6177): the rest changes as one likes.
 */
export function networkOf(address: string): string {
  const plain = address.trim().toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return plain;
  const [before = '', after = ''] = plain.split('::');
  const head = before.split(':').filter(Boolean);
  const tail = after.split(':').filter(Boolean);
  const groups = plain.includes('::') ? [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail] : head;
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
