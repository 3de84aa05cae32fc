// What follows a request of complement: more time, a registered letter, going on without waiting, what the agent makes of an answer.
import { z } from 'zod';
import { RAISON_MAX } from '#domain/dossier/complement-reponse.ts';
import { jourRequis } from '#domain/jour-saisi.ts';
import { champsVu, vuDe } from '../../schema.ts';

/** Neither answered nor lifted. */
export const estOuvert = ({ reponduLe, leveLe }: { reponduLe: Date | null; leveLe: Date | null }) => reponduLe === null && leveLe === null;

type Demandee = { piece: string | null; observation: string; examen: string | null };
type Manquante = { code: string; libelle: string };
/** `reponse`: what was made of the last explanation for it; `observation`: what was asked then, to be asked again. */
export type ManquanteProposee = Manquante & { reponse: 'accepte' | 'rejete' | null; observation: string };

/** The pieces never given, as the next request proposes them: one whose explanation was not enough comes first in mind. */
export function manquantesProposees(dossier: {
  manquantes: readonly Manquante[];
  complements: readonly { items: readonly Demandee[] }[];
}): ManquanteProposee[] {
  const demandees = dossier.complements.flatMap((c) => c.items);
  return dossier.manquantes.map((m) => {
    const derniere = demandees.find((i) => i.piece === m.code);
    const reponse = derniere?.examen === 'accepte' || derniere?.examen === 'rejete' ? derniere.examen : null;
    return { ...m, reponse, observation: reponse === 'rejete' ? (derniere?.observation ?? '') : '' };
  });
}

const tropLong = `Ce texte dépasse ${RAISON_MAX} caractères : raccourcissez-le.`;

export const schemaDelai = z.object({
  complement: z.uuid(),
  motif: z
    .string()
    .trim()
    .min(1, 'Dites pourquoi vous avez besoin de plus de temps : l’agent le lira.')
    .max(RAISON_MAX, tropLong)
    .default(''),
});

export const schemaLevee = z
  .object({
    ...champsVu,
    motifLevee: z
      .string()
      .trim()
      .min(1, 'Dites pourquoi l’examen continue sans la réponse : l’historique le gardera.')
      .max(RAISON_MAX, tropLong)
      .default(''),
  })
  .transform(({ motifLevee, ...lu }) => ({ vu: vuDe(lu), motif: motifLevee }));

export const schemaProlongation = z
  .object({ ...champsVu, jusqu: jourRequis('Indiquez le nouveau dernier jour, en entier.') })
  .transform(({ jusqu, ...lu }) => ({ vu: vuDe(lu), jusqu }));

export const schemaRecommande = z
  .object({ ...champsVu, presentee: jourRequis('Indiquez le jour de notification de la lettre, en entier.') })
  .transform(({ presentee, ...lu }) => ({ vu: vuDe(lu), presenteeLe: presentee }));

export const schemaExamen = z
  .object({ ...champsVu, item: z.uuid(), examen: z.enum(['accepte', 'rejete'], 'Dites si vous acceptez cette réponse.') })
  .transform(({ item, examen, ...lu }) => ({ vu: vuDe(lu), item, examen }));
