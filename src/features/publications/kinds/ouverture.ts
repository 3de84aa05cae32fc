// From when, and until when, a procedure is filed on the portal (S-301 to S-303).
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';
import type { KindReference } from '../schema.ts';

export const ouverture: KindReference = {
  sorte: 'ouverture',
  cles: async () => PROCEDURES.map(([p]) => ({ cle: p.slug, libelle: p.nom })).toSorted((a, b) => a.libelle.localeCompare(b.libelle, 'fr')),
  champs: () => [
    { nom: 'depuis', libelle: 'Ouverte depuis le', aide: 'Année-mois-jour, par exemple 2026-12-31.', forme: 'jour', requis: true },
    { nom: 'jusqua', libelle: 'Dernier jour', aide: 'Facultatif : laissez vide si rien ne l’annonce.', forme: 'jour' },
    { nom: 'message', libelle: 'Ce que lit la personne quand ce n’est pas ouvert', forme: 'long' },
    { nom: 'source', libelle: 'Texte qui le décide', forme: 'ligne', requis: true },
  ],
  parDefaut: async (cle) => {
    const procedure = procedureActuelle(cle);
    return procedure && { depuis: procedure.ouverture.depuis, jusqua: '', message: '', source: procedure.ouverture.source };
  },
  verifier: (_cle, { depuis = '', jusqua = '' }) =>
    jusqua !== '' && jusqua < depuis ? [{ champ: 'jusqua', message: 'Le dernier jour vient avant le premier.' }] : [],
};
