// What agents type in the forms of a dossier. Each form says which version of the dossier was on screen.
import { z } from 'zod';
import { MOTIFS_PIECE } from '#domain/dossier/complement.ts';

const vu = { dossier: z.string(), version: z.coerce.number().int() };
const texteLong = z.string().trim().max(10_000, 'Écrivez au plus 10 000 caractères.').default('');

export const schemaVu = z.object(vu).transform(({ dossier, version }) => ({ dossierId: dossier, version }));

export const schemaAvis = z
  .object({
    ...vu,
    piece: z.string(),
    verdict: z.enum(['conforme', 'non_conforme'], 'Dites si la pièce est conforme.'),
    motif: z.string().default(''),
    observation: z.string().trim().max(2000, 'Écrivez au plus 2 000 caractères.').default(''),
  })
  .transform(({ dossier, version, piece, verdict, motif: choisi, observation }, ctx) => {
    const dossierVu = { dossierId: dossier, version };
    if (verdict === 'conforme') return { vu: dossierVu, avis: { piece, verdict } };
    const motif = MOTIFS_PIECE.find((m) => m === choisi);
    if (!motif) ctx.addIssue({ code: 'custom', path: ['motif'], message: 'Choisissez le motif.' });
    if (motif === 'autre' && observation === '')
      ctx.addIssue({ code: 'custom', path: ['observation'], message: 'Précisez ce qui ne va pas.' });
    return { vu: dossierVu, avis: { piece, verdict, motif: motif ?? 'autre', observation } };
  });

export const schemaNumero = z
  .object({ ...vu, choix: z.string('Choisissez une personne, ou un nouveau numéro.'), numero: z.string().default('') })
  .transform(({ dossier, version, choix, numero: saisi }, ctx) => {
    const dossierVu = { dossierId: dossier, version };
    if (choix === 'nouveau') return { vu: dossierVu, choix: { sorte: 'nouveau' as const } };
    const numero = (choix === 'autre' ? saisi : choix).replace(/\s/g, '');
    // S-262: ten digits, text
    if (!/^\d{10}$/.test(numero)) ctx.addIssue({ code: 'custom', path: ['numero'], message: 'Un numéro étranger comporte dix chiffres.' });
    return { vu: dossierVu, choix: { sorte: 'existant' as const, numeroEtranger: numero } };
  });

export const schemaProposition = z
  .object({ ...vu, sens: z.enum(['favorable', 'refus'], 'Choisissez le sens de la décision.'), droit: texteLong, fait: texteLong })
  .transform(({ dossier, version, sens, droit, fait }, ctx) => {
    const dossierVu = { dossierId: dossier, version };
    if (sens === 'favorable') return { vu: dossierVu, projet: { sens } };
    if (droit === '')
      ctx.addIssue({
        code: 'custom',
        path: ['droit'],
        message: 'Indiquez les textes sur lesquels le refus se fonde (CRPA, art. L. 211-5).',
      });
    if (fait === '')
      ctx.addIssue({ code: 'custom', path: ['fait'], message: 'Indiquez les faits propres à cette personne (CRPA, art. L. 211-5).' });
    return { vu: dossierVu, projet: { sens, droit, fait } };
  });

export const schemaRenvoi = z
  .object({
    ...vu,
    remarque: z.string().trim().min(1, 'Dites à l’instructeur ce qu’il doit revoir.').max(2000, 'Écrivez au plus 2 000 caractères.'),
  })
  .transform(({ dossier, version, remarque }) => ({ vu: { dossierId: dossier, version }, remarque }));

export const schemaSignature = z
  .object({ ...vu, sens: z.enum(['favorable', 'refus']), relu: z.literal('oui', 'Cochez cette case : vous signez ce que vous avez relu.') })
  .transform(({ dossier, version, sens }) => ({ vu: { dossierId: dossier, version }, sens }));
