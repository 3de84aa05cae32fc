// The history of a dossier as its agents read it: of which kind each event is, and what precisely happened.
import { jourLisible } from '../jour.ts';
import type { FaitsEvenement, MotifAnnulation, MotifApi, MotifTransfert, Sens, SensAvis, SorteAvis, TypeEvenement } from './evenements.ts';
import { PARTIES } from './lettres.ts';

/** What the history is filtered by. */
export const FAMILLES_EVENEMENT = {
  demande: 'La demande',
  examen: 'L’examen',
  echanges: 'Les échanges',
  decision: 'La décision',
  titre: 'Les attestations, les rendez-vous et le titre',
  acces: 'Les accès et les mandats',
} as const;
export type FamilleEvenement = keyof typeof FAMILLES_EVENEMENT;

export const FAMILLE_DE: Readonly<Record<TypeEvenement, FamilleEvenement>> = {
  commence: 'demande',
  repris_au_guichet: 'demande',
  etape_validee: 'demande',
  situation_changee: 'demande',
  abandonne: 'demande',
  blocage_atteste: 'demande',
  depose: 'demande',
  piece_modifiee: 'demande',
  adresse_reprise: 'demande',
  retire: 'demande',
  pris_en_charge: 'examen',
  attribue: 'examen',
  transfere: 'examen',
  numero_attribue: 'examen',
  piece_verifiee: 'examen',
  note_ajoutee: 'examen',
  doublon_ecarte: 'examen',
  validation_automatique: 'examen',
  controle_automatique: 'examen',
  effet_applique: 'examen',
  changement_signale: 'examen',
  fichier_infecte: 'examen',
  fichier_ecarte: 'examen',
  piece_versee: 'examen',
  complement_demande: 'echanges',
  complement_repondu: 'echanges',
  complement_leve: 'echanges',
  prolongation_demandee: 'echanges',
  complement_prolonge: 'echanges',
  complement_rappele: 'echanges',
  recommande_enregistre: 'echanges',
  message_envoye: 'echanges',
  message_recu: 'echanges',
  complement_spontane: 'echanges',
  avis_demande: 'decision',
  avis_rendu: 'decision',
  certificat_recu: 'decision',
  decision_proposee: 'decision',
  proposition_renvoyee: 'decision',
  lettre_corrigee: 'decision',
  decision_favorable: 'decision',
  decision_refus: 'decision',
  decision_cloture: 'decision',
  decision_annulee: 'decision',
  silence_proche: 'decision',
  silence_atteint: 'decision',
  api_delivree: 'titre',
  titre_commande: 'titre',
  titre_recu: 'titre',
  convocation_envoyee: 'titre',
  rendez_vous_rappele: 'titre',
  rendez_vous_deplace: 'titre',
  rendez_vous_annule: 'titre',
  rendez_vous_manque: 'titre',
  biometrie_relevee: 'titre',
  titre_remis: 'titre',
  mandat_accepte: 'acces',
  mandat_fini: 'acces',
  acces_restreint: 'acces',
  habilitations_modifiees: 'acces',
  restriction_levee: 'acces',
};

/** What the facts name by a code or an identifier, in words; undefined: not known any more. */
export type Noms = {
  piece: (code: string) => string;
  /** of an agent, by identifier */
  agent: (id: string) => string | undefined;
  prefecture: (code: string) => string;
  /** what a complement asks, by identifier */
  complement: (id: string) => string | undefined;
  /** when and where an appointment is */
  convocation: (id: string) => string | undefined;
  controle: (code: string) => string;
};

const MOT_SENS: Readonly<Record<Sens, string>> = { favorable: 'Favorable', refus: 'Refus', cloture: 'Clôture' };
const MOT_AVIS: Readonly<Record<SorteAvis, string>> = {
  commission: 'Commission du titre de séjour',
  ofii: 'OFII',
  fraude: 'Référent fraude',
  maire: 'Maire',
};
const MOT_SENS_AVIS: Readonly<Record<SensAvis, string>> = {
  favorable: 'favorable',
  defavorable: 'défavorable',
  reserve: 'réservé',
  repute: 'réputé rendu, son délai étant passé',
};
const MOT_TRANSFERT: Readonly<Record<MotifTransfert, string>> = {
  changement_d_adresse: 'changement d’adresse',
  erreur: 'erreur de préfecture',
};
const MOT_ANNULATION: Readonly<Record<MotifAnnulation, string>> = {
  retrait: 'Retrait par l’administration',
  recours_gracieux: 'Recours gracieux',
  annulation_juge: 'Annulation par le juge',
};
const MOT_API: Readonly<Record<MotifApi, string>> = {
  depot: 'au dépôt',
  fin_de_document: 'fin du document détenu',
  renouvellement: 'fin de l’attestation précédente',
  commission: 'saisine de la commission',
};

const rien = () => null;
const complement = ({ complement: id }: { complement: string }, noms: Noms) => noms.complement(id) ?? null;
const rendezVous = ({ convocation }: { convocation: string }, noms: Noms) => noms.convocation(convocation) ?? null;
const signature = ({ delegation }: { delegation?: string }) => (delegation ? `Délégation : ${delegation}` : null);

const partiesEnMots = (codes: readonly string[]): string =>
  Object.entries(PARTIES)
    .flatMap(([code, libelle]) => (codes.includes(code) ? [libelle] : []))
    .join(', ');

