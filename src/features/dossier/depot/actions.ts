'use server';
import { adresseEtape, type BaseDemarche } from '#domain/access/demarche.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { adresseOrientation } from '#domain/orientation/orienter.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { premiereEtape } from '#domain/procedure/navigate.ts';
import { avecLigne, sansLigne } from '#domain/procedure/saisie.ts';
import { feuilleDe } from '#domain/procedure/situation.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import { refuse } from '#domain/result.ts';
import { actionDemarche, actionDemarcheAvec, actionUsager } from '#guard/action.ts';
import type { Suite } from '#guard/respond.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { ENTREES } from '#procedures/situations.ts';
import { lireAvance } from '../queries.ts';
import { deposer, garderSaisie, validerEtapeChamps, validerEtapePieces, versionDeSaisie } from './commands.ts';
import { schemaDepot, schemaDossier, schemaEntree, schemaEtape, schemaSituation } from './schema.ts';
import { abandonner, changerSituation, commencer } from './situation/commands.ts';

/** "Je continue" on the entry question (S-065). */
export const choisirEntree = actionUsager('choisir_entree', schemaEntree, async ({ saisie }) => {
  const entree = ENTREES.find((e) => e.code === saisie.entree);
  return entree
    ? { vers: `/demarches/nouvelle?entree=${entree.code}` }
    : { etat: { erreurs: { entree: 'Choisissez une réponse pour continuer.' } } };
});

/** Step 1: starts the request, or moves the draft to the situation now chosen. */
export const choisirSituation = actionDemarche(
  'choisir_situation',
  schemaSituation,
  async ({ saisie, acteur, portee, base, at }): Promise<Suite> => {
    const entree = ENTREES.find((e) => e.code === saisie._entree);
    const precision = saisie.precision[saisie.situation];
    const feuille = entree ? feuilleDe(entree, precision ? [saisie.situation, precision] : [saisie.situation]) : null;
    if (!feuille) return { etat: { erreurs: { situation: 'Choisissez votre situation pour continuer.' } } };
    if ('aVenir' in feuille) return { etat: { erreurs: { situation: feuille.aVenir } } };
    if ('orientation' in feuille) return { vers: adresseOrientation(feuille.orientation, { demande: 'premiere' }) };
    const procedure = procedureActuelle(feuille.procedure);
    const premiere = procedure && premiereEtape(procedure)?.code;
    if (!premiere) return refuse('procedure_inconnue');
    if (saisie._dossier) {
      const changee = await changerSituation({ acteur, portee, at }, saisie._dossier, feuille.procedure);
      return changee.ok ? { vers: adresseEtape(base, saisie._dossier, premiere) } : changee;
    }
    // at the desk a request begins from its ticket
    if (acteur.sorte === 'agent') return refuse('non_autorise');
    const commencee = await commencer(acteur, { compteId: acteur.compteId, representation: saisie.pour }, feuille.procedure, at);
    return commencee.ok ? { vers: adresseEtape(base, commencee.valeur, premiere) } : commencee;
  },
);

/** What is typed, without the fields of the form itself. */
function sansTechnique(brut: { [nom: string]: Brut }): { [nom: string]: Brut } {
  return Object.fromEntries(Object.entries(brut).filter(([nom]) => !nom.startsWith('_')));
}

type Gardee = { portee: PorteeDossiers; at: Date; dossier: string; etape: string; valeurs: Brut; version: number };

/** Keeps the typing, then goes; a conflict is shown instead of being written over. */
async function garderEtAller({ portee, at, dossier, etape, valeurs, version }: Gardee, vers: string): Promise<Suite> {
  const gardee = await garderSaisie({ portee, at }, dossier, etape, valeurs, version);
  if (gardee.ok) return { vers };
  return gardee.refus === 'saisie_en_conflit' ? enConflit(portee, dossier, etape, valeurs) : gardee;
}

async function enConflit(portee: PorteeDossiers, dossier: string, etape: string, valeurs: Brut): Promise<Suite> {
  return { etat: { general: phraseDuRefus('saisie_en_conflit'), conflit: await versionDeSaisie(portee, dossier, etape), valeurs } };
}

