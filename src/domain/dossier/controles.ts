// What an instructeur checks before proposing a decision (03-instruction 2): a list that guides and decides nothing (CRPA L.311-3-1).
// What facts can tell is told; the rest is said to be looked at by a person, with its article.
import type { Adresse } from '../adresse/adresse.ts';
import { departementDe } from '../adresse/departement.ts';
import { estJour, jourLisible } from '../jour.ts';
import type { Contexte } from '../procedure/condition.ts';
import type { Procedure, Reponse } from '../procedure/definition.ts';
import { objetDe, tarifDe, titreAccorde } from '../procedure/suites.ts';
import type { Alerte } from './alertes.ts';
import { saisineDe } from './commission.ts';
import { MOTIF_PIECE, type MotifPiece } from './complement.ts';
import { fondementDe } from './fondement.ts';

export const CONTROLES = {
  competence: { titre: 'Préfecture compétente', article: 'CESEDA, art. R. 431-20' },
  ouverture: { titre: 'Motif reçu par le téléservice au jour du dépôt', article: 'CESEDA, art. R. 431-2 et annexe 9' },
  identite: { titre: 'Identité, un seul dossier par personne', article: 'CESEDA, art. R. 142-20' },
  enregistrement: { titre: 'État civil, nationalité, documents de famille', article: 'CESEDA, art. R. 431-10' },
  pieces: { titre: 'Pièces vérifiées une à une', article: 'CESEDA, art. R. 431-11 et annexe 10' },
  conditions: { titre: 'Conditions du titre', article: null },
  ordre_public: { titre: 'Menace pour l’ordre public', article: 'CESEDA, art. L. 412-5' },
  polygamie: { titre: 'Polygamie', article: 'CESEDA, art. L. 412-6' },
  antecedents: { titre: 'Obligation de quitter le territoire non exécutée, infractions visées', article: 'CESEDA, art. L. 432-1-1' },
  frais: { titre: 'Taxes et dépôt dans les délais', article: 'CESEDA, art. L. 436-1 à L. 436-7' },
  integration: { titre: 'Intégration républicaine', article: 'CESEDA, art. L. 413-5, L. 413-7 et L. 433-4' },
} as const;
export type CodeControle = keyof typeof CONTROLES;
export const CODES_CONTROLE: readonly CodeControle[] = [
  'competence',
  'ouverture',
  'identite',
  'enregistrement',
  'pieces',
  'conditions',
  'ordre_public',
  'polygamie',
  'antecedents',
  'frais',
  'integration',
];

/** `fait`: the facts say that nothing is wrong · `a_regarder`: they say that something is · `a_verifier`: only a person can tell */
export type EtatControle = 'fait' | 'a_regarder' | 'a_verifier';
export type Controle = { code: CodeControle; etat: EtatControle; constat: string; article: string };

export type FaitsControles = {
  procedure: Procedure;
  /** day of the deposit */
  contexte: Contexte;
  prefecture: { code: string; nom: string };
  numeroEtranger: string | null;
  /** requests that look like the same person's, neither theirs nor set aside */
  doublons: number;
  pieces: readonly { code: string; libelle: string; verdict: 'conforme' | 'non_conforme' | null; motif: MotifPiece | null }[];
  /** labels of the pieces due that were not given */
  manquantes: readonly string[];
  alertes: readonly Alerte[];
};

type Dit = { etat: EtatControle; constat: string; article?: string };

const estAdresse = (reponse: Reponse | undefined): reponse is Adresse =>
  typeof reponse === 'object' && !Array.isArray(reponse) && reponse !== null && 'codePostal' in reponse;

function competence({ procedure, contexte, prefecture }: FaitsControles): Dit {
  const adresse = contexte.reponses[procedure.adresseCompetente ?? 'adresse'];
  const departement = estAdresse(adresse) ? departementDe(adresse) : null;
  if (departement === null) return { etat: 'a_verifier', constat: 'L’adresse de la demande ne dit pas le département.' };
  if (departement === prefecture.code)
    return { etat: 'fait', constat: `L’adresse de la demande est dans le département ${departement} : ${prefecture.nom}.` };
  return {
    etat: 'a_regarder',
    constat: `L’adresse de la demande est dans le département ${departement}, le dossier est à : ${prefecture.nom}. Transférez-le s’il n’y a pas lieu de le garder.`,
  };
}

function ouverture({ procedure: { ouverture: o }, contexte }: FaitsControles): Dit {
  const depuis = estJour(o.depuis) ? jourLisible(o.depuis) : o.depuis;
  return o.depuis <= contexte.jour
    ? { etat: 'fait', constat: `Sur le portail depuis le ${depuis} (${o.source}).` }
    : { etat: 'a_regarder', constat: `Ce motif n’est reçu par le portail que depuis le ${depuis} (${o.source}).` };
}

