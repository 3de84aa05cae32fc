// What the forms of step "Justificatifs" send, and the words of an upload that was not accepted. Used on both sides.
import { z } from 'zod';
import { type RefusFichier, refusFichier } from '#domain/piece/fichier.ts';
import { idEmplacement } from '#domain/procedure/pieces.ts';
import { type CodeRefus, REFUS } from '#domain/refusals.ts';

const identifiant = z.uuid({ error: 'Rechargez la page, puis recommencez.' });
const code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, { error: 'Rechargez la page, puis recommencez.' });

// the byte route, which knows no domain, names the place of a refused file
export { idEmplacement };

export const schemaRetirerFichier = z.object({ fichier: identifiant });
export const schemaReprise = z.object({ dossier: identifiant, piece: code });
export const schemaVariante = z.object({
  dossier: identifiant,
  piece: code,
  variante: z.string({ error: 'Choisissez une des réponses proposées.' }),
  confirme: z.literal('oui').optional(),
});
export const schemaConfirmerCode = z.object({
  dossier: identifiant,
  piece: code,
  numero: z
    .string({ error: 'Saisissez le numéro.' })
    .trim()
    .min(1, { error: 'Saisissez le numéro : celui de votre planche de photos, ou de votre timbre.' })
    .max(200),
});
export const schemaRetirerCode = z.object({ dossier: identifiant, piece: code });

const refusDeLaRequete = {
  aucun_fichier: 'Choisissez un fichier avant d’appuyer sur « Joindre un document ».',
  interrompu: 'L’envoi a été interrompu avant la fin. Rien n’a été gardé : recommencez.',
} as const;

export type RefusTeleversement = RefusFichier | CodeRefus | keyof typeof refusDeLaRequete;

const PHRASES: Readonly<Record<string, string>> = { ...REFUS, ...refusFichier, ...refusDeLaRequete };

/** The sentence of an upload that was not accepted. */
export function phraseDuTeleversement(refus: RefusTeleversement): string {
  return PHRASES[refus] ?? '';
}

/** The short-lived error of an upload posted without scripts: `?erreur=<piece>.<emplacement>.<code>`. Anything else is null. */
export function lireErreurTeleversement(parametre: string | readonly string[] | undefined): { champ: string; message: string } | null {
  const lu = typeof parametre === 'string' ? /^([a-z0-9_]+)\.([a-z0-9_]+)\.([a-z_]+)$/.exec(parametre) : null;
  const [, piece, emplacement, refus] = lu ?? [];
  if (!piece || !emplacement || !refus || !Object.hasOwn(PHRASES, refus)) return null;
  return { champ: idEmplacement(piece, emplacement), message: PHRASES[refus] ?? '' };
}

/** One file as its owner sees it. `etat`: 'en_attente' while the antivirus has not answered, 'infecte' when it was thrown away. */
export type FichierAffiche = { id: string; emplacement: string; nom: string; taille: number; etat: 'en_attente' | 'sain' | 'infecte' };

/** What was given for one piece, as its owner sees it. */
export type PieceAffichee = { code: string; variante: string | null; valeur: string | null; fichiers: readonly FichierAffiche[] };

/** Where the form of an emplacement posts. A complement gives its item, and the page to come back to without scripts. */
export function adresseTeleversement(place: {
  dossierId: string;
  piece: string;
  emplacement: string;
  complementItemId?: string;
  retour?: string;
}): string {
  const { dossierId, piece, emplacement, complementItemId, retour } = place;
  const suite = new URLSearchParams({
    ...(complementItemId ? { complement_item: complementItemId } : {}),
    ...(retour ? { retour } : {}),
  }).toString();
  return `/api/televersement/${dossierId}/${piece}/${emplacement}${suite ? `?${suite}` : ''}`;
}
