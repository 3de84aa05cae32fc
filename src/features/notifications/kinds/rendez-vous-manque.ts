// C36, S-202: the person did not come. A new convocation follows; after several, the préfecture is to be written to, and keeps the card.
import { z } from 'zod';
import { heureLisible, jourEnLettres } from '#domain/horloge.ts';
import { MANQUES_AVANT_ALERTE } from '#domain/rendez-vous/regles.ts';
import { notificationEspace, paragraphe } from '../schema.ts';
import { rendezVousDe } from './convocation.ts';

export const rendezVousManque = notificationEspace({
  sorte: 'rendez_vous_manque',
  titre: 'Convocation',
  contenu: { jour: z.string(), heure: z.string(), estLeDernier: z.boolean(), contact: z.string(), titre: z.boolean() },
  exemple: {
    jour: 'mardi 8 décembre 2026',
    heure: '09:00',
    estLeDernier: false,
    contact: 'Préfecture du Nord – 03 20 30 54 28',
    titre: true,
  },
  composer: (faits) => {
    const { debut, lieu, manques, sorte } = rendezVousDe(faits);
    const { prefecture } = faits;
    return {
      jour: jourEnLettres(debut, lieu.fuseau),
      heure: heureLisible(debut, lieu.fuseau),
      estLeDernier: manques >= MANQUES_AVANT_ALERTE,
      contact: [prefecture?.nom, prefecture?.courriel, prefecture?.telephone].filter((mot) => mot).join(' – '),
      titre: sorte === 'remise',
    };
  },
  corps: ({ jour, heure, estLeDernier, contact, titre }) => [
    paragraphe('Vous n’êtes pas venu(e) au rendez-vous du {jour} à {heure}.', { jour, heure }),
    estLeDernier
      ? paragraphe('Plusieurs rendez-vous ont été manqués : aucun autre ne vous est donné d’office. Demandez-en un à : {contact}.', {
          contact,
        })
      : paragraphe('Une nouvelle convocation vous est envoyée. Si vous n’en recevez pas sous huit jours, demandez-en une à : {contact}.', {
          contact,
        }),
    ...(titre ? [paragraphe('Votre titre vous attend à la préfecture.')] : []),
    // R.431-9, L.432-2: said once it has gone on, with what may come of it
    ...(estLeDernier && !titre
      ? [
          paragraphe(
            'Le titre ne peut pas être délivré sans le relevé des empreintes. Ne pas répondre aux convocations peut faire refuser le renouvellement d’une carte de séjour (CESEDA, art. R. 431-9 et L. 432-2).',
          ),
        ]
      : []),
  ],
});
