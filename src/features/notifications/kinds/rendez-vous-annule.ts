import { z } from 'zod';
import { heureLisible, jourEnLettres } from '#domain/rendez-vous/creneaux.ts';
import { type MessageTexto, notificationEspace, paragraphe } from '../schema.ts';
import { rendezVousDe } from './convocation.ts';
import { quandEtOu } from './convocation-texto.ts';

export const rendezVousAnnule = notificationEspace({
  sorte: 'rendez_vous_annule',
  titre: 'Convocation',
  contenu: { jour: z.string(), heure: z.string() },
  exemple: { jour: 'mardi 8 décembre 2026', heure: '09:00' },
  composer: (faits) => {
    const { debut } = rendezVousDe(faits);
    return { jour: jourEnLettres(debut), heure: heureLisible(debut) };
  },
  corps: ({ jour, heure, numero }) => [
    paragraphe('Votre rendez-vous du {jour} à {heure} est annulé : ne vous déplacez pas.', { jour, heure }),
    paragraphe('S’il en faut un autre pour votre demande n° {numero}, une nouvelle convocation vous sera envoyée.', { numero }),
  ],
});

export const annuleTexto: MessageTexto = {
  canal: 'texto',
  sorte: 'rendez_vous_annule',
  texte: (faits) => {
    const { debut, lieu } = rendezVousDe(faits);
    return `Votre rendez-vous ${quandEtOu(debut, lieu.nom)} est annulé. Détails sur votre espace.`;
  },
};
