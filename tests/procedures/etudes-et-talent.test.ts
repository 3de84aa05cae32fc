// Students (C14) and talents (C20): who is asked what, the card of each ground, its silence, and the right to work meanwhile.
import { describe, expect, it } from 'vitest';
import { premiereEtape } from '#domain/procedure/navigate.ts';
import { jourDuSilence } from '#domain/procedure/suites.ts';
import { arret, cas, demarche, JOUR } from '../support/demarche.ts';

describe('études', () => {
  it('C14 : accepte une préinscription, et attend le certificat définitif à la remise', () => {
    expect(cas('etudiant-renouvellement').codes('remise')).toEqual(['timbre', 'inscription_definitive']);
    expect(cas('etudiant-renouvellement', { inscription: 'definitive' }).codes('remise')).toEqual(['timbre']);
    expect(cas('etudiant-renouvellement').codes()).toContain('inscription_etudes');
  });
  it('C14 : additionne les ressources jusqu’à 615 € par mois', () =>
    expect(cas('etudiant-renouvellement').piece('ressources_etudiant')?.mode).toMatchObject({
      sorte: 'cumul',
      document: 'Vos ressources, additionnées, doivent atteindre au moins 615 € par mois.',
    }));
  it.each([
    ['concours', ['concours_etudiant']],
    ['scolarite', ['entree_reguliere', 'ressources_etudiant', 'scolarite_depuis_16_ans']],
    ['necessite', ['entree_reguliere', 'necessite_etudes', 'ressources_etudiant']],
    ['visa', ['ressources_etudiant', 'visa_long_sejour']],
  ])('première carte, fondement « %s » : demande %j', (fondement_etudes, attendues) =>
    expect(
      cas('etudiant', { fondement_etudes })
        .codes()
        .filter((c) => /concours|entree|ressources|scolarite|necessite|visa/.test(c))
        .toSorted(),
    ).toEqual(attendues),
  );
  it('demande un visa de long séjour à tout étudiant algérien, sans contrat d’engagement', () => {
    const algerien = cas('etudiant', { nationalites: ['DZ'], fondement_etudes: undefined });
    expect(algerien.codes()).toContain('visa_long_sejour');
    expect(algerien.codes()).not.toContain('contrat_engagement');
    expect(algerien.codes()).toContain('ressources_etudiant');
  });
  it.each([
    ['etudiant', 'VN', { jours: 90 }, 'Carte de séjour temporaire « étudiant »', undefined],
    ['etudiant', 'DZ', { mois: 4 }, 'Certificat de résidence algérien « étudiant »', undefined],
    ['etudiant-renouvellement', 'VN', { jours: 90 }, 'Carte de séjour pluriannuelle « étudiant »', 'R.431-15-2 (renouvellement), L.422-1'],
    ['etudiant-renouvellement', 'DZ', { mois: 4 }, 'Certificat de résidence algérien « étudiant »', undefined],
  ])('%s, %s : silence, titre et travail', (slug, nationalite, delai, libelle, travail) => {
    const etudiant = cas(slug, { nationalites: [nationalite] });
    expect([etudiant.silence()?.delai, etudiant.titre().libelle, etudiant.travail()]).toEqual([delai, libelle, travail]);
  });
  it('donne aux programmes de mobilité leur carte, contre leur pièce', () => {
    const mobile = cas('etudiant-renouvellement', { programme_mobilite: 'oui' });
    expect(mobile.titre().libelle).toBe('Carte de séjour pluriannuelle « étudiant-programme de mobilité »');
    expect(mobile.codes()).toContain('prog_mobilite');
    expect(cas('etudiant-renouvellement').codes()).not.toContain('prog_mobilite');
  });
  it('dit la limite de 60 % du temps de travail', () =>
    expect(demarche('etudiant-renouvellement').travailPendantInstruction?.precision).toContain('60 %'));
});

