// Pieces of the protected and of their family: sheets F15401 and F2689, L.424-1 to L.424-13. No passport and no consulate for who is
// protected: asking the State that one fled for its protection may end one's own (Geneva convention, art. 1 C 1).
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { nonPolygamie } from './declarations.ts';
import { contratEngagement, timbre, visaLongSejour } from './pieces.ts';
import { vieCommune } from './pieces-famille.ts';
import { decisionProtection } from './pieces-voyage.ts';
import { CONJOINT_SANS_REUNIFICATION, PAR_REUNIFICATION } from './protection.ts';

const MOTIF = { groupe: 'Motif de séjour', requis: true, moment: 'depot' } as const;
const LOI = { certitude: 'L', dateSource: '2026-04-03' } as const;
const FICHES = { certitude: 'P', dateSource: '2020-03-01' } as const;

/** Whatever the nationality: their card is that of the code, never that of the agreement of 1968. */
const { condition: _, ...contrat } = contratEngagement;
export const contratDesProteges: PieceDemandee = { ...contrat };

export const polygamie: PieceDemandee = {
  ...nonPolygamie,
  source: 'CESEDA L.412-6 ; service-public.fr, fiches F15401 et F2689',
  ...FICHES,
};

export const decision: PieceDemandee = {
  ...decisionProtection,
  groupe: MOTIF.groupe,
  source: 'CESEDA R.424-1, R.424-7, R.431-15-3, R.431-15-4 ; service-public.fr, fiches F15401 et F2689',
};

/** They may come months later: the request goes without them, the card does not (F15401). */
export const etatCivilOfpra: PieceDemandee = {
  code: 'etat_civil_ofpra',
  libelle: 'Documents d’état civil établis par l’Ofpra',
  aide: 'S’ils ne sont pas encore prêts, déposez votre demande sans attendre : vous les ajouterez dès que l’Ofpra vous les aura envoyés. N’allez pas les demander à votre consulat.',
  groupe: 'Informations personnelles',
  sousGroupe: 'État civil',
  requis: false,
  moment: 'depot',
  mode: {
    sorte: 'tous',
    elements: [
      { code: 'naissance', document: 'Votre certificat de naissance', siConcerne: true },
      { code: 'mariage', document: 'Votre certificat de mariage', siConcerne: true },
      { code: 'famille', document: 'Votre livret de famille', siConcerne: true },
    ],
  },
  source: 'Réfugiés.info ; service-public.fr, fiche F15401 (« État civil »)',
  certitude: 'R',
  dateSource: '2020-03-01',
};

/** Stamp alone, at a first card (L.436-1, fourth paragraph). */
export const timbreSeul: PieceDemandee = { ...timbre, source: 'CESEDA L.436-1, alinéa 4, L.436-7', ...LOI };

export const piecesFamilleDeProtege: readonly PieceDemandee[] = [
  {
    code: 'titre_bpi',
    libelle: 'Titre de séjour de la personne protégée',
    ...MOTIF,
    mode: {
      sorte: 'un_parmi',
      choix: [
        'Sa carte de résident ou sa carte de séjour pluriannuelle',
        'Son attestation de prolongation d’instruction',
        'La décision de l’Ofpra ou de la CNDA, si elle est mineure',
      ],
    },
    source: 'CESEDA L.424-3, L.424-11',
    ...LOI,
  },
  {
    code: 'lien_bpi',
    libelle: 'Lien familial avec la personne protégée',
    ...MOTIF,
    mode: {
      sorte: 'un_parmi',
      choix: [
        'Acte de mariage ou d’union civile',
        'Acte de naissance avec filiation, ou décision d’adoption',
        'Document d’état civil établi par l’Ofpra',
      ],
    },
    source: 'CESEDA L.424-3, L.424-11, R.431-10 3°',
    ...LOI,
  },
  {
    ...visaLongSejour,
    libelle: 'Visa de réunification familiale',
    condition: PAR_REUNIFICATION,
    mode: { sorte: 'unique', document: 'Les pages de votre passeport ou laissez-passer comportant ce visa et le cachet d’entrée' },
    source: 'CESEDA L.424-3 1°, L.424-11 1°, L.561-2 à L.561-5',
    ...LOI,
  },
  {
    ...vieCommune,
    condition: CONJOINT_SANS_REUNIFICATION,
    source: 'CESEDA L.424-3 2°, L.424-11 2°',
    ...LOI,
  },
];
