// What a document is made from. A kind = one file in kinds/ and one line in catalogue.ts.

import type { Bloc } from '#adapters/pdf/bloc.ts';
import type { Representation } from '#domain/access/representation.ts';
import { lignesAdresse } from '#domain/adresse/adresse.ts';
import type { Cloture } from '#domain/dossier/cloture.ts';
import type { FaitsEvenement, MotifAnnulation, SensAvis, SorteAvis, TypeEvenement } from '#domain/dossier/evenements.ts';
import type { Lettre } from '#domain/dossier/lettres.ts';
import { recoursContre } from '#domain/dossier/recours.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import { nomDeLaNationalite, nomDuPays } from '#domain/pays.ts';
import { adresseDe, afficherDate, texteDeReponse, textesDe } from '#domain/procedure/champs.ts';
import { CHAMP_NAISSANCE, CHAMP_NATIONALITES } from '#domain/procedure/condition.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import type { Prefecture } from '#features/configuration/prefectures/queries.ts';
import type { RendezVousDit } from '#features/rendez-vous/queries.ts';
import type { RemiseDite } from '#features/rendez-vous/remises/queries.ts';

/** One thing asked in a complement, as a letter says it. */
export type ItemImprime = { sorte: string; motif: string | null; piece: string | null; observation: string };

/** The frozen facts of one event: answers as deposited, the authority, who signed. */
export type FaitsDocument = {
  evenementId: bigint;
  type: TypeEvenement;
  le: Date;
  /** the facts of the event itself, as they were written: a kind reads those of its own with a schema */
  details: unknown;
  complement: string | null;
  /** what the complement asks, in its order; empty for any other event */
  demandes: readonly ItemImprime[];
  blocage: FaitsEvenement['blocage_atteste'] | null;
  /** the appointment that the event is about */
  rendezVous: RendezVousDit | null;
  /** the titre that has arrived, or was handed over */
  remise: RemiseDite | null;
  dossierId: string;
  numero: string;
  procedure: Procedure;
  reponses: Reponses;
  deposeLe: Date;
  motifs: string;
  /** label of the piece that the event is about */
  piece: string | null;
  compteId: string;
  /** of a person whom somebody may be looking for (C40) */
  estRestreint: boolean;
  email: string;
  numeroEtranger: string | null;
  /** number of the visa, or reference of the VLS-TS, with which the compte logs in */
  numeroVisa: string | null;
  consentement: boolean;
  prefecture: Prefecture | null;
  /** préfecture of the agent d'accueil who did it at the desk; null: online */
  guichet: string | null;
  /** who signed the decision, or asked for the complement */
  signataire: { nom: string; prenom: string; qualite: string } | null;
  /** the demandeur is a minor: who represents them */
  representation: Representation | null;
  /** the titre held on the day of the deposit; null: none, or not what this event is about */
  titreTenu: { mention: string; finLe: Jour } | null;
  /** reference of the arrete under which it was signed; null before delegations were recorded */
  delegation: string | null;
  /** of a decision: the text signed; null for another event, or before letters were kept */
  lettre: Lettre | null;
  /** of a closing: what it records */
  cloture: Cloture | null;
  /** an obligation to leave goes with the refusal */
  oqtf: boolean;
  /** of a decision that is no more: why */
  annulation: MotifAnnulation | null;
  /** of a transfer: the préfecture that the dossier leaves */
  prefectureQuittee: string | null;
  avis: { sorte: SorteAvis; sens: SensAvis | null; texte: string } | null;
};

/** Added at printing: the code that a third party types, and the page where. */
export type ContexteDocument = { code: string | null; adresseVerification: string | null };

export type Contenu = { titre: string; contenu: readonly Bloc[] };

export type KindDocument = {
  sorte: string;
  /** only for these; absent: for every event of its type */
  si?: (faits: FaitsDocument) => boolean;
  /** as shown in lists and on the verification page */
  nom: (faits: FaitsDocument) => string;
  /** may a third party check it? Then it bears a code. */
  verifiable: boolean;
  /** digitally signed by the portal, for this reason */
  signature?: string;
  valable?: (faits: FaitsDocument) => { du: Jour; jusqu: Jour | null };
  composer: (faits: FaitsDocument, contexte: ContexteDocument) => Contenu;
};

