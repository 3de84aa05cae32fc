// The attestation de prolongation is there: until when, what it is worth, and the document (R.431-15-1).
import { z } from 'zod';
import { jourLisible } from '#domain/jour.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

const fait = z.object({ du: z.iso.date(), jusqu: z.iso.date() });

export const attestationDisponible = notificationEspace({
  sorte: 'attestation_disponible',
  titre: 'Attestation disponible',
  contenu: { du: z.string(), jusqu: z.string(), avecTitre: z.boolean() },
  exemple: { du: '2027-02-01', jusqu: '2027-04-30', avecTitre: true },
  composer: ({ details, titreTenu }) => ({ ...fait.parse(details), avecTitre: titreTenu !== null }),
  corps: ({ numero, du, jusqu, avecTitre }) => [
    paragraphe(
      'Votre demande en ligne n° {numero} est toujours en cours d’examen. Une attestation de prolongation de l’instruction vous est délivrée.',
      {
        numero,
      },
    ),
    paragraphe('Elle est valable du {du} au {jusqu} inclus.', { du: jourLisible(du), jusqu: jourLisible(jusqu) }),
    avecTitre
      ? paragraphe('Gardez-la avec votre titre de séjour expiré : les deux ensemble prouvent que vous êtes en séjour régulier.')
      : paragraphe('Gardez-la sur vous : elle prouve que vous êtes en séjour régulier.'),
    { bloc: 'documents' },
    paragraphe(
      'Tant que l’administration n’a pas décidé, cette attestation est renouvelée : la suivante sera déposée ici (CESEDA, art. R. 431-15-1).',
    ),
  ],
});
