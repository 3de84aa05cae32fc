import { describe, expect, it } from 'vitest';
import { attestationDue, periodeAttestation } from '#domain/delais/attestation.ts';
import { alertesDues, direEcheance, echeances, prochaine, rappelsDus } from '#domain/delais/echeances.ts';
import type { ComplementSuivi, FaitsDelais } from '#domain/delais/faits.ts';
import { estOuvre, plusJoursOuvres, reporteAuJourOuvre } from '#domain/delais/ouvres.ts';
import { dernierJourDeRecours } from '#domain/delais/recours.ts';
import { documentDe, regimeDe, titreDetenu } from '#domain/delais/regime.ts';
import { CODES_REGLE, REGLES } from '#domain/delais/regles.ts';
import { finDuSilence } from '#domain/delais/silence.ts';
import { type Jour, plusJours } from '#domain/jour.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';

const QUATRE_MOIS = { delai: { mois: 4 }, article: 'R.*432-1, R.432-2' };
const API = { sorte: 'api', mois: 3, article: 'R.431-15-1' } as const;

const faits = (plus: Partial<FaitsDelais> = {}, regime: Partial<FaitsDelais['regime']> = {}): FaitsDelais => ({
  statut: 'en_instruction',
  departement: '59',
  modifieLe: '2026-11-02',
  compteDurable: true,
  deposeLe: '2026-11-02',
  rouvertLe: null,
  accuseLe: '2026-11-02',
  regime: {
    silence: QUATRE_MOIS,
    provisoire: API,
    finDuDelai: null,
    dansLeDelai: true,
    retardPayant: true,
    devientMajeur: false,
    attendCertificat: false,
    ...regime,
  },
  document: null,
  complements: [],
  avis: [],
  attestations: [],
  decision: null,
  manques: null,
  titre: { recuLe: null, remisLe: null, finLe: null },
  ...plus,
});

const complement = (plus: Partial<ComplementSuivi> = {}): ComplementSuivi => ({
  id: 'c1',
  demandeLe: '2026-12-01',
  disponibleLe: new Date('2026-12-01T09:00:00Z'),
  ouverteLe: new Date('2026-12-01T10:00:00Z'),
  consentement: { le: new Date('2026-01-01T00:00:00Z'), finLe: null },
  prolongeJusqu: null,
  recommandeLe: null,
  reponduLe: null,
  leveLe: null,
  ...plus,
});

const jourDu = (code: string, f: FaitsDelais, jour: Jour) => echeances(f, jour).find((e) => e.code === code)?.le ?? null;

describe('les jours ouvrés', () => {
  it('passent les jours fériés, dont ceux du département', () => {
    // 11 November 2026 is a Wednesday; ten working days from Monday 2
    expect(plusJoursOuvres('2026-11-02', 10, '59')).toBe('2026-11-17');
    expect([estOuvre('2026-12-26', '67'), estOuvre('2027-03-26', '57'), estOuvre('2027-03-26', '59')]).toEqual([false, false, true]);
    expect([estOuvre('2026-12-25', null), estOuvre('2027-05-27', '971'), estOuvre('2027-05-27', '59')]).toEqual([false, false, true]);
  });

  it('connaissent les fêtes qui suivent Pâques, y compris autour d’un changement d’heure', () => {
    // Easter 31 March 2024 is the day on which clocks change
    expect(['2024-04-01', '2024-05-09', '2024-05-20', '2027-03-29', '2027-05-06', '2027-05-17'].map((j) => estOuvre(j, null))).toEqual(
      Array(6).fill(false),
    );
  });

  it('ne laissent pas finir un recours un dimanche', () => {
    expect(reporteAuJourOuvre('2027-05-01', null)).toBe('2027-05-03');
    // notified 22 January: full period, so 23 March
    expect(dernierJourDeRecours('2027-01-22', false, '59')).toBe('2027-03-23');
    expect(dernierJourDeRecours('2027-01-22', true, '59')).toBe('2027-02-23');
  });
});

describe('la table des règles', () => {
  it.each(CODES_REGLE.map((c) => [c]))('%s : dit son article, ses mots et où le jour se place', (code) => {
    const { article, libelle, avant, apres, a, alertes, effet } = REGLES[code];
    expect(article).toMatch(/[LRD]\.\*?\d|D-\d/);
    expect(libelle).not.toBe('');
    for (const phrase of [avant, apres]) expect(phrase).toContain('{quand}');
    // who is named to act also sees the day
    for (const { a: qui } of alertes) expect(a.includes(qui) || a.includes('agent')).toBe(true);
    // what somebody must do is never left to nobody
    if (effet === 'alerte' || effet === 'a_confirmer') expect(alertes.length).toBeGreaterThan(0);
  });

  it('dit l’urgence comme un agent la lit', () => {
    const dire = (le: Jour) => {
      const { texte, quand } = direEcheance('attestation_fin_de_document', le, '2026-11-10');
      return texte.replace('{quand}', quand.texte.replace('{n}', String(quand.n)));
    };
    expect(['2026-11-22', '2026-11-11', '2026-11-10', '2026-11-09', '2026-11-07'].map(dire)).toEqual([
      'Titre expire dans 12 jours, API due',
      'Titre expire demain, API due',
      'Titre expire aujourd’hui, API due',
      'Titre expiré depuis hier, API due',
      'Titre expiré depuis 3 jours, API due',
    ]);
  });
});

