// Each request of each HTTP server of this process, before anybody reads it: Node's own channel, so it costs nothing but what is done.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';

const REQUEST_START = 'http.server.request.start';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Servers already started included. The listener must not throw. Value: stops listening. */
export function onRequestStart(listener: Listener): () => void {
  const hear = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('request' in message) || !('response' in message)) return;
    const { request, response } = message;
    if (request instanceof IncomingMessage && response instanceof ServerResponse) listener(request, response);
  };
  subscribe(REQUEST_START, hear);
  return () => void unsubscribe(REQUEST_START, hear);
}
