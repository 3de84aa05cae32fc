// A file is given to a piece: as the body itself, sent by a script (JSON answer), or in a multipart form, posted by the browser (303).
// `?complement_item=` gives it as the answer to an item of a complement, `?retour=` says which page of the space asked,
// `?guichet=` that the agent d'accueil does, at the desk.
import { adresseEtape } from '#domain/access/demarche.ts';
import { type FichierAffiche, idEmplacement, phraseDuTeleversement, type RefusTeleversement } from '#features/pieces/schema.ts';
import { cibleOuverte, LIMITES, televerser } from '#features/pieces/televersement/commands.ts';
import { etapeDesPieces } from '#features/pieces/televersement/queries.ts';
import { versPage } from '#guard/route.ts';
import { routeTeleversement, veutJson } from '#guard/televersement.ts';

const STATUTS_HTTP: Partial<Record<RefusTeleversement, number>> = {
  introuvable: 404,
  emplacement_inconnu: 404,
  statut_incompatible: 409,
  complement_ferme: 409,
  trop_de_fichiers: 409,
  trop_lourd: 413,
  format_refuse: 415,
  format_non_admis: 415,
  deguise: 415,
  interrompu: 400,
};

type Bilan = { joints: FichierAffiche[]; refus: RefusTeleversement | null };

export const POST = routeTeleversement('televersement', LIMITES, async ({ requete, params, portee, at, tropLourd, lireFichiers }) => {
  const { dossier: dossierId = '', piece = '', emplacement = '' } = params;
  const recherche = new URL(requete.url).searchParams;
  const cible = { portee, dossierId, piece, emplacement, complementItemId: recherche.get('complement_item'), at };

  const recevoir = async (): Promise<Bilan> => {
    if (tropLourd) return { joints: [], refus: 'trop_lourd' };
    const ouverte = await cibleOuverte(cible);
    if (!ouverte.ok) return { joints: [], refus: ouverte.refus };
    const bilan: Bilan = { joints: [], refus: null };
    const lecture = await lireFichiers(async (nom, contenu) => {
      const un = await televerser(cible, { nom, contenu }, { signal: requete.signal });
      if (un.ok) bilan.joints.push(un.valeur);
      else bilan.refus ??= un.refus;
    });
    if ('arret' in lecture) return { ...bilan, refus: lecture.arret };
    return lecture.nombre === 0 ? { ...bilan, refus: 'aucun_fichier' } : bilan;
  };

  const { joints, refus } = await recevoir();
  if (veutJson(requete)) {
    if (!refus) return Response.json({ fichiers: joints }, { status: 201 });
    return Response.json({ code: refus, message: phraseDuTeleversement(refus), fichiers: joints }, { status: STATUTS_HTTP[refus] ?? 422 });
  }
  const etape = await etapeDesPieces(portee, dossierId);
  if (!etape) return versPage('/mon-compte');
  const retour =
    pageDeRetour(recherche.get('retour')) ?? adresseEtape(recherche.has('guichet') ? '/guichet' : '/demarches', dossierId, etape);
  const place = idEmplacement(piece, emplacement);
  return versPage(`${retour}${refus ? `?erreur=${encodeURIComponent(`${place}.${refus}`)}` : ''}#${encodeURIComponent(place)}`);
});

/** The page to go back to, when it is one of those where files are given. */
function pageDeRetour(chemin: string | null): string | null {
  return chemin && /^\/(?:mon-compte|guichet)\/[a-z0-9/-]{1,200}$/.test(chemin) ? chemin : null;
}
