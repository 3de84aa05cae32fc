// What the first requests of the protected have in common: a compte with a numéro étranger, no window, the immediate attestation.
import type { Arret, Etape, ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { sixEtapes } from './etapes.ts';
import { attestations, enfants, liensFamiliaux } from './famille.ts';
import { ephoto } from './pieces.ts';
import { domicileOuDomiciliation } from './pieces-domiciliation.ts';
import { contratDesProteges, decision, etatCivilOfpra, polygamie, timbreSeul } from './pieces-protection.ts';
import { numeroConnu, OUVERTURE_PROTECTION, protection } from './protection.ts';
import { QUATRE_MOIS } from './regles.ts';

export const PROTEGE = {
  version: 1,
  famille: 'protection',
  sorte: 'premiere_demande',
  acces: { sorte: 'numero' },
  demandeur: 'soi',
  ouverture: OUVERTURE_PROTECTION,
  traitement: 'instruction',
  silence: [QUATRE_MOIS],
  tarif: 'timbre_seul',
} satisfies Partial<Procedure>;

/** `arret`: who was granted the other protection is sent to its own procedure. */
export const etapesProtege = (arret: Arret): readonly Etape[] =>
  sixEtapes({
    entete: 'Maintenant, nous allons vous demander de renseigner votre protection et votre famille',
    sections: [numeroConnu, protection(arret), liensFamiliaux, enfants, attestations],
  });

const pieces: readonly PieceDemandee[] = [
  ephoto,
  decision,
  etatCivilOfpra,
  domicileOuDomiciliation,
  polygamie,
  contratDesProteges,
  timbreSeul,
];

export const listeProtege: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA L.424-1, L.424-9, R.431-10, R.412-1 ; service-public.fr, fiches F15401 et F2689 ; Réfugiés.info',
  raison: 'Liste d’ouverture',
  pieces,
};
