// What is written between the person and the service; names of fields: cle, texte, pieces.<file>.
import { z } from 'zod';
import type { RoleAgent } from '#domain/access/actors.ts';
import { TEXTE_MAXIMUM } from '#domain/dossier/message.ts';
import { champsVu, vuDe } from '../schema.ts';

/** Who writes to the person. */
export const REDACTEURS: readonly RoleAgent[] = ['instructeur', 'valideur', 'chef'];

/** message: words and files · complement: what the person adds on their own (D-08) */
export const SORTES_MESSAGE = ['message', 'complement'] as const;
export type SorteMessage = (typeof SORTES_MESSAGE)[number];

const texte = z.string().max(TEXTE_MAXIMUM, `Ce texte dépasse ${TEXTE_MAXIMUM} caractères : raccourcissez-le.`).default('');
/** Name of the message, drawn by the page that writes it: sent twice, it is one message. */
const cle = z.uuid({ error: 'Rechargez la page, puis recommencez.' });
const geste = z.enum(['envoyer', 'garder']).default('envoyer');

export const schemaMessage = z
  .object({
    dossier: z.uuid(),
    cle,
    sorte: z.enum(SORTES_MESSAGE).default('message'),
    texte,
    geste,
    /** for which piece each file is given; empty: none */
    pieces: z.record(z.string(), z.string()).default({}),
  })
  .transform(({ dossier, ...saisie }) => ({ dossierId: dossier, ...saisie }));
export type MessageSaisi = z.infer<typeof schemaMessage>;

export const schemaReprise = z.object({ message: z.uuid(), dossier: z.uuid() });
export const schemaTraite = z.object({ dossier: z.uuid() });
export const schemaJointe = z.object({ fichier: z.uuid() });

export const schemaVersement = z
  .object({
    ...champsVu,
    fichier: z.uuid(),
    // "<piece>.<emplacement>"
    place: z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/, 'Choisissez la pièce.'),
  })
  .transform(({ fichier, place, ...lu }) => {
    const [piece = '', emplacement = ''] = place.split('.');
    return { vu: vuDe(lu), fichier, piece, emplacement };
  });