const PRECISION: { readonly [E in TypeEvenement]: (faits: FaitsEvenement[E], noms: Noms) => string | null } = {
  commence: rien,
  repris_au_guichet: rien,
  etape_validee: rien,
  situation_changee: rien,
  abandonne: rien,
  blocage_atteste: rien,
  depose: ({ prefecture }, noms) => noms.prefecture(prefecture),
  pris_en_charge: rien,
  numero_attribue: ({ numeroEtranger }) => numeroEtranger,
  piece_verifiee: ({ piece, verdict }, noms) => `${noms.piece(piece)} : ${verdict === 'conforme' ? 'conforme' : 'non conforme'}`,
  complement_demande: complement,
  complement_repondu: ({ complement: id, tombe }, noms) =>
    [noms.complement(id) ?? '', tombe ? `Proposition (${MOT_SENS[tombe].toLocaleLowerCase('fr')}) revenue à l’instructeur` : '']
      .filter(Boolean)
      .join('. ') || null,
  complement_leve: ({ motif }) => motif,
  prolongation_demandee: rien,
  complement_prolonge: ({ jusqu }) => `Jusqu’au ${jourLisible(jusqu)}`,
  complement_rappele: ({ jours }) => `${jours} jours avant la fin du délai`,
  recommande_enregistre: ({ presenteLe }) => `Notifiée le ${jourLisible(presenteLe)}`,
  validation_automatique: ({ numero }) => numero,
  controle_automatique: ({ remarque }) => remarque,
  effet_applique: ({ remarque }) => remarque,
  adresse_reprise: rien,
  changement_signale: ({ remarque }) => remarque,
  attribue: ({ agent }, noms) => (agent === null ? 'À personne' : `À ${noms.agent(agent) ?? 'un agent'}`),
  transfere: ({ de, vers, motif }, noms) => `De ${noms.prefecture(de)} vers ${noms.prefecture(vers)}, ${MOT_TRANSFERT[motif]}`,
  note_ajoutee: ({ controle, etat }, noms) =>
    controle === undefined ? null : `Contrôle « ${noms.controle(controle)} » : ${etat === 'vu' ? 'vu' : 'à reprendre'}`,
  doublon_ecarte: ({ numero }) => `Demande n° ${numero}`,
  avis_demande: ({ sorte }) => MOT_AVIS[sorte],
  certificat_recu: ({ le }) => `Le ${jourLisible(le)}`,
  avis_rendu: ({ sorte, sens }) => `${MOT_AVIS[sorte]} : ${MOT_SENS_AVIS[sens]}`,
  message_envoye: rien,
  message_recu: rien,
  complement_spontane: rien,
  retire: ({ lettreLe, remarque }) =>
    [lettreLe ? `Lettre du ${jourLisible(lettreLe)}` : '', remarque ?? ''].filter(Boolean).join('. ') || null,
  decision_proposee: ({ sens }) => MOT_SENS[sens],
  proposition_renvoyee: ({ remarque }) => remarque,
  lettre_corrigee: ({ parties }) => partiesEnMots(parties),
  piece_modifiee: rien,
  fichier_infecte: ({ piece }, noms) => noms.piece(piece),
  fichier_ecarte: ({ piece, motif }, noms) =>
    `${piece === null ? 'Joint à un message' : noms.piece(piece)}, ${motif === 'medical' ? 'document médical' : 'document d’une autre personne'}`,
  piece_versee: ({ piece }, noms) => noms.piece(piece),
  mandat_accepte: rien,
  mandat_fini: rien,
  decision_favorable: signature,
  decision_refus: ({ oqtf, ...faits }) =>
    [signature(faits), oqtf ? 'avec obligation de quitter le territoire' : ''].filter(Boolean).join(', ') || null,
  decision_cloture: signature,
  decision_annulee: ({ motif, remarque, texte }) =>
    [[MOT_ANNULATION[motif], remarque].filter(Boolean).join(' : '), texte ? `texte signé, jamais notifié : ${texte}` : '']
      .filter(Boolean)
      .join(' – '),
  api_delivree: ({ du, jusqu, motif }) => `Du ${jourLisible(du)} au ${jourLisible(jusqu)}, ${MOT_API[motif]}`,
  silence_proche: ({ le, jours }) => `Le ${jourLisible(le)}, dans ${jours} jours`,
  silence_atteint: ({ le }) => `Le ${jourLisible(le)}`,
  titre_commande: rien,
  titre_recu: rien,
  convocation_envoyee: rendezVous,
  rendez_vous_rappele: rendezVous,
  rendez_vous_deplace: rendezVous,
  rendez_vous_annule: rendezVous,
  rendez_vous_manque: rendezVous,
  biometrie_relevee: rendezVous,
  titre_remis: rien,
  acces_restreint: ({ habilites }, noms) => nommer(habilites, noms),
  habilitations_modifiees: ({ habilites }, noms) => nommer(habilites, noms),
  restriction_levee: rien,
};

function nommer(agents: readonly string[], noms: Noms): string | null {
  const connus = agents.flatMap((id) => noms.agent(id) ?? []);
  return connus.length > 0 ? `Agents habilités : ${connus.join(', ')}` : null;
}

/** What precisely happened, in words; null: the sentence of the event says it all. */
export function precisionDe<E extends TypeEvenement>(type: E, faits: FaitsEvenement[E], noms: Noms): string | null {
  return PRECISION[type](faits, noms);
}
