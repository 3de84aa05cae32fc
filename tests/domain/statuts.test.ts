import { describe, expect, it } from 'vitest';
import { parcoursDe } from '#domain/dossier/parcours.ts';
import { OBJETS, STATUTS, statutUsager } from '#domain/dossier/statuts.ts';
import { objetDe } from '#domain/procedure/suites.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';

const objet = (slug: string) => {
  const procedure = procedureActuelle(slug);
  if (!procedure) throw new Error(slug);
  return objetDe(procedure);
};

describe('les mots du statut suivent ce qui est demandé', () => {
  it.each([
    ['conjoint-de-francais', 'titre'],
    ['saisonnier', 'titre'],
    ['duplicata', 'duplicata'],
    ['titre-de-voyage', 'document_de_voyage'],
    ['document-de-circulation', 'document_de_voyage'],
    ['changement-d-adresse', 'changement'],
    ['changement-de-situation-familiale', 'changement'],
    ['validation-vls-ts', 'vls_ts'],
    ['autorisation-de-travail', 'autorisation_de_travail'],
    ['nationalite', 'nationalite'],
  ] as const)('%s : %s', (slug, attendu) => {
    expect(objet(slug)).toBe(attendu);
  });

  it('ne dit « titre » d’aucune démarche qui n’en donne pas', () => {
    const autres = PROCEDURES.flat().filter((p) => p.sorte === 'autre');
    expect(autres.filter((p) => objetDe(p) === 'titre').map((p) => p.slug)).toEqual([]);
    for (const o of OBJETS.filter((o) => o !== 'titre')) {
      for (const statut of STATUTS) expect(statutUsager(statut, o).explication).not.toMatch(/votre titre (est|vous)/i);
    }
  });

  it('dit où est le titre : en fabrication, puis arrivé, et rien de tel de ce qui ne se fabrique pas', () => {
    expect(statutUsager('accepte', 'titre', 'production').explication).toContain('en cours de fabrication');
    expect(statutUsager('accepte', 'titre', 'remise').explication).toContain('arrivé à la préfecture');
    expect(statutUsager('accepte', 'nationalite', 'remise')).toEqual(statutUsager('accepte', 'nationalite'));
    expect(statutUsager('remis', 'titre', 'remise')).toEqual(statutUsager('remis', 'titre'));
  });

  it('finit le parcours par le mot de la démarche, et un refus avant lui', () => {
    expect(parcoursDe('accepte', 'titre')?.etapes.at(-1)).toBe('Document disponible');
    expect(parcoursDe('depose', 'vls_ts')?.etapes.at(-1)).toBe('Visa validé');
    expect(parcoursDe('refuse', 'changement')?.etapes.at(-1)).toBe('Décision prise');
    expect(parcoursDe('clos', 'titre')).toBeNull();
  });
});