function identite({ doublons, numeroEtranger, procedure, alertes }: FaitsControles): Dit {
  if (doublons > 0)
    return {
      etat: 'a_regarder',
      constat: `${doublons === 1 ? 'Une autre demande ressemble' : `${doublons} autres demandes ressemblent`} à celle de cette personne : voir « Doublons possibles ».`,
    };
  if (alertes.some((a) => a.code === 'ecarts_registre'))
    return { etat: 'a_regarder', constat: 'L’état civil déclaré diffère de celui du registre.' };
  if (alertes.some((a) => a.code === 'naissance_incomplete'))
    return { etat: 'a_verifier', constat: 'La date de naissance est incomplète : la recherche de doublons l’est aussi.' };
  if (numeroEtranger === null && procedure.demandeur !== 'salarie')
    return {
      etat: 'a_verifier',
      constat: 'Aucune demande semblable. La personne se cherche au registre quand son numéro étranger est attribué.',
    };
  return { etat: 'fait', constat: 'Aucune autre demande ne ressemble à celle de cette personne.' };
}

/** Codes of pieces that say who the person is, and who their family is (R.431-10 1° to 3°). */
const MINIMUM = /^(etat_civil|nationalite|identite|filiation|mariage|pacs|naissance|reconnaissance)/;

function enregistrement({ pieces, alertes }: FaitsControles): Dit {
  const minimum = pieces.filter((p) => MINIMUM.test(p.code));
  const perdues = alertes.find((a) => a.code === 'fichier_infecte');
  const fautives = minimum.filter((p) => p.verdict === 'non_conforme');
  if (minimum.length === 0)
    return {
      etat: 'a_verifier',
      constat: 'Aucune pièce de la liste ne porte ces noms : à trouver parmi les pièces jointes, ou dans le dossier précédent.',
    };
  const nommer = (liste: readonly { libelle: string }[]) => liste.map((p) => p.libelle).join(' ; ');
  if (fautives.length > 0)
    return { etat: 'a_regarder', constat: `Jugées non conformes : ${nommer(fautives)}. La délivrance y est subordonnée.` };
  if (perdues && minimum.some((p) => perdues.pieces.includes(p.libelle)))
    return { etat: 'a_regarder', constat: 'Un fichier a été supprimé par l’antivirus : à redemander.' };
  if (minimum.every((p) => p.verdict === 'conforme')) return { etat: 'fait', constat: `Conformes : ${nommer(minimum)}.` };
  return { etat: 'a_verifier', constat: `À lire : ${nommer(minimum.filter((p) => p.verdict === null))}.` };
}

function pieces({ pieces: jointes, manquantes }: FaitsControles): Dit {
  const fautives = jointes.filter((p) => p.verdict === 'non_conforme');
  const aVoir = jointes.filter((p) => p.verdict === null).length;
  const dites = [
    ...fautives.map((p) => `${p.libelle} : ${p.motif === null ? 'non conforme' : MOTIF_PIECE[p.motif].libelle.toLowerCase()}`),
    ...manquantes.map((libelle) => `${libelle} : non jointe`),
  ];
  const reste = aVoir > 0 ? `${aVoir} à vérifier sur ${jointes.length}.` : `${jointes.length} vérifiées.`;
  if (dites.length > 0) return { etat: 'a_regarder', constat: `${reste} ${dites.join(' ; ')}.` };
  return { etat: aVoir > 0 ? 'a_verifier' : 'fait', constat: reste };
}

function conditions({ procedure, contexte }: FaitsControles): Dit {
  const { libelle, duree } = titreAccorde(procedure, contexte);
  const { conditionsRemplies: commission } = saisineDe(procedure, contexte);
  const avant = commission ? ` Avant de refuser à qui les remplit, la commission du titre de séjour est saisie (art. ${commission}).` : '';
  return { etat: 'a_verifier', constat: `${libelle}, ${duree}.${avant}`, article: fondementDe(procedure, contexte) };
}

const PERSONNE_SEULE = 'Le portail ne le sait pas : à vous de le vérifier.';

/** A titre of book IV: neither what is no titre, nor a card of the citizens of the Union and their family (book II). */
const releveDuLivreIV = (procedure: Procedure) => objetDe(procedure) === 'titre' && procedure.famille !== 'union_europeenne';
const SANS_OBJET: Dit = { etat: 'fait', constat: 'Sans objet : ce texte ne vise pas cette demande.' };
const estResident = ({ procedure, contexte }: FaitsControles) => /résident/i.test(titreAccorde(procedure, contexte).libelle);

/** L.412-5 bars every titre but the renewal of a carte de résident, which only a grave threat bars (L.432-3, L.433-2). */
function ordrePublic(faits: FaitsControles): Dit {
  const { procedure } = faits;
  if (procedure.famille === 'union_europeenne')
    return {
      etat: 'a_verifier',
      constat: `${PERSONNE_SEULE} L’article L. 412-5 ne vise pas les cartes des citoyens de l’Union et de leur famille.`,
      article: 'CESEDA, livre II',
    };
  if (procedure.famille === 'voyage' && procedure.demandeur === 'soi')
    return {
      etat: 'a_verifier',
      constat: `${PERSONNE_SEULE} Seules des raisons impérieuses de sécurité nationale ou d’ordre public s’opposent au titre de voyage.`,
      article: 'CESEDA, art. L. 561-9 à L. 561-13',
    };
  if (!releveDuLivreIV(procedure)) return SANS_OBJET;
  return procedure.sorte === 'renouvellement' && estResident(faits) && procedure.famille === 'resident'
    ? {
        etat: 'a_verifier',
        constat: `${PERSONNE_SEULE} Le renouvellement d’une carte de résident ne se refuse que pour une menace grave.`,
        article: 'CESEDA, art. L. 432-3 et L. 433-2',
      }
    : { etat: 'a_verifier', constat: PERSONNE_SEULE };
}

