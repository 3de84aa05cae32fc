// The registry of persons: one personne, one number, whatever the number of clicks (D-04, R.142-20).
import 'server-only';
import { alpha2ToAlpha3 } from 'i18n-iso-countries';
import { type PortRegistre, registreIntegre } from '#adapters/registre/integre.ts';
import type { FicheRegistre, Registre } from '#adapters/registre/registre.ts';
import { type Identite, naissanceDe, partiesDeNaissance } from '#domain/personne/identite.ts';
import { cleRecherche } from '#domain/personne/rapprochement.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

type LignePersonne = {
  numeroEtranger: string | null;
  nomNaissance: string;
  prenoms: string[];
  naissanceAnnee: number;
  naissanceMois: number | null;
  naissanceJour: number | null;
  nationalites: string[];
};

const COLONNES = {
  numeroEtranger: true,
  nomNaissance: true,
  prenoms: true,
  naissanceAnnee: true,
  naissanceMois: true,
  naissanceJour: true,
  nationalites: true,
} as const;

/** The registry speaks ISO alpha-3. */
function enAlpha3(nationalite: string | undefined): string {
  return nationalite ? (alpha2ToAlpha3(nationalite) ?? nationalite) : '';
}

function fiche(p: LignePersonne | null): FicheRegistre | null {
  if (!p?.numeroEtranger) return null;
  return {
    numeroEtranger: p.numeroEtranger,
    nomNaissance: p.nomNaissance,
    prenoms: p.prenoms.join(' '),
    dateNaissance: naissanceDe(p.naissanceAnnee, p.naissanceMois, p.naissanceJour),
    nationalite: enAlpha3(p.nationalites[0]),
  };
}

/** What the embedded registre needs of the database. Inside a transaction, the numbers it gives live and die with it. */
function port(tx: Tx): PortRegistre {
  return {
    async prochainNumero(prefixe) {
      for (;;) {
        const [ligne] = await tx.$queryRaw<{ dernier: number; pris: boolean }[]>`
          WITH suivant AS (
            INSERT INTO compteur_registre (departement, dernier) VALUES (${prefixe}, 1)
            ON CONFLICT (departement) DO UPDATE SET dernier = compteur_registre.dernier + 1 RETURNING dernier)
          SELECT dernier, EXISTS (SELECT 1 FROM personne WHERE numero_etranger = ${prefixe} || lpad(dernier::text, 6, '0')) AS pris FROM suivant`;
        if (!ligne) throw new Error('registre : compteur illisible');
        // a number that came from elsewhere may lie ahead of the counter
        if (!ligne.pris) return ligne.dernier;
      }
    },
    async inscrire({ reference, numeroEtranger }) {
      await tx.personne.updateMany({ where: { id: reference, numeroEtranger: null }, data: { numeroEtranger } });
      const inscrite = fiche(await tx.personne.findUnique({ where: { id: reference }, select: COLONNES }));
      if (!inscrite) throw new Error('registre : personne inconnue');
      return inscrite;
    },
    async ficheDeReference(reference) {
      return fiche(await tx.personne.findUnique({ where: { id: reference }, select: COLONNES }));
    },
    async ficheDeNumero(numeroEtranger) {
      return fiche(await tx.personne.findUnique({ where: { numeroEtranger }, select: COLONNES }));
    },
    async fichesDeNom(nomCle) {
      const personnes = await tx.personne.findMany({
        where: { cleRecherche: { startsWith: `${nomCle.toLowerCase()} ` }, numeroEtranger: { not: null } },
        select: COLONNES,
        orderBy: { creeLe: 'asc' },
        take: 200,
      });
      return personnes.flatMap((p) => fiche(p) ?? []);
    },
  };
}

/** The registre of this portal, over one connection. */
export function registre(tx: Tx): Registre {
  return registreIntegre(port(tx));
}

