import { z } from 'zod';
import { motDePasseActuel } from '#features/compte/preuve/schema.ts';
import { lirePreuve, type Preuve } from '#guard/confirmation.ts';
import { lireFormulaire } from '#guard/respond.ts';

/** Reasons given to the person in LISEZ-MOI.txt. */
export const RAISONS = {
  agent: 'l’identité des agents : seuls leur service et leur rôle vous sont donnés',
  secret: 'vos mots de passe, codes et liens de sécurité : le portail n’en garde que des empreintes, qui ne doivent pas circuler',
  preparatoire: 'les projets et avis en cours d’instruction : ils sont communicables une fois la décision prise (CRPA, art. L. 311-2)',
  technique: 'des numéros internes qui ne disent rien de vous',
  tiers: 'ce qui appartient à d’autres personnes',
} as const;
export type Raison = keyof typeof RAISONS;

export type TableExportee = {
  table: string;
  /** file of the archive: 'demande' is one file for each request */
  fichier: 'compte' | 'personne' | 'echanges' | 'demande';
  /** name of the list, or of the only object, in that file */
  cle: string;
  /** FROM and WHERE; `t` is the table, $1 the compte; with `d`, each row belongs to the dossier d */
  source: string;
  /** column → French key */
  colonnes: Readonly<Record<string, string>>;
  /** column → why it stays out */
  tues: Readonly<Record<string, Raison>>;
};

/** Rows that bear the compte. */
export const MIEN = 'WHERE t.compte_id = $1::uuid';
/** Rows of its dossiers. */
export const DU_DOSSIER = 'JOIN dossier d ON d.id = t.dossier_id WHERE d.compte_id = $1::uuid';

/** An archive reads every file of a compte: nobody needs it more often. */
export const FREIN_TELECHARGEMENT = { nom: 'donnees-compte', max: 5, minutes: 60 } as const;

const schemaDemande = z.object({ motDePasse: motDePasseActuel });

/** What the form posted, with its proofs; null when it is not a form. */
export async function lireDemande(requete: Request): Promise<{ motDePasse: string; facteur: Preuve } | null> {
  const type = requete.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
  const donnees = await requete.formData().catch(() => null);
  if (!donnees) return null;
  const brut = lireFormulaire(donnees);
  return { motDePasse: schemaDemande.safeParse(brut).data?.motDePasse ?? '', facteur: lirePreuve(brut) };
}

const ERREURS = ['mot_de_passe_faux', 'preuve_ancienne', 'facteur_a_prouver', 'facteur_refuse', 'trop_de_tentatives'] as const;
export type ErreurTelechargement = (typeof ERREURS)[number];

/** Why the page comes back, by the code of the address bar. */
export const schemaRetour = z.object({
  erreur: z.enum(ERREURS).nullable().catch(null).default(null),
});

/** The code of the address bar for a refused proof. */
export function erreurDePreuve(refus: string): ErreurTelechargement {
  return ERREURS.find((e) => e === refus) ?? 'facteur_refuse';
}
