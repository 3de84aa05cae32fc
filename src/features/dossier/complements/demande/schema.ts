// What the agent types to ask for a complement. Only what is ticked counts; each thing ticked says why.
import { z } from 'zod';
import { type ItemDemande, MOTIFS_PIECE } from '#domain/dossier/complement.ts';

const texte = z.string().trim().max(2000, 'Écrivez au plus 2 000 caractères.').default('');
const coche = z.literal('oui').optional();

export const schemaDemande = z
  .object({
    dossier: z.string(),
    version: z.coerce.number().int(),
    pieces: z.record(z.string(), z.object({ retenu: coche, motif: z.string().default(''), observation: texte })).default({}),
    manquantes: z.record(z.string(), z.object({ retenu: coche, observation: texte })).default({}),
    informations: z.record(z.string(), texte).default({}),
  })
  .transform(({ dossier, version, pieces, manquantes, informations }, ctx) => {
    const items: ItemDemande[] = [];
    const refuser = (chemin: string[], message: string) => ctx.addIssue({ code: 'custom', path: chemin, message });
    for (const [code, { retenu, motif: choisi, observation }] of Object.entries(pieces)) {
      if (!retenu) continue;
      const motif = MOTIFS_PIECE.find((m) => m === choisi);
      if (!motif) refuser(['pieces', code, 'motif'], 'Choisissez le motif : la personne le lira.');
      else if (motif === 'autre' && observation === '')
        refuser(['pieces', code, 'observation'], 'Dites ce qui ne va pas : la personne le lira.');
      else items.push({ sorte: 'document', pieceCode: code, motif, observation });
    }
    for (const [code, { retenu, observation }] of Object.entries(manquantes)) {
      if (retenu) items.push({ sorte: 'piece_manquante', pieceCode: code, observation });
    }
    for (const observation of Object.values(informations)) {
      if (observation !== '') items.push({ sorte: 'information', observation });
    }
    if (items.length === 0 && ctx.issues.length === 0)
      refuser(['informations', '0'], 'Cochez au moins une pièce, ou demandez une information.');
    return { dossierId: dossier, version, items };
  });
