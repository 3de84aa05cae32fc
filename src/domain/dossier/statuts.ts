// Where a dossier stands: what is stored, and the words for each reader. Changed only by features/dossier/store.

export const STATUTS = [
  'brouillon',
  'abandonne',
  'depose',
  'en_instruction',
  'propose',
  'accepte',
  'remis',
  'refuse',
  'clos',
  'retire',
] as const;
export type Statut = (typeof STATUTS)[number];

/** What agents may ever see: from the deposit on. */
export const DEPOSES = [
  'depose',
  'en_instruction',
  'propose',
  'accepte',
  'remis',
  'refuse',
  'clos',
  'retire',
] as const satisfies readonly Statut[];

/** Filed, and not decided. */
export const OUVERTS = ['depose', 'en_instruction', 'propose'] as const satisfies readonly Statut[];

/** What an open dossier waits for, when it is not its agent; of an accepted one, the titre. */
export const ATTENTES = ['reponse', 'complement', 'avis', 'production', 'remise'] as const;
export type Attente = (typeof ATTENTES)[number];

export type MotsDuStatut = { libelle: string; explication: string };

/** The four words of the portal (S-196 to S-199) and what lies outside them, for a titre de séjour. */
export const STATUT_USAGER: Readonly<Record<Statut, MotsDuStatut>> = {
  brouillon: { libelle: 'Brouillon', explication: 'Votre demande n’est pas encore envoyée. Vous pouvez la reprendre à tout moment.' },
  abandonne: { libelle: 'Abandonnée', explication: 'Vous avez abandonné cette demande avant de l’envoyer.' },
  depose: { libelle: 'Dépôt de la demande', explication: 'Le dépôt de votre demande a bien été pris en compte. Un agent va l’examiner.' },
  en_instruction: { libelle: 'Instruction en cours', explication: 'L’administration a reçu votre demande et la traite.' },
  propose: { libelle: 'Instruction en cours', explication: 'L’examen de votre demande est terminé. La décision va être prise.' },
  accepte: {
    libelle: 'Document disponible',
    explication:
      'Votre demande est acceptée. Votre attestation de décision favorable est disponible ; votre titre est en cours de fabrication.',
  },
  remis: { libelle: 'Document disponible', explication: 'Votre titre vous a été remis.' },
  refuse: {
    libelle: 'Décision prise',
    explication: 'Votre demande a été refusée. La décision et les voies de recours sont dans vos notifications.',
  },
  clos: { libelle: 'Clôturée', explication: 'Votre demande a été clôturée sans décision sur le fond.' },
  retire: { libelle: 'Retirée', explication: 'Vous avez retiré votre demande.' },
};

/** What is asked for, when it is no titre de séjour. */
export const OBJETS = [
  'titre',
  'duplicata',
  'document_de_voyage',
  'changement',
  'vls_ts',
  'autorisation_de_travail',
  'nationalite',
] as const;
export type Objet = (typeof OBJETS)[number];

type MotsDeFin = Readonly<Record<'accepte' | 'remis', MotsDuStatut>>;

const DISPONIBLE = 'Document disponible';

/** How an accepted request ends, by what was asked: each gives something else than a titre that is being made. */
const FIN: Readonly<Record<Objet, MotsDeFin>> = {
  titre: { accepte: STATUT_USAGER.accepte, remis: STATUT_USAGER.remis },
  duplicata: {
    accepte: {
      libelle: DISPONIBLE,
      explication: 'Votre demande est acceptée. Votre attestation est disponible ; votre duplicata est en cours de fabrication.',
    },
    remis: { libelle: DISPONIBLE, explication: 'Votre duplicata vous a été remis.' },
  },
  document_de_voyage: {
    accepte: {
      libelle: DISPONIBLE,
      explication: 'Votre demande est acceptée. Votre attestation est disponible ; le document de voyage est en cours de fabrication.',
    },
    remis: { libelle: DISPONIBLE, explication: 'Le document de voyage vous a été remis.' },
  },
  changement: {
    accepte: {
      libelle: 'Changement enregistré',
      explication: 'Votre changement est enregistré. Votre attestation est disponible : gardez-la avec votre titre.',
    },
    remis: { libelle: 'Changement enregistré', explication: 'Votre nouvelle carte vous a été remise.' },
  },
  vls_ts: {
    accepte: {
      libelle: 'Visa validé',
      explication: 'Votre visa est validé. Votre confirmation est disponible : gardez-la avec votre passeport.',
    },
    remis: { libelle: 'Visa validé', explication: 'Votre visa est validé.' },
  },
  autorisation_de_travail: {
    accepte: {
      libelle: 'Autorisation accordée',
      explication: 'L’autorisation de travail est accordée. L’attestation est disponible : remettez-en une copie à votre salarié.',
    },
    remis: { libelle: 'Autorisation accordée', explication: 'L’autorisation de travail vous a été remise.' },
  },
  nationalite: {
    accepte: {
      libelle: 'Décision favorable',
      explication: 'Votre demande de nationalité est acceptée. Votre attestation est disponible ; la suite vous est écrite.',
    },
    remis: { libelle: 'Décision favorable', explication: 'Les documents de votre nationalité vous ont été remis.' },
  },
};

/** What is made has arrived: it waits for the person. Absent: nothing is made. */
const ARRIVE: Readonly<Partial<Record<Objet, string>>> = {
  titre: 'Votre demande est acceptée et votre titre est arrivé à la préfecture : il vous y attend.',
  duplicata: 'Votre demande est acceptée et votre duplicata est arrivé à la préfecture : il vous y attend.',
  document_de_voyage: 'Votre demande est acceptée et le document de voyage est arrivé à la préfecture : il vous y attend.',
  changement: 'Votre changement est enregistré et votre nouvelle carte est arrivée à la préfecture : elle vous y attend.',
};

/** The words for a person who asked for this; `attente`: of an accepted request, where its titre is. */
export function statutUsager(statut: Statut, objet: Objet, attente: Attente | null = null): MotsDuStatut {
  if (statut !== 'accepte' && statut !== 'remis') return STATUT_USAGER[statut];
  const fin = FIN[objet][statut];
  const arrive = statut === 'accepte' && attente === 'remise' ? ARRIVE[objet] : undefined;
  return arrive === undefined ? fin : { ...fin, explication: arrive };
}

export const STATUT_AGENT: Readonly<Record<Statut, string>> = {
  brouillon: 'Brouillon',
  abandonne: 'Abandonné',
  depose: 'À prendre en charge',
  en_instruction: 'En instruction',
  propose: 'Proposé, à signer',
  accepte: 'Décision favorable',
  remis: 'Document remis',
  refuse: 'Refusé',
  clos: 'Clos',
  retire: 'Retiré par l’usager',
};

/** What it waits for, in one word for the lists of agents. */
export const ATTENTE_AGENT: Readonly<Record<Attente, string>> = {
  reponse: 'Réponse reçue',
  complement: 'Complément demandé',
  avis: 'Avis demandé',
  production: 'Titre en fabrication',
  remise: 'Titre à remettre',
};
