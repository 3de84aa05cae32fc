// What an accepted declaration changes outside of its dossier. Total over the effects: one file in kinds/ and one line here.
import 'server-only';
import type { Effet } from '#domain/procedure/definition.ts';
import { adresse } from './kinds/adresse.ts';
import { etatCivil } from './kinds/etat-civil.ts';
import { titreInvalide } from './kinds/titre-invalide.ts';
import type { KindEffet } from './schema.ts';

export const EFFETS: Readonly<Record<Effet, KindEffet>> = { adresse, etat_civil: etatCivil, titre_invalide: titreInvalide };
