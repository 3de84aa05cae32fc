// Confided to the aide sociale a l'enfance before 16: the same pieces for the card (L.423-22) and for the child's document (L.414-4 5°).
import type { PieceDemandee } from '#domain/procedure/definition.ts';

const LISTE = 'CESEDA L.423-22 ; liste ministérielle de mai 2021';

export const placementAse: PieceDemandee = {
  code: 'placement_ase',
  libelle: 'Décision qui vous a confié à l’aide sociale à l’enfance ou à un tiers digne de confiance',
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Jugement ou ordonnance de placement à l’aide sociale à l’enfance avant vos 16 ans',
      'Décision qui vous a confié à un tiers digne de confiance avant vos 16 ans',
    ],
  },
  source: LISTE,
  certitude: 'L',
  dateSource: '2026-04-03',
};

export const formationAse: PieceDemandee = {
  code: 'formation_ase',
  libelle: 'Suivi réel et sérieux de la formation',
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'au_moins_un',
    choix: [
      'Certificat d’inscription ou de scolarité',
      'Contrat d’apprentissage',
      'Bulletins et relevés de notes',
      'Attestation d’assiduité',
    ],
  },
  source: LISTE,
  certitude: 'D',
  dateSource: '2021-05',
};

export const avisStructure: PieceDemandee = {
  code: 'avis_structure',
  libelle: 'Avis de la structure d’accueil ou du tiers digne de confiance',
  aide: 'Cet avis porte sur votre insertion dans la société française. Demandez-le à votre éducateur ou à votre éducatrice.',
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'L’avis, daté et signé' },
  source: LISTE,
  certitude: 'L',
  dateSource: '2026-04-03',
};

export const liensPays: PieceDemandee = {
  code: 'liens_pays',
  libelle: 'Vos liens avec votre famille restée dans votre pays d’origine',
  groupe: 'Motif de séjour',
  requis: false,
  moment: 'depot',
  mode: { sorte: 'libre', document: 'Actes de décès, courriers, ou une lettre qui explique votre situation' },
  source: LISTE,
  certitude: 'L',
  dateSource: '2026-04-03',
};