/** Codes of the champs of blocs/identite, which every procedure asks. */
export type Identite = {
  nomNaissance: string;
  nomUsage: string;
  prenoms: string;
  premierPrenom: string;
  estFeminin: boolean;
  naissance: string;
  lieu: string;
  nationalites: string;
  adresse: string;
};

const capitales = (texte: string) => texte.toLocaleUpperCase('fr');

/** The identity as the answers give it, names in capitals. */
export function identiteDe(reponses: Reponses): Identite {
  const adresse = adresseDe(reponses.adresse);
  const prenoms = textesDe(reponses.prenoms);
  const lieu = [texteDeReponse(reponses.lieu_naissance), nomDuPays(texteDeReponse(reponses.pays_naissance))].filter((mot) => mot !== '');
  return {
    nomNaissance: capitales(texteDeReponse(reponses.nom_naissance)),
    nomUsage: capitales(texteDeReponse(reponses.nom_usage)),
    prenoms: prenoms.join(', '),
    premierPrenom: prenoms[0] ?? '',
    estFeminin: reponses.sexe === 'feminin',
    naissance: afficherDate(texteDeReponse(reponses[CHAMP_NAISSANCE])),
    lieu: capitales(lieu.join(', ')),
    nationalites: capitales(textesDe(reponses[CHAMP_NATIONALITES]).map(nomDeLaNationalite).join(', ')),
    adresse: adresse ? [...lignesAdresse(adresse), capitales(adresse.pays)].join(', ') : '',
  };
}

/** "Madame TESTPEREIRA Ana": NOM then Prénom (S-271). */
export function civilite(identite: Identite): string {
  return `${identite.estFeminin ? 'Madame' : 'Monsieur'} ${identite.nomUsage || identite.nomNaissance} ${identite.premierPrenom}`.trim();
}

/** The lines of identity shared by the documents. */
export function lignesIdentite(identite: Identite): { terme: string; valeur: string }[] {
  return [
    { terme: 'Nom de naissance', valeur: identite.nomNaissance },
    { terme: 'Nom d’usage', valeur: identite.nomUsage },
    { terme: 'Prénom', valeur: identite.prenoms },
    { terme: 'Né(e) le', valeur: identite.naissance },
    { terme: 'À', valeur: identite.lieu },
    { terme: 'Nationalité', valeur: identite.nationalites },
    { terme: 'Adresse', valeur: identite.adresse || 'Non communiquée' },
  ];
}

