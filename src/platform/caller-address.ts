// The address of the caller when no proxy stands in front. Next keeps an X-Forwarded-For that the caller wrote (`??=`), so anyone
// could change address at each try and pass under the brakes: here the header is what the connection says, before Next reads it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

const REQUEST_START = 'http.server.request.start';

function takeFromConnection(message: unknown): void {
  if (typeof message !== 'object' || message === null || !('request' in message)) return;
  const { request } = message;
  if (!(request instanceof IncomingMessage)) return;
  delete request.headers.forwarded;
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
}

/** Listens to every HTTP server of this process, those already started included. Value: stops listening. */
export function trustConnectionsOnly(): () => void {
  subscribe(REQUEST_START, takeFromConnection);
  return () => void unsubscribe(REQUEST_START, takeFromConnection);
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
