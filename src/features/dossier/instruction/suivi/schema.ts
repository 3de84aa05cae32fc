import { z } from 'zod';
import { ETATS_MARQUE, estControle } from '#domain/dossier/controles.ts';

const texte = z.string().trim().max(4000, 'Écrivez au plus 4 000 caractères.');

export const schemaNote = z
  .object({ dossier: z.string(), texte: texte.min(1, 'Écrivez la note.') })
  .transform(({ dossier, texte: ecrit }) => ({ dossierId: dossier, texte: ecrit }));

/** `marque`: what the button of a check says, "competence:vu". */
export const schemaMarque = z
  .object({ dossier: z.string(), marque: z.string().default(''), texte: texte.default('') })
  .transform(({ dossier, marque, texte: ecrit }, ctx) => {
    const [controle = '', dit] = marque.split(':');
    const etat = ETATS_MARQUE.find((e) => e === dit);
    if (estControle(controle) && etat) return { dossierId: dossier, texte: ecrit, marque: { controle, etat } };
    ctx.addIssue({ code: 'custom', path: ['texte'], message: 'Choisissez le contrôle avec son bouton.' });
    return z.NEVER;
  });

export const schemaDoublon = z
  .object({ dossier: z.string(), numero: z.string() })
  .transform(({ dossier, numero }) => ({ dossierId: dossier, numero }));
