// What agents type to propose, correct, send back, sign or annul a decision. Each form says which version of the dossier was on screen.
import { z } from 'zod';
import { RAISONS_IRRECEVABLE } from '#domain/dossier/cloture.ts';
import { FONDEMENTS_REFUS } from '#domain/dossier/commission.ts';
import { MOTIFS_ANNULATION } from '#domain/dossier/evenements.ts';
import { PARTIES, type Textes } from '#domain/dossier/lettres.ts';
import { champsVu, vuDe } from '../schema.ts';

const texteLong = z.string().trim().max(10_000, 'Écrivez au plus 10 000 caractères.');
const coche = z.literal('oui').optional();

export const schemaProposition = z
  .object({
    ...champsVu,
    sens: z.enum(['favorable', 'refus', 'incomplet', 'irrecevable'], 'Choisissez le sens de la décision.'),
    droit: texteLong.default(''),
    fait: texteLong.default(''),
    visas: texteLong.optional(),
    dispositif: texteLong.optional(),
    oqtf: coche,
    fondement: z.enum(FONDEMENTS_REFUS).optional().catch(undefined),
    modele: z.string().default(''),
    favorable: z.object({ corps: texteLong.optional() }).default({}),
    incomplet: z.object({ corps: texteLong.optional(), suite: texteLong.optional() }).default({}),
    irrecevable: z.record(z.enum(RAISONS_IRRECEVABLE), z.object({ corps: texteLong.optional(), suite: texteLong.optional() })).optional(),
    raison: z.enum(RAISONS_IRRECEVABLE).optional().catch(undefined),
    pieces: z.record(z.string(), z.object({ retenu: coche, texte: texteLong.default(''), empechement: texteLong.default('') })).default({}),
  })
  .transform(
    ({ sens, droit, fait, visas, dispositif, oqtf, fondement, modele, favorable, incomplet, irrecevable, raison, pieces, ...lu }, ctx) => {
      const refuser = (chemin: string[], message: string) => ctx.addIssue({ code: 'custom', path: chemin, message });
      const rendre = <P>(projet: P) => ({ vu: vuDe(lu), projet });
      switch (sens) {
        case 'favorable':
          return rendre({ sens, textes: favorable });
        case 'refus':
          if (droit === '') refuser(['droit'], 'Indiquez les textes sur lesquels le refus se fonde (CRPA, art. L. 211-5).');
          if (fait === '') refuser(['fait'], 'Indiquez les faits propres à cette personne (CRPA, art. L. 211-5).');
          return rendre({ sens, textes: { visas, droit, fait, dispositif }, oqtf: oqtf === 'oui', fondement, modele });
        case 'incomplet': {
          const retenues = Object.entries(pieces).filter(([, p]) => p.retenu === 'oui');
          if (retenues.length === 0)
            refuser([`pieces.${Object.keys(pieces)[0] ?? ''}.retenu`], 'Cochez au moins une pièce qui manque toujours.');
          for (const [code, { texte, empechement }] of retenues) {
            if (texte === '') refuser(['pieces', code, 'texte'], 'Dites quel texte demande cette pièce.');
            if (empechement === '')
              refuser(['pieces', code, 'empechement'], 'Dites pourquoi la demande ne peut pas être examinée sans elle.');
          }
          return rendre({
            sens,
            textes: incomplet,
            pieces: retenues.map(([code, { texte, empechement }]) => ({ code, texte, empechement })),
          });
        }
        case 'irrecevable': {
          if (!raison) refuser(['raison'], 'Dites pourquoi la demande ne peut pas être reçue.');
          const choisie = raison ?? 'hors_teleservice';
          return rendre({ sens, raison: choisie, textes: irrecevable?.[choisie] ?? {} });
        }
      }
    },
  );

export const schemaRenvoi = z
  .object({
    ...champsVu,
    remarque: z.string().trim().min(1, 'Dites à l’instructeur ce qu’il doit revoir.').max(2000, 'Écrivez au plus 2 000 caractères.'),
  })
  .transform(({ remarque, ...lu }) => ({ vu: vuDe(lu), remarque }));

const CODES = Object.keys(PARTIES);

export const schemaCorrection = z
  .object({ ...champsVu, parties: z.record(z.string(), texteLong).default({}) })
  .transform(({ parties, ...lu }) => {
    const textes: Textes = Object.fromEntries(Object.entries(parties).filter(([code]) => CODES.includes(code)));
    return { vu: vuDe(lu), textes };
  });

export const schemaSignature = z
  .object({
    ...champsVu,
    sens: z.enum(['favorable', 'refus', 'cloture']),
    relu: z.literal('oui', 'Cochez cette case : vous signez ce que vous avez relu.'),
  })
  .transform(({ sens, ...lu }) => ({ vu: vuDe(lu), sens }));

export const schemaAnnulation = z
  .object({
    ...champsVu,
    motif: z.enum(MOTIFS_ANNULATION, 'Dites pourquoi la décision est annulée.'),
    remarque: z
      .string()
      .trim()
      .min(1, 'Citez l’acte : décision de retrait, recours et sa date, jugement et son numéro.')
      .max(2000, 'Écrivez au plus 2 000 caractères.'),
  })
  .transform(({ motif, remarque, ...lu }) => ({ vu: vuDe(lu), motif, remarque }));
