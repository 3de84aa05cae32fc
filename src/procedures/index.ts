// The list of procedures: slug → versions, latest last. A dossier keeps slug and version for ever.
import type { Procedure } from '#domain/procedure/definition.ts';
import { v1 as ascendantDeFrancais } from './ascendant-de-francais/v1.ts';
import { v1 as autorisationDeTravail } from './autorisation-de-travail/v1.ts';
import { v1 as carteDeResidentRenouvellement } from './carte-de-resident-renouvellement/v1.ts';
import { v1 as changementDAdresse } from './changement-d-adresse/v1.ts';
import { v1 as changementDeSituationFamiliale } from './changement-de-situation-familiale/v1.ts';
import { v1 as citoyenUe } from './citoyen-ue/v1.ts';
import { v1 as confieALAse } from './confie-a-l-ase/v1.ts';
import { v1 as conjointDeFrancais } from './conjoint-de-francais/v1.ts';
import { v1 as conjointDeFrancaisRenouvellement } from './conjoint-de-francais-renouvellement/v1.ts';
import { v1 as documentDeCirculation } from './document-de-circulation/v1.ts';
import { v1 as duplicata } from './duplicata/v1.ts';
import { v1 as enfantDeFrancais } from './enfant-de-francais/v1.ts';
import { v1 as etudiant } from './etudiant/v1.ts';
import { v1 as etudiantRenouvellement } from './etudiant-renouvellement/v1.ts';
import { v1 as familleDeProtege } from './famille-de-protege/v1.ts';
import { v1 as familleUe } from './famille-ue/v1.ts';
import { v1 as nationalite } from './nationalite/v1.ts';
import { v1 as neEnFrance } from './ne-en-france/v1.ts';
import { v1 as neEnFranceRenouvellement } from './ne-en-france-renouvellement/v1.ts';
import { v1 as ordonnanceDeProtection } from './ordonnance-de-protection/v1.ts';
import { v1 as parentDEnfantFrancais } from './parent-d-enfant-francais/v1.ts';
import { v1 as parentDEnfantFrancaisRenouvellement } from './parent-d-enfant-francais-renouvellement/v1.ts';
import { v1 as protectionRenouvellement } from './protection-renouvellement/v1.ts';
import { v1 as protectionSubsidiaire } from './protection-subsidiaire/v1.ts';
import { v1 as refugie } from './refugie/v1.ts';
import { v1 as regroupementFamilial } from './regroupement-familial/v1.ts';
import { v1 as regroupementFamilialRenouvellement } from './regroupement-familial-renouvellement/v1.ts';
import { v1 as saisonnier } from './saisonnier/v1.ts';
import { v1 as soins } from './soins/v1.ts';
import { v1 as talent } from './talent/v1.ts';
import { v1 as talentFamille } from './talent-famille/v1.ts';
import { v1 as talentRenouvellement } from './talent-renouvellement/v1.ts';
import { v1 as titreDeVoyage } from './titre-de-voyage/v1.ts';
import { v1 as ueSejourPermanent } from './ue-sejour-permanent/v1.ts';
import { v1 as ueSejourPermanentRenouvellement } from './ue-sejour-permanent-renouvellement/v1.ts';
import { v1 as validationVlsTs } from './validation-vls-ts/v1.ts';
import { v1 as victimeDeTraite } from './victime-de-traite/v1.ts';
import { v1 as visiteur } from './visiteur/v1.ts';

export const PROCEDURES: readonly (readonly [Procedure, ...Procedure[]])[] = [
  [enfantDeFrancais],
  [conjointDeFrancais],
  [victimeDeTraite],
  [ordonnanceDeProtection],
  [confieALAse],
  [soins],
  [conjointDeFrancaisRenouvellement],
  [carteDeResidentRenouvellement],
  [titreDeVoyage],
  [documentDeCirculation],
  [validationVlsTs],
  [parentDEnfantFrancais],
  [parentDEnfantFrancaisRenouvellement],
  [ascendantDeFrancais],
  [neEnFrance],
  [neEnFranceRenouvellement],
  [changementDAdresse],
  [changementDeSituationFamiliale],
  [duplicata],
  [autorisationDeTravail],
  [nationalite],
  [etudiant],
  [etudiantRenouvellement],
  [talent],
  [talentRenouvellement],
  [talentFamille],
  [visiteur],
  [saisonnier],
  [regroupementFamilial],
  [regroupementFamilialRenouvellement],
  [ueSejourPermanentRenouvellement],
  [ueSejourPermanent],
  [citoyenUe],
  [familleUe],
  [refugie],
  [protectionSubsidiaire],
  [familleDeProtege],
  [protectionRenouvellement],
];

/** One version of a procedure; undefined when it does not exist. */
export function procedureDe(slug: string, version: number): Procedure | undefined {
  return PROCEDURES.flat().find((p) => p.slug === slug && p.version === version);
}

/** The version offered to a person who starts today. */
export function procedureActuelle(slug: string): Procedure | undefined {
  return PROCEDURES.find((versions) => versions[0].slug === slug)?.at(-1);
}