function antecedents(faits: FaitsControles): Dit {
  if (!releveDuLivreIV(faits.procedure)) return SANS_OBJET;
  const portee = estResident(faits) ? ' Le texte ne vise que les cartes temporaires et pluriannuelles.' : '';
  return { etat: 'a_verifier', constat: `À chercher au fichier : le portail ne le sait pas.${portee}` };
}

/** L.436-5. It counts from the end of the period, and the préfectures ask for it once the titre has ended: before, the agent judges. */
function frais({ alertes, procedure, contexte }: FaitsControles): Dit {
  const retard = alertes.find((a) => a.code === 'depot_tardif');
  if (!retard) return { etat: 'fait', constat: 'Aucun retard de dépôt constaté. Le montant des timbres se vérifie à la remise.' };
  const apres = `Dépôt après le ${jourLisible(retard.delaiFini)}`;
  if (tarifDe(procedure, contexte) === 'exempt')
    return {
      etat: 'fait',
      constat: `${apres} : la personne est exonérée de la taxe et du droit de visa de régularisation.`,
      article: 'CESEDA, art. L. 436-5 et L. 436-8',
    };
  const suite = retard.etat === 'plus_de_six_mois' ? ' Les conditions d’entrée sont à vérifier à nouveau (R. 431-8).' : '';
  const montant =
    retard.etat === 'tardive'
      ? 'le titre valait encore ; le portail n’ajoute les 180 € du droit de visa de régularisation qu’aux demandes déposées après sa fin'
      : 'droit de visa de régularisation de 180 €, sauf force majeure ou visa en cours de validité';
  return { etat: 'a_regarder', constat: `${apres} : ${montant}.${suite}`, article: 'CESEDA, art. L. 436-5' };
}

/**
 * L.433-4: a first card of several years after a temporary one; L.413-7: some first cartes de résident. Neither names the cards that are
 * granted at once (L.423-11, L.423-12, L.424-1…); L.413-5 exempts studies, talent, seasonal work, care and who was born in France.
 */
function integration(faits: FaitsControles): Dit {
  const { sorte, famille } = faits.procedure;
  const deFamille = famille === 'famille_de_francais' || famille === 'regroupement_familial';
  if (sorte !== 'renouvellement' || !(deFamille || famille === 'resident'))
    return { etat: 'fait', constat: 'Aucun de ces articles ne l’exige pour ce titre.' };
  return famille === 'resident'
    ? {
        etat: 'a_verifier',
        constat:
          'Pour une carte de résident permanent seulement : langue, examen civique, avis du maire (réputé favorable après deux mois).',
        article: 'CESEDA, art. L. 413-7 et L. 426-4',
      }
    : {
        etat: 'a_verifier',
        constat:
          'Carte pluriannuelle : contrat d’intégration, langue, examen civique (L. 433-4). Carte de résident : aussi l’avis du maire, réputé favorable après deux mois (L. 413-7).',
      };
}

const REGLES: Readonly<Record<CodeControle, (faits: FaitsControles) => Dit>> = {
  competence,
  ouverture,
  identite,
  enregistrement,
  pieces,
  conditions,
  ordre_public: ordrePublic,
  polygamie: ({ procedure }) => (releveDuLivreIV(procedure) ? { etat: 'a_verifier', constat: PERSONNE_SEULE } : SANS_OBJET),
  antecedents,
  frais,
  integration,
};

/** All of them, in the order in which a bureau works. */
export function controlesDe(faits: FaitsControles): Controle[] {
  return CODES_CONTROLE.map((code) => {
    const { etat, constat, article } = REGLES[code](faits);
    return { code, etat, constat, article: article ?? CONTROLES[code].article ?? fondementDe(faits.procedure, faits.contexte) };
  });
}

/** What an agent says of a check, by hand. */
export const ETATS_MARQUE = ['vu', 'a_reprendre'] as const;
export type EtatMarque = (typeof ETATS_MARQUE)[number];

export const estControle = (code: string): code is CodeControle => Object.hasOwn(CONTROLES, code);

/** Last hand-made mark of each check, from the notes, latest first. */
export function marquesDe<M extends { controle: string | null; le: Date }>(notes: readonly M[]): ReadonlyMap<string, M> {
  return new Map(notes.toReversed().flatMap((n) => (n.controle === null ? [] : [[n.controle, n] as const])));
}