/** Head of a document that its holder shows: the request it comes from, a date of its own, and who holds it. */
export function duTitulaire(faits: FaitsDocument, ...propres: readonly { terme: string; valeur: string }[]): Bloc[] {
  return [
    {
      type: 'definitions',
      lignes: [
        { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
        { terme: 'N° de la demande', valeur: faits.numero },
        { terme: 'Préfecture', valeur: faits.prefecture?.nom ?? '' },
        ...propres,
      ],
    },
    { type: 'titre', niveau: 2, texte: 'TITULAIRE' },
    { type: 'definitions', lignes: lignesIdentite(identiteDe(faits.reponses)) },
  ];
}

/** "Le préfet du Nord" inside a sentence. */
const enPhrase = (autorite: string) => autorite.charAt(0).toLocaleLowerCase('fr') + autorite.slice(1);

/** Under a decision: on whose behalf, under which arrete, then first name, name and quality of its author (CRPA L.212-1). */
export function signature({ prefecture, signataire, delegation }: FaitsDocument): Bloc[] {
  if (!signataire) return [];
  const arrete = delegation ? ` (${delegation})` : '';
  return [
    { type: 'paragraphe', texte: `Pour ${enPhrase(prefecture?.autorite ?? 'Le préfet')} et par délégation${arrete},` },
    { type: 'paragraphe', texte: [{ gras: `${signataire.prenom} ${signataire.nom}` }, `, ${signataire.qualite}`] },
  ];
}

/** How a decision is challenged: before whom, until when; a period runs from here only if they are told (CJA R.421-5). */
export function voiesDeRecours({ prefecture }: FaitsDocument, oqtf: boolean): Bloc[] {
  const { duree, mois, article, estInterrompu } = recoursContre({ oqtf });
  const delai = mois === 1 ? 'dans le mois' : 'dans les deux mois';
  return [
    { type: 'titre', niveau: 2, texte: 'VOIES ET DÉLAIS DE RECOURS' },
    {
      type: 'liste',
      elements: [
        [
          { gras: 'Recours contentieux : ' },
          `${delai} suivant la notification (${article}), devant le ${prefecture?.tribunal ?? 'tribunal administratif de votre lieu de résidence'}, par courrier ou par l’application Télérecours citoyens : `,
          { lien: 'https://www.telerecours.fr', texte: 'www.telerecours.fr' },
          '. Vous pouvez demander l’aide juridictionnelle.',
        ],
        [
          { gras: 'Recours gracieux : ' },
          `dans le même délai, auprès de l’auteur de la décision (${prefecture?.adresse ?? 'préfecture'}).`,
        ],
        [{ gras: 'Recours hiérarchique : ' }, 'dans le même délai, auprès du ministre de l’intérieur, place Beauvau, 75008 Paris.'],
        estInterrompu
          ? `Un recours gracieux ou hiérarchique formé dans ces ${duree} interrompt le délai du recours contentieux (CRPA, art. L. 411-2). Le silence gardé pendant deux mois sur ce recours vaut rejet (art. L. 411-7) ; le tribunal peut alors être saisi dans les deux mois.`
          : 'Une obligation de quitter le territoire français accompagne ce refus : un recours gracieux ou hiérarchique ne prolonge pas le délai d’un mois pour saisir le tribunal.',
      ],
    },
  ];
}

const connues = (lignes: readonly { terme: string; valeur: string }[]) => lignes.filter(({ valeur }) => valeur !== '');

/** Letterhead of a decision: the préfecture, the references, whose request it is. What is not known is not printed: a letter has no hole. */
export function enTete(faits: FaitsDocument): Bloc[] {
  return [
    { type: 'paragraphe', texte: [{ gras: faits.prefecture?.nom ?? '' }] },
    { type: 'paragraphe', texte: faits.prefecture?.adresse ?? '' },
    {
      type: 'definitions',
      lignes: connues([
        { terme: 'N° de la demande', valeur: faits.numero },
        { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
        { terme: 'Date de la décision', valeur: jourLisible(jourDe(faits.le)) },
      ]),
    },
    { type: 'definitions', lignes: connues(lignesIdentite(identiteDe(faits.reponses))) },
  ];
}

/** Why a decision that the téléservice notifies bears no signature by hand. */
export const DISPENSE_DE_SIGNATURE =
  'Décision notifiée par un téléservice : elle comporte les prénom, nom et qualité de son auteur et la mention du service, et se trouve dispensée de signature (CRPA, art. L. 212-2).';

/** A verification code as typed: case, spaces and hyphens do not matter. */
export function codeSaisi(brut: string): string {
  return brut
    .normalize('NFKC')
    .replace(/[^\p{L}\d]/gu, '')
    .toUpperCase()
    .slice(0, 40);
}

/** How a third party checks the document; nothing when it bears no code. `objet`: « cette attestation ». */
export function verification(code: string | null, adresse: string | null, objet: string): Bloc[] {
  if (!code || !adresse) return [];
  return [
    {
      type: 'qr',
      contenu: adresse,
      alt: `Code QR menant à la page de vérification de ${objet} : ${adresse}`,
      legende: [
        // first: a line never ends inside it
        'Code de vérification : ',
        { gras: code.replace(/(.{4})(?=.)/g, '$1-') },
        `. ${objet.charAt(0).toLocaleUpperCase('fr')}${objet.slice(1)} se vérifie : scannez le code QR, ou saisissez ce code sur `,
        { lien: adresse, texte: 'la page de vérification du portail' },
        '.',
      ],
    },
  ];
}
