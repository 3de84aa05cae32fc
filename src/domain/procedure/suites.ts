// What a procedure leads to for one person: which titre, after which silence, with what right to work meanwhile.
import type { Objet } from '../dossier/statuts.ts';
import { type Jour, plusJours, plusMois } from '../jour.ts';
import type { CodeTarif } from '../tarif/codes.ts';
import { type Contexte, evaluer } from './condition.ts';
import type { Condition, Famille, Procedure, Silence } from './definition.ts';

/** The first whose condition is certain; one without condition always holds. */
function premier<T extends { si?: Condition }>(cas: readonly T[], contexte: Contexte): T | undefined {
  return cas.find(({ si }) => si === undefined || evaluer(si, contexte) === 'oui');
}

/** What a favourable decision grants: an agreement with a State, or an answer, may give it another name or length. */
export function titreAccorde({ titreDelivre }: Procedure, contexte: Contexte): { libelle: string; duree: string } {
  const propre = premier(titreDelivre.selon ?? [], contexte);
  return { libelle: propre?.libelle ?? titreDelivre.libelle, duree: propre?.duree ?? titreDelivre.duree };
}

const OBJET_PAR_FAMILLE: Partial<Record<Famille, Objet>> = {
  voyage: 'document_de_voyage',
  changement: 'changement',
  vls_ts: 'vls_ts',
  travail: 'autorisation_de_travail',
  nationalite: 'nationalite',
};

/** What is asked for, in the words that follow the request. */
export function objetDe({ sorte, famille, effet }: Pick<Procedure, 'sorte' | 'famille' | 'effet'>): Objet {
  if (sorte !== 'autre') return 'titre';
  return effet === 'titre_invalide' ? 'duplicata' : (OBJET_PAR_FAMILLE[famille] ?? 'titre');
}

/** The period of silence; undefined when no text makes a decision of it. */
export function silenceDe({ silence }: Procedure, contexte: Contexte): Silence | undefined {
  return premier(silence, contexte);
}

/** Day on which silence makes a decision, counted from the deposit. */
export function jourDuSilence({ delai }: Silence, depot: Jour): Jour {
  return 'mois' in delai ? plusMois(depot, delai.mois) : plusJours(depot, delai.jours);
}

/** Article giving the right to work during the instruction; undefined when there is none, or when its condition is not certain. */
export function travailAutorise({ travailPendantInstruction: travail }: Procedure, contexte: Contexte): string | undefined {
  return travail && (travail.si === undefined || evaluer(travail.si, contexte) === 'oui') ? travail.article : undefined;
}

/** The tariff of one person. */
export function tarifDe(procedure: Procedure, contexte: Contexte): CodeTarif {
  return casDuTarif(procedure, contexte).code;
}

/** The same, with its case when the table of amounts has several for the code. */
export function casDuTarif({ tarif, tarifSelon }: Procedure, contexte: Contexte): { code: CodeTarif; cas?: string } {
  const propre = premier(tarifSelon ?? [], contexte);
  return propre ? { code: propre.tarif, cas: propre.cas } : { code: tarif };
}

/** Article that makes the commission du titre de séjour due before a refusal, for one person; null when it is not. */
export function commissionDe({ commission, commissionSi }: Procedure, contexte: Contexte): string | null {
  return commission !== undefined && (commissionSi === undefined || evaluer(commissionSi, contexte) !== 'non') ? commission : null;
}

/** True when the title held ends too soon for this request: its renewal is asked instead. */
export function titreTropCourt({ resteDuTitre }: Procedure, finDuTitre: Jour | null, jour: Jour): boolean {
  return resteDuTitre !== undefined && finDuTitre !== null && plusMois(jour, resteDuTitre.mois) > finDuTitre;
}
