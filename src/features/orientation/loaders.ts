import 'server-only';
import { type Departement, departementSaisi } from '#domain/adresse/departements.ts';
import { jourDe } from '#domain/jour.ts';
import { MOTIFS_HORS_ANEF, type MotifHorsAnef } from '#domain/orientation/motifs.ts';
import { contactsPour, estSorteDemande, orienter, type SorteDemande } from '#domain/orientation/orienter.ts';
import { FAMILLES, type Famille } from '#domain/procedure/definition.ts';
import { contactsEnVigueur } from '#features/configuration/contacts/queries.ts';
import { lignesOrientation } from '#features/configuration/orientations/queries.ts';
import { loaderPublic } from '#guard/loader.ts';
import { PAGES_ACTUALITES } from '#procedures/orientations.ts';
import { prefectureDuDepartement } from './queries.ts';

const estMotif = (code: string): code is MotifHorsAnef => Object.hasOwn(MOTIFS_HORS_ANEF, code);
const estFamille = (code: string): code is Famille => Object.hasOwn(FAMILLES, code);

/** What the addresses of the page and of its form say; null: no such ground. */
function lireMotif(code: string) {
  if (estMotif(code)) return { motif: code, libelle: MOTIFS_HORS_ANEF[code], horsPortail: true };
  return estFamille(code) ? { motif: code, libelle: FAMILLES[code], horsPortail: false } : null;
}

export type DepartementLu = { saisi: string; departement: Departement | undefined; inconnu: boolean };

function lireDepartement(saisi: string): DepartementLu {
  const departement = departementSaisi(saisi);
  return { saisi, departement, inconnu: saisi.trim() !== '' && departement === undefined };
}

/** Where a ground is asked (S-206 to S-218). One statement at most: what the préfecture says of itself. */
export const loaderOrientation = loaderPublic(async ({ at }, codeMotif: string, saisi: string, codeDemande: string) => {
  const lu = lireMotif(codeMotif);
  if (!lu) return null;
  const lieu = lireDepartement(saisi);
  const jour = jourDe(at);
  const demande: SorteDemande | undefined = estSorteDemande(codeDemande) ? codeDemande : undefined;
  const departement = lieu.departement?.code;
  const lignes = lignesOrientation(jour);
  return {
    ...lu,
    ...lieu,
    demande,
    aPreciser: lignes.some((l) => l.motifs.includes(lu.motif) && l.demande !== 'toutes'),
    lignes: orienter(lignes, { motif: lu.motif, demande, departement }, jour),
    contacts: departement ? contactsPour(contactsEnVigueur(jour), departement, lu.motif, jour) : [],
    actualites: PAGES_ACTUALITES.find((p) => p.prefecture === departement),
    prefecture: departement ? await prefectureDuDepartement(departement) : null,
  };
});

export type Orientation = NonNullable<Awaited<ReturnType<typeof loaderOrientation>>>;
