import 'server-only';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { fuseauDe } from '#domain/adresse/fuseau.ts';
import { actionsOffertes } from '#domain/dossier/decide.ts';
import { jourLocal } from '#domain/horloge.ts';
import { estJour } from '#domain/jour.ts';
import { HEURES_POUR_DEPLACER } from '#domain/rendez-vous/regles.ts';
import { loaderAgent, loaderUsager } from '#guard/loader.ts';
import { noterLecture } from '../instruction/commands.ts';
import {
  aConvoquer,
  chercherAuGuichet,
  creneauxDepuis,
  ficheAccueil,
  lieuxOuverts,
  mesRendezVous,
  rendezVousDuJour,
  titreEnBref,
} from './queries.ts';

type Demande = { jour: string | null; lieu: string | null; q: string };

/** The front desk: one day, by place; or what a number gives. */
export const chargerAccueil = loaderAgent(['accueil'], async ({ portee, at }, { jour: lu, lieu, q }: Demande) => {
  const fuseau = fuseauDe(portee.prefecture);
  const aujourdhui = jourLocal(at, fuseau);
  const jour = lu !== null && estJour(lu) ? lu : aujourdhui;
  const lieux = await lieuxOuverts(portee);
  const lieuId = lieux.find((l) => l.id === lieu)?.id ?? null;
  const [rendezVous, attente, trouves] = await Promise.all([
    rendezVousDuJour(portee, jour, lieuId),
    aConvoquer(portee),
    q === '' ? null : chercherAuGuichet(portee, q),
  ]);
  return { jour, aujourdhui, fuseau, lieux, lieuId, rendezVous, attente, trouves, q };
});

export const chargerArrivees = loaderAgent(['accueil', 'instructeur'], async () => ({}));

/** One dossier at the desk, or from its page: never its content. */
export const chargerFiche = loaderAgent(
  ['accueil', 'instructeur'],
  async ({ agent, portee, at, confirmer }, { dossierId, apres }: { dossierId: string; apres: string | null }) => {
    const fiche = await ficheAccueil(portee, dossierId, at);
    if (!fiche) return null;
    if (fiche.estRestreint) await confirmer();
    await noterLecture(portee, dossierId, 'dossier', null, at, agent.roles.includes('accueil') ? 'accueil' : 'instruction');
    const creneaux = await creneauxDepuis(portee.prefecture, apres, at);
    return { fiche, actions: actionsOffertes(fiche.statut, agent), creneaux, at };
  },
);

/** What the page of a dossier tells of its titre and its appointments; the page has logged the reading. */
export const chargerSectionTitre = loaderAgent(LECTEURS_DE_DOSSIERS, async ({ agent, portee }, dossierId: string) => {
  const titre = await titreEnBref(portee, dossierId);
  return titre && { ...titre, peutConvoquer: agent.roles.includes('instructeur') };
});

/** What one may not move any more, one may not choose either. */
const dansLeDelai = (at: Date) => new Date(at.getTime() + HEURES_POUR_DEPLACER * 3_600_000);

/** The person's own appointments. */
export const chargerMesRendezVous = loaderUsager(
  async ({ portee, at }, { dossierId, apres }: { dossierId: string; apres: string | null }) => {
    const lu = await mesRendezVous(portee, dossierId);
    if (!lu) return null;
    const creneaux = lu.prochain ? await creneauxDepuis(lu.prefectureCode, apres, dansLeDelai(at)) : { jours: [], suite: null };
    return { ...lu, creneaux, at };
  },
);