describe('le silence (R.*432-1, R.432-2, CRPA L.114-5)', () => {
  it('finit quatre mois après le dépôt, sans décision ni complément', () => {
    expect(finDuSilence(faits(), '2026-11-10')).toBe('2027-03-02');
    expect(finDuSilence(faits({ statut: 'accepte' }), '2026-11-10')).toBeNull();
    expect(finDuSilence(faits({}, { silence: null }), '2026-11-10')).toBeNull();
  });

  it.each([
    ['répondu dix jours après la lecture', complement({ reponduLe: '2026-12-11' }), '2027-03-12'],
    ['sans réponse : trente jours', complement(), '2027-04-01'],
    ['prolongé de quinze jours', complement({ prolongeJusqu: '2027-01-15' }), '2027-04-16'],
    ['levé le jour même', complement({ leveLe: '2026-12-01' }), '2027-03-02'],
    [
      'jamais lu, sans accord : rien n’est suspendu',
      complement({ ouverteLe: null, consentement: { le: null, finLe: null } }),
      '2027-03-02',
    ],
    ['jamais lu, avec accord : depuis la mise à disposition', complement({ ouverteLe: null }), '2027-04-01'],
    [
      'demandé après la décision implicite',
      complement({ disponibleLe: new Date('2027-03-05T09:00:00Z'), ouverteLe: new Date('2027-03-05T09:00:00Z') }),
      '2027-03-02',
    ],
  ])('%s', (_, c, attendu) => expect(finDuSilence(faits({ complements: [c] }), '2027-06-01')).toBe(attendu));

  it('ajoute chaque tour, et recommence après une décision annulée', () => {
    const un = complement({ reponduLe: '2026-12-11' });
    const deux = complement({
      id: 'c2',
      disponibleLe: new Date('2027-01-10T09:00:00Z'),
      ouverteLe: new Date('2027-01-12T09:00:00Z'),
      reponduLe: '2027-01-17',
    });
    expect(finDuSilence(faits({ complements: [deux, un] }), '2027-02-01')).toBe('2027-03-17');
    expect(finDuSilence(faits({ complements: [deux, un], rouvertLe: '2027-06-30' }), '2027-07-01')).toBe('2027-10-30');
  });
});

describe('l’attestation de prolongation (R.431-15-1 et suivants)', () => {
  const tenu = { document: { finLe: '2027-01-31', prolongeParLaLoi: false } };

  it('est due à la fin du titre, et commence le lendemain pour trois mois', () => {
    const due = attestationDue(faits(tenu));
    expect(due).toMatchObject({ motif: 'fin_de_document', le: '2027-01-31' });
    if (due) expect(periodeAttestation(due, { provisoire: API }, '2027-01-05')).toEqual({ du: '2027-02-01', jusqu: '2027-04-30' });
    if (due) expect(periodeAttestation(due, { provisoire: API }, '2027-02-10')).toEqual({ du: '2027-02-10', jusqu: '2027-05-09' });
  });

  it.each([
    ['déposée hors délai', faits(tenu, { dansLeDelai: false })],
    ['incomplète : un complément attend', faits({ ...tenu, complements: [complement()] })],
    ['soins : le certificat n’est pas arrivé', faits(tenu, { attendCertificat: true })],
    ['sans document', faits()],
    ['procédure sans attestation', faits(tenu, { provisoire: null })],
    ['décidée', faits({ ...tenu, statut: 'refuse' })],
  ])('n’est pas due : %s', (_, f) => expect(attestationDue(f)).toBeNull());

  it('se renouvelle tant que rien n’est décidé, même devenue incomplète', () => {
    const f = faits({ ...tenu, complements: [complement()], attestations: [{ du: '2027-02-01', jusqu: '2027-04-30' }] });
    expect(attestationDue(f)).toMatchObject({ motif: 'renouvellement', le: '2027-04-30' });
  });

  it('est due au dépôt pour six mois à un réfugié, et tout de suite à qui devient majeur ou passe en commission', () => {
    const refugie = attestationDue(faits({}, { provisoire: { sorte: 'api_immediate', mois: 6, article: 'R.431-15-3' } }));
    expect(refugie).toMatchObject({ motif: 'depot', le: '2026-11-02' });
    if (refugie)
      expect(periodeAttestation(refugie, { provisoire: { mois: 6 } }, '2026-11-02')).toEqual({ du: '2026-11-02', jusqu: '2027-05-01' });
    expect(attestationDue(faits({}, { devientMajeur: true }))).toMatchObject({ motif: 'depot' });
    const saisie = [{ id: 'a', sorte: 'commission', demandeLe: '2026-12-10', departLe: null, renduLe: null }] as const;
    expect(attestationDue(faits({ avis: saisie }))).toMatchObject({ motif: 'commission', le: '2026-12-10' });
  });

  it('dit la fin du titre quand l’attestation n’est pas due', () => {
    const f = faits({ ...tenu, complements: [complement()] });
    expect(jourDu('fin_de_document', f, '2026-12-05')).toBe('2027-01-31');
    expect(jourDu('attestation_fin_de_document', f, '2026-12-05')).toBeNull();
  });

  it('laisse trois mois à une carte de résident expirée (L.433-3)', () => {
    const f = faits({ document: { finLe: '2027-01-31', prolongeParLaLoi: true } });
    expect(jourDu('carte_prolongee', f, '2026-12-05')).toBe('2027-04-30');
    expect(jourDu('attestation_fin_de_document', f, '2026-12-05')).toBe('2027-01-31');
  });
});

