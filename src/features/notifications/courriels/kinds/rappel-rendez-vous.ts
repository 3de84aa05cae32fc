// S-201: about a week ahead.
import { z } from 'zod';
import { courriel, personneSaluee, saluer } from '../schema.ts';
import { agendaDu, lignesDu, RENDEZ_VOUS_EXEMPLE, rendezVousEcrit } from './convocation.ts';

export const rappelRendezVous = courriel({
  sorte: 'rappel_rendez_vous',
  objet: 'Rappel d’un rendez-vous, une semaine avant',
  variables: z.object({ personne: personneSaluee, dossier: z.string(), rendezVous: rendezVousEcrit, apporter: z.array(z.string()) }),
  agenda: ({ rendezVous }) => agendaDu(rendezVous),
  exemple: {
    personne: { nom: 'TESTCITOTO', prenom: 'Citoto' },
    dossier: '01890000-0000-7000-8000-000000000001',
    rendezVous: RENDEZ_VOUS_EXEMPLE,
    apporter: ['votre passeport'],
  },
  rediger: ({ personne, dossier, rendezVous, apporter }, { lien }) => ({
    sujet: 'Rappel : votre rendez-vous à la préfecture',
    nom: saluer(personne),
    contenu: [
      { type: 'paragraphe', texte: 'Vous avez bientôt rendez-vous à la préfecture :' },
      { type: 'definitions', lignes: lignesDu(rendezVous) },
      { type: 'paragraphe', texte: 'Venez avec :' },
      { type: 'liste', elements: apporter },
      { type: 'lien', libelle: 'Voir ou déplacer mon rendez-vous', href: lien(`/mon-compte/dossiers/${dossier}/rendez-vous`) },
    ],
  }),
});
