// Every kind of mail. Adding one = one file in kinds/ and one line here; the preview test renders the whole list.
import type { z } from 'zod';
import { accesChange } from './kinds/acces-change.ts';
import { accesTemporaire } from './kinds/acces-temporaire.ts';
import { adresseAConfirmer } from './kinds/adresse-a-confirmer.ts';
import { adresseDejaPrise } from './kinds/adresse-deja-prise.ts';
import { adresseDemandee } from './kinds/adresse-demandee.ts';
import { adresseRemplacee } from './kinds/adresse-remplacee.ts';
import { appareilNouveau } from './kinds/appareil-nouveau.ts';
import { brisDeGlace } from './kinds/bris-de-glace.ts';
import { brouillonBientotEfface } from './kinds/brouillon-bientot-efface.ts';
import { codeFranceconnect } from './kinds/code-franceconnect.ts';
import { complementMandataire } from './kinds/complement-mandataire.ts';
import { compteDefinitif } from './kinds/compte-definitif.ts';
import { compteExistant } from './kinds/compte-existant.ts';
import { compteExistantNumero } from './kinds/compte-existant-numero.ts';
import { compteSupprime } from './kinds/compte-supprime.ts';
import { confirmationCompte } from './kinds/confirmation-compte.ts';
import { consentementChange } from './kinds/consentement-change.ts';
import { convocation } from './kinds/convocation.ts';
import { demandeEnregistree } from './kinds/demande-enregistree.ts';
import { donneesTelechargees } from './kinds/donnees-telechargees.ts';
import { identifiantOublie } from './kinds/identifiant-oublie.ts';
import { identiteDeliee } from './kinds/identite-deliee.ts';
import { identiteLiee } from './kinds/identite-liee.ts';
import { impossibiliteConstatee } from './kinds/impossibilite-constatee.ts';
import { invitationAgent } from './kinds/invitation-agent.ts';
import { lienConnexion } from './kinds/lien-connexion.ts';
import { mandatFini } from './kinds/mandat-fini.ts';
import { mandatPropose } from './kinds/mandat-propose.ts';
import { mandatRepondu } from './kinds/mandat-repondu.ts';
import { messageMandataire } from './kinds/message-mandataire.ts';
import { motDePasseAgent } from './kinds/mot-de-passe-agent.ts';
import { motDePasseChange } from './kinds/mot-de-passe-change.ts';
import { motDePasseOublie } from './kinds/mot-de-passe-oublie.ts';
import { nouvelleNotification } from './kinds/nouvelle-notification.ts';
import { numeroDuMineur } from './kinds/numero-du-mineur.ts';
import { rappelRendezVous } from './kinds/rappel-rendez-vous.ts';
import { rendezVousAnnule } from './kinds/rendez-vous-annule.ts';
import { restreintRecu } from './kinds/restreint-recu.ts';
import { ticketEnregistre } from './kinds/ticket-enregistre.ts';
import { ticketLien } from './kinds/ticket-lien.ts';
import { ticketReponse } from './kinds/ticket-reponse.ts';
import { vlsTsValide } from './kinds/vls-ts-valide.ts';

export const COURRIELS = {
  acces_temporaire: accesTemporaire,
  acces_change: accesChange,
  appareil_nouveau: appareilNouveau,
  compte_existant: compteExistant,
  confirmation_compte: confirmationCompte,
  compte_existant_numero: compteExistantNumero,
  mot_de_passe_oublie: motDePasseOublie,
  mot_de_passe_change: motDePasseChange,
  identifiant_oublie: identifiantOublie,
  lien_connexion: lienConnexion,
  invitation_agent: invitationAgent,
  mot_de_passe_agent: motDePasseAgent,
  demande_enregistree: demandeEnregistree,
  vls_ts_valide: vlsTsValide,
  compte_definitif: compteDefinitif,
  complement_mandataire: complementMandataire,
  message_mandataire: messageMandataire,
  nouvelle_notification: nouvelleNotification,
  numero_du_mineur: numeroDuMineur,
  bris_de_glace: brisDeGlace,
  restreint_recu: restreintRecu,
  consentement_change: consentementChange,
  donnees_telechargees: donneesTelechargees,
  compte_supprime: compteSupprime,
  brouillon_bientot_efface: brouillonBientotEfface,
  mandat_propose: mandatPropose,
  mandat_repondu: mandatRepondu,
  mandat_fini: mandatFini,
  adresse_a_confirmer: adresseAConfirmer,
  adresse_deja_prise: adresseDejaPrise,
  adresse_demandee: adresseDemandee,
  adresse_remplacee: adresseRemplacee,
  identite_liee: identiteLiee,
  identite_deliee: identiteDeliee,
  code_franceconnect: codeFranceconnect,
  ticket_enregistre: ticketEnregistre,
  ticket_lien: ticketLien,
  ticket_reponse: ticketReponse,
  impossibilite_constatee: impossibiliteConstatee,
  convocation,
  rappel_rendez_vous: rappelRendezVous,
  rendez_vous_annule: rendezVousAnnule,
} as const;

export type SorteCourriel = keyof typeof COURRIELS;
export type VariablesCourriel<S extends SorteCourriel> = z.infer<(typeof COURRIELS)[S]['variables']>;

export function estSorteCourriel(sorte: string): sorte is SorteCourriel {
  return Object.hasOwn(COURRIELS, sorte);
}
