import 'server-only';
import { rolesAyant } from '#domain/access/roles.ts';
import type { PorteeAdministration } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import { estSorteReference, FICHES_REFERENCE, SORTES_REFERENCE, type SorteReference } from '#domain/publication/sortes.ts';
import { difference, etatVersion } from '#domain/publication/versions.ts';
import { loaderAdministration } from '#guard/loader.ts';
import { REFERENCES } from './catalogue.ts';
import { contenuDu, estDuRessort, trouver } from './commands.ts';
import { enAttente, resumes, type VersionLue, versionsDe } from './queries.ts';

const ROLES = rolesAyant('gerer_references');

/** The sorts that this scope may change. */
const ouvertes = ({ prefecture }: PorteeAdministration) => SORTES_REFERENCE.filter((s) => prefecture === null || FICHES_REFERENCE[s].local);

export const chargerReferences = loaderAdministration(ROLES, async ({ portee, at }) => {
  const attente = await enAttente(jourDe(at));
  return { sortes: ouvertes(portee).map((sorte) => ({ sorte, ...FICHES_REFERENCE[sorte], ...attente.get(sorte) })) };
});

export const chargerSorte = loaderAdministration(ROLES, async ({ portee, at }, sorte: string) => {
  if (!estSorteReference(sorte) || !ouvertes(portee).includes(sorte)) return null;
  const [cles, lues] = await Promise.all([REFERENCES[sorte].cles(), resumes(sorte, jourDe(at))]);
  // where nothing is shipped nor written, only the préfecture concerned has a line to fill
  const siennes = cles.filter((c) => estDuRessort(portee, sorte, c) && (!c.muette || portee.prefecture !== null || lues.has(c.cle)));
  return { sorte, fiche: FICHES_REFERENCE[sorte], cles: siennes.map((c) => ({ ...c, resume: lues.get(c.cle) })) };
});

export type VersionMontree = VersionLue & { etatLe: ReturnType<typeof etatVersion> };

export const chargerReference = loaderAdministration(ROLES, async ({ portee, at }, sorte: string, cle: string) => {
  const trouvee = await trouver(portee, { sorte, cle });
  return trouvee && lire(trouvee.sorte, cle, trouvee.cle.libelle, jourDe(at));
});

async function lire(sorte: SorteReference, cle: string, libelle: string, jour: Jour) {
  const kind = REFERENCES[sorte];
  const [versions, actuel] = await Promise.all([versionsDe(sorte, cle), contenuDu(kind, cle, jour)]);
  const champs = kind.champs(cle);
  const brouillon = versions.find((v) => v.etat === 'brouillon');
  return {
    sorte,
    cle,
    libelle,
    jour,
    fiche: FICHES_REFERENCE[sorte],
    champs,
    actuel,
    brouillon,
    variables: kind.variables?.(cle) ?? {},
    apercu: brouillon && (kind.verifier?.(cle, brouillon.contenu) ?? []).length === 0 ? kind.apercu?.(cle, brouillon.contenu) : undefined,
    changements: brouillon
      ? difference(
          actuel,
          brouillon.contenu,
          champs.map((c) => c.nom),
        )
      : [],
    versions: versions.filter((v) => v.etat !== 'brouillon').map((v): VersionMontree => ({ ...v, etatLe: etatVersion(v, versions, jour) })),
  };
}

export type ReferenceLue = Awaited<ReturnType<typeof lire>>;
