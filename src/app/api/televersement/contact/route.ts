// The contact form, with its screenshots: posted by the browser, answered by a page (303). What must be corrected comes back filled.
import { porteeUsager } from '#domain/access/scope.ts';
import { CAPTURES_MAXIMUM } from '#domain/assistance/ticket.ts';
import { refusFichier, TAILLE_MAXIMALE } from '#domain/piece/fichier.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import { jeterCaptures, recevoirCapture } from '#features/assistance/captures/commands.ts';
import { deposerTicket, garderRetour } from '#features/assistance/contact/commands.ts';
import { lireRetour } from '#features/assistance/contact/queries.ts';
import { type CaptureRecue, schemaContact } from '#features/assistance/contact/schema.ts';
import { versPage } from '#guard/route.ts';
import { routeFormulaire } from '#guard/televersement.ts';
import { adresseReseau, compterEssai, freiner } from '#guard/throttle.ts';

const LIMITES = { fileSize: TAILLE_MAXIMALE, files: CAPTURES_MAXIMUM, fieldSize: 24_000 } as const;
/** A library or an association shares one address: gentle, and never per e-mail, which would let a stranger stop somebody. */
const PAR_RESEAU = { nom: 'contact-reseau', max: 40, minutes: 60 };
const PAR_COMPTE = { nom: 'contact-compte', max: 20, minutes: 60 };
/** Mails to one address: beyond, tickets are made and no mail leaves. */
const COURRIELS = { nom: 'contact-courriels', max: 5, minutes: 60 };

export const POST = routeFormulaire('contact', LIMITES, async ({ requete, at, session, lireFormulaire }) => {
  const auteur = session && { usager: session.usager, portee: porteeUsager(session.usager) };
  const frein = await freiner([auteur ? [PAR_COMPTE, auteur.usager.compteId] : [PAR_RESEAU, await adresseReseau()]], at);
  const recues: CaptureRecue[] = [];
  const erreurs: Record<string, string> = {};
  const lecture = await lireFormulaire(async (nom, contenu) => {
    // nothing is stored for who must wait
    if (frein) return;
    const une = await recevoirCapture(nom, contenu, requete.signal);
    if (une.ok) recues.push(une.capture);
    else erreurs.captures = refusFichier[une.refus];
  });
  if ('arret' in lecture && lecture.arret === 'interrompu') {
    await jeterCaptures(recues);
    return versPage('/contact');
  }
  if ('arret' in lecture) erreurs.captures = refusFichier.trop_lourd;
  const { saisie: secret = '', retirer, ...valeurs } = lecture.champs;
  const avant = await lireRetour(secret, at);
  const deja = avant?.captures ?? [];
  if (retirer === 'on') await jeterCaptures(deja);
  const captures = [...(retirer === 'on' ? [] : deja), ...recues];
  if (captures.length > CAPTURES_MAXIMUM) {
    await jeterCaptures(captures.splice(CAPTURES_MAXIMUM));
    erreurs.captures = 'Trois captures au plus : les suivantes n’ont pas été gardées.';
  }
  const lue = schemaContact.safeParse(valeurs);
  for (const { path, message } of lue.success ? [] : lue.error.issues) erreurs[path.map(String).join('.')] ??= message;
  if (frein || !lue.success || Object.keys(erreurs).length > 0) {
    const general = frein ? phraseDuRefus(frein.refus, frein.details) : null;
    const retour = await garderRetour({ valeurs, erreurs, general, captures }, avant && secret, at);
    return versPage(`/contact?saisie=${retour}`);
  }
  const avecCourriel = await compterEssai(COURRIELS, lue.data.email, at);
  const numero = await deposerTicket({ auteur, saisie: lue.data, captures, retour: avant && secret, avecCourriel }, at);
  return versPage(`/contact?ticket=${numero}`);
});