describe('talent', () => {
  const TAL = [
    ['salarie_qualifie', ['tal_diplome', 'tal_emploi'], 'talent-salarié qualifié', { mois: 4 }],
    ['entreprise_innovante', ['tal_emploi', 'tal_innovation'], 'talent-salarié qualifié', { mois: 4 }],
    ['mission', ['tal_emploi', 'tal_mission'], 'talent-salarié qualifié', { mois: 4 }],
    ['carte_bleue', ['tal_diplome', 'tal_emploi'], 'talent-carte bleue européenne', { jours: 90 }],
    ['medical', ['tal_emploi', 'tal_exercice_medical'], 'talent-profession médicale et de la pharmacie', { mois: 4 }],
    ['chercheur', ['tal_convention', 'tal_diplome'], 'talent-chercheur', { jours: 60 }],
    ['creation', ['tal_diplome', 'tal_projet_creation'], 'talent-porteur de projet', { mois: 4 }],
    ['projet_innovant', ['tal_projet_innovant'], 'talent-porteur de projet', { mois: 4 }],
    ['investisseur', ['tal_projet_investisseur'], 'talent-porteur de projet', { mois: 4 }],
    ['mandataire', ['tal_mandat'], 'talent', { mois: 4 }],
    ['artiste', ['tal_art'], 'talent', { mois: 4 }],
    ['renommee', ['tal_renom'], 'talent', { mois: 4 }],
  ] as const;
  const desTalents = (codes: readonly string[]) => codes.filter((c) => c.startsWith('tal_')).toSorted();

  it.each(TAL)('motif « %s » : pièces %j, carte « %s »', (talent_motif, pieces, mention, delai) => {
    const talent = cas('talent', { talent_motif });
    expect(desTalents(talent.codes())).toEqual(pieces);
    expect(talent.titre().libelle).toBe(`Carte de séjour pluriannuelle « ${mention} »`);
    expect(talent.silence()?.delai).toEqual(delai);
  });
  it('C20 : chercheur, la convention et le diplôme seulement, soixante jours de silence', () => {
    const chercheur = cas('talent');
    expect(chercheur.manquantes()).toEqual([
      'ephoto',
      'titre_actuel',
      'nationalite',
      'domicile',
      'tal_diplome',
      'tal_convention',
      'contrat_engagement',
    ]);
    const silence = chercheur.silence();
    expect(silence && jourDuSilence(silence, JOUR)).toBe('2027-01-21');
    expect(cas('talent', { convention_mobilite: 'oui' }).titre().libelle).toContain('talent-chercheur-programme de mobilité');
  });
  it('carte bleue d’un autre État : trente jours, ni diplôme ni nouveau visa, mais l’autre carte', () => {
    const mobile = cas('talent', { talent_motif: 'carte_bleue', carte_bleue_autre_etat: 'oui', talent_diplome_connu: 'non' });
    expect(mobile.silence()?.delai).toEqual({ jours: 30 });
    expect(desTalents(mobile.codes())).toEqual(['tal_carte_bleue_europe', 'tal_emploi']);
  });
  it('ne redemande pas un diplôme déjà vérifié (R.421-21 A)', () =>
    expect(cas('talent', { talent_motif: 'carte_bleue', talent_diplome_connu: 'oui' }).codes()).not.toContain('tal_diplome'));
  it('demande le droit d’exercer une profession réglementée, quel que soit le motif', () =>
    expect(cas('talent', { profession_reglementee: 'oui' }).codes()).toContain('tal_profession_reglementee'));
  it.each([
    ['visa_talent', true],
    ['vls_ts_etudiant', true],
    ['etudiant_temporaire', false],
    ['salarie', false],
  ])('venant de « %s » : travail pendant l’examen %s', (titre_type, autorise) =>
    expect(cas('talent', { titre_type }).travail() !== undefined).toBe(autorise),
  );
  it('arrête un Algérien, dont l’accord ne connaît pas cette carte', () =>
    expect(arret('talent', 'talent_motif', { nationalites: ['DZ'] })).toEqual({
      erreurs: ['talent_motif'],
      vers: { orientation: 'salarie' },
    }));
  it('renouvelle sans diplôme, avec la preuve de l’activité', () =>
    expect(desTalents(cas('talent-renouvellement').codes())).toEqual(['tal_activite', 'tal_emploi']));
  it('renouvelle qui a perdu son emploi pour la durée de ses droits, sans contrat', () => {
    const prive = cas('talent-renouvellement', { prive_emploi: 'oui' });
    expect(desTalents(prive.codes())).toEqual(['tal_perte_emploi']);
    expect(prive.titre()).toEqual({
      libelle: 'Carte de séjour pluriannuelle « talent-carte bleue européenne »',
      duree: 'Durée des droits à l’allocation d’assurance chômage',
    });
  });
  it.each([
    ['talent', { mois: 4 }],
    ['carte_bleue', { jours: 90 }],
    ['carte_bleue_europe', { jours: 30 }],
  ])('famille d’un titulaire « %s » : silence %j (R.421-37-7)', (talent_titre_proche, delai) =>
    expect(cas('talent-famille', { talent_titre_proche }).silence()?.delai).toEqual(delai),
  );
  it('demande le mariage au conjoint, la filiation et l’entrée avant 18 ans à l’enfant', () => {
    expect(cas('talent-famille').codes()).toEqual(expect.arrayContaining(['mariage', 'etat_civil', 'titre_talent', 'titre_actuel']));
    const enfant = cas('talent-famille', { talent_lien: 'enfant', titre_type: undefined }).codes();
    expect(enfant).toEqual(expect.arrayContaining(['filiation', 'entree_mineur']));
    expect(enfant).not.toContain('mariage');
    expect(enfant).not.toContain('titre_actuel');
  });
  it('commence par le titre connu', () => expect(premiereEtape(demarche('talent'))?.code).toBe('titre'));
});
