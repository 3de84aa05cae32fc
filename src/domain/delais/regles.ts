// THE TABLE of the clocks: what the law, or the portal, makes due on a day; under which article; to whom it is told; what happens then.
// A rule never looks at the time: the day is an argument. The machinery that reads the table is echeances.ts.
import { JOURS_DE_PROPOSITION } from './attestation.ts';
import { finDeConservation, finDuBrouillon } from './conservation.ts';
import * as t from './termes.ts';

export const CODES_REGLE = [
  'depot',
  'depot_tardif',
  'brouillon',
  'accuse_reception',
  'completude',
  'complement',
  'complement_echu',
  'reputee_notifiee',
  'recommande',
  'silence',
  'recours_silence',
  'attestation_depot',
  'attestation_fin_de_document',
  'attestation_renouvellement',
  'attestation_commission',
  'fin_de_document',
  'carte_prolongee',
  'avis_commission',
  'certificat_ofii',
  'avis_ofii',
  'avis_maire',
  'recours',
  'rendez_vous_manques',
  'retrait_du_titre',
  'conservation',
] as const;
export type CodeRegle = (typeof CODES_REGLE)[number];

export type Destinataire = 'usager' | 'agent' | 'chef';
/** The machine does it · an agent confirms it, in bulk too · somebody named must act · the day is only shown. */
export type Effet = 'automatique' | 'a_confirmer' | 'alerte' | 'information';

/** Those that ask for an attestation de prolongation (R.431-15-1 to R.431-15-4, R.432-9). */
export const ATTESTATIONS = [
  'attestation_depot',
  'attestation_fin_de_document',
  'attestation_renouvellement',
  'attestation_commission',
] as const satisfies readonly CodeRegle[];

export type Regle = {
  article: string;
  libelle: string;
  /** with its day, before and after; {quand}: « dans 12 jours », « demain », « aujourd’hui », « depuis 3 jours » */
  avant: string;
  apres: string;
  /** who sees the day; nobody: kept for the machine */
  a: readonly Destinataire[];
  effet: Effet;
  /** days before its day on which somebody is named to act */
  alertes: readonly { avance: number; a: 'agent' | 'chef' }[];
  /** days before its day on which the person is reminded */
  rappels: readonly number[];
  termes: t.Termes;
};

const SANS_ALERTE = { alertes: [], rappels: [] } as const;
const SILENCE = 'R.*432-1, R.432-2 ; CRPA L.114-5';
/** D-18, then the chef when it is nearly too late. */
const ALERTES_ATTESTATION = [
  { avance: JOURS_DE_PROPOSITION, a: 'agent' },
  { avance: 7, a: 'chef' },
] as const;
/** 03-instruction 4: who holds no document is shown to the agent at once, there is no day to wait for. */
const ALERTES_IMMEDIATES = [
  { avance: 0, a: 'agent' },
  { avance: -7, a: 'chef' },
] as const;

