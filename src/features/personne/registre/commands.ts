// The embedded registre over the tables of this portal (D-04): what its port asks of Postgres, in the caller's transaction.
import 'server-only';
import codesPays from 'i18n-iso-countries';
import { type PortRegistre, registreIntegre } from '#adapters/registre/integre.ts';
import {
  type EtatCivil,
  type FichePersonne,
  type FicheRegistre,
  type Registre,
  SORTES_TITRE,
  type Titulaire,
} from '#adapters/registre/registre.ts';
import type { Adresse } from '#domain/adresse/adresse.ts';
import { type Identite, naissanceDe } from '#domain/personne/identite.ts';
import { typeDit } from '#domain/titre/titres.ts';
import type { Sql, Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';

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

type LigneEtatCivil = {
  nom_naissance: string;
  nom_usage: string | null;
  prenoms: string[];
  sexe: string;
  naissance_annee: number;
  naissance_mois: number | null;
  naissance_jour: number | null;
  pays_naissance: string;
  lieu_naissance: string;
  nationalites: string[];
};

type LigneTitulaire = LigneEtatCivil & {
  personne_id: string;
  numero_etranger: string | null;
  sorte: string;
  numero: string | null;
  mention: string;
};

type LigneFiche = LigneEtatCivil & {
  numero_etranger: string | null;
  adresse: Adresse | null;
  titres: { type: string | null; sorte: string; mention: string; debut: string; fin: string; invalideLe: string | null }[] | null;
};

const etatCivil = (l: LigneEtatCivil): EtatCivil => ({
  nomNaissance: l.nom_naissance,
  nomUsage: l.nom_usage,
  prenoms: l.prenoms.join(' '),
  sexe: l.sexe === 'feminin' ? 'feminin' : 'masculin',
  dateNaissance: naissanceDe(l.naissance_annee, l.naissance_mois, l.naissance_jour),
  paysNaissance: enAlpha3(l.pays_naissance),
  lieuNaissance: l.lieu_naissance,
  nationalite: enAlpha3(l.nationalites[0]),
});

function titulaire(l: LigneTitulaire): Titulaire[] {
  const sorte = SORTES_TITRE.find((s) => s === l.sorte);
  if (!sorte) return [];
  return [
    {
      reference: l.personne_id,
      numeroEtranger: l.numero_etranger,
      etatCivil: etatCivil(l),
      titre: { sorte, numero: l.numero, mention: l.mention },
    },
  ];
}

function fichePersonne(l: LigneFiche): FichePersonne {
  return {
    numeroEtranger: l.numero_etranger,
    etatCivil: etatCivil(l),
    nationalites: l.nationalites.map(enAlpha3),
    adresse: l.adresse,
    titres: (l.titres ?? []).flatMap(({ sorte, ...titre }) => {
      const connue = SORTES_TITRE.find((s) => s === sorte);
      return connue ? [{ ...titre, type: typeDit(titre.type, titre.mention), sorte: connue }] : [];
    }),
  };
}

/** The registry speaks ISO alpha-3. */
function enAlpha3(nationalite: string | undefined): string {
  return nationalite ? (codesPays.alpha2ToAlpha3(nationalite) ?? nationalite) : '';
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
function port(tx: Tx, sql: Sql): PortRegistre {
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
      const personnes = await sql.$queryRaw<LignePersonne[]>`
        SELECT numero_etranger AS "numeroEtranger", nom_naissance AS "nomNaissance", prenoms, naissance_annee AS "naissanceAnnee",
          naissance_mois AS "naissanceMois", naissance_jour AS "naissanceJour", nationalites
        FROM personne WHERE cle_recherche LIKE ${`${nomCle.toLowerCase()} %`} AND numero_etranger IS NOT NULL ORDER BY cree_le LIMIT 200`;
      return personnes.flatMap((p) => fiche(p) ?? []);
    },
    async titulaires({ numero, debut, fin }) {
      const lignes = await tx.$queryRaw<LigneTitulaire[]>`
        SELECT p.id AS personne_id, p.numero_etranger, p.nom_naissance, p.nom_usage, p.prenoms, p.sexe, p.naissance_annee, p.naissance_mois,
          p.naissance_jour, p.pays_naissance, p.lieu_naissance, p.nationalites, t.sorte, t.numero, t.mention
        FROM titre t JOIN personne p ON p.id = t.personne_id
        WHERE (t.numero = ${numero} OR p.numero_etranger = ${numero}) AND t.debut_le = ${debut}::date AND t.fin_le = ${fin}::date
        ORDER BY t.numero NULLS LAST LIMIT 2`;
      return lignes.flatMap(titulaire);
    },
    async personne(cle) {
      const numero = 'numeroEtranger' in cle ? cle.numeroEtranger : null;
      const reference = 'reference' in cle && isId(cle.reference) ? cle.reference : null;
      const [ligne] = await sql.$queryRaw<LigneFiche[]>`
        SELECT p.numero_etranger, p.nom_naissance, p.nom_usage, p.prenoms, p.sexe, p.naissance_annee, p.naissance_mois, p.naissance_jour,
          p.pays_naissance, p.lieu_naissance, p.nationalites, p.adresse,
          (SELECT json_agg(json_build_object('type', t.type, 'sorte', t.sorte, 'mention', t.mention, 'debut', t.debut_le, 'fin', t.fin_le,
            'invalideLe', t.invalide_le)) FROM titre t WHERE t.personne_id = p.id) AS titres
        FROM personne p WHERE p.numero_etranger = ${numero} OR p.id = ${reference}::uuid`;
      return ligne ? fichePersonne(ligne) : null;
    },
  };
}

/** The registre of this portal, over one connection; `sql` may be the driver where nothing is written. */
export function registre(tx: Tx, sql: Sql = tx): Registre {
  return registreIntegre(port(tx, sql));
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
