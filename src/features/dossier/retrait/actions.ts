'use server';
import { phraseDuRefus } from '#domain/refusals.ts';
import { actionAgent, actionUsager } from '#guard/action.ts';
import { retirerDemande, retirerParLettre } from './commands.ts';
import { schemaRetrait, schemaRetraitParLettre } from './schema.ts';

export const faireRetirer = actionUsager('retirer', schemaRetrait, async ({ saisie, usager, portee, at }) => {
  const fait = await retirerDemande({ acteur: usager, portee, at }, saisie.dossierId);
  return fait.ok ? { vers: `/mon-compte/dossiers/${fait.valeur}?fait=retrait` } : fait;
});

export const faireRetirerParLettre = actionAgent(
  'retirer_par_lettre',
  ['instructeur'],
  schemaRetraitParLettre,
  async ({ saisie, agent, portee, at }) => {
    const fait = await retirerParLettre(portee, agent, saisie, at);
    if (fait.ok) return { vers: `/instruction/${fait.valeur}?fait=retrait` };
    return fait.refus === 'lettre_a_venir' ? { etat: { erreurs: { lettre: phraseDuRefus(fait.refus) } } } : fait;
  },
);
