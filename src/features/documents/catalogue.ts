// Which documents an event produces. Total: [] is a decision. Adding one = one file in kinds/ and one line here.
// kinds/liste-des-pieces is made on request, of no event: it is listed apart.
import type { TypeEvenement } from '#domain/dossier/evenements.ts';
import { accuseDeReception } from './kinds/accuse-de-reception.ts';
import { attestationAcceptation } from './kinds/attestation-acceptation.ts';
import { attestationBlocage } from './kinds/attestation-blocage.ts';
import { attestationDecisionFavorable } from './kinds/attestation-decision-favorable.ts';
import { attestationProlongation } from './kinds/attestation-prolongation.ts';
import { confirmationDepot } from './kinds/confirmation-depot.ts';
import { confirmationRetrait } from './kinds/confirmation-retrait.ts';
import { confirmationVlsTs } from './kinds/confirmation-vls-ts.ts';
import { convocation } from './kinds/convocation.ts';
import { decisionRefus } from './kinds/decision-refus.ts';
import { lettreComplement } from './kinds/lettre-complement.ts';
import { listeDesPieces } from './kinds/liste-des-pieces.ts';
import { noticeInformation } from './kinds/notice-information.ts';
import { notificationCloture } from './kinds/notification-cloture.ts';
import { recuDeRemise } from './kinds/recu-de-remise.ts';
import type { KindDocument } from './schema.ts';

export const DOCUMENTS: Readonly<Record<TypeEvenement, readonly KindDocument[]>> = {
  commence: [],
  repris_au_guichet: [],
  etape_validee: [],
  situation_changee: [],
  abandonne: [],
  blocage_atteste: [attestationBlocage],
  depose: [confirmationDepot, accuseDeReception],
  pris_en_charge: [],
  numero_attribue: [],
  piece_verifiee: [],
  fichier_ecarte: [],
  validation_automatique: [confirmationVlsTs],
  controle_automatique: [],
  effet_applique: [],
  adresse_reprise: [],
  changement_signale: [],
  complement_demande: [lettreComplement],
  complement_repondu: [],
  complement_leve: [],
  prolongation_demandee: [],
  complement_prolonge: [],
  complement_rappele: [],
  recommande_enregistre: [],
  attribue: [],
  transfere: [],
  note_ajoutee: [],
  doublon_ecarte: [],
  avis_demande: [],
  certificat_recu: [],
  avis_rendu: [],
  message_envoye: [],
  message_recu: [],
  complement_spontane: [],
  piece_versee: [],
  retire: [confirmationRetrait],
  decision_cloture: [notificationCloture],
  decision_annulee: [],
  api_delivree: [attestationProlongation],
  silence_proche: [],
  silence_atteint: [],
  titre_commande: [],
  titre_recu: [noticeInformation],
  convocation_envoyee: [convocation],
  rendez_vous_rappele: [],
  rendez_vous_deplace: [convocation],
  rendez_vous_annule: [],
  rendez_vous_manque: [],
  biometrie_relevee: [],
  titre_remis: [recuDeRemise],
  decision_proposee: [],
  proposition_renvoyee: [],
  lettre_corrigee: [],
  decision_favorable: [attestationDecisionFavorable, attestationAcceptation],
  decision_refus: [decisionRefus],
  piece_modifiee: [],
  fichier_infecte: [],
  mandat_accepte: [],
  mandat_fini: [],
  acces_restreint: [],
  habilitations_modifiees: [],
  restriction_levee: [],
};

export const A_LA_DEMANDE = { liste_des_pieces: listeDesPieces } as const;
