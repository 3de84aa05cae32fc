// S-151, S-226: the definitive compte; its identifiant is the numero etranger.
import { z } from 'zod';
import { courriel, personneSaluee, saluer } from '../schema.ts';

export const compteDefinitif = courriel({
  sorte: 'compte_definitif',
  objet: 'Attribution d’un numéro étranger à une personne qui a un compte temporaire',
  variables: z.object({ personne: personneSaluee, identifiant: z.string(), validiteHeures: z.number() }),
  secret: { contient: 'le mot de passe provisoire', exemple: '#LevA1hUfu4t' },
  exemple: { personne: { nom: 'TESTMARTIN', prenom: 'Halliday' }, identifiant: '5903000273', validiteHeures: 48 },
  rediger: ({ personne, identifiant, validiteHeures }, { lien, secret }) => ({
    sujet: 'Votre compte d’accès à votre espace personnel est créé',
    nom: saluer(personne),
    contenu: [
      { type: 'paragraphe', texte: 'Votre compte d’accès à votre espace personnel usager a été créé.' },
      {
        type: 'paragraphe',
        texte: 'Ce compte vous permet d’observer l’avancement de vos demandes ou d’accéder à vos documents dématérialisés.',
      },
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
        texte: `Ce mot de passe ne sert qu’une fois et pendant ${validiteHeures} heures : vous choisirez le vôtre à la première connexion. Passé ce délai, utilisez « Mot de passe oublié ».`,
      },
      { type: 'paragraphe', texte: 'Pour accéder à votre espace personnel, vous pouvez cliquer sur le lien suivant :' },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
    ],
  }),
});
