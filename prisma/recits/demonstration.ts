// Writes the fictional dossiers of the demonstration, each once: who has a compte already has had their story.
import type { Usager } from '#domain/access/actors.ts';
import { jourDe, plusJours, plusMois } from '#domain/jour.ts';
import { cleRecherche } from '#domain/personne/rapprochement.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { TITRES } from '#domain/titre/titres.ts';
import { passerLaNuit } from '#features/horloge/commands.ts';
import { db } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { agentNomme, deposerDemande, ilYA } from './gestes.ts';
import { type Personnage, RECITS, type RecitDeDemonstration } from './recits.ts';
import type { Equipe } from './suites.ts';

const emailDe = ({ nom, prenom }: Personnage) => `${cleRecherche(nom, [prenom]).split(' ').toReversed().join('.')}@example.org`;
/** Stories told at once. */
const A_LA_FOIS = 4;

const enDate = (jour: string) => new Date(`${jour}T00:00:00Z`);

/** Never on an official service. `motDePasse`: fingerprint of the one of the demonstration. A story that cannot be told is said, and stops nothing. */
export async function seedRecits(motDePasse: () => Promise<string>): Promise<void> {
  if (env().PORTAIL_OFFICIEL) return;
  const connus = await db().compte.findMany({ where: { email: { in: RECITS.map((r) => emailDe(r.qui)) } }, select: { email: true } });
  const absents = RECITS.filter((r) => !connus.some((c) => c.email === emailDe(r.qui)));
  if (absents.length === 0) return;
  const empreinte = await motDePasse();
  const equipe: Equipe = {
    camille: await agentNomme('instructeur.nord@example.org'),
    charlie: await agentNomme('instructeur.nord2@example.org'),
    dominique: await agentNomme('valideur.nord@example.org'),
    alix: await agentNomme('accueil.nord@example.org'),
    morgan: await agentNomme('vulnerabilite.nord@example.org'),
  };
  // oldest first, so that the numbers of the requests follow their days, or nearly: several at once, since each waits for the disk
  const file = absents.toSorted((a, b) => b.depot - a.depot);
  const conter = async () => {
    for (let recit = file.shift(); recit; recit = file.shift()) {
      try {
        await raconter(recit, equipe, empreinte);
      } catch (erreur) {
        console.error(`dossier de démonstration ${recit.qui.nom} : ${erreur instanceof Error ? erreur.message : String(erreur)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: A_LA_FOIS }, conter));
  await passerLaNuit(new Date());
}

async function raconter({ qui, slug, depot, reponses, observations, suite }: RecitDeDemonstration, equipe: Equipe, motDePasse: string) {
  const at = ilYA(depot, 11);
  const usager = await creerCompte(qui, motDePasse, ilYA(depot, 8));
  const recit = await deposerDemande(usager, { slug, reponses: { ...identite(qui), ...reponses }, observations }, at);
  await suite?.(recit, equipe);
  // who was given a number lost the password for a provisional one, expired since: they have chosen it again, so that a visitor can be them
  const choisi = { motDePasse, provisoire: null, provisoireExpire: null };
  await db().compte.updateMany({ where: { id: usager.compteId, motDePasse: null }, data: choisi });
}

async function creerCompte(qui: Personnage, motDePasse: string, le: Date): Promise<Usager> {
  const { nom, prenom, titre } = qui;
  const compteId = newId();
  const email = emailDe(qui);
  const numeroEtranger = titre?.numeroEtranger ?? null;
  const [annee = 0, mois = 0, jour = 0] = qui.naissance.split('-').map(Number);
  await db().compte.create({
    data: {
      id: compteId,
      email,
      motDePasse,
      numeroEtranger,
      telephone: qui.telephone,
      emailConfirmeLe: le,
      creeLe: le,
      consentementLe: le,
      consentements: { create: { donne: true, canal: 'creation', le } },
      personne: titre && {
        create: {
          id: newId(),
          numeroEtranger,
          nomNaissance: nom,
          prenoms: [prenom],
          sexe: qui.sexe,
          naissanceAnnee: annee,
          naissanceMois: mois,
          naissanceJour: jour,
          paysNaissance: qui.pays,
          lieuNaissance: qui.lieu,
          nationalites: [qui.pays],
          cleRecherche: cleRecherche(nom, [prenom]),
          titres: { create: enLigne(periode(titre), titre.type) },
        },
      },
    },
  });
  return { sorte: 'usager', compteId, sessionId: newId(), email, nom: `${prenom} ${nom}`, numeroEtranger, langue: 'fr', confies: [] };
}

type Titre = NonNullable<Personnage['titre']>;

function periode({ finDansJours, mois }: Titre): { debut: string; fin: string } {
  const fin = plusJours(jourDe(new Date()), finDansJours);
  return { debut: plusJours(plusMois(fin, -mois), 1), fin };
}

const enLigne = ({ debut, fin }: ReturnType<typeof periode>, type: Titre['type']) => ({
  id: newId(),
  sorte: 'titre' as const,
  numero: null,
  type,
  mention: TITRES[type].mention,
  debutLe: enDate(debut),
  finLe: enDate(fin),
});

function identite({ nom, prenom, sexe, naissance, pays, lieu, telephone, titre }: Personnage): Reponses {
  const tenu = titre && periode(titre);
  return {
    nom_naissance: nom,
    prenoms: [prenom],
    sexe,
    date_naissance: naissance,
    pays_naissance: pays,
    lieu_naissance: lieu,
    nationalites: [pays],
    telephone,
    parent_nom_naissance: nom,
    ...(titre && tenu && { numero_etranger: titre.numeroEtranger, titre_type: titre.type, titre_debut: tenu.debut, titre_fin: tenu.fin }),
  };
}
