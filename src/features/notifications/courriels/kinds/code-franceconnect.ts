// The address of a compte opened with FranceConnect is proven by a code typed in the page where one began: FranceConnect does not check it.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const codeFranceconnect = courriel({
  sorte: 'code_franceconnect',
  objet: 'Ouverture d’un compte avec FranceConnect : preuve de l’adresse',
  variables: z.object({ validiteMinutes: z.number() }),
  secret: { contient: 'le code à recopier', exemple: '7KQ2M9XTRB' },
  exemple: { validiteMinutes: 30 },
  rediger: ({ validiteMinutes }, { lien, secret }) => ({
    sujet: 'Votre code pour ouvrir votre compte',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: 'Recopiez ce code dans la page où vous vous êtes identifié avec FranceConnect :' },
      { type: 'definitions', lignes: [{ terme: 'Code', valeur: secret }] },
      { type: 'paragraphe', texte: `Il ne sert qu’une fois et pendant ${validiteMinutes} minutes. Si la page est fermée, recommencez :` },
      { type: 'lien', libelle: 'Se connecter avec FranceConnect', href: lien('/connexion') },
      {
        type: 'paragraphe',
        texte:
          'Ne donnez ce code à personne. Si vous n’avez rien demandé, ne faites rien : aucun compte ne sera ouvert avec votre adresse.',
      },
    ],
  }),
});
