// Somebody is asked to act for somebody else: what, until when, and the link to answer (D-11).
import { z } from 'zod';
import { DROITS, LIBELLE_DROIT } from '#domain/access/mandat.ts';
import { jourLisible } from '#domain/jour.ts';
import { courriel } from '../schema.ts';

export const mandatPropose = courriel({
  sorte: 'mandat_propose',
  objet: 'Mandat proposé à la personne qui aide',
  variables: z.object({ de: z.string(), droits: z.array(z.enum(DROITS)), finLe: z.string(), joursPourAccepter: z.number() }),
  secret: { contient: 'le jeton du lien', exemple: 'jeton-exemple' },
  exemple: { de: 'Marshall TESTCOLLINS', droits: ['voir', 'remplir'], finLe: '2027-02-22', joursPourAccepter: 15 },
  rediger: ({ de, droits, finLe, joursPourAccepter }, { lien, secret }) => ({
    sujet: `${de} vous demande de l’aider dans ses démarches`,
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `${de} souhaite vous confier une demande de titre de séjour, jusqu’au ${jourLisible(finLe)}. Vous pourriez :`,
      },
      { type: 'liste', elements: droits.map((d) => LIBELLE_DROIT[d]) },
      { type: 'lien', libelle: 'Lire et répondre', href: lien(`/mandats/acceptation?jeton=${encodeURIComponent(secret)}`) },
      {
        type: 'paragraphe',
        texte: `Vous répondez avec votre propre compte, ouvert avec cette adresse électronique : personne ne vous demandera le mot de passe de ${de}. Ce lien fonctionne ${joursPourAccepter} jours.`,
      },
      { type: 'paragraphe', texte: 'Si vous ne connaissez pas cette personne, ne répondez pas : rien ne vous est confié.' },
    ],
  }),
});
