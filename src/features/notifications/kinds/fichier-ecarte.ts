// A file that had no place in the dossier was removed (C37): the message says of which piece, never what it was.
import { z } from 'zod';
import { MOTIFS_ECART } from '#domain/dossier/evenements.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

const faits = z.object({ motif: z.enum(MOTIFS_ECART) });

const RAISON = {
  medical:
    'C’était un document médical : la préfecture n’a pas à le connaître, et ne le garde pas. Seuls les médecins de l’OFII lisent les documents médicaux.',
  autre_personne: 'C’était le document d’une autre personne, qui n’est pas concernée par votre demande.',
} as const;

export const fichierEcarte = notificationEspace({
  sorte: 'fichier_ecarte',
  titre: 'Fichier retiré',
  // empty: it came with a message
  contenu: { piece: z.string(), ...faits.shape },
  exemple: { piece: 'Justificatif de domicile', motif: 'medical' },
  composer: ({ piece, details }) => ({ piece: piece ?? '', ...faits.parse(details) }),
  corps: ({ numero, piece, motif }) => [
    piece === ''
      ? paragraphe('Dans votre demande en ligne n° {numero}, un fichier joint à un de vos messages a été retiré et détruit.', { numero })
      : paragraphe('Dans votre demande en ligne n° {numero}, un fichier joint pour « {piece} » a été retiré et détruit.', {
          numero,
          piece,
        }),
    paragraphe(RAISON[motif]),
    paragraphe('Vous n’avez rien à envoyer pour le moment. Si un document manque, l’agent vous le demandera par une autre notification.'),
  ],
});
