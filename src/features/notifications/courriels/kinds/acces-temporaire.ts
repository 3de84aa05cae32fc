// S-045, S-222: the temporary compte, its identifiant and its provisional password (D-01: 48 hours, once).
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const accesTemporaire = courriel({
  sorte: 'acces_temporaire',
  objet: 'Création d’un compte sans numéro étranger',
  variables: z.object({ identifiant: z.string(), validiteHeures: z.number() }),
  secret: { contient: 'le mot de passe provisoire', exemple: ')JYHkKgwH3a7' },
  exemple: { identifiant: 'marshall.testcollins@example.org', validiteHeures: 48 },
  rediger: ({ identifiant, validiteHeures }, { lien, secret }) => ({
    sujet: 'Votre accès temporaire pour demander un titre de séjour',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: 'Un compte d’accès temporaire a été créé afin de vous permettre de poursuivre votre demande.' },
      {
        type: 'paragraphe',
        texte: 'Vous pourrez ainsi quitter la télé-procédure à tout moment et la reprendre ultérieurement à la dernière étape enregistrée.',
      },
      { type: 'paragraphe', texte: 'Votre compte d’accès à un espace personnel usager définitif n’est pas encore créé.' },
      { type: 'paragraphe', texte: 'Voici vos identifiants de connexion :' },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Identifiant', valeur: identifiant },
          { terme: 'Mot de passe provisoire', valeur: secret },
        ],
      },
      {
        type: 'paragraphe',
        texte: `Ce mot de passe ne sert qu’une fois et pendant ${validiteHeures} heures : vous choisirez le vôtre à la première connexion, ce qui confirmera votre adresse électronique.`,
      },
      { type: 'paragraphe', texte: 'Pour accéder à la télé-procédure, vous pouvez cliquer sur le lien suivant :' },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
    ],
  }),
});
