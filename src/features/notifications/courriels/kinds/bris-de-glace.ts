// An administrator has opened a dossier: told at once to everybody who controls the readings. Nothing of the dossier but its number.
import { z } from 'zod';
import { courriel } from '../schema.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const brisDeGlace = courriel({
  sorte: 'bris_de_glace',
  objet: 'Dossier ouvert exceptionnellement par un administrateur',
  variables: z.object({ agent: z.string(), numero: z.string(), motif: z.string(), le: z.iso.datetime(), minutes: z.number().int() }),
  exemple: {
    agent: 'Maxime TESTADMIN',
    numero: '5901202611220000370',
    motif: 'Signalement d’une pièce illisible dans la visionneuse.',
    le: '2026-03-02T10:15:00Z',
    minutes: 60,
  },
  rediger: ({ agent, numero, motif, le, minutes }, { lien }) => ({
    sujet: 'Ouverture exceptionnelle d’un dossier',
    nom: null,
    contenu: [
      {
        type: 'paragraphe',
        texte: `Un administrateur vient d’ouvrir un dossier, en lecture seule, pour ${minutes} minutes. Chacune de ses lectures est enregistrée, et la personne concernée peut les voir.`,
      },
      {
        type: 'definitions',
        lignes: [
          { terme: 'Qui', valeur: agent },
          { terme: 'Quand', valeur: `${instant.format(new Date(le))} (heure de Paris)` },
          { terme: 'Demande', valeur: numero },
          { terme: 'Motif', valeur: motif },
        ],
      },
      { type: 'lien', libelle: 'Voir ce qui est lu', href: lien('/administration/bris-de-glace') },
    ],
  }),
});
