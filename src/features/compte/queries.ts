// Which compte an identifiant opens. Always one statement of one shape, whatever is typed and whether it is known.
import 'server-only';
import { type Identifiant, lireIdentifiant } from '#domain/compte/identifiant.ts';
import { db } from '#platform/db.ts';

const CHAMPS = {
  id: true,
  email: true,
  motDePasse: true,
  provisoire: true,
  provisoireExpire: true,
  numeroEtranger: true,
  numeroVisa: true,
  emailAccepteJusqu: true,
} as const;

const COLONNES = { numero: 'numeroEtranger', visa: 'numeroVisa', email: 'email' } as const;

function lire({ sorte, valeur }: Identifiant) {
  return db().compte.findFirst({ where: { [COLONNES[sorte]]: valeur }, select: CHAMPS });
}

export type CompteTrouve = NonNullable<Awaited<ReturnType<typeof lire>>>;
export type Recherche = { identifiant: Identifiant; compte: CompteTrouve | null };

export async function trouverCompte(saisie: string): Promise<Recherche> {
  const identifiant = lireIdentifiant(saisie);
  return { identifiant, compte: await lire(identifiant) };
}
