// What is offered to the person of a compte: the registre, their requests, the procedures of the portal. Two queries, whatever they hold.
import 'server-only';
import type { PorteeUsager } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import type { PersonneConnue } from '#domain/personne/faits.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { type Demandeur, type DossierEnCours, type EtatOffre, etatPour, type Offres, offresPour } from '#domain/titre/offre.ts';
import { ouverturesPubliees } from '#features/configuration/ouvertures/queries.ts';
import { personneConnue } from '#features/personne/queries.ts';
import { db, driver } from '#platform/db.ts';
import { PROCEDURES } from '#procedures/index.ts';

type Ligne = { personne_id: string | null; en_cours: DossierEnCours[] | null };

export type OffresDuCompte = Offres & { personne: PersonneConnue | null };

/** What the law looks at; requests of the person themselves only, those for a minor are another person's. */
async function demandeurDe({ compteId }: PorteeUsager, at: Date): Promise<{ demandeur: Demandeur; personne: PersonneConnue | null }> {
  const [ligne] = await driver().$queryRaw<Ligne[]>`
    SELECT c.personne_id, (SELECT json_agg(json_build_object('id', d.id, 'procedure', d.procedure, 'numero', d.numero) ORDER BY d.cree_le)
      FROM dossier d WHERE d.compte_id = c.id AND d.representation IS NULL
        AND d.statut IN ('brouillon', 'depose', 'en_instruction', 'propose')) AS en_cours
    FROM compte c WHERE c.id = ${compteId}::uuid`;
  const jour = jourDe(at);
  const personne = ligne?.personne_id ? await personneConnue(db(), ligne.personne_id, jour, driver()) : null;
  const demandeur = {
    estConnu: personne !== null,
    titres: personne?.titres ?? [],
    enCours: ligne?.en_cours ?? [],
    ouvertures: ouverturesPubliees(),
    jour,
  };
  return { demandeur, personne };
}

export async function offresDe(portee: PorteeUsager, at: Date): Promise<OffresDuCompte> {
  const { demandeur, personne } = await demandeurDe(portee, at);
  const actuelles = PROCEDURES.map((versions) => versions.at(-1) ?? versions[0]);
  return { ...offresPour(actuelles, demandeur), personne };
}

/** The state of one procedure for this compte; null when it has no access to it. */
export async function etatDeLaDemarche(portee: PorteeUsager, procedure: Procedure, at: Date): Promise<EtatOffre | null> {
  return etatPour(procedure, (await demandeurDe(portee, at)).demandeur);
}
