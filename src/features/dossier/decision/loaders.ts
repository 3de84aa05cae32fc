// The pages of a decision: proposing it, reading it again and signing it, annulling it. Each opening is logged in the same gesture.
import 'server-only';
import { finaliteDeLecture } from '#domain/access/finalites.ts';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { RAISONS_IRRECEVABLE } from '#domain/dossier/cloture.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { type ChoixLettre, type Lettre, lettreDuModele } from '#domain/dossier/lettres.ts';
import { modelesMotifs } from '#domain/dossier/motifs.ts';
import { loaderAgent } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import { type DossierInstruit, dossierInstruit } from '../instruction/queries.ts';
import { empechementDeSigner, type FaitsDuProjet, lireFaitsDeLaLettre, remarquesDe } from './queries.ts';

/** False while something must be done before the merits may be decided; a closing asks for none of it. */
function peutDeciderAuFond({ numeroEtranger, pieces }: DossierInstruit, { silence, attendNumero }: FaitsDuProjet): boolean {
  return silence === null && (numeroEtranger !== null || !attendNumero) && pieces.every((p) => p.verdict !== null);
}

/** The letters to begin from: those of the templates, or the one that was proposed and came back. */
function lettresOffertes({ proposition }: DossierInstruit, faits: FaitsDuProjet, modele: string | null) {
  const depart = (choix: ChoixLettre): Lettre => lettreDuModele(choix, faits);
  const renvoyee = (choix: ChoixLettre): Lettre => {
    const composee = depart(choix);
    return proposition?.lettre?.modele === composee.modele ? proposition.lettre : composee;
  };
  return {
    favorable: renvoyee({ sens: 'favorable' }),
    refus: modele ? depart({ sens: 'refus', modele }) : renvoyee({ sens: 'refus' }),
    incomplet: depart({ sens: 'incomplet' }),
    irrecevable: RAISONS_IRRECEVABLE.map((raison) => ({ raison, lettre: depart({ sens: 'irrecevable', raison }) })),
  };
}

export const chargerProposition = loaderAgent(
  LECTEURS_DE_DOSSIERS,
  async ({ agent, portee, at, confirmer }, id: string, modele: string | null) => {
    const dossier = await dossierInstruit(portee, id);
    if (!dossier) return null;
    if (dossier.estRestreint) await confirmer();
    await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
    const faits = await lireFaitsDeLaLettre(id, at);
    if (!faits) return null;
    const modeles = modelesMotifs(faits);
    const choisi = modeles.find((m) => m.code === modele)?.code ?? null;
    return {
      dossier,
      modele: choisi,
      modeles,
      silence: faits.silence,
      lettres: lettresOffertes(dossier, faits, choisi),
      remarques: await remarquesDe(portee, id),
      peutProposer: actionsOffertes(dossier.statut, agent).includes('proposer'),
      peutDecider: peutDeciderAuFond(dossier, faits),
    };
  },
);

/** The page that signs: the dossier, and why this agent may not sign it although they are a valideur. */
export const chargerDecision = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee, at, confirmer }, id: string) => {
  const dossier = await dossierInstruit(portee, id);
  if (!dossier) return null;
  if (dossier.estRestreint) await confirmer();
  await noterLecture(portee, id, 'dossier', null, at, finaliteDeLecture(agent.roles, dossier.statut));
  const actions = actionsOffertes(dossier.statut, agent);
  const peutSigner = actions.includes('renvoyer');
  const empechement = peutSigner && dossier.proposition ? await empechementDeSigner(portee, dossier.proposition.sens, at) : null;
  return {
    dossier,
    peutSigner,
    peutAnnuler: actions.includes('annuler_decision'),
    empechement,
    estProposant: dossier.proposition?.par === agent.agentId,
    remarques: await remarquesDe(portee, id),
  };
});
