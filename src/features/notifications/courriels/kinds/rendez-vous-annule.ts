// An appointment cancelled by the préfecture, or left without object: who has it in their calendar must not come for nothing.
import { z } from 'zod';
import { heureLisible, jourEnLettres } from '#domain/horloge.ts';
import { courriel, personneSaluee, saluer } from '../schema.ts';
import { agendaDu, RENDEZ_VOUS_EXEMPLE, rendezVousEcrit } from './convocation.ts';

export const rendezVousAnnule = courriel({
  sorte: 'rendez_vous_annule',
  objet: 'Rendez-vous annulé par la préfecture',
  variables: z.object({ personne: personneSaluee, numero: z.string(), dossier: z.string(), rendezVous: rendezVousEcrit }),
  agenda: ({ rendezVous }) => agendaDu(rendezVous, { annule: true }),
  exemple: {
    personne: { nom: 'TESTCITOTO', prenom: 'Citoto' },
    numero: '5901202209220000317',
    dossier: '01890000-0000-7000-8000-000000000001',
    rendezVous: RENDEZ_VOUS_EXEMPLE,
  },
  rediger: ({ personne, numero, dossier, rendezVous }, { lien }) => {
    const debut = new Date(rendezVous.debut);
    return {
      sujet: 'Votre rendez-vous à la préfecture est annulé',
      nom: saluer(personne),
      contenu: [
        {
          type: 'paragraphe',
          texte: `Votre rendez-vous du ${jourEnLettres(debut, rendezVous.fuseau)} à ${heureLisible(debut, rendezVous.fuseau)} est annulé : ne vous déplacez pas.`,
          fort: true,
        },
        {
          type: 'paragraphe',
          texte: `S’il en faut un autre pour votre demande n° ${numero}, une nouvelle convocation vous sera envoyée. Le fichier joint retire ce rendez-vous de votre agenda.`,
        },
        { type: 'lien', libelle: 'Voir mes rendez-vous', href: lien(`/mon-compte/dossiers/${dossier}/rendez-vous`) },
      ],
    };
  },
});
