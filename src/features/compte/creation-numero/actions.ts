'use server';
import { refuse } from '#domain/result.ts';
import { actionPublique } from '#guard/action.ts';
import { retenirDepart } from '#guard/depart.ts';
import { adresseReseau, compter, compterEssai, type Essai, freiner, pardonner } from '#guard/throttle.ts';
import { demanderConfirmation, prouverTitre } from './commands.ts';
import { schemaAdresse, schemaTitre } from './schema.ts';

// The two dates of a titre are some ten thousand guesses: twenty a day on one number from everywhere, then one every half hour.
const PAR_NUMERO_ET_RESEAU = { nom: 'titre-numero-reseau', max: 5, minutes: 60 };
const PAR_RESEAU = { nom: 'titre-reseau', max: 60, minutes: 60 };
const PAR_NUMERO = { nom: 'titre-numero', max: 20, minutes: 24 * 60, ensuite: { max: 1, minutes: 30 } };
const COURRIELS_PAR_RESEAU = { nom: 'confirmation-reseau', max: 100, minutes: 60 };
const COURRIELS_PAR_ADRESSE = { nom: 'confirmation-adresse', max: 5, minutes: 60 };

/** S-030. The same sentence whatever is wrong; failures only are counted. */
export const declarerTitre = actionPublique('declarer_titre', schemaTitre, async ({ saisie, at }) => {
  const reseau = await adresseReseau();
  const essais: [Essai, ...Essai[]] = [
    [PAR_NUMERO_ET_RESEAU, `${saisie.numero} ${reseau}`],
    [PAR_RESEAU, reseau],
    [PAR_NUMERO, saisie.numero],
  ];
  const frein = await compter(essais, at);
  if (frein) return refuse('creation_freinee', frein.details);
  const prouve = await prouverTitre(saisie, at);
  if (!prouve.ok) return prouve;
  await pardonner(essais, at);
  await retenirDepart(saisie.retour);
  return { vers: `/compte/creation-avec-numero?preuve=${prouve.valeur.preuve}` };
});

/** S-032, S-033. Whatever is known of the number and of the address, the same page. */
export const donnerAdresse = actionPublique('donner_adresse', schemaAdresse, async ({ saisie, at }) => {
  const frein = await freiner([[COURRIELS_PAR_RESEAU, await adresseReseau()]], at);
  if (frein) return frein;
  // no more than five mails an hour to an address that somebody insists on: those before are good for a day
  if (await compterEssai(COURRIELS_PAR_ADRESSE, saisie.email, at)) {
    const demande = await demanderConfirmation(saisie, at);
    if (!demande.ok) return demande;
  }
  return { vers: '/compte/creation-avec-numero?enregistree=1' };
});
