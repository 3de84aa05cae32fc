// S-229: date, hour, place. Nothing of the request.

import { heureLisible, jourLocal } from '#domain/horloge.ts';
import { jourLisible } from '#domain/jour.ts';
import type { RendezVous } from '#features/rendez-vous/queries.ts';
import type { MessageTexto } from '../schema.ts';
import { rendezVousDe } from './convocation.ts';

/** « le 08/12/2026 à 09:00, Accueil des étrangers – Lille »; a long name is cut so that the message stays one. */
export const quandEtOu = ({ debut, lieu }: Pick<RendezVous, 'debut' | 'lieu'>) =>
  `le ${jourLisible(jourLocal(debut, lieu.fuseau))} à ${heureLisible(debut, lieu.fuseau)}, ${lieu.nom.slice(0, 60)}`;

export const convocationTexto: MessageTexto = {
  canal: 'texto',
  sorte: 'convocation',
  texte: (faits) => {
    const quoi = faits.type === 'rendez_vous_deplace' ? 'Rendez-vous déplacé :' : 'Vous avez rendez-vous';
    return `${quoi} ${quandEtOu(rendezVousDe(faits))}. Détails sur votre espace Étrangers en France.`;
  },
};
