import 'server-only';
import { redirect } from 'next/navigation';
import { adresseEtape, type BaseDemarche } from '#domain/access/demarche.ts';
import { nomDuRepresente } from '#domain/access/representation.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { champsDe, saisieInitiale } from '#domain/procedure/compile.ts';
import type { EtapeChamps, Reponses } from '#domain/procedure/definition.ts';
import { estAccessible, etapeCourante, etapeDe, etapePrecedente, jalons } from '#domain/procedure/navigate.ts';
import { piecesAttendues } from '#domain/procedure/pieces.ts';
import { reprisDe } from '#domain/procedure/preremplir.ts';
import { estNoeud } from '#domain/procedure/saisie.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import { montantDeLaDemande } from '#features/configuration/tarifs/queries.ts';
import { piecesDuDossier } from '#features/pieces/queries.ts';
import { proposees } from '#features/pieces/reprise/queries.ts';
import { loaderGuichet, loaderUsager } from '#guard/loader.ts';
import { procedureActuelle } from '#procedures/index.ts';
import {
  brouillonsDe,
  brouillonsEnAttente,
  changementDeListe,
  confirmationDe,
  type DossierEnCours,
  dossierEnCours,
  listeEnVigueurLe,
} from './queries.ts';

function avancementDe(dossier: DossierEnCours) {
  return { etapesValidees: dossier.etapesValidees, estDepose: dossier.deposeLe !== null };
}

type Visite = { portee: PorteeDossiers; base: BaseDemarche; at: Date };

/** Everything that the one wizard page shows. An etape that cannot be opened leads to the one to resume at. */
async function lireEtape({ portee, base, at }: Visite, dossierId: string, code: string) {
  const dossier = await dossierEnCours(portee, dossierId, code);
  if (!dossier || dossier.statut === 'abandonne') return null;
  const { procedure } = dossier;
  const avancement = avancementDe(dossier);
  const etape = etapeDe(procedure, code);
  if (!etape || !estAccessible(procedure, code, avancement))
    redirect(adresseEtape(base, dossierId, etapeCourante(procedure, avancement).code));
  const jour = jourDe(at);
  const commun = {
    base,
    dossierId,
    etape,
    procedure: { slug: procedure.slug, nom: procedure.nom, situation: procedure.situation },
    jalons: jalons(procedure, code, avancement),
    precedente: etapePrecedente(procedure, code)?.code ?? null,
    aEchoue: dossier.aEchoue && dossier.statut === 'brouillon',
    pour: dossier.pour,
    mineur: dossier.representation && nomDuRepresente(dossier.representation),
  };
  switch (etape.sorte) {
    case 'situation':
      return { ...commun, sorte: etape.sorte };
    case 'champs':
      return {
        ...commun,
        sorte: etape.sorte,
        definition: definitionDe(etape),
        ...formulaireDe(etape, dossier, dossier.email),
        contexte: contexteDuFormulaire(etape, dossier.reponses, jour, dossier.email),
        demarches: demarchesDe(etape),
        // said until the etape has been checked
        repris: dossier.etapesValidees.includes(etape.code) ? null : reprisSur(etape, dossier),
      };
    case 'pieces': {
      const liste = await listeEnVigueurLe(dossier, jour);
      const attendues = piecesAttendues(liste.pieces, { reponses: dossier.reponses, jour }, 'depot');
      // the list changed since the last visit: say so (D-05)
      const nouveautes = await changementDeListe(dossier, liste, jour);
      const montant = montantDeLaDemande(procedure, { reponses: dossier.reponses, jour });
      const donnees = await piecesDuDossier(portee, dossierId);
      const reprises = await proposees(
        portee,
        { id: dossierId, reponses: dossier.reponses },
        attendues.map((a) => a.piece),
        at,
      );
      return { ...commun, sorte: etape.sorte, attendues, donnees, reprises, nouveautes, montant };
    }
    case 'depot': {
      const saisie = dossier.saisie && estNoeud(dossier.saisie.valeurs) ? dossier.saisie.valeurs : {};
      const liste = await listeEnVigueurLe(dossier, jour);
      return {
        ...commun,
        sorte: etape.sorte,
        observations: typeof saisie.observations === 'string' ? saisie.observations : '',
        version: dossier.saisie?.version ?? 0,
        transcript: transcrire(procedure, dossier.reponses, jour),
        donnees: await piecesDuDossier(portee, dossierId),
        attendues: piecesAttendues(liste.pieces, { reponses: dossier.reponses, jour }, 'depot'),
        nouveautes: await changementDeListe(dossier, liste, jour),
      };
    }
    case 'confirmation':
      return {
        ...commun,
        sorte: etape.sorte,
        numero: dossier.numero ?? '',
        deposeLe: dossier.deposeLe ?? at,
        email: dossier.email,
        document: await confirmationDe(portee, dossierId),
        estAutomatique: procedure.traitement === 'automatique',
        // a declared change comes before something else (D-10): the way back to it
        attendues: procedure.effet ? await brouillonsEnAttente(portee) : [],
      };
  }
}

