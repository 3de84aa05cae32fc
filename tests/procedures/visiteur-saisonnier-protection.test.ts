// Visitors (C18), seasonal workers (C19), the protected (C16, C17) and their family: pieces, interim document, right to work, title.
import { describe, expect, it } from 'vitest';
import { modeRetenu } from '#domain/procedure/pieces.ts';
import { arret, cas, demarche } from '../support/demarche.ts';

describe('visiteur et travailleur saisonnier', () => {
  it('C18 : ressources, assurance et engagement, jamais de travail', () => {
    const jane = cas('visiteur');
    expect(jane.codes()).toEqual(expect.arrayContaining(['ressources_visiteur', 'assurance_maladie', 'engagement_non_activite']));
    expect(jane.travail()).toBeUndefined();
    expect(jane.silence()?.delai).toEqual({ mois: 4 });
  });
  it.each([
    ['vls_ts_visiteur', true],
    ['visiteur', false],
  ])('« %s » : acte de naissance et certificat médical %s', (titre_type, premiere) => {
    const visiteur = cas('visiteur', { titre_type });
    expect([visiteur.codes().includes('etat_civil'), visiteur.codes('remise').includes('certificat_medical')]).toEqual([
      premiere,
      premiere,
    ]);
  });
  it('C19 : l’autorisation de travail est toujours demandée, et seule valable elle permet de travailler', () => {
    expect(cas('saisonnier').manquantes()).toContain('autorisation_travail');
    expect(cas('saisonnier').travail()).toContain('R.431-15-2');
    const sans = cas('saisonnier', { autorisation_travail_valide: 'non' });
    expect(sans.manquantes()).toContain('autorisation_travail');
    expect(sans.travail()).toBeUndefined();
  });
  it('C19 : silence de 90 jours, tarif réduit', () => {
    expect(cas('saisonnier').silence()?.delai).toEqual({ jours: 90 });
    expect(demarche('saisonnier').tarif).toBe('reduit');
  });
  it.each([
    ['visa_saisonnier', ['etat_civil', 'visa_long_sejour']],
    ['saisonnier', ['respect_six_mois', 'titre_actuel']],
  ])('« %s » : demande en propre %j', (titre_type, propres) =>
    expect(
      cas('saisonnier', { titre_type })
        .codes()
        .filter((c) => ['etat_civil', 'visa_long_sejour', 'respect_six_mois', 'titre_actuel'].includes(c))
        .toSorted(),
    ).toEqual(propres),
  );
});

describe('protection internationale', () => {
  it.each([
    ['refugie', 'reconnu réfugié', 'R.431-15-3', 'Carte de résident', '10 ans', 'L.432-13 2°'],
    [
      'protection-subsidiaire',
      'a obtenu le bénéfice de la protection subsidiaire',
      'R.431-15-4',
      'Carte de séjour pluriannuelle « bénéficiaire de la protection subsidiaire »',
      '4 ans au plus',
      undefined,
    ],
  ])('C16, C17, %s : attestation de six mois dès le dépôt, travail, titre', (slug, mention, article, libelle, duree, commission) => {
    const protege = cas(slug);
    expect(protege.procedure.documentProvisoire).toEqual({ sorte: 'api_immediate', mois: 6, mention, article });
    expect(protege.travail()).toContain(article);
    expect(protege.titre()).toEqual({ libelle, duree });
    expect(protege.procedure.commission).toBe(commission);
    expect([protege.procedure.acces.sorte, protege.procedure.tarif]).toEqual(['numero', 'timbre_seul']);
  });
  it('C16 : garde le 1er janvier de convention', () => expect(demarche('refugie').exemple.reponses.date_naissance).toBe('1988-01-01'));
  it('n’attend pas les actes de l’Ofpra, et ne renvoie jamais un protégé à son consulat', () => {
    expect(cas('refugie').codes()).toContain('etat_civil_ofpra');
    expect(cas('refugie').manquantes()).toEqual(['ephoto', 'decision_protection', 'domicile', 'contrat_engagement']);
    for (const titre_type of ['refugie', 'protection_subsidiaire'])
      expect(cas('protection-renouvellement', { titre_type }).codes()).not.toContain('nationalite');
  });
  it('accepte une domiciliation par une association', () => {
    const mode = cas('refugie').piece('domicile')?.mode;
    expect(mode && modeRetenu(mode, 'domiciliation')).toMatchObject({ sorte: 'unique', document: 'Une attestation de domiciliation' });
  });
  it('fait signer le contrat d’engagement au réfugié algérien aussi : sa carte est celle du code', () =>
    expect(cas('refugie', { nationalites: ['DZ'] }).codes()).toContain('contrat_engagement'));
  it.each([
    ['refugie', 'subsidiaire', 'protection-subsidiaire'],
    ['protection-subsidiaire', 'refugie', 'refugie'],
  ])('%s : qui a l’autre protection est envoyé à sa démarche', (slug, protection, procedure) =>
    expect(arret(slug, 'protection', { protection })).toEqual({ erreurs: ['protection'], vers: { procedure } }),
  );
  it.each([
    ['conjoint', 'oui', ['certificat_medical', 'visa_long_sejour']],
    ['conjoint', 'non', ['vie_commune']],
    ['enfant', 'oui', ['certificat_medical', 'visa_long_sejour']],
    ['parent', undefined, []],
  ])('famille : %s, réunification %s → %j', (protege_lien, reunification, propres) => {
    const proche = cas('famille-de-protege', { protege_lien, reunification });
    expect(
      [...proche.codes(), ...proche.codes('remise')]
        .filter((c) => ['certificat_medical', 'vie_commune', 'visa_long_sejour'].includes(c))
        .toSorted(),
    ).toEqual(propres);
  });
  it('donne à la famille le titre de la personne protégée', () => {
    expect(cas('famille-de-protege').titre()).toEqual({ libelle: 'Carte de résident', duree: '10 ans' });
    expect(cas('famille-de-protege', { protege_protection: 'subsidiaire' }).titre().duree).toBe('4 ans au plus');
  });
  it.each([
    ['refugie', undefined, 'Carte de résident', ['honneur_absence']],
    ['protection_subsidiaire', 'oui', 'Carte de résident', []],
    ['protection_subsidiaire', 'non', 'Carte de séjour pluriannuelle « bénéficiaire de la protection subsidiaire »', []],
    ['famille_refugie', undefined, 'Carte de résident', ['honneur_absence', 'nationalite']],
    [
      'famille_protection_subsidiaire',
      'non',
      'Carte de séjour pluriannuelle « membre de la famille d’un bénéficiaire de la protection subsidiaire »',
      ['nationalite'],
    ],
  ])('renouvellement de « %s », quatre ans : %s → %s', (titre_type, quatre_ans_residence, libelle, propres) => {
    const protege = cas('protection-renouvellement', { titre_type, quatre_ans_residence });
    expect(protege.titre().libelle).toBe(libelle);
    expect(
      protege
        .codes()
        .filter((c) => ['honneur_absence', 'nationalite'].includes(c))
        .toSorted(),
    ).toEqual(propres);
  });
});
