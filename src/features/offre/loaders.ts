import 'server-only';
import { jourDe } from '#domain/jour.ts';
import { etapesAChamps } from '#domain/procedure/navigate.ts';
import { montantsAu } from '#domain/tarif/montant.ts';
import { lignesTarifs } from '#features/configuration/tarifs/queries.ts';
import { loaderUsager } from '#guard/loader.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';
import { etatDeLaDemarche, offresDe } from './queries.ts';
import { FAMILLES_DEMANDEES, lireFamille } from './schema.ts';

/** What late renewals cost more (L.436-5), in cents; null when no row says it that day. */
const montantRetard = (at: Date): number | null => montantsAu(lignesTarifs(), 'retard', jourDe(at))[0]?.total ?? null;

/** « Moi-même » (S-181 to S-184); `famille` narrows it to changes, or to travel documents. */
export const chargerMoiMeme = loaderUsager(async ({ portee, at }, parametre: string | string[] | undefined) => {
  const famille = lireFamille(parametre);
  const { offres, personne, ...reste } = await offresDe(portee, at);
  const voulues = famille && FAMILLES_DEMANDEES[famille];
  return {
    ...reste,
    famille,
    numeroEtranger: personne?.numeroEtranger ?? null,
    estConnu: personne !== null,
    offres: voulues ? offres.filter((o) => voulues.includes(o.sorte)) : offres,
    retard: montantRetard(at),
  };
});

/** « Un mineur que je représente »: what is asked for a child only. */
export const chargerMineur = loaderUsager(async () => ({
  demarches: PROCEDURES.map((versions) => versions.at(-1) ?? versions[0])
    .filter((p) => p.demandeur === 'mineur')
    .map(({ slug, nom, public: qui }) => ({ slug, nom, public: qui })),
}));

/** The préambule of one procedure (S-185). Null when it does not exist. */
export const chargerPreambule = loaderUsager(async ({ portee, at }, slug: string) => {
  const procedure = procedureActuelle(slug);
  if (!procedure) return null;
  const { nom, baseLegale, titreDelivre, demandeur, fenetre, tarif } = procedure;
  return {
    slug,
    nom,
    baseLegale,
    demandeur,
    titreDelivre,
    sorte: procedure.sorte,
    horsDuCas: procedure.horsDuCas,
    public: procedure.public,
    article: fenetre.article,
    minutes: etapesAChamps(procedure)[0]?.minutes ?? null,
    montants: montantsAu(lignesTarifs(), tarif, jourDe(at)).map(({ total, cas }) => ({ total, cas: cas?.libelle ?? null })),
    etat: await etatDeLaDemarche(portee, procedure, at),
    retard: montantRetard(at),
  };
});

export type MoiMeme = Awaited<ReturnType<typeof chargerMoiMeme>>;
export type Preambule = Awaited<ReturnType<typeof chargerPreambule>>;
