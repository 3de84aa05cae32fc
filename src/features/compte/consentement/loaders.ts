import 'server-only';
import { loaderUsager } from '#guard/loader.ts';
import { consentementDe } from './queries.ts';

export const chargerConsentement = loaderUsager(async ({ portee }) => consentementDe(portee));
