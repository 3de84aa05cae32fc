'use server';
import { actionUsager } from '#guard/action.ts';
import { freiner } from '#guard/throttle.ts';
import { donnerMandat, repondreMandat, revoquerMandat } from './commands.ts';
import { schemaDonner, schemaReponse, schemaRevoquer } from './schema.ts';

// each offer sends a mail to an address that somebody typed
const PAR_COMPTE = { nom: 'mandat-compte', max: 10, minutes: 60 };

export const donner = actionUsager('donner_mandat', schemaDonner, async ({ saisie, usager, at }) => {
  const frein = await freiner([[PAR_COMPTE, usager.compteId]], at);
  if (frein) return frein;
  const donne = await donnerMandat({ usager, at }, saisie);
  return donne.ok ? { vers: '/mon-compte/mandats?donne=1' } : donne;
});

export const repondre = actionUsager('repondre_mandat', schemaReponse, async ({ saisie, usager, at }) => {
  const repondu = await repondreMandat({ usager, at }, saisie.jeton, saisie.accepte === 'oui');
  return repondu.ok ? { vers: `/mon-compte/mandats?${saisie.accepte === 'oui' ? 'accepte' : 'decline'}=1` } : repondu;
});

export const revoquer = actionUsager('revoquer_mandat', schemaRevoquer, async ({ saisie, usager, at }) => {
  const fait = await revoquerMandat({ usager, at }, saisie.mandat);
  return fait.ok ? { vers: '/mon-compte/mandats?fini=1' } : fait;
});
