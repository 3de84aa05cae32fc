import { z } from 'zod';
import { ETATS_MARQUE, estControle } from '#domain/dossier/controles.ts';

const texte = z.string().trim().max(4000, 'Écrivez au plus 4 000 caractères.');

export const schemaNote = z
  .object({ dossier: z.string(), note: texte.min(1, 'Écrivez la note.') })
  .transform(({ dossier, note }) => ({ dossierId: dossier, texte: note }));

/** `marque`: what the button of a check says, "competence:vu". */
export const schemaMarque = z
  .object({ dossier: z.string(), marque: z.string().default(''), remarque: texte.default('') })
  .transform(({ dossier, marque, remarque }, ctx) => {
    const [controle = '', dit] = marque.split(':');
    const etat = ETATS_MARQUE.find((e) => e === dit);
    if (estControle(controle) && etat) return { dossierId: dossier, texte: remarque, marque: { controle, etat } };
    ctx.addIssue({ code: 'custom', path: ['remarque'], message: 'Choisissez le contrôle avec son bouton.' });
    return z.NEVER;
  });

export const schemaDoublon = z
  .object({ dossier: z.string(), numero: z.string() })
  .transform(({ dossier, numero }) => ({ dossierId: dossier, numero }));
