// The titles that the registre may know: what is printed on them, and which ground they are renewed on. A titre whose procedure is not on
// the portal names the ground to be oriented on.
import type { MotifHorsAnef } from '../orientation/motifs.ts';

/** VLS-TS and visas, cards of one year, of several years, of ten years; certificates of the Algerian agreement follow the same forms. */
export type FormeTitre = 'visa' | 'vls_ts' | 'temporaire' | 'pluriannuelle' | 'resident' | 'union' | 'autre';

export type Titre = { forme: FormeTitre; mention: string; horsAnef?: MotifHorsAnef };

const titres = {
  vls_ts_conjoint: { forme: 'vls_ts', mention: 'Visa de long séjour valant titre de séjour – Conjoint de Français' },
  vls_ts_regroupement: { forme: 'vls_ts', mention: 'Visa de long séjour valant titre de séjour – Regroupement familial' },
  vls_ts_etudiant: { forme: 'vls_ts', mention: 'Visa de long séjour valant titre de séjour – Étudiant' },
  vls_ts_talent: { forme: 'vls_ts', mention: 'Visa de long séjour valant titre de séjour – Talent' },
  vls_ts_talent_famille: { forme: 'vls_ts', mention: 'Visa de long séjour valant titre de séjour – Talent (famille)' },
  vls_ts_visiteur: { forme: 'vls_ts', mention: 'Visa de long séjour valant titre de séjour – Visiteur' },
  vls_ts_salarie: { forme: 'vls_ts', mention: 'Visa de long séjour valant titre de séjour – Salarié', horsAnef: 'salarie' },
  visa_talent: { forme: 'visa', mention: 'Visa de long séjour – Carte de séjour à solliciter – Talent' },
  visa_talent_famille: { forme: 'visa', mention: 'Visa de long séjour – Carte de séjour à solliciter – Talent (famille)' },
  visa_saisonnier: { forme: 'visa', mention: 'Visa de long séjour – Travailleur saisonnier' },
  visa_etudiant: { forme: 'visa', mention: 'Visa de long séjour – Étudiant-concours' },
  conjoint_temporaire: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Vie privée et familiale (conjoint de Français)' },
  conjoint_pluriannuelle: {
    forme: 'pluriannuelle',
    mention: 'Carte de séjour pluriannuelle – Vie privée et familiale (conjoint de Français)',
  },
  parent_temporaire: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Vie privée et familiale (parent d’enfant français)' },
  parent_pluriannuelle: {
    forme: 'pluriannuelle',
    mention: 'Carte de séjour pluriannuelle – Vie privée et familiale (parent d’enfant français)',
  },
  ne_en_france_temporaire: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Vie privée et familiale (né en France)' },
  ne_en_france_pluriannuelle: { forme: 'pluriannuelle', mention: 'Carte de séjour pluriannuelle – Vie privée et familiale (né en France)' },
  regroupement_temporaire: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Vie privée et familiale (regroupement familial)' },
  regroupement_pluriannuelle: {
    forme: 'pluriannuelle',
    mention: 'Carte de séjour pluriannuelle – Vie privée et familiale (regroupement familial)',
  },
  etudiant_temporaire: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Étudiant' },
  etudiant_pluriannuelle: { forme: 'pluriannuelle', mention: 'Carte de séjour pluriannuelle – Étudiant' },
  recherche_emploi: {
    forme: 'temporaire',
    mention: 'Carte de séjour temporaire – Recherche d’emploi ou création d’entreprise',
    horsAnef: 'autre',
  },
  talent: { forme: 'pluriannuelle', mention: 'Carte de séjour pluriannuelle – Talent' },
  talent_famille: { forme: 'pluriannuelle', mention: 'Carte de séjour pluriannuelle – Talent (famille)' },
  visiteur: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Visiteur' },
  saisonnier: { forme: 'pluriannuelle', mention: 'Carte de séjour pluriannuelle – Travailleur saisonnier' },
  refugie: { forme: 'resident', mention: 'Carte de résident – Réfugié' },
  famille_refugie: { forme: 'resident', mention: 'Carte de résident – Membre de famille de réfugié' },
  protection_subsidiaire: { forme: 'pluriannuelle', mention: 'Carte de séjour pluriannuelle – Bénéficiaire de la protection subsidiaire' },
  famille_protection_subsidiaire: {
    forme: 'pluriannuelle',
    mention: 'Carte de séjour pluriannuelle – Membre de la famille d’un bénéficiaire de la protection subsidiaire',
  },
  victime: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Vie privée et familiale (victime de traite ou de proxénétisme)' },
  ordonnance_protection: {
    forme: 'temporaire',
    mention: 'Carte de séjour temporaire – Vie privée et familiale (ordonnance de protection)',
  },
  ase: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Vie privée et familiale (confié à l’aide sociale à l’enfance)' },
  soins: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Vie privée et familiale (soins)' },
  resident: { forme: 'resident', mention: 'Carte de résident' },
  resident_permanent: { forme: 'resident', mention: 'Carte de résident permanent' },
  resident_ue: { forme: 'resident', mention: 'Carte de résident de longue durée – UE' },
  algerien_conjoint: {
    forme: 'temporaire',
    mention: 'Certificat de résidence algérien d’un an – Vie privée et familiale (conjoint de Français)',
  },
  algerien_parent: {
    forme: 'temporaire',
    mention: 'Certificat de résidence algérien d’un an – Vie privée et familiale (parent d’enfant français)',
  },
  algerien_ne_en_france: {
    forme: 'temporaire',
    mention: 'Certificat de résidence algérien d’un an – Vie privée et familiale (né en France)',
  },
  algerien_regroupement: {
    forme: 'temporaire',
    mention: 'Certificat de résidence algérien d’un an – Vie privée et familiale (regroupement familial)',
  },
  algerien_etudiant: { forme: 'temporaire', mention: 'Certificat de résidence algérien d’un an – Étudiant' },
  algerien_visiteur: { forme: 'temporaire', mention: 'Certificat de résidence algérien d’un an – Visiteur' },
  certificat_algerien_10_ans: { forme: 'resident', mention: 'Certificat de résidence algérien de 10 ans' },
  ue_permanent: { forme: 'union', mention: 'Carte de séjour citoyen UE/EEE/Suisse – Séjour permanent' },
  ue_citoyen: { forme: 'union', mention: 'Carte de séjour citoyen UE/EEE/Suisse' },
  ue_famille: { forme: 'union', mention: 'Carte de séjour de membre de la famille d’un citoyen de l’Union' },
  ue_famille_permanent: { forme: 'union', mention: 'Carte de séjour Directive 2004/38/CE – Séjour permanent' },
  salarie: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Salarié', horsAnef: 'salarie' },
  travailleur_temporaire: {
    forme: 'temporaire',
    mention: 'Carte de séjour temporaire – Travailleur temporaire',
    horsAnef: 'travailleur_temporaire',
  },
  entrepreneur: { forme: 'temporaire', mention: 'Carte de séjour temporaire – Entrepreneur/profession libérale', horsAnef: 'entrepreneur' },
  liens_personnels: {
    forme: 'temporaire',
    mention: 'Carte de séjour temporaire – Vie privée et familiale (liens personnels et familiaux)',
    horsAnef: 'liens_personnels',
  },
  retraite: { forme: 'resident', mention: 'Carte de séjour – Retraité', horsAnef: 'retraite' },
  recepisse: { forme: 'autre', mention: 'Récépissé de demande de titre de séjour', horsAnef: 'recepisse' },
  autorisation_provisoire: { forme: 'autre', mention: 'Autorisation provisoire de séjour', horsAnef: 'recepisse' },
} as const satisfies Readonly<Record<string, Titre>>;

export type TypeTitre = keyof typeof titres;
export const TITRES: Readonly<Record<TypeTitre, Titre>> = titres;

export const estTypeTitre = (code: string): code is TypeTitre => Object.hasOwn(titres, code);
/** What is printed on a titre; the code itself when nobody knows it. */
export const mentionDe = (code: string): string => (estTypeTitre(code) ? TITRES[code].mention : code);

/** The type of a titre of the registre: as it says it, otherwise recognised by what is printed on it; null when neither tells. */
export const typeDit = (type: string | null, mention: string): string | null =>
  type ?? Object.entries(TITRES).find(([, t]) => t.mention === mention)?.[0] ?? null;
