import 'server-only';
import { notFound } from 'next/navigation';
import { loaderPublic } from '#guard/loader.ts';
import { messageCapture, messagesCaptures } from './queries.ts';

/** The development mailbox; 404 when it is closed. */
export const loaderBoite = loaderPublic(async (_, a: string) => ({ a, messages: (await messagesCaptures(a)) ?? notFound() }));

export const loaderMessage = loaderPublic(async (_, id: string) => ({ message: (await messageCapture(id)) ?? notFound() }));
