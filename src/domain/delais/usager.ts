// The days that concern the person, in plain words; {jour} is the day. Null: not theirs to know, or told elsewhere in the page.
import type { Jour } from '../jour.ts';
import { type EcheanceDue, pourLecteur } from './echeances.ts';
import type { FaitsDelais } from './faits.ts';
import type { CodeRegle } from './regles.ts';
import { estSuspendu } from './silence.ts';

type Mots = { avant: string; apres: string };

const MOTS: Readonly<Record<CodeRegle, Mots | null>> = {
  depot: {
    avant: 'Déposez votre demande au plus tard le {jour} pour être dans le délai.',
    // L.436-5 or L.436-4 may make it cost something: the catalogue says when, this page does not know
    apres: 'Le délai pour déposer votre demande a pris fin le {jour} : déposez-la au plus vite.',
  },
  depot_tardif: {
    avant: 'Le délai pour déposer votre demande finit le {jour}.',
    apres:
      'Vous avez déposé votre demande après le {jour}, fin du délai : un droit de visa de régularisation peut s’ajouter à la taxe, sauf force majeure ou visa en cours de validité (CESEDA, art. L. 436-5).',
  },
  brouillon: {
    avant: 'Votre brouillon est gardé jusqu’au {jour}. Chaque enregistrement prolonge cette date.',
    apres: 'Votre brouillon n’est plus gardé depuis le {jour}.',
  },
  accuse_reception: null,
  completude: null,
  complement: {
    avant: 'Répondez à la demande de complément au plus tard le {jour}.',
    apres: 'Le délai pour répondre à la demande de complément a pris fin le {jour} : répondez au plus vite.',
  },
  complement_echu: null,
  reputee_notifiee: {
    avant:
      'Une demande de complément vous attend dans vos notifications : lisez-la au plus tard le {jour}. Ensuite, elle sera réputée reçue le jour où elle y a été déposée, et le délai pour répondre aura couru depuis ce jour.',
    apres: 'La demande de complément, non lue au {jour}, est réputée reçue le jour où elle a été déposée.',
  },
  recommande: null,
  silence: {
    avant:
      'Si l’administration ne vous a pas répondu le {jour}, et si votre demande est complète, ce silence vaut rejet. Vous pourrez alors en demander les motifs et le contester ; l’administration pourra encore accepter votre demande.',
    apres:
      'L’administration ne vous a pas répondu avant la fin du délai, le {jour} : si votre demande était complète, ce silence vaut rejet. Elle peut encore accepter votre demande. Vous pouvez demander les motifs de ce rejet par un message, et le contester.',
  },
  recours_silence: {
    avant: 'Vous pouvez saisir le tribunal administratif contre ce rejet jusqu’au {jour} inclus.',
    apres: 'Le délai pour saisir le tribunal administratif contre ce rejet a pris fin le {jour}.',
  },
  attestation_depot: {
    avant: 'Une attestation de prolongation de l’instruction vous est due : elle sera déposée ici.',
    apres: 'Une attestation de prolongation de l’instruction vous est due : elle sera déposée ici.',
  },
  attestation_fin_de_document: {
    avant:
      'Votre titre de séjour est valable jusqu’au {jour}. Si l’administration n’a pas décidé d’ici là, une attestation de prolongation vous est due : elle sera déposée ici.',
    apres:
      'Votre titre de séjour a pris fin le {jour}. Une attestation de prolongation vous est due : si elle n’est pas ici, écrivez à l’administration.',
  },
  attestation_renouvellement: {
    avant:
      'Votre attestation de prolongation est valable jusqu’au {jour}. Elle est renouvelée tant que l’administration n’a pas décidé : la suivante sera déposée ici.',
    apres:
      'Votre attestation de prolongation a pris fin le {jour}. Une nouvelle vous est due : si elle n’est pas ici, écrivez à l’administration.',
  },
  attestation_commission: {
    avant:
      'Une attestation de prolongation vous est due pendant que la commission du titre de séjour est consultée : elle sera déposée ici.',
    apres:
      'Une attestation de prolongation vous est due pendant que la commission du titre de séjour est consultée : elle sera déposée ici.',
  },
  fin_de_document: {
    avant:
      'Votre titre de séjour est valable jusqu’au {jour}. En l’état, aucune attestation de prolongation ne vous est due : elle l’est pour une demande complète et déposée dans le délai. Si un complément vous est demandé, répondez vite.',
    apres:
      'Votre titre de séjour a pris fin le {jour}. En l’état, aucune attestation de prolongation ne vous est due. Si un complément vous est demandé, répondez vite ; sinon, écrivez à l’administration.',
  },
  carte_prolongee: {
    avant:
      'Même expirée, votre carte prouve votre séjour régulier et garde vos droits jusqu’à la décision, et au plus tard jusqu’au {jour} (CESEDA, art. L. 433-3).',
    apres: 'Votre carte expirée ne suffit plus à prouver votre séjour régulier après le {jour}.',
  },
  avis_commission: null,
  certificat_ofii: {
    avant: 'Envoyez votre certificat médical à l’OFII au plus tard le {jour} (CESEDA, art. R. 425-12).',
    apres: 'Votre certificat médical devait arriver à l’OFII le {jour} : envoyez-le au plus vite.',
  },
  avis_ofii: null,
  avis_maire: null,
  recours: {
    avant: 'Vous pouvez contester cette décision devant le tribunal administratif jusqu’au {jour} inclus.',
    apres: 'Le délai pour contester cette décision devant le tribunal administratif a pris fin le {jour}, sauf s’il a été interrompu.',
  },
  // told at each missed appointment, with what to do
  rendez_vous_manques: null,
  retrait_du_titre: {
    // {jour} is the portal's own: no text gives a last day
    avant: 'Votre titre vous attend à la préfecture : prenez rendez-vous pour le retirer.',
    apres: 'Votre titre vous attend à la préfecture depuis longtemps : prenez rendez-vous.',
  },
  conservation: null,
};

/** `suspendu`: the period does not run that day. */
export type DateDite = { code: CodeRegle; le: Jour; texte: string; suspendu: boolean };

/** What the person reads, the earliest first. */
export function datesDites(dues: readonly EcheanceDue[], faits: FaitsDelais, jour: Jour): DateDite[] {
  return pourLecteur(dues, 'usager').flatMap(({ code, le }) => {
    const mots = MOTS[code];
    if (mots === null) return [];
    return [{ code, le, texte: le < jour ? mots.apres : mots.avant, suspendu: code === 'silence' && estSuspendu(faits, jour) }];
  });
}
