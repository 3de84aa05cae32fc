// Amounts: what the portal ships with is dated too, so an older date keeps its own amount whatever is published since (D-19).
import { SUPPLEMENTS, TARIFS } from '#domain/tarif/codes.ts';
import { cleTarif, eurosSaisis, type LigneTarif } from '#domain/tarif/montant.ts';
import { LIGNES_TARIFS } from '#procedures/tarifs.ts';
import type { KindReference } from '../schema.ts';

const LIBELLES: Readonly<Record<LigneTarif['code'], string>> = { ...TARIFS, ...SUPPLEMENTS };

/** The latest dated row of each case. */
const parCle = new Map(
  LIGNES_TARIFS.filter((l) => l.du !== null)
    .toSorted((a, b) => ((a.du ?? '') < (b.du ?? '') ? -1 : 1))
    .map((l) => [cleTarif(l), l]),
);

export const tarif: KindReference = {
  sorte: 'tarif',
  cles: async () =>
    [...parCle].map(([cle, { code, cas }]) => ({ cle, libelle: cas ? `${LIBELLES[code]} – ${cas.libelle}` : LIBELLES[code] })),
  champs: (cle) => [
    { nom: 'taxe', libelle: 'Taxe, en euros', forme: 'euros', requis: true },
    { nom: 'timbre', libelle: 'Droit de timbre, en euros', forme: 'euros', requis: true },
    ...(parCle.get(cle)?.aLaDemande === undefined
      ? []
      : [{ nom: 'a_la_demande', libelle: 'Part payée dès la demande, en euros', forme: 'euros' as const, requis: true }]),
    { nom: 'source', libelle: 'Texte qui fixe le montant', forme: 'ligne', requis: true },
  ],
  parDefaut: async (cle) => {
    const ligne = parCle.get(cle);
    if (!ligne) return undefined;
    const { taxe, timbre, aLaDemande, source } = ligne;
    return {
      taxe: eurosSaisis(taxe),
      timbre: eurosSaisis(timbre),
      ...(aLaDemande === undefined ? {} : { a_la_demande: eurosSaisis(aLaDemande) }),
      source,
    };
  },
};
