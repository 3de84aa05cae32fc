// Everything held about the person, as a zip made while it leaves. A plain form posts here: it works without scripts.
import { prouver } from '#features/compte/preuve/commands.ts';
import { FREIN_PREUVE } from '#features/compte/preuve/schema.ts';
import { consignerTelechargement } from '#features/donnees/telechargement/commands.ts';
import { archiveDe } from '#features/donnees/telechargement/queries.ts';
import { erreurDePreuve, FREIN_TELECHARGEMENT, lireDemande } from '#features/donnees/telechargement/schema.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeFormulaire, versPage } from '#guard/route.ts';
import { freiner } from '#guard/throttle.ts';

const refuser = (code: string) => versPage(`/mon-compte/donnees?erreur=${code}`);

export const POST = routeFormulaire('mes_donnees', '/mon-compte/donnees', async ({ requete, usager, portee, acces, at }) => {
  const demande = await lireDemande(requete);
  if (!demande) return rienIci();
  const frein = await freiner([[FREIN_PREUVE, usager.compteId]], at);
  if (frein) return refuser(frein.refus);
  const preuve = await prouver(acces, usager.sessionId, demande, at);
  if (!preuve.ok) return refuser(erreurDePreuve(preuve.refus));
  const exces = await freiner([[FREIN_TELECHARGEMENT, usager.compteId]], at);
  if (exces) return refuser(exces.refus);
  await consignerTelechargement(usager, at);
  const contenu = await archiveDe(portee, at);
  return reponseOctets(contenu, { type: 'application/zip', nom: 'mes-donnees.zip', affichage: 'a_enregistrer' });
});
