// D-07, CRPA R.112-17 and R.112-18: the agreement to be notified electronically was given or withdrawn, with what that changes.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

const DONNE =
  'À partir de maintenant, les courriers de l’administration arrivent dans votre espace personnel, et un courriel vous prévient à chaque fois. Un courrier compte comme reçu le jour où vous l’ouvrez. Si vous ne l’ouvrez pas dans les quinze jours, il compte comme reçu le jour où il a été mis dans votre espace (code des relations entre le public et l’administration, art. R. 112-20).';
const RETIRE =
  'À partir de maintenant, un courrier que vous n’ouvrez pas dans votre espace personnel ne compte plus comme reçu : l’administration vous l’envoie par lettre recommandée avant de fermer une demande. Les courriers mis dans votre espace avant ce retrait gardent leurs effets.';

export const consentementChange = courriel({
  sorte: 'consentement_change',
  objet: 'Accord aux notifications électroniques donné ou retiré',
  variables: z.object({ le: z.iso.datetime(), donne: z.boolean() }),
  exemple: { le: '2026-03-02T10:15:00Z', donne: true },
  rediger: ({ le, donne }, { lien }) => ({
    sujet: donne ? 'Vous acceptez les notifications électroniques' : 'Vous n’acceptez plus les notifications électroniques',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Le ${instant.format(new Date(le))} (heure de Paris), vous avez ${donne ? 'donné' : 'retiré'} votre accord pour recevoir les courriers de l’administration par voie électronique.`,
      },
      { type: 'paragraphe', texte: donne ? DONNE : RETIRE },
      { type: 'paragraphe', texte: 'Vous pouvez changer d’avis à tout moment, dans votre espace personnel :' },
      { type: 'lien', libelle: 'Mon consentement', href: lien('/mon-compte/consentement') },
      {
        type: 'paragraphe',
        texte: 'Si ce n’était pas vous, changez tout de suite votre mot de passe : toutes les connexions ouvertes seront fermées.',
      },
      { type: 'lien', libelle: 'Choisir un autre mot de passe', href: lien('/compte/mot-de-passe-oublie') },
    ],
  }),
});