export const chargerEtape = loaderUsager(({ portee, at }, dossierId: string, code: string) =>
  lireEtape({ portee, base: '/demarches', at }, dossierId, code),
);

/** The same page at the desk, where an agent d'accueil fills it for the person (C39). */
export const chargerEtapeGuichet = loaderGuichet(({ portee, at }, dossierId, code: string) =>
  lireEtape({ portee, base: '/guichet', at }, dossierId, code),
);

export type Chargee = Awaited<ReturnType<typeof chargerEtape>>;

function formulaireDe(etape: EtapeChamps, dossier: DossierEnCours, email: string): { valeurs: { [code: string]: Brut }; version: number } {
  const initiales = saisieInitiale(etape, dossier.reponses, email);
  const tapees = dossier.saisie && estNoeud(dossier.saisie.valeurs) ? dossier.saisie.valeurs : {};
  // only what this etape asks: an old tab may have saved fields of a former situation
  const utiles = Object.entries(tapees).filter(([code]) => code in initiales);
  return { valeurs: { ...initiales, ...Object.fromEntries(utiles) }, version: dossier.saisie?.version ?? 0 };
}

/** Where the answers of an etape may lead; a démarche that is not on the portal yet is not offered. */
function demarchesDe(etape: EtapeChamps): string[] {
  const visees = champsDe(etape).flatMap(({ arret }) => (arret?.vers && 'procedure' in arret.vers ? [arret.vers.procedure] : []));
  return visees.filter((slug) => procedureActuelle(slug) !== undefined);
}

/** What was filled in on this screen when the request was begun; null when nothing was. */
function reprisSur(etape: EtapeChamps, { reprise, reponses }: DossierEnCours) {
  const repris = reprise && reprisDe(reprise, champsDe(etape), reponses);
  return repris && repris.registre.length + repris.demande.length > 0 ? { ...repris, le: reprise.demande?.le ?? null } : null;
}

const definitions = new WeakMap<EtapeChamps, string>();

/**
 * An etape as one text, written once per process: hundreds of values given one by one to the browser cost, at each request, more than
 * the form that they describe. A definition survives JSON (domain/procedure/definition).
 */
function definitionDe(etape: EtapeChamps): string {
  const connue = definitions.get(etape) ?? JSON.stringify(etape);
  definitions.set(etape, connue);
  return connue;
}

/** Answers of other etapes that the conditions of this one may look at; the rest does not travel to the browser. */
function contexteDuFormulaire(etape: EtapeChamps, reponses: Reponses, jour: string, email: string) {
  const texte = definitionDe(etape);
  const utiles = Object.entries(reponses).filter(
    ([code]) => ['nationalites', 'nationalite_retenue', 'date_naissance'].includes(code) || texte.includes(`"champ":"${code}"`),
  );
  return { jour, email, reponses: Object.fromEntries(utiles) };
}

/** The draft about to be abandoned. */
export const chargerAbandon = loaderUsager(async ({ portee }, dossierId: string) => {
  const dossier = await dossierEnCours(portee, dossierId, '');
  if (dossier?.statut !== 'brouillon') return null;
  return {
    dossierId,
    nom: dossier.procedure.nom,
    retour: adresseEtape('/demarches', dossierId, etapeCourante(dossier.procedure, avancementDe(dossier)).code),
  };
});

/** The entry question: what is begun already can be resumed from there (S-050). */
export const chargerEntree = loaderUsager(async ({ portee }) => ({ brouillons: await brouillonsDe(portee) }));

/** Step 1 of a new request needs a usager and nothing else. */
export const chargerNouvelle = loaderUsager(async ({ usager }) => ({ email: usager.email }));
