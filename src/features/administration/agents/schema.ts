// What administrators type about agents, and the filters of their list, which are in its address.
import { z } from 'zod';
import { ROLES_AGENT, type RoleAgent } from '#domain/access/actors.ts';
import { emailNormalise } from '#domain/compte/identifiant.ts';
import { coches, PAR_PAGE, type Parametres } from '../schema.ts';

const mot = (vide: string) => z.string().trim().min(1, vide).max(120, 'Écrivez au plus 120 caractères.');
const roles = coches.transform((choisis, ctx): RoleAgent[] => {
  const lus = ROLES_AGENT.filter((r) => r in choisis);
  if (lus.length === 0) ctx.addIssue({ code: 'custom', message: 'Choisissez au moins un rôle.' });
  return lus;
});
const fiche = {
  nom: mot('Indiquez le nom.'),
  prenom: mot('Indiquez le prénom.'),
  qualite: mot('Indiquez la qualité : elle est imprimée sous les décisions (CRPA, art. L. 212-1).'),
  roles,
  prefecture: z
    .string()
    .default('')
    .transform((code) => (code === '' ? null : code)),
};

export const schemaInvitation = z.object({
  email: z
    .string({ error: 'Indiquez l’adresse professionnelle.' })
    .transform(emailNormalise)
    .pipe(z.email('Cette adresse n’est pas complète. Exemple : prenom.nom@prefecture.example.').max(254)),
  ...fiche,
});

export const schemaAgent = z.object({ agent: z.uuid(), version: z.coerce.number().int(), ...fiche });
export const schemaAgentVu = z.object({ agent: z.uuid(), version: z.coerce.number().int() });

export type InvitationSaisie = z.infer<typeof schemaInvitation>;
export type FicheSaisie = z.infer<typeof schemaAgent>;

const demande = z.object({
  q: z.string().trim().max(80).catch(''),
  role: z.enum(ROLES_AGENT).nullable().catch(null),
  prefecture: z
    .string()
    .regex(/^[0-9AB]{2,3}$/)
    .nullable()
    .catch(null),
  etat: z.enum(['actifs', 'inactifs']).catch('actifs'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  parPage: z.coerce
    .number()
    .pipe(z.literal([10, 25, 50]))
    .catch(PAR_PAGE),
});
export type DemandeAgents = z.infer<typeof demande>;

export function lireDemandeAgents(parametres: Parametres): DemandeAgents {
  return demande.parse(parametres);
}