/** Where an intention other than "poursuivre" leads; null when it stays on the page. */
function destination(intention: string, base: BaseDemarche, dossier: string): string | null {
  if (intention === 'quitter') return base === '/guichet' ? '/assistance' : '/mon-compte?garde=1';
  const [verbe, etape] = intention.split(':');
  return verbe === 'aller' && etape && /^[a-z_]+$/.test(etape) ? adresseEtape(base, dossier, etape) : null;
}

/** Rows added or removed before scripts run: the form comes back with one more, one less. */
function lignesModifiees(intention: string, valeurs: Brut): Brut | null {
  const [verbe, chemin, rang] = intention.split(':');
  if (verbe === 'ajouter' && chemin) return avecLigne(valeurs, chemin, rang === 'bloc' ? {} : '');
  if (verbe === 'retirer' && chemin) return sansLigne(valeurs, chemin, Number(rang));
  return null;
}

/** Every button of an etape of questions. */
export const enregistrerEtape = actionDemarcheAvec(
  'enregistrer_etape',
  schemaEtape,
  (base, portee, { _dossier }) => lireAvance(base, portee, _dossier),
  async ({ saisie, brut, acteur, portee, base, at, lu }): Promise<Suite> => {
    const { _dossier: dossier, _etape: etape, _version: version, _intention: intention } = saisie;
    const valeurs = sansTechnique(brut);
    const lignes = lignesModifiees(intention, valeurs);
    if (lignes) return { etat: { valeurs: lignes } };
    const vers = destination(intention, base, dossier);
    if (vers) return garderEtAller({ portee, at, dossier, etape, valeurs, version }, vers);
    const validee = await validerEtapeChamps({ acteur, portee, at, lu }, dossier, etape, valeurs, version);
    if (!validee.ok) return validee.refus === 'saisie_en_conflit' ? enConflit(portee, dossier, etape, valeurs) : validee;
    if ('suivante' in validee.valeur) return { vers: adresseEtape(base, dossier, validee.valeur.suivante) };
    // with scripts the page has kept it already, and knows its version
    if (!saisie._scripts) await garderSaisie({ portee, at }, dossier, etape, valeurs, version);
    return { etat: { erreurs: validee.valeur.erreurs, valeurs } };
  },
);

/** "Enregistrer et poursuivre" on the etape of pieces. */
export const poursuivrePieces = actionDemarche(
  'poursuivre_pieces',
  schemaEtape,
  async ({ saisie, acteur, portee, base, at }): Promise<Suite> => {
    const vers = destination(saisie._intention, base, saisie._dossier);
    if (vers) return { vers };
    const validee = await validerEtapePieces({ acteur, portee, at }, saisie._dossier, saisie._etape);
    if (!validee.ok) return validee;
    return 'erreurs' in validee.valeur
      ? { etat: { erreurs: validee.valeur.erreurs } }
      : { vers: adresseEtape(base, saisie._dossier, validee.valeur.suivante) };
  },
);

/** "Déposer la demande", or leaving step 5 with the observations kept. */
export const deposerDemande = actionDemarche('deposer', schemaDepot, async ({ saisie, acteur, portee, base, at }): Promise<Suite> => {
  const { _dossier: dossier, _version: version, observations } = saisie;
  const vers = destination(saisie._intention, base, dossier);
  if (vers) return garderEtAller({ portee, at, dossier, etape: 'depot', valeurs: { observations }, version }, vers);
  const depot = await deposer({ acteur, portee, at }, dossier, observations);
  return depot.ok ? { vers: adresseEtape(base, dossier, 'confirmation') } : depot;
});

/** "Abandonner la demande", once confirmed. */
export const abandonnerDemande = actionUsager('abandonner', schemaDossier, async ({ saisie, usager, portee, at }): Promise<Suite> => {
  const fait = await abandonner({ acteur: usager, portee, at }, saisie._dossier);
  return fait.ok ? { vers: '/mon-compte?abandon=1' } : fait;
});
