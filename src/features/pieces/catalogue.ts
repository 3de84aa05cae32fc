import 'server-only';
import type { Bloc } from '#adapters/pdf/bloc.ts';
import { certificatMedicalOfii } from './kinds/certificat-medical-ofii.ts';
import { contratEngagement } from './kinds/contrat-engagement.ts';
import { engagementNonActivite, engagementResidenceEtranger } from './kinds/engagement.ts';

/** A form to download, sign and give back: what is printed on it. `date` only marks the version of the text. */
export type Modele = { titre: string; sujet: string; date: Date; fichier: string; contenu: readonly Bloc[] };

/** Every model that a piece of mode `formulaire_signe` may name. */
export const MODELES: ReadonlyMap<string, Modele> = new Map([
  ['contrat-engagement', contratEngagement],
  ['engagement-non-activite', engagementNonActivite],
  ['engagement-residence-hors-de-france', engagementResidenceEtranger],
  // of no piece: handed by a notification, sent by post
  ['certificat-medical-ofii', certificatMedicalOfii],
]);
