'use server';
import { rolesAyant } from '#domain/access/roles.ts';
import { valeurEn } from '#domain/procedure/saisie.ts';
import { avecRegle, ecrireNoeud, lireNoeud, type Noeud, SORTES_DE_REGLE, sansRegle } from '#domain/procedure/saisie-condition.ts';
import { lirePiece } from '#domain/procedure/saisie-piece.ts';
import { champsDeLaProcedure } from '#domain/procedure/valeurs.ts';
import { type CodeRefus, phraseDuRefus } from '#domain/refusals.ts';
import { CONFIRMATION } from '#features/compte/facteurs/commands.ts';
import { MODELES } from '#features/pieces/catalogue.ts';
import { actionAdministration } from '#guard/action.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { abandonnerBrouillon, commencerBrouillon, enregistrerPiece, placerPiece, publierListe, retirerPublication } from './commands.ts';
import {
  adresseListe,
  schemaAbandon,
  schemaListeVisee,
  schemaPieceSaisie,
  schemaPlace,
  schemaPublication,
  schemaVersionVisee,
} from './schema.ts';

const GERANTS = rolesAyant('gerer_listes');
const INCONNUE = { ok: false, refus: 'introuvable' } as const;

export const faireCommencer = actionAdministration('commencer_liste', GERANTS, schemaListeVisee, async ({ saisie, agent, portee, at }) => {
  const procedure = procedureActuelle(saisie.procedure);
  if (!procedure) return INCONNUE;
  const fait = await commencerBrouillon({ portee, par: agent, procedure, at });
  return fait.ok ? { vers: adresseListe(saisie.procedure, fait.valeur) } : fait;
});

/** `regle+r-0`: a rule more in a group; `regle-r-0`: one less; anything else shows the form again, with room for more. */
function apresLeGeste(geste: string, condition: Noeud | null, sorte: string): { condition: Noeud | null; dit: string } {
  const [, quoi, chemin = ''] = /^regle([+-])(r[0-9-]*)$/.exec(geste) ?? [];
  if (quoi === '+') {
    const choisie = SORTES_DE_REGLE.find((s) => s === sorte) ?? 'champ';
    return { condition: avecRegle(condition, chemin, choisie), dit: 'La règle est ajoutée à la page. Rien n’est encore enregistré.' };
  }
  if (quoi === '-')
    return { condition: sansRegle(condition, chemin), dit: 'La règle est retirée de la page. Rien n’est encore enregistré.' };
  return { condition, dit: 'La page est à jour. Rien n’est encore enregistré.' };
}

export const faireEnregistrerPiece = actionAdministration(
  'enregistrer_piece',
  GERANTS,
  schemaPieceSaisie,
  async ({ saisie, brut, agent, portee, at }) => {
    const procedure = procedureActuelle(saisie.procedure);
    if (!procedure) return INCONNUE;
    if (saisie._geste !== '') {
      const [, chemin = 'r'] = /^regle[+-](r[0-9-]*)$/.exec(saisie._geste) ?? [];
      const sorte = valeurEn(brut, `condition.${chemin}.ajout`);
      const apres = apresLeGeste(saisie._geste, lireNoeud(brut.condition), typeof sorte === 'string' ? sorte : '');
      return { etat: { succes: apres.dit, valeurs: { ...brut, condition: ecrireNoeud(apres.condition) } } };
    }
    const lue = lirePiece(brut, { champs: champsDeLaProcedure(procedure), modeles: [...MODELES.keys()] });
    if ('erreurs' in lue) return { etat: { erreurs: Object.fromEntries(lue.erreurs.toReversed().map((e) => [e.chemin, e.message])) } };
    const fait = await enregistrerPiece({ portee, par: agent, procedure, at }, saisie, saisie.ancien || null, lue.piece);
    if (fait.ok) return { vers: `${adresseListe(saisie.procedure, saisie.version)}?fait=piece#${lue.piece.code}` };
    if (fait.refus === 'code_de_piece_pris' || fait.refus === 'code_de_piece_publie')
      return { etat: { erreurs: { code: phraseDuRefus(fait.refus) } } };
    if (fait.refus !== 'liste_modifiee_ailleurs') return fait;
    return { etat: { general: phraseDuRefus(fait.refus, fait.details), conflit: Number(fait.details?.revision) } };
  },
);

export const fairePlacer = actionAdministration('placer_piece', GERANTS, schemaPlace, async ({ saisie, agent, portee, at }) => {
  const procedure = procedureActuelle(saisie.procedure);
  if (!procedure) return INCONNUE;
  const fait = await placerPiece({ portee, par: agent, procedure, at }, saisie, saisie.piece, saisie.geste);
  if (!fait.ok) return fait;
  const ancre = saisie.geste === 'retirer' ? '' : `#${saisie.piece}`;
  return { vers: `${adresseListe(saisie.procedure, saisie.version)}?fait=${saisie.geste === 'retirer' ? 'retiree' : 'deplacee'}${ancre}` };
});

export const faireAbandonner = actionAdministration('abandonner_liste', GERANTS, schemaAbandon, async ({ saisie, agent, portee, at }) => {
  const procedure = procedureActuelle(saisie.procedure);
  if (!procedure) return INCONNUE;
  const fait = await abandonnerBrouillon({ portee, par: agent, procedure, at }, saisie);
  return fait.ok ? { vers: `${adresseListe(saisie.procedure)}?fait=abandonne` } : fait;
});

/** Refusals that stand beside a field. */
const CHAMP_DU_REFUS = new Map<CodeRefus, string>([
  ['effet_aujourdhui', 'urgence'],
  ['effet_passe', 'effet'],
  ['effet_avant_la_suivante', 'effet'],
]);

export const fairePublier = actionAdministration(
  'publier_liste',
  GERANTS,
  schemaPublication,
  async ({ saisie, agent, portee, at }) => {
    const procedure = procedureActuelle(saisie.procedure);
    if (!procedure) return INCONNUE;
    const fait = await publierListe({ portee, par: agent, procedure, at }, saisie);
    if (fait.ok) return { vers: `${adresseListe(saisie.procedure)}?fait=publiee` };
    const champ = CHAMP_DU_REFUS.get(fait.refus);
    if (champ) return { etat: { erreurs: { [champ]: phraseDuRefus(fait.refus, fait.details) } } };
    return fait;
  },
  { confirmation: CONFIRMATION },
);

export const faireRetirer = actionAdministration('retirer_liste', GERANTS, schemaVersionVisee, async ({ saisie, agent, portee, at }) => {
  const procedure = procedureActuelle(saisie.procedure);
  if (!procedure) return INCONNUE;
  const fait = await retirerPublication({ portee, par: agent, procedure, at }, saisie.version);
  return fait.ok ? { vers: `${adresseListe(saisie.procedure)}?fait=retiree` } : fait;
});
