'use server';
import { actionPublique, actionUsager } from '#guard/action.ts';
import { lirePreuve } from '#guard/confirmation.ts';
import { retenirLangue } from '#guard/langue.ts';
import { refusAuChamp } from '#guard/respond.ts';
import { sessionUsager } from '#guard/session.ts';
import { adresseReseau, freiner } from '#guard/throttle.ts';
import { prouver } from '../preuve/commands.ts';
import { CHAMP_DE_LA_PREUVE, FREIN_PREUVE } from '../preuve/schema.ts';
import { annulerChangement, changerLangue, changerTelephone, confirmerChangement, demanderChangement } from './commands.ts';
import { reprendreAdresse } from './retour/commands.ts';
import { schemaAnnulation, schemaConfirmation, schemaLangue, schemaNouvelleAdresse, schemaRetour, schemaTelephone } from './schema.ts';

const PAR_COMPTE = { nom: 'adresse-compte', max: 5, minutes: 60 };
// an address that gets mails asked by others must not be drowned
const PAR_ADRESSE = { nom: 'adresse-nouvelle', max: 5, minutes: 60 };
const PAR_RESEAU = { nom: 'adresse-reseau', max: 60, minutes: 15 };
const PAR_RETOUR = { nom: 'adresse-retour', max: 10, minutes: 60 };

export const demanderAdresse = actionUsager('demander_adresse', schemaNouvelleAdresse, async ({ saisie, brut, usager, acces, at }) => {
  const frein = await freiner([[FREIN_PREUVE, usager.compteId]], at);
  if (frein) return frein;
  const donne = { motDePasse: saisie.motDePasse, facteur: lirePreuve(brut) };
  const preuve = await prouver(acces, usager.sessionId, donne, at);
  if (!preuve.ok) return refusAuChamp(preuve, CHAMP_DE_LA_PREUVE[preuve.refus]);
  const exces = await freiner(
    [
      [PAR_COMPTE, usager.compteId],
      [PAR_ADRESSE, saisie.nouvelleAdresse],
    ],
    at,
  );
  if (exces) return exces;
  const demande = await demanderChangement(usager, saisie.nouvelleAdresse, at);
  if (!demande.ok) return refusAuChamp(demande, demande.refus === 'email_identique' ? 'nouvelleAdresse' : null);
  return { vers: '/mon-compte/coordonnees?fait=demande' };
});

export const annulerAdresse = actionUsager('annuler_adresse', schemaAnnulation, async ({ usager }) => {
  await annulerChangement(usager.compteId);
  return { vers: '/mon-compte/coordonnees?fait=annule' };
});

/** The button of the link sent to the new address: works logged out, on another device. */
export const confirmerAdresse = actionPublique('confirmer_adresse', schemaConfirmation, async ({ saisie, at }) => {
  const frein = await freiner([[PAR_RESEAU, await adresseReseau()]], at);
  if (frein) return frein;
  const session = await sessionUsager();
  const fait = await confirmerChangement({ jeton: saisie.jeton, sessionId: session?.usager.sessionId ?? null }, at);
  return fait.ok ? { vers: '/mon-compte/courriel?fait=remplacee' } : fait;
});

/** The link kept by the former address. */
export const reprendre = actionPublique('reprendre_adresse', schemaRetour, async ({ saisie, at }) => {
  const frein = await freiner(
    [
      [PAR_RESEAU, await adresseReseau()],
      [PAR_RETOUR, saisie.retour],
    ],
    at,
  );
  if (frein) return frein;
  const fait = await reprendreAdresse(saisie, at);
  if (fait.ok) return { vers: '/mon-compte/courriel?fait=reprise' };
  return refusAuChamp(fait, CHAMP_DE_LA_PREUVE[fait.refus]);
});

export const enregistrerTelephone = actionUsager('enregistrer_telephone', schemaTelephone, async ({ saisie, usager }) => {
  await changerTelephone(usager.compteId, saisie.telephone);
  return { vers: '/mon-compte/coordonnees?fait=telephone' };
});

/** Kept on the compte, and on this browser at once. */
export const enregistrerLangue = actionUsager('enregistrer_langue', schemaLangue, async ({ saisie, usager }) => {
  await changerLangue(usager.compteId, saisie.langue);
  await retenirLangue(saisie.langue);
  return { vers: '/mon-compte/coordonnees?fait=langue' };
});
