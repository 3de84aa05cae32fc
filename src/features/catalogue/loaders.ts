import 'server-only';
import { jourDe } from '#domain/jour.ts';
import { demarchesConcernees } from '#domain/procedure/concernees.ts';
import { loaderPublic } from '#guard/loader.ts';
import { DEMARCHES, demarche, ficheDe, ouvertureAu, RAYONS, resumeDe } from './queries.ts';
import { adresseFiche, lireSaisie } from './schema.ts';

/** The questions, their answer, and the whole catalogue. From memory; one statement when the answer is one démarche, shown at once. */
export const loaderCatalogue = loaderPublic(async ({ at }, recherche: string) => {
  const saisie = lireSaisie(new URLSearchParams(recherche));
  const jour = jourDe(at);
  const { demarches, orientation, remarques } = demarchesConcernees(DEMARCHES, saisie.situation);
  const [seule] = demarches;
  return {
    saisie,
    aRepondu: Object.keys(saisie.situation).length > 0,
    remarques,
    orientation,
    resultats: demarches.map((p) => ({ ...resumeDe(p, saisie, jour), href: adresseFiche(p.slug, saisie) })),
    detail: demarches.length === 1 && seule ? await ficheDe(seule, saisie, jour) : null,
    rayons: RAYONS.map(({ famille, demarches: toutes }) => ({
      famille,
      demarches: toutes.map((p) => ({ slug: p.slug, nom: p.nom, public: p.public, ouverture: ouvertureAu(p, jour) })),
    })),
  };
});
export type Catalogue = Awaited<ReturnType<typeof loaderCatalogue>>;

/** The fiche of one procedure; null when it does not exist. One statement. */
export const loaderFiche = loaderPublic(async ({ at }, slug: string, recherche: string) => {
  const procedure = demarche(slug);
  if (!procedure) return null;
  const saisie = lireSaisie(new URLSearchParams(recherche));
  return { saisie, ...(await ficheDe(procedure, saisie, jourDe(at))) };
});
export type FicheChargee = NonNullable<Awaited<ReturnType<typeof loaderFiche>>>;