describe('ce que la procédure dit d’un dossier', () => {
  const regime = (slug: string, reponses: Record<string, string>, depot: Jour) => {
    const procedure = procedureActuelle(slug);
    if (!procedure) throw new Error(slug);
    const toutes = { ...procedure.exemple.reponses, ...reponses };
    return regimeDe(procedure, toutes, titreDetenu(toutes, [], depot), depot);
  };

  it('un renouvellement déposé entre le 120e et le 60e jour est dans le délai, après non', () => {
    const fin = { titre_fin: '2027-06-30' };
    expect(regime('visiteur', fin, '2027-05-01')).toMatchObject({
      dansLeDelai: true,
      finDuDelai: '2027-05-01',
      provisoire: { sorte: 'api' },
    });
    expect(regime('visiteur', fin, '2027-05-02')).toMatchObject({ dansLeDelai: false, finDuDelai: '2027-05-01' });
  });

  it('le jeune de l’ASE a jusqu’à la veille de ses 19 ans, l’enfant de Français deux mois après ses 18 ans', () => {
    const ne = { date_naissance: '2008-05-10' };
    expect(regime('confie-a-l-ase', ne, '2027-05-09').devientMajeur).toBe(true);
    expect(regime('confie-a-l-ase', ne, '2027-05-10').devientMajeur).toBe(false);
    expect(regime('enfant-de-francais', ne, '2026-07-10').devientMajeur).toBe(true);
    expect(regime('enfant-de-francais', ne, '2026-07-11').devientMajeur).toBe(false);
  });

  it('la carte de quatre ans et celle de résident sont prolongées, celle de deux ans non', () => {
    const carte = (type: string, debutLe: Jour, finLe: Jour) =>
      documentDe({ type, debutLe, finLe, invalideLe: null }, { sorte: 'renouvellement' });
    expect(carte('talent', '2023-02-10', '2027-02-09').prolongeParLaLoi).toBe(true);
    expect(carte('talent', '2025-02-10', '2027-02-09').prolongeParLaLoi).toBe(false);
    expect(carte('resident', '2017-02-10', '2027-02-09').prolongeParLaLoi).toBe(true);
  });

  it.each(PROCEDURES.map((v) => [v.at(-1)?.slug ?? '']))('%s : son exemple a des échéances triées, sans jour mal écrit', (slug) => {
    const f = faits({ statut: 'depose', accuseLe: null, regime: regime(slug, {}, '2026-11-02') });
    const jours = echeances(f, '2026-11-02').map((e) => e.le);
    expect(jours).toEqual(jours.toSorted());
    for (const j of jours) expect(j).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('qui est averti', () => {
  const tenu = faits({ document: { finLe: '2027-01-31', prolongeParLaLoi: false } });
  const alertes = (jour: Jour) => alertesDues(echeances(tenu, jour), jour).map((a) => a.cle);

  it('l’agent trente jours avant la fin du titre, le chef sept jours avant', () => {
    expect(alertes('2026-12-31')).toEqual([]);
    expect(alertes('2027-01-01')).toEqual(['attestation_fin_de_document:2027-01-31:agent']);
    expect(alertes('2027-01-24')).toEqual(['attestation_fin_de_document:2027-01-31:agent', 'attestation_fin_de_document:2027-01-31:chef']);
  });

  it('la corbeille montre le plus urgent de ce qu’un agent doit faire, pas ce qui attend la personne', () => {
    const attend = faits({ ...tenu, complements: [complement()] });
    expect(prochaine(echeances(tenu, '2026-12-05'))).toMatchObject({ code: 'attestation_fin_de_document', le: '2027-01-31' });
    expect(prochaine(echeances(attend, '2026-12-05'))).toMatchObject({ code: 'complement_echu', le: '2027-01-01' });
    expect(prochaine(echeances(faits({ statut: 'retire' }), '2026-12-05'))).toBeNull();
  });

  it('la personne, dix jours puis trois jours avant la fin de sa réponse, une fois chacun', () => {
    const attend = faits({ complements: [complement()] });
    const rappels = (jour: Jour) => rappelsDus(echeances(attend, jour), jour).map((r) => r.jours);
    expect(['2026-12-20', '2026-12-21', '2026-12-27', '2026-12-28', '2026-12-31', '2027-01-01'].map(rappels)).toEqual([
      [],
      [10],
      [10],
      [3],
      [3],
      [],
    ]);
  });

  it('une lettre recommandée est demandée pour qui n’a pas donné son accord', () => {
    const attend = faits({ complements: [complement({ ouverteLe: null, consentement: { le: null, finLe: null } })] });
    expect(jourDu('recommande', attend, '2026-12-05')).toBe('2026-12-16');
    expect(jourDu('reputee_notifiee', attend, '2026-12-05')).toBeNull();
    expect(jourDu('complement', attend, '2026-12-20')).toBeNull();
  });
});

describe('les avis et la suite', () => {
  const avis = (sorte: 'commission' | 'ofii' | 'maire', departLe: Jour | null = null) => [
    { id: 'a', sorte, demandeLe: '2026-11-30', departLe, renduLe: null },
  ];
  it('comptent trois mois, deux mois, et un mois pour le certificat', () => {
    expect(jourDu('avis_commission', faits({ avis: avis('commission') }), '2026-12-01')).toBe('2027-02-28');
    expect(jourDu('avis_maire', faits({ avis: avis('maire') }), '2026-12-01')).toBe('2027-01-30');
    expect(jourDu('avis_ofii', faits({ avis: avis('ofii') }), '2026-12-01')).toBeNull();
    expect(jourDu('avis_ofii', faits({ avis: avis('ofii', '2026-12-05') }), '2026-12-06')).toBe('2027-03-05');
    expect(jourDu('certificat_ofii', faits({}, { attendCertificat: true }), '2026-12-01')).toBe('2026-12-02');
  });
  it('ne disent tardive que la demande de qui tenait un titre (L.436-5)', () => {
    const tard = { finDuDelai: '2026-01-01' };
    const document = { finLe: '2026-12-31', prolongeParLaLoi: false };
    expect(jourDu('depot_tardif', faits({ document }, tard), '2026-12-01')).toBe('2026-01-01');
    expect(jourDu('depot_tardif', faits({ document: null }, tard), '2026-12-01')).toBeNull();
  });
  it('nomment quelqu’un au troisième rendez-vous manqué, tant qu’aucun autre n’est donné', () => {
    const apres = (nombre: number) => faits({ statut: 'accepte', manques: { nombre, dernierLe: '2027-01-10' } });
    expect(jourDu('rendez_vous_manques', apres(2), '2027-01-11')).toBeNull();
    expect(jourDu('rendez_vous_manques', apres(3), '2027-01-11')).toBe('2027-01-10');
    expect(jourDu('rendez_vous_manques', faits({ statut: 'accepte' }), '2027-01-11')).toBeNull();
  });
  it('donnent la fin du recours, du retrait, de la conservation et du brouillon', () => {
    const decision = { sens: 'refus', notifieeLe: '2027-01-22', oqtf: true } as const;
    expect(jourDu('recours', faits({ statut: 'refuse', decision }), '2027-01-23')).toBe('2027-02-23');
    expect(
      jourDu('retrait_du_titre', faits({ statut: 'accepte', titre: { recuLe: '2027-01-10', remisLe: null, finLe: null } }), '2027-01-11'),
    ).toBe('2027-03-10');
    expect(
      jourDu(
        'conservation',
        faits({ statut: 'remis', titre: { recuLe: '2027-01-10', remisLe: '2027-01-20', finLe: '2028-01-19' } }),
        '2027-02-01',
      ),
    ).toBe('2033-01-19');
    expect(jourDu('conservation', faits(), '2027-02-01')).toBeNull();
    expect(jourDu('brouillon', faits({ statut: 'brouillon', deposeLe: null }), '2026-11-03')).toBe('2027-01-31');
    expect(plusJours('2026-11-02', 30)).toBe(
      jourDu('brouillon', faits({ statut: 'brouillon', deposeLe: null, compteDurable: false }), '2026-11-03'),
    );
  });
});