export const REGLES: Readonly<Record<CodeRegle, Regle>> = {
  depot: {
    article: 'R.431-4, R.431-5',
    libelle: 'Dernier jour pour déposer la demande dans le délai',
    avant: 'Délai de dépôt : fin {quand}',
    apres: 'Délai de dépôt fini {quand}',
    a: ['usager'],
    effet: 'information',
    ...SANS_ALERTE,
    termes: t.delaiDeDepot,
  },
  depot_tardif: {
    article: 'L.436-5',
    libelle: 'Renouvellement demandé après le délai : droit de visa de régularisation, sauf force majeure ou visa en cours de validité',
    avant: 'Délai de dépôt : fin {quand}',
    apres: 'Déposée hors délai, fini {quand} : droit de visa de régularisation',
    a: ['usager', 'agent'],
    effet: 'information',
    ...SANS_ALERTE,
    termes: t.depotTardif,
  },
  brouillon: {
    article: 'Règle du portail (D-12)',
    libelle: 'Effacement du brouillon',
    avant: 'Brouillon effacé {quand}',
    apres: 'Brouillon à effacer {quand}',
    a: ['usager'],
    effet: 'automatique',
    alertes: [],
    rappels: [15],
    termes: (faits) => jour(finDuBrouillon(faits)),
  },
  accuse_reception: {
    article: 'CRPA L.112-11, R.112-11-1',
    libelle: 'Accusé de réception',
    avant: 'Accusé de réception dû {quand}',
    apres: 'Accusé de réception dû {quand}',
    a: ['agent', 'chef'],
    effet: 'automatique',
    alertes: [{ avance: 1, a: 'chef' }],
    rappels: [],
    termes: t.accuse,
  },
  completude: {
    article: 'R.431-11 ; CRPA L.114-5, R.112-11-4 ; délai du portail',
    libelle: 'Examen du caractère complet de la demande',
    avant: 'Demande à vérifier, complète ou non, {quand}',
    apres: 'Demande à vérifier, complète ou non, {quand}',
    a: ['agent', 'chef'],
    effet: 'alerte',
    alertes: [{ avance: 0, a: 'chef' }],
    rappels: [],
    termes: t.completude,
  },
  complement: {
    article: 'R.431-11 ; CRPA L.114-5',
    libelle: 'Réponse à la demande de complément',
    avant: 'Réponse au complément attendue {quand}',
    apres: 'Réponse au complément attendue {quand}',
    a: ['usager'],
    effet: 'information',
    alertes: [],
    rappels: [10, 3],
    termes: t.reponse,
  },
  complement_echu: {
    article: 'R.431-11 ; CRPA L.114-5, L.114-5-1',
    libelle: 'Complément sans réponse : continuer ou proposer la clôture',
    avant: 'Complément : délai de réponse fini {quand}',
    apres: 'Complément sans réponse {quand} : continuer ou clôturer',
    a: ['agent'],
    effet: 'alerte',
    alertes: [{ avance: 0, a: 'agent' }],
    rappels: [],
    termes: t.reponseEchue,
  },
  reputee_notifiee: {
    article: 'CRPA R.112-20',
    libelle: 'Demande de complément réputée notifiée',
    avant: 'Complément non lu : dernier jour pour lire {quand}, puis réputé notifié',
    apres: 'Complément réputé notifié {quand}',
    a: ['usager', 'agent'],
    effet: 'automatique',
    ...SANS_ALERTE,
    termes: t.reputeeNotifiee,
  },
  recommande: {
    article: 'CRPA L.112-15, R.112-17',
    libelle: 'Complément non lu, sans accord électronique : lettre recommandée',
    avant: 'Complément non lu : lettre recommandée {quand}',
    apres: 'Complément non lu : lettre recommandée à envoyer {quand}',
    a: ['agent'],
    effet: 'alerte',
    alertes: [{ avance: 0, a: 'agent' }],
    rappels: [],
    termes: t.recommande,
  },
  silence: {
    article: SILENCE,
    libelle: 'Décision implicite de rejet',
    avant: 'Silence : rejet implicite {quand}',
    apres: 'Silence : rejet implicite {quand}, une décision reste possible',
    a: ['usager', 'agent', 'chef'],
    effet: 'alerte',
    // a dossier that nobody took has no agent: the chef is named thirty days before (C34)
    alertes: [
      { avance: 30, a: 'agent' },
      { avance: 10, a: 'chef' },
    ],
    rappels: [],
    termes: t.silence,
  },
  recours_silence: {
    article: 'CJA R.421-1, R.421-2 ; CRPA L.112-12, L.232-4',
    libelle: 'Fin du recours contre le rejet implicite',
    avant: 'Rejet implicite : recours jusqu’au terme, {quand}',
    apres: 'Rejet implicite : recours fini {quand}',
    a: ['usager'],
    effet: 'information',
    ...SANS_ALERTE,
    termes: t.recoursDuSilence,
  },
  attestation_depot: {
    article: 'R.431-15-1 (alinéa 3), R.431-15-3, R.431-15-4',
    libelle: 'Attestation de prolongation due au dépôt',
    avant: 'API due {quand}',
    apres: 'API due {quand} : la personne n’a aucun document',
    a: ['usager', 'agent', 'chef'],
    effet: 'a_confirmer',
    alertes: ALERTES_IMMEDIATES,
    rappels: [],
    termes: t.attestation('depot'),
  },
  attestation_fin_de_document: {
    article: 'R.431-15-1, alinéa 2',
    libelle: 'Attestation de prolongation due à la fin du titre détenu',
    avant: 'Titre expire {quand}, API due',
    apres: 'Titre expiré {quand}, API due',
    a: ['usager', 'agent', 'chef'],
    effet: 'a_confirmer',
    alertes: ALERTES_ATTESTATION,
    rappels: [],
    termes: t.attestation('fin_de_document'),
  },
  attestation_renouvellement: {
    article: 'R.431-15-1',
    libelle: 'Renouvellement de l’attestation de prolongation',
    avant: 'API expire {quand}, à renouveler',
    apres: 'API expirée {quand}, à renouveler',
    a: ['usager', 'agent', 'chef'],
    effet: 'a_confirmer',
    alertes: ALERTES_ATTESTATION,
    rappels: [],
    termes: t.attestation('renouvellement'),
  },
  attestation_commission: {
    article: 'R.432-9',
    libelle: 'Attestation de prolongation due dès la saisine de la commission',
    avant: 'Commission saisie, API due {quand}',
    apres: 'Commission saisie, API due {quand}',
    a: ['usager', 'agent', 'chef'],
    effet: 'a_confirmer',
    alertes: ALERTES_IMMEDIATES,
    rappels: [],
    termes: t.attestation('commission'),
  },
  fin_de_document: {
    article: 'R.431-15-1',
    libelle: 'Fin du titre détenu, sans attestation due (demande incomplète ou déposée hors délai)',
    avant: 'Titre expire {quand}, API non due en l’état',
    apres: 'Titre expiré {quand}, API non due en l’état',
    a: ['usager', 'agent'],
    effet: 'alerte',
    alertes: [{ avance: JOURS_DE_PROPOSITION, a: 'agent' }],
    rappels: [],
    termes: t.finDeDocument,
  },
  carte_prolongee: {
    article: 'L.433-3',
    libelle: 'La carte expirée vaut encore jusqu’à la décision, trois mois au plus',
    avant: 'Carte expirée encore valable : fin {quand}',
    apres: 'Carte expirée sans effet {quand}',
    a: ['usager', 'agent'],
    effet: 'information',
    ...SANS_ALERTE,
    termes: t.carteProlongee,
  },
  avis_commission: {
    article: 'R.432-8',
    libelle: 'Avis de la commission du titre de séjour, réputé rendu à ce jour',
    avant: 'Avis de la commission réputé rendu {quand}',
    apres: 'Avis de la commission réputé rendu {quand}',
    a: ['agent'],
    effet: 'automatique',
    alertes: [{ avance: -1, a: 'agent' }],
    rappels: [],
    termes: t.avisAttendu('commission'),
  },
  certificat_ofii: {
    article: 'R.425-12',
    libelle: 'Certificat médical à faire parvenir à l’OFII',
    avant: 'Certificat médical attendu par l’OFII {quand}',
    apres: 'Certificat médical attendu par l’OFII {quand}',
    a: ['usager', 'agent'],
    effet: 'alerte',
    alertes: [{ avance: -1, a: 'agent' }],
    rappels: [],
    termes: t.certificatOfii,
  },
  avis_ofii: {
    article: 'R.425-13',
    libelle: 'Avis du collège de médecins de l’OFII',
    avant: 'Avis de l’OFII attendu {quand}',
    apres: 'Avis de l’OFII attendu {quand}',
    a: ['agent'],
    effet: 'alerte',
    alertes: [{ avance: -1, a: 'agent' }],
    rappels: [],
    termes: t.avisAttendu('ofii'),
  },
  avis_maire: {
    article: 'L.413-7',
    libelle: 'Avis du maire sur l’intégration, réputé favorable à ce jour',
    avant: 'Avis du maire réputé favorable {quand}',
    apres: 'Avis du maire réputé favorable {quand}',
    a: ['agent'],
    effet: 'automatique',
    alertes: [{ avance: -1, a: 'agent' }],
    rappels: [],
    termes: t.avisAttendu('maire'),
  },
  recours: {
    article: 'CJA R.421-1 ; L.614-1, L.911-1 avec une obligation de quitter le territoire',
    libelle: 'Fin du recours devant le tribunal administratif',
    avant: 'Recours possible : dernier jour {quand}',
    apres: 'Recours fini {quand}',
    a: ['usager', 'agent'],
    effet: 'information',
    ...SANS_ALERTE,
    termes: t.recours,
  },
  rendez_vous_manques: {
    article: 'R.431-9, R.431-20 ; règle du portail (C36)',
    libelle: 'Rendez-vous manqués : la personne est à joindre',
    avant: 'Rendez-vous manqués, le dernier {quand}',
    apres: 'Trois rendez-vous manqués, le dernier {quand} : joindre la personne',
    a: ['agent'],
    effet: 'alerte',
    alertes: [{ avance: 0, a: 'agent' }],
    rappels: [],
    termes: t.manques,
  },
  retrait_du_titre: {
    article: 'R.431-20 ; délai du portail, aucun texte n’en fixe',
    libelle: 'Titre arrivé, non retiré',
    avant: 'Titre à retirer, personne à relancer {quand}',
    apres: 'Titre non retiré {quand}',
    a: ['usager', 'agent'],
    effet: 'alerte',
    alertes: [{ avance: -1, a: 'agent' }],
    rappels: [],
    termes: t.retrait,
  },
  conservation: {
    article: 'R.142-21',
    libelle: 'Fin de la conservation du dossier',
    avant: 'Dossier conservé jusqu’au terme, {quand}',
    apres: 'Conservation finie {quand}',
    a: [],
    effet: 'automatique',
    ...SANS_ALERTE,
    termes: (faits) => jour(finDeConservation(faits)),
  },
};

function jour(le: string | null): readonly t.Terme[] {
  return le === null ? [] : [{ le }];
}
