// What agents type to propose, correct, send back, sign or annul a decision. Each form says which version of the dossier was on screen.
import { z } from 'zod';
import { RAISONS_IRRECEVABLE } from '#domain/dossier/cloture.ts';
import { FONDEMENTS_REFUS } from '#domain/dossier/commission.ts';
import { MOTIFS_ANNULATION } from '#domain/dossier/evenements.ts';
import { PARTIES, type Textes } from '#domain/dossier/lettres.ts';

/** `depuis`: last event that the page showed, for saying what changed meanwhile. */
const vu = {
  dossier: z.string(),
  version: z.coerce.number().int(),
  depuis: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
};
const texteLong = z.string().trim().max(10_000, 'Écrivez au plus 10 000 caractères.');
const coche = z.literal('oui').optional();
const dossierVu = ({ dossier, version, depuis }: { dossier: string; version: number; depuis?: string }) => ({
  dossierId: dossier,
  version,
  depuis,
});

export const schemaProposition = z
  .object({
    ...vu,
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
      const rendre = <P>(projet: P) => ({ vu: dossierVu(lu), projet });
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
    ...vu,
    remarque: z.string().trim().min(1, 'Dites à l’instructeur ce qu’il doit revoir.').max(2000, 'Écrivez au plus 2 000 caractères.'),
  })
  .transform(({ remarque, ...lu }) => ({ vu: dossierVu(lu), remarque }));

const CODES = Object.keys(PARTIES);

export const schemaCorrection = z
  .object({ ...vu, parties: z.record(z.string(), texteLong).default({}) })
  .transform(({ parties, ...lu }) => {
    const textes: Textes = Object.fromEntries(Object.entries(parties).filter(([code]) => CODES.includes(code)));
    return { vu: dossierVu(lu), textes };
  });

export const schemaSignature = z
  .object({
    ...vu,
    sens: z.enum(['favorable', 'refus', 'cloture']),
    relu: z.literal('oui', 'Cochez cette case : vous signez ce que vous avez relu.'),
  })
  .transform(({ sens, ...lu }) => ({ vu: dossierVu(lu), sens }));

export const schemaAnnulation = z
  .object({
    ...vu,
    motif: z.enum(MOTIFS_ANNULATION, 'Dites pourquoi la décision est annulée.'),
    remarque: z
      .string()
      .trim()
      .min(1, 'Citez l’acte : décision de retrait, recours et sa date, jugement et son numéro.')
      .max(2000, 'Écrivez au plus 2 000 caractères.'),
  })
  .transform(({ motif, remarque, ...lu }) => ({ vu: dossierVu(lu), motif, remarque }));
