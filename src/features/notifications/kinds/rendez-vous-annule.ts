import { z } from 'zod';
import { heureLisible, jourEnLettres } from '#domain/horloge.ts';
import { type MessageTexto, nomDAppel, notificationEspace, paragraphe } from '../schema.ts';
import { ecrire, rendezVousDe } from './convocation.ts';
import { quandEtOu } from './convocation-texto.ts';

export const rendezVousAnnule = notificationEspace({
  sorte: 'rendez_vous_annule',
  titre: 'Convocation',
  // `convocation`: absent from what was written before its file took the appointment out of a calendar
  contenu: { jour: z.string(), heure: z.string(), convocation: z.string().optional() },
  exemple: { jour: 'mardi 8 décembre 2026', heure: '09:00', convocation: '01890000-0000-7000-8000-000000000000' },
  composer: (faits) => {
    const { id, debut, lieu } = rendezVousDe(faits);
    return { jour: jourEnLettres(debut, lieu.fuseau), heure: heureLisible(debut, lieu.fuseau), convocation: id };
  },
  courriel: (faits) => ({
    sorte: 'rendez_vous_annule',
    variables: {
      personne: nomDAppel(faits),
      numero: faits.numero,
      dossier: faits.dossierId,
      rendezVous: ecrire(rendezVousDe(faits)),
    },
  }),
  corps: ({ jour, heure, numero, convocation }) => [
    paragraphe('Votre rendez-vous du {jour} à {heure} est annulé : ne vous déplacez pas.', { jour, heure }),
    paragraphe('S’il en faut un autre pour votre demande n° {numero}, une nouvelle convocation vous sera envoyée.', { numero }),
    ...(convocation
      ? [
          {
            bloc: 'lien',
            texte: 'Retirer ce rendez-vous de mon agenda',
            href: `/api/rendez-vous/${convocation}/agenda`,
            telecharger: true,
          } as const,
        ]
      : []),
  ],
});

export const annuleTexto: MessageTexto = {
  canal: 'texto',
  sorte: 'rendez_vous_annule',
  texte: (faits) => {
    return `Votre rendez-vous ${quandEtOu(rendezVousDe(faits))} est annulé. Détails sur votre espace.`;
  },
};
