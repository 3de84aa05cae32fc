// Amounts in force: the table that the portal ships with, and what the administration published since.
import 'server-only';
import type { Contexte } from '#domain/procedure/condition.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { casDuTarif } from '#domain/procedure/suites.ts';
import { centimesSaisis, cleTarif, type LigneTarif, montantDe } from '#domain/tarif/montant.ts';
import { LIGNES_TARIFS } from '#procedures/tarifs.ts';
import { versionsPubliees } from '../references/queries.ts';

/** The dated table of amounts (D-19): what the portal ships with, then each version published, from its day. */
export function lignesTarifs(): readonly LigneTarif[] {
  const publiees = LIGNES_TARIFS.filter((l) => l.du !== null).flatMap((ligne): LigneTarif[] =>
    versionsPubliees('tarif', cleTarif(ligne)).map(({ contenu, effetLe }) => ({
      code: ligne.code,
      ...(ligne.cas ? { cas: ligne.cas } : {}),
      taxe: centimesSaisis(contenu.taxe),
      timbre: centimesSaisis(contenu.timbre),
      ...(contenu.a_la_demande ? { aLaDemande: centimesSaisis(contenu.a_la_demande) } : {}),
      du: effetLe,
      source: contenu.source ?? '',
      certitude: 'L',
      dateSource: effetLe ?? '',
    })),
  );
  return [...LIGNES_TARIFS, ...publiees];
}

/** What this person pays for this request on that day, in cents; undefined when the table does not say it. */
export function montantDeLaDemande(procedure: Procedure, contexte: Contexte): number | undefined {
  return montantDe(lignesTarifs(), casDuTarif(procedure, contexte), contexte.jour)?.total;
}
