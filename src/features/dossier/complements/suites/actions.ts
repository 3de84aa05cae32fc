'use server';
import type { CodeRefus } from '#domain/refusals.ts';
import { actionAgent, actionUsager } from '#guard/action.ts';
import { refusAuChamp } from '#guard/respond.ts';
import { demanderProlongation, enregistrerRecommande, examinerReponse, leverComplement, prolongerComplement } from './commands.ts';
import { schemaDelai, schemaExamen, schemaLevee, schemaProlongation, schemaRecommande } from './schema.ts';

/** The day that is refused, when it is one. */
const CHAMP_DU_REFUS: Partial<Record<CodeRefus, string>> = {
  delai_trop_court: 'jusqu',
  delai_trop_long: 'jusqu',
  recommande_hors_periode: 'presentee',
};

const retour = (dossierId: string, fait: string) => ({ vers: `/instruction/${dossierId}?fait=${fait}#complements-titre` });

/** "Demander un délai supplémentaire", on the page of the request. */
export const faireDemanderDelai = actionUsager('demander_prolongation', schemaDelai, async ({ saisie, usager, portee, at }) => {
  const fait = await demanderProlongation({ acteur: usager, portee, at }, saisie);
  return fait.ok ? { vers: `/mon-compte/dossiers/${fait.valeur}?fait=delai` } : fait;
});

export const faireLever = actionAgent('lever_complement', ['instructeur'], schemaLevee, async ({ saisie, agent, portee, at }) => {
  const fait = await leverComplement(portee, agent, saisie, at);
  return fait.ok ? retour(saisie.vu.dossierId, 'levee') : fait;
});

export const faireProlonger = actionAgent(
  'prolonger_complement',
  ['instructeur'],
  schemaProlongation,
  async ({ saisie, agent, portee, at }) => {
    const fait = await prolongerComplement(portee, agent, saisie, at);
    return fait.ok ? retour(saisie.vu.dossierId, 'prolongation') : refusAuChamp(fait, CHAMP_DU_REFUS[fait.refus]);
  },
);

export const faireEnregistrerRecommande = actionAgent(
  'enregistrer_recommande',
  ['instructeur'],
  schemaRecommande,
  async ({ saisie, agent, portee, at }) => {
    const fait = await enregistrerRecommande(portee, agent, saisie, at);
    return fait.ok ? retour(saisie.vu.dossierId, 'recommande') : refusAuChamp(fait, CHAMP_DU_REFUS[fait.refus]);
  },
);

export const faireExaminer = actionAgent('examiner_reponse', ['instructeur'], schemaExamen, async ({ saisie, agent, portee, at }) => {
  const fait = await examinerReponse(portee, agent, saisie, at);
  return fait.ok ? retour(saisie.vu.dossierId, saisie.examen === 'accepte' ? 'explication_acceptee' : 'explication_rejetee') : fait;
});
