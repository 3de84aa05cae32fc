// Who is told of an event, and how. Total: [] is a decision. Adding one = one file in kinds/ and one line here.
import type { TypeEvenement } from '#domain/dossier/evenements.ts';
import { attestationDisponible } from './kinds/attestation-disponible.ts';
import { avisCommission } from './kinds/avis-commission.ts';
import { certificatOfii } from './kinds/certificat-ofii.ts';
import { complementAuMandataire } from './kinds/complement-au-mandataire.ts';
import { complementLeve } from './kinds/complement-leve.ts';
import { complementProlonge } from './kinds/complement-prolonge.ts';
import { convocation } from './kinds/convocation.ts';
import { convocationTexto } from './kinds/convocation-texto.ts';
import { decisionAnnulee } from './kinds/decision-annulee.ts';
import { decisionCloture } from './kinds/decision-cloture.ts';
import { decisionFavorable } from './kinds/decision-favorable.ts';
import { decisionRefus } from './kinds/decision-refus.ts';
import { demandeAcceptee } from './kinds/demande-acceptee.ts';
import { demandeComplement } from './kinds/demande-complement.ts';
import { depotEnregistre } from './kinds/depot-enregistre.ts';
import { dossierTransfere } from './kinds/dossier-transfere.ts';
import { fichierEcarte } from './kinds/fichier-ecarte.ts';
import { fichierInfecte } from './kinds/fichier-infecte.ts';
import { messageAdministration } from './kinds/message-administration.ts';
import { messageAuMandataire } from './kinds/message-au-mandataire.ts';
import { rappelComplement } from './kinds/rappel-complement.ts';
import { rappelRendezVous, rappelTexto } from './kinds/rappel-rendez-vous.ts';
import { annuleTexto, rendezVousAnnule } from './kinds/rendez-vous-annule.ts';
import { rendezVousManque } from './kinds/rendez-vous-manque.ts';
import { retraitEnregistre } from './kinds/retrait-enregistre.ts';
import { saisineCommission } from './kinds/saisine-commission.ts';
import { silenceAtteint } from './kinds/silence-atteint.ts';
import { titreArrive } from './kinds/titre-arrive.ts';
import { titreRemis } from './kinds/titre-remis.ts';
import { vlsTsValide } from './kinds/vls-ts-valide.ts';
import type { KindMessage, NotificationEspace } from './schema.ts';

export const MESSAGES: Readonly<Record<TypeEvenement, readonly KindMessage[]>> = {
  commence: [],
  repris_au_guichet: [],
  etape_validee: [],
  situation_changee: [],
  abandonne: [],
  // asked by the person, who is waiting for it on the page
  blocage_atteste: [],
  depose: [depotEnregistre, certificatOfii],
  validation_automatique: [vlsTsValide],
  controle_automatique: [],
  effet_applique: [],
  adresse_reprise: [],
  changement_signale: [],
  pris_en_charge: [],
  // the mail carries a provisional password: it is asked in the transaction of the attribution, where that password exists
  numero_attribue: [],
  piece_verifiee: [],
  fichier_ecarte: [fichierEcarte],
  complement_demande: [demandeComplement, complementAuMandataire],
  complement_repondu: [],
  complement_leve: [complementLeve],
  prolongation_demandee: [],
  complement_prolonge: [complementProlonge],
  complement_rappele: [rappelComplement],
  recommande_enregistre: [],
  attribue: [],
  transfere: [dossierTransfere],
  note_ajoutee: [],
  doublon_ecarte: [],
  avis_demande: [saisineCommission],
  certificat_recu: [],
  avis_rendu: [avisCommission],
  message_envoye: [messageAdministration, messageAuMandataire],
  message_recu: [],
  complement_spontane: [],
  piece_versee: [],
  retire: [retraitEnregistre],
  decision_cloture: [decisionCloture],
  decision_annulee: [decisionAnnulee],
  api_delivree: [attestationDisponible],
  silence_proche: [],
  silence_atteint: [silenceAtteint],
  titre_commande: [],
  titre_recu: [titreArrive],
  convocation_envoyee: [convocation, convocationTexto],
  rendez_vous_rappele: [rappelRendezVous, rappelTexto],
  rendez_vous_deplace: [convocation, convocationTexto],
  rendez_vous_annule: [rendezVousAnnule, annuleTexto],
  rendez_vous_manque: [rendezVousManque],
  biometrie_relevee: [],
  titre_remis: [titreRemis],
  decision_proposee: [],
  proposition_renvoyee: [],
  lettre_corrigee: [],
  decision_favorable: [decisionFavorable, demandeAcceptee],
  decision_refus: [decisionRefus],
  piece_modifiee: [],
  fichier_infecte: [fichierInfecte],
  mandat_accepte: [],
  mandat_fini: [],
  // nobody: a message about the protection could be read by whom the person is protected from
  acces_restreint: [],
  habilitations_modifiees: [],
  restriction_levee: [],
};

/** Those of the usager's space, by their sorte. */
export const ESPACE: ReadonlyMap<string, NotificationEspace> = new Map(
  Object.values(MESSAGES)
    .flat()
    .flatMap((kind) => (kind.canal === 'espace' ? [[kind.sorte, kind] as const] : [])),
);
