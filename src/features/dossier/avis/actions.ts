'use server';
import { ROLES_AGENT } from '#domain/access/actors.ts';
import { CYCLE } from '#domain/dossier/lifecycle.ts';
import { actionAgent } from '#guard/action.ts';
import { suiteDuRefus } from '../instruction/presence/queries.ts';
import { demanderAvis, enregistrerCertificat, rendreAvis } from './commands.ts';
import { schemaAvisRendu, schemaCertificat, schemaDemandeAvis } from './schema.ts';

const page = (dossierId: string, fait: string) => ({ vers: `/instruction/${dossierId}/avis?fait=${fait}` });

export const faireDemanderAvis = actionAgent(
  'demander_avis',
  CYCLE.demander_avis.par,
  schemaDemandeAvis,
  async ({ saisie, agent, portee, at }) => {
    const fait = await demanderAvis(portee, agent, saisie.vu, saisie, at);
    return fait.ok ? page(saisie.vu.dossierId, 'demande') : suiteDuRefus(portee, saisie.vu, fait);
  },
);

export const faireEnregistrerCertificat = actionAgent(
  'enregistrer_certificat',
  CYCLE.enregistrer_certificat.par,
  schemaCertificat,
  async ({ saisie, agent, portee, at }) => {
    const fait = await enregistrerCertificat(portee, agent, saisie.vu, saisie, at);
    return fait.ok ? page(saisie.vu.dossierId, 'certificat') : suiteDuRefus(portee, saisie.vu, fait);
  },
);

/** The roles of the table, but the machine. */
const RENDENT = ROLES_AGENT.filter((r) => CYCLE.rendre_avis.par.some((p) => p === r));

export const faireRendreAvis = actionAgent('rendre_avis', RENDENT, schemaAvisRendu, async ({ saisie, agent, portee, at }) => {
  const fait = await rendreAvis(portee, agent, saisie.vu, saisie, at);
  return fait.ok ? page(saisie.vu.dossierId, 'rendu') : suiteDuRefus(portee, saisie.vu, fait);
});
