import 'server-only';
import { loaderUsager } from '#guard/loader.ts';
import { consultationsDe } from './queries.ts';

export const chargerConsultations = loaderUsager(async ({ portee }, dossierId: string, page: number) =>
  consultationsDe(portee, dossierId, page),
);
