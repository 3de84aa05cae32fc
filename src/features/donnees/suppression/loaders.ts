import 'server-only';
import { loaderUsager } from '#guard/loader.ts';
import { suppressionDe } from './queries.ts';

export const chargerSuppression = loaderUsager(async ({ portee }) => suppressionDe(portee));
