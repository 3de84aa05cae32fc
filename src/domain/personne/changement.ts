// What a declared change of civil status changes (procedure changement-de-situation-familiale): only what the person says has changed.
import { texteDeReponse, textesDe } from '../procedure/champs.ts';
import type { Reponses } from '../procedure/definition.ts';

/** Absent: unchanged. `nomUsage` null: none is borne any more. */
export type ChangementEtatCivil = { nomNaissance?: string; nomUsage?: string | null; prenoms?: readonly string[] };

export function changementsEtatCivil(reponses: Reponses): ChangementEtatCivil {
  const nom = texteDeReponse(reponses.nouveau_nom_naissance);
  const prenoms = textesDe(reponses.nouveaux_prenoms);
  const usage = texteDeReponse(reponses.nouveau_nom_usage);
  return {
    ...(nom === '' ? {} : { nomNaissance: nom }),
    ...(prenoms.length === 0 ? {} : { prenoms }),
    ...(reponses.nom_usage_change === 'oui' ? { nomUsage: usage === '' ? null : usage } : {}),
  };
}
