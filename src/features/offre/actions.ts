'use server';
import { premiereEtape } from '#domain/procedure/navigate.ts';
import { refuse } from '#domain/result.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { actionUsager } from '#guard/action.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { etatDeLaDemarche } from './queries.ts';
import { schemaChoix, schemaCommencer, schemaDemandeur } from './schema.ts';

/** « Moi-même », or a minor (S-181). */
export const choisirDemandeur = actionUsager('choisir_demandeur', schemaDemandeur, async ({ saisie }) => ({
  vers: saisie.demandeur === 'moi' ? '/demander-un-titre/moi-meme' : '/demander-un-titre/mineur',
}));

/** « Je commence » (S-183): the préambule of what was chosen. */
export const choisirDemarche = actionUsager('choisir_demarche', schemaChoix, async ({ saisie }) =>
  procedureActuelle(saisie.procedure) ? { vers: `/demander-un-titre/${saisie.procedure}` } : refuse('procedure_inconnue'),
);

/** « Je continue »: begins the request, or resumes it. What is not possible today is said by the préambule itself, read again. */
export const commencerDemande = actionUsager('commencer_demande', schemaCommencer, async ({ saisie, usager, portee, at }) => {
  const procedure = procedureActuelle(saisie.procedure);
  const premiere = procedure && premiereEtape(procedure)?.code;
  if (!procedure || !premiere) return refuse('procedure_inconnue');
  if (procedure.demandeur === 'mineur' && saisie.pour === null) return refuse('representation_requise');
  const etat = await etatDeLaDemarche(portee, procedure, at);
  const ouverte = etat?.code === 'possible' || etat?.code === 'commencee' || (etat?.code === 'deja_ouverte' && saisie.pour !== null);
  if (!ouverte) return { vers: `/demander-un-titre/${procedure.slug}` };
  const commencee = await commencer(usager, { compteId: usager.compteId, representation: saisie.pour }, procedure.slug, at);
  return commencee.ok ? { vers: `/demarches/${commencee.valeur}/${premiere}` } : commencee;
});
