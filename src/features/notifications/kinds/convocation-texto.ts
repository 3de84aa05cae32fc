// S-229: date, hour, place. Nothing of the request.

import { jourDe, jourLisible } from '#domain/jour.ts';
import { heureLisible } from '#domain/rendez-vous/creneaux.ts';
import type { MessageTexto } from '../schema.ts';
import { rendezVousDe } from './convocation.ts';

/** « le 08/12/2026 à 09:00, Accueil des étrangers – Lille »; a long name is cut so that the message stays one. */
export const quandEtOu = (debut: Date, lieu: string) => `le ${jourLisible(jourDe(debut))} à ${heureLisible(debut)}, ${lieu.slice(0, 60)}`;

export const convocationTexto: MessageTexto = {
  canal: 'texto',
  sorte: 'convocation',
  texte: (faits) => {
    const { debut, lieu } = rendezVousDe(faits);
    const quoi = faits.type === 'rendez_vous_deplace' ? 'Rendez-vous déplacé :' : 'Vous avez rendez-vous';
    return `${quoi} ${quandEtOu(debut, lieu.nom)}. Détails sur votre espace Étrangers en France.`;
  },
};
