'use server';
import { actionUsager } from '#guard/action.ts';
import { attesterBlocage } from './commands.ts';
import { schemaAttester } from './schema.ts';

/** "Obtenir une attestation de blocage", on the step or in "Mon compte". */
export const demanderAttestation = actionUsager('attester_blocage', schemaAttester, async ({ saisie, usager, portee, at }) => {
  const { dossier, etape } = saisie;
  const attestee = await attesterBlocage({ usager, portee, at }, dossier, etape);
  if (!attestee.ok && attestee.refus !== 'blocage_deja_atteste') return attestee;
  return { vers: '/mon-compte/blocages' };
});
