// What opens an access has changed (second factor, recovery codes, password of an agent): its owner notices what somebody else has done.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

const CHANGEMENTS = {
  facteur_ajoute: { sujet: 'Un second facteur a été ajouté à votre compte', fait: 'Un second facteur a été ajouté à votre compte' },
  facteur_retire: { sujet: 'Un second facteur a été retiré de votre compte', fait: 'Un second facteur a été retiré de votre compte' },
  facteurs_reinitialises: {
    sujet: 'Vos seconds facteurs ont été retirés',
    fait: 'Un administrateur a retiré tous vos seconds facteurs : vous en choisirez un nouveau par l’invitation qui arrive dans un autre courriel',
  },
  codes_crees: {
    sujet: 'De nouveaux codes de secours ont été créés',
    fait: 'De nouveaux codes de secours ont été créés ; les anciens ne servent plus',
  },
  code_utilise: { sujet: 'Un code de secours a servi', fait: 'Un de vos codes de secours a servi pour vous connecter' },
  mot_de_passe: { sujet: 'Votre mot de passe a été changé', fait: 'Le mot de passe de votre compte a été changé' },
} as const;

const quois = ['facteur_ajoute', 'facteur_retire', 'facteurs_reinitialises', 'codes_crees', 'code_utilise', 'mot_de_passe'] as const;

export const accesChange = courriel({
  sorte: 'acces_change',
  objet: 'Second facteur, codes de secours ou mot de passe changés',
  variables: z.object({
    porte: z.enum(['usager', 'agent']),
    quoi: z.enum(quois),
    le: z.iso.datetime(),
    /** the name of the factor */
    nom: z.string().optional(),
    /** recovery codes left */
    reste: z.number().int().optional(),
  }),
  exemple: { porte: 'usager', quoi: 'facteur_ajoute', le: '2026-03-02T10:15:00Z', nom: 'Mon téléphone' },
  rediger: ({ porte, quoi, le, nom, reste }, { lien }) => ({
    sujet: CHANGEMENTS[quoi].sujet,
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `${CHANGEMENTS[quoi].fait}${nom ? ` (« ${nom} »)` : ''}, le ${instant.format(new Date(le))} (heure de Paris).`,
      },
      ...(reste === undefined
        ? []
        : [{ type: 'paragraphe' as const, texte: `Codes de secours encore bons : ${reste}. Vous pouvez en créer de nouveaux.` }]),
      {
        type: 'paragraphe',
        texte: 'Si ce n’était pas vous, changez tout de suite votre mot de passe, puis regardez qui est connecté à votre compte.',
      },
      { type: 'lien', libelle: 'Sécurité de mon compte', href: lien(porte === 'usager' ? '/mon-compte/securite' : '/agents/mon-compte') },
    ],
  }),
});
