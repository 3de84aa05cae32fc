// From the facts of a dossier to the days that its rules make due. One function for each line of the table (regles.ts) that needs more than a
// field. Pure: the day on which one looks is an argument.
import { AVIS, echeanceAvis } from '../dossier/avis.ts';
import type { MotifApi, SorteAvis } from '../dossier/evenements.ts';
import { type Jour, jourDe, plusJours, plusMois } from '../jour.ts';
import { MANQUES_AVANT_ALERTE } from '../rendez-vous/regles.ts';
import { attestationDue } from './attestation.ts';
import { consentementEnVigueur, type Echeance, echeanceComplement, JOURS_AVANT_REPUTE_NOTIFIE } from './complement.ts';
import type { ComplementSuivi, FaitsDelais } from './faits.ts';
import { plusJoursOuvres } from './ouvres.ts';
import { dernierJourDeRecours } from './recours.ts';
import { estOuvert, finDuSilence } from './silence.ts';

/** One day made due by a rule. `objet`: of which row, when a rule may say several (a complement, an opinion). */
export type Terme = { le: Jour; objet?: string };
export type Termes = (faits: FaitsDelais, jour: Jour) => readonly Terme[];

/** CRPA R.112-11-1. */
const JOURS_ACCUSE = 10;
/** L.433-3. */
const MOIS_CARTE_EXPIREE = 3;
/** X: no text gives a day (R.431-20 says only who hands over); the préfecture keeps the card and looks for the person. */
const MOIS_RETRAIT = 2;

const un = (le: Jour | null | undefined): readonly Terme[] => (le ? [{ le }] : []);

/** While the request is filed and not decided. */
const ouvert =
  (jourDu: (faits: FaitsDelais & { deposeLe: Jour }, jour: Jour) => Jour | null | undefined): Termes =>
  (faits, jour) =>
    estOuvert(faits.statut) && faits.deposeLe !== null ? un(jourDu({ ...faits, deposeLe: faits.deposeLe }, jour)) : [];

export const accuse = ouvert(({ accuseLe, deposeLe, departement }) =>
  accuseLe === null ? plusJoursOuvres(deposeLe, JOURS_ACCUSE, departement) : null,
);

/** Until an agent has opened it. No text gives a period to say what is missing (CRPA L.114-5): the portal asks for that of the accusé. */
export const completude = ouvert(({ statut, deposeLe, departement }) =>
  statut === 'depose' ? plusJoursOuvres(deposeLe, JOURS_ACCUSE, departement) : null,
);

export const delaiDeDepot: Termes = ({ statut, regime }) => (statut === 'brouillon' ? un(regime?.finDuDelai) : []);
/** L.436-5 speaks of a renewal asked too late: neither who held nothing, nor who asks for another titre, owes anything for it. */
export const depotTardif = ouvert(({ regime, deposeLe, document }) => {
  const fin = regime?.finDuDelai;
  return document !== null && regime?.retardPayant && fin && fin < deposeLe ? fin : null;
});

/** What nobody answered before the end waits for nothing more. */
const enAttente = ({ statut, complements }: FaitsDelais) =>
  estOuvert(statut) ? complements.filter((c) => c.reponduLe === null && c.leveLe === null) : [];

function periodeDe(complement: ComplementSuivi, jour: Jour): Echeance | null {
  const { disponibleLe } = complement;
  return disponibleLe && echeanceComplement({ ...complement, disponibleLe }, jour);
}

/** Last day to answer. */
export const reponse: Termes = (faits, jour) =>
  enAttente(faits).flatMap((c) => {
    const periode = periodeDe(c, jour);
    return periode && periode.joursRestants >= 0 ? [{ le: periode.dernierJour, objet: c.id }] : [];
  });

/** The day after, the agent answers for what comes next. */
export const reponseEchue: Termes = (faits, jour) =>
  enAttente(faits).flatMap((c) => {
    const periode = periodeDe(c, jour);
    return periode ? [{ le: plusJours(periode.dernierJour, 1), objet: c.id }] : [];
  });

/** Told, unread: the fifteenth day, for who agreed to be notified electronically (deemed) and for who did not (a letter). */
const nonLu =
  (accord: boolean): Termes =>
  (faits, jour) =>
    enAttente(faits).flatMap((c) => {
      if (c.disponibleLe === null || periodeDe(c, jour) !== null) return [];
      if (consentementEnVigueur(c.consentement, c.disponibleLe) !== accord) return [];
      return [{ le: plusJours(jourDe(c.disponibleLe), JOURS_AVANT_REPUTE_NOTIFIE), objet: c.id }];
    });
export const reputeeNotifiee = nonLu(true);
export const recommande = nonLu(false);

export const silence: Termes = (faits, jour) => un(finDuSilence(faits, jour));

/** The rejection born of silence may be contested too. Its period cannot be opposed to who was sent no accusé de réception (CRPA L.112-12). */
export const recoursDuSilence: Termes = (faits, jour) => {
  const fin = finDuSilence(faits, jour);
  return fin !== null && fin < jour && faits.accuseLe !== null ? [{ le: dernierJourDeRecours(fin, false, faits.departement) }] : [];
};

export const recours: Termes = ({ decision, departement }) =>
  decision && decision.sens !== 'favorable' ? [{ le: dernierJourDeRecours(decision.notifieeLe, decision.oqtf, departement) }] : [];

export const attestation =
  (motif: MotifApi): Termes =>
  (faits) => {
    const due = attestationDue(faits);
    return due?.motif === motif ? [{ le: due.le }] : [];
  };

/** What the person holds ends, and nothing is due to them for it. */
export const finDeDocument = ouvert((faits) =>
  faits.regime?.provisoire && faits.document && faits.attestations.length === 0 && attestationDue(faits) === null
    ? faits.document.finLe
    : null,
);

export const carteProlongee = ouvert(({ document }) => (document?.prolongeParLaLoi ? plusMois(document.finLe, MOIS_CARTE_EXPIREE) : null));

/** An opinion asked, from the day from which its period runs. */
export const avisAttendu =
  (sorte: SorteAvis): Termes =>
  ({ statut, deposeLe, avis }, jour) =>
    estOuvert(statut) && deposeLe !== null
      ? avis.flatMap((a) => {
          const attendu = a.sorte === sorte && a.renduLe === null ? echeanceAvis({ ...a, deposeLe }, jour) : null;
          return attendu?.quoi === 'avis' ? [{ le: attendu.dernierJour, objet: a.id }] : [];
        })
      : [];

/** R.425-12: the person has one month from the registration to send the certificate. */
export const certificatOfii = ouvert(({ regime, avis, deposeLe }) => {
  const recu = avis.some((a) => a.sorte === 'ofii' && (a.departLe !== null || a.renduLe !== null));
  return regime?.attendCertificat && !recu ? plusMois(deposeLe, AVIS.ofii.certificatMois ?? 0) : null;
});

export const retrait: Termes = ({ statut, titre }) =>
  statut === 'accepte' && titre.recuLe !== null && titre.remisLe === null ? [{ le: plusMois(titre.recuLe, MOIS_RETRAIT) }] : [];

/** The machine convenes no more: somebody must reach the person. */
export const manques: Termes = ({ statut, manques: vus }) =>
  (estOuvert(statut) || statut === 'accepte') && vus !== null && vus.nombre >= MANQUES_AVANT_ALERTE
    ? [{ le: vus.dernierLe, objet: String(vus.nombre) }]
    : [];
