// The address of the caller when no proxy stands in front. Next keeps an X-Forwarded-For that the caller wrote (`??=`), so anyone
// could change address at each try and pass under the brakes: here the header is what the connection says, before Next reads it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

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