/** What the registry compares, from the answers of a dossier. */
export function identiteDuRegistre(identite: Identite) {
  return {
    nomNaissance: identite.nomNaissance,
    prenoms: identite.prenoms.join(' '),
    dateNaissance: identite.naissance,
    nationalite: enAlpha3(identite.nationalites[0]),
  };
}

async function creerPersonne(tx: Tx, identite: Identite, numeroEtranger: string | null, at: Date): Promise<string> {
  const { annee, mois, jour } = partiesDeNaissance(identite.naissance);
  const { id } = await tx.personne.create({
    data: {
      id: newId(),
      numeroEtranger,
      nomNaissance: identite.nomNaissance,
      nomUsage: identite.nomUsage,
      prenoms: [...identite.prenoms],
      sexe: identite.sexe,
      naissanceAnnee: annee,
      naissanceMois: mois,
      naissanceJour: jour,
      paysNaissance: identite.paysNaissance,
      lieuNaissance: identite.lieuNaissance,
      nationalites: [...identite.nationalites],
      cleRecherche: cleRecherche(identite.nomNaissance, identite.prenoms),
      creeLe: at,
    },
    select: { id: true },
  });
  return id;
}

export type ChoixNumero = { sorte: 'nouveau' } | { sorte: 'existant'; numeroEtranger: string };

type Attribution = { compteId: string; departement: string; identite: Identite; choix: ChoixNumero };

/**
 * Gives a personne and a number to a compte that has none, in the caller's transaction. Refusals: `numero_deja_attribue`,
 * `numero_etranger_inconnu`, `numero_rattache_ailleurs`. The compte itself is upgraded by features/compte.
 */
export async function donnerNumero(
  tx: Tx,
  attribution: Attribution,
  at: Date,
): Promise<Resultat<{ personneId: string; numeroEtranger: string }>> {
  const { compteId, departement, identite, choix } = attribution;
  // two dossiers of one compte may be examined at once: the second waits here, then sees the number
  const [compte] = await tx.$queryRaw<{ personne_id: string | null; numero_etranger: string | null }[]>`
    SELECT personne_id, numero_etranger FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`;
  if (!compte) return refuse('introuvable');
  if (compte.numero_etranger) return refuse('numero_deja_attribue');
  const trouvee =
    choix.sorte === 'nouveau'
      ? await nouvelle(tx, compte.personne_id, { departement, identite }, at)
      : await existante(tx, compteId, identite, choix.numeroEtranger, at);
  if (trouvee.ok)
    await tx.compte.update({ where: { id: compteId }, data: { personneId: trouvee.valeur.personneId }, select: { id: true } });
  return trouvee;
}

type Trouvee = Resultat<{ personneId: string; numeroEtranger: string }>;

async function nouvelle(
  tx: Tx,
  connue: string | null,
  { departement, identite }: Pick<Attribution, 'departement' | 'identite'>,
  at: Date,
): Promise<Trouvee> {
  const personneId = connue ?? (await creerPersonne(tx, identite, null, at));
  const numeroEtranger = await registre(tx).attribuer({ departement, identite: identiteDuRegistre(identite), reference: personneId });
  return ok({ personneId, numeroEtranger });
}

async function existante(tx: Tx, compteId: string, identite: Identite, numero: string, at: Date): Promise<Trouvee> {
  const [rapprochement] = await registre(tx).chercher({ numeroEtranger: numero });
  if (!rapprochement) return refuse('numero_etranger_inconnu');
  const { numeroEtranger } = rapprochement.fiche;
  const personne = await tx.personne.findUnique({ where: { numeroEtranger }, select: { id: true, compte: { select: { id: true } } } });
  if (personne?.compte && personne.compte.id !== compteId) return refuse('numero_rattache_ailleurs');
  // known to the national registry, not yet here
  const personneId = personne?.id ?? (await creerPersonne(tx, identite, numeroEtranger, at));
  return ok({ personneId, numeroEtranger });
}
