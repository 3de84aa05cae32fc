// What each text says of its period, held for every day and not only for the examples: month ends, leap years, days off, change of the clocks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attestationDue, periodeAttestation } from '#domain/delais/attestation.ts';
import { type Consentement, echeanceComplement } from '#domain/delais/complement.ts';
import { echeances } from '#domain/delais/echeances.ts';
import type { FaitsDelais, Regime } from '#domain/delais/faits.ts';
import { jourDuDepot } from '#domain/delais/fenetre.ts';
import { estOuvre, plusJoursOuvres } from '#domain/delais/ouvres.ts';
import { dernierJourDeRecours } from '#domain/delais/recours.ts';
import { documentDe, regimeDe, type TitreConnu, titreDetenu } from '#domain/delais/regime.ts';
import { composeJour, decoupe, type Jour, jourDe, joursEntre, plusJours, plusMois } from '#domain/jour.ts';
import type { Procedure, Reponses } from '#domain/procedure/definition.ts';
import { jourDuSilence, silenceDe } from '#domain/procedure/suites.ts';
import { montantsDus } from '#domain/rendez-vous/apporter.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { LIGNES_TARIFS } from '#procedures/tarifs.ts';

const jourAuHasard = fc.integer({ min: 0, max: 3000 }).map((n) => plusJours('2026-12-01', n));
const departement = fc.constantFrom('59', '67', '75', '971', '974', '977', '978', null);
const procedure = (slug: string): Procedure => {
  const p = procedureActuelle(slug);
  if (!p) throw new Error(slug);
  return p;
};

const faits = (regime: Regime, plus: Partial<FaitsDelais>): FaitsDelais => ({
  statut: 'en_instruction',
  departement: '59',
  modifieLe: '2027-01-01',
  compteDurable: true,
  deposeLe: '2027-01-01',
  rouvertLe: null,
  accuseLe: '2027-01-01',
  regime,
  document: null,
  complements: [],
  avis: [],
  attestations: [],
  decision: null,
  manques: null,
  titre: { recuLe: null, remisLe: null, finLe: null },
  ...plus,
});

describe('le délai de dépôt et le droit de visa de régularisation (R.431-5 1°, L.436-5)', () => {
  const lu = (slug: string, reponses: Reponses, titre: TitreConnu | null, depot: Jour) => {
    const p = procedure(slug);
    const toutes = { ...p.exemple.reponses, ...reponses };
    const tenu = titre ?? titreDetenu(toutes, [], depot);
    const regime = regimeDe(p, toutes, tenu, depot);
    const dossier = faits(regime, { deposeLe: depot, document: tenu && documentDe(tenu, p) });
    return { regime, tardif: echeances(dossier, depot).find((e) => e.code === 'depot_tardif')?.le ?? null };
  };

  it('un renouvellement est tardif dès le 59e jour avant la fin, et le reste après la fin du titre', () => {
    fc.assert(
      fc.property(jourAuHasard, fc.integer({ min: -120, max: 400 }), (fin, apres) => {
        const depot = plusJours(fin, apres);
        const { regime, tardif } = lu('visiteur', { titre_fin: fin }, null, depot);
        expect(regime.finDuDelai).toBe(plusJours(fin, -60));
        expect(regime.dansLeDelai).toBe(apres <= -60);
        expect(tardif).toBe(apres <= -60 ? null : plusJours(fin, -60));
      }),
    );
  });

  const tient = (finLe: Jour): TitreConnu => ({ type: 'etudiant_temporaire', debutLe: '2026-09-01', finLe, invalideLe: null });
  it.each([
    // who holds a titre and asks for another is in time until the 60th day before its end, however long ago they came
    ['change de motif, avant le 60e jour', 'conjoint-de-francais', { date_entree_france: '2024-09-01' }, '2027-04-30', true],
    [
      'change de motif, après le 60e jour : hors délai, mais ce n’est pas un renouvellement',
      'conjoint-de-francais',
      {},
      '2027-08-20',
      false,
    ],
    [
      'déclare un déménagement : rien à voir avec la fin de son titre',
      'changement-d-adresse',
      { date_evenement: '2026-01-01' },
      '2027-08-20',
      null,
    ],
  ] as const)('ne doit rien qui %s', (_, slug, reponses, depot, aTemps) => {
    const { regime, tardif } = lu(slug, reponses, tient('2027-08-31'), depot);
    expect(tardif).toBeNull();
    if (aTemps !== null) expect(regime.dansLeDelai).toBe(aTemps);
  });

  it('compte le dépôt du jour de Paris ou de celui du lieu, le premier des deux', () => {
    const p = procedure('conjoint-de-francais-renouvellement');
    const reponses = { ...p.exemple.reponses, titre_fin: '2027-01-31' };
    // ten in the evening in Cayenne on the last day, two in the morning in Paris on the next one
    const soir = new Date('2027-02-01T01:00:00Z');
    expect([jourDuDepot(soir, '59'), jourDuDepot(soir, '973'), jourDuDepot(soir, null)]).toEqual([
      '2027-02-01',
      '2027-01-31',
      '2027-02-01',
    ]);
    // half past one in the morning on the next day in Saint-Denis, still the last one in Paris
    expect(jourDuDepot(new Date('2027-01-31T21:30:00Z'), '974')).toBe('2027-01-31');
    const du = (prefecture: string) =>
      montantsDus({ procedure: p, reponses, deposeLe: soir, prefecture }, LIGNES_TARIFS, '2027-06-01', false).map((m) => m.total);
    expect(du('59')).toEqual(du('973').map((total) => total + 18_000));
  });

  it('ne doit rien qui est exonéré de la taxe (L.436-8), ni au dépôt ni à la remise', () => {
    const violences = { titre_fin: '2027-01-31', vie_commune_rompue: 'violences' };
    const p = procedure('conjoint-de-francais-renouvellement');
    const exempt = p.tarifSelon?.find((c) => c.tarif === 'exempt')?.si;
    expect(exempt).toBeDefined();
    const reponses = { ...p.exemple.reponses, ...violences };
    const depose = (r: Reponses) => ({ procedure: p, reponses: r, deposeLe: new Date('2027-03-01T10:00:00Z'), prefecture: '59' });
    const total = (r: Reponses) => montantsDus(depose(r), LIGNES_TARIFS, '2027-06-01', false).map((m) => m.total);
    const [ordinaire = 0] = total({ ...p.exemple.reponses, titre_fin: '2027-01-31' });
    const [aTemps = 0] = total({ ...p.exemple.reponses, titre_fin: '2027-05-15' });
    expect(ordinaire - aTemps).toBe(180_00);
    expect([lu(p.slug, violences, null, '2027-03-01').tardif, ...total(reponses)]).toEqual([null, 0]);
  });

  it('ne s’applique pas au résident de longue durée – UE', () => {
    const ue = { titre_type: 'resident_ue', titre_fin: '2027-03-31' };
    expect(lu('carte-de-resident-renouvellement', ue, null, '2027-03-30')).toMatchObject({ tardif: null, regime: { dansLeDelai: true } });
  });
});

describe('le silence (R.432-2)', () => {
  it('finit au même quantième, ou le dernier jour du mois s’il n’existe pas', () => {
    fc.assert(
      fc.property(jourAuHasard, fc.integer({ min: 1, max: 24 }), (depot, mois) => {
        const [a, m, j] = decoupe(depot);
        const [fa, fm, fj] = decoupe(jourDuSilence({ delai: { mois }, article: '' }, depot));
        expect((fa - a) * 12 + fm - m).toBe(mois);
        const dernier = decoupe(plusJours(composeJour(fm === 12 ? fa + 1 : fa, fm === 12 ? 1 : fm + 1, 1), -1))[2];
        expect(fj).toBe(Math.min(j, dernier));
      }),
    );
  });

  it.each([
    ['étudiant', 'etudiant', { jours: 90 }, 'R.422-5'],
    ['saisonnier', 'saisonnier', { jours: 90 }, 'R.421-60'],
    ['visiteur : le droit commun', 'visiteur', { mois: 4 }, 'R.*432-1'],
    ['enfant de Français', 'enfant-de-francais', { mois: 4 }, 'R.*432-1'],
    ['soins', 'soins', { mois: 4 }, 'R.*432-1'],
  ])('est celui de son texte : %s', (_, slug, attendu, article) => {
    const p = procedure(slug);
    const silence = silenceDe(p, { reponses: p.exemple.reponses, jour: '2027-01-01' });
    expect(silence?.delai).toEqual(attendu);
    expect(silence?.article).toContain(article);
  });

  it('ne fait courir le recours que si l’accusé de réception a été transmis (CRPA L.112-12)', () => {
    const regime = regimeDe(procedure('visiteur'), procedure('visiteur').exemple.reponses, null, '2027-01-01');
    const codes = (accuseLe: Jour | null) => echeances(faits(regime, { accuseLe }), '2027-07-01').map((e) => e.code);
    expect(codes('2027-01-01')).toContain('recours_silence');
    expect(codes(null)).not.toContain('recours_silence');
    expect(codes(null)).toContain('silence');
  });
});

describe('le délai de recours (CJA R.421-1)', () => {
  it('est franc, et ne finit ni un jour chômé ni plus tard que le premier jour ouvré', () => {
    fc.assert(
      fc.property(jourAuHasard, fc.boolean(), departement, (notifiee, oqtf, dep) => {
        const fin = dernierJourDeRecours(notifiee, oqtf, dep);
        const franc = plusJours(plusMois(notifiee, oqtf ? 1 : 2), 1);
        expect(estOuvre(fin, dep)).toBe(true);
        expect(fin >= franc).toBe(true);
        for (let jour = franc; jour < fin; jour = plusJours(jour, 1)) expect(estOuvre(jour, dep)).toBe(false);
      }),
    );
  });
});

describe('les jours ouvrés (CRPA R.112-11-1)', () => {
  it('sont exactement dix, celui du dépôt non compris', () => {
    fc.assert(
      fc.property(jourAuHasard, departement, (jour, dep) => {
        const fin = plusJoursOuvres(jour, 10, dep);
        const tous = Array.from({ length: joursEntre(jour, fin) }, (_, n) => plusJours(jour, n + 1));
        expect(tous.filter((j) => estOuvre(j, dep))).toHaveLength(10);
        expect(estOuvre(fin, dep)).toBe(true);
      }),
    );
  });

  it.each([
    ['977', '2028-10-09'],
    ['978', '2027-05-28'],
    ['976', '2027-04-27'],
  ])('passent la fête de l’abolition : %s', (dep, jour) => {
    expect([estOuvre(jour, dep), estOuvre(jour, '59')]).toEqual([false, true]);
  });
});

describe('la notification réputée (CRPA R.112-20)', () => {
  const accord: Consentement = { le: new Date('2020-01-01T00:00:00Z'), finLe: null };
  const instant = fc.integer({ min: 0, max: 3000 * 1440 }).map((minute) => new Date(Date.parse('2026-12-01T00:00:00Z') + minute * 60_000));

  it('remonte à la mise à disposition après quinze jours sans lecture, jamais avant ; une lecture à temps l’emporte', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40 }), fc.boolean(), (disponibleLe, apres, avecAccord) => {
        const disponible = jourDe(disponibleLe);
        const luLe = plusJours(disponible, apres);
        // noon in Paris, the day of the deposit apart
        const ouverteLe = apres === 0 ? disponibleLe : new Date(`${luLe}T11:00:00Z`);
        const vu = echeanceComplement(
          { disponibleLe, ouverteLe, consentement: avecAccord ? accord : { le: null, finLe: null } },
          plusJours(luLe, 60),
        );
        expect(vu?.notifieLe).toBe(avecAccord && apres > 15 ? disponible : luLe);
        expect(vu && joursEntre(vu.notifieLe, vu.dernierJour)).toBe(30);
      }),
    );
  });

  it('une fois connue, ne bouge plus avec les jours qui passent', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400 }), (disponibleLe, a, b) => {
        const dit = (jour: Jour) => echeanceComplement({ disponibleLe, ouverteLe: null, consentement: accord }, jour);
        const tot = dit(plusJours(jourDe(disponibleLe), a));
        expect(tot === null).toBe(a <= 15);
        if (tot)
          expect(dit(plusJours(jourDe(disponibleLe), a + b))).toMatchObject({ notifieLe: tot.notifieLe, dernierJour: tot.dernierJour });
      }),
    );
  });
});

describe('les attestations qui se suivent (R.431-15-1 à R.431-15-4)', () => {
  it('se touchent sans se recouvrir, de trois mois en trois mois ou de six en six, tant que rien n’est décidé', () => {
    fc.assert(
      fc.property(
        jourAuHasard,
        fc.constantFrom(3, 6),
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
        (fin, mois, avances) => {
          const provisoire = { sorte: 'api' as const, mois, article: 'R.431-15-1' };
          const regime = {
            ...regimeDe(procedure('visiteur'), { titre_fin: fin }, null, plusJours(fin, -90)),
            provisoire,
            dansLeDelai: true,
          };
          const attestations: { du: Jour; jusqu: Jour }[] = [];
          for (const avance of avances) {
            const due = attestationDue(
              faits(regime, { deposeLe: plusJours(fin, -90), document: { finLe: fin, prolongeParLaLoi: false }, attestations }),
            );
            if (!due) throw new Error('une attestation est due');
            const periode = periodeAttestation(due, { provisoire }, plusJours(due.le, -avance));
            expect(periode.du).toBe(plusJours(attestations.at(-1)?.jusqu ?? fin, 1));
            expect(periode.jusqu < plusMois(periode.du, mois)).toBe(true);
            attestations.push(periode);
          }
        },
      ),
    );
  });
});

describe('qui devient majeur (R.431-5 2° et 3°)', () => {
  const a = (slug: string, date_naissance: string, depot: Jour) =>
    regimeDe(procedure(slug), { ...procedure(slug).exemple.reponses, date_naissance }, null, depot).devientMajeur;
  it.each([
    ['19 ans moins un jour, article de la liste', 'confie-a-l-ase', '2008-05-10', '2027-05-09', true],
    ['le jour des 19 ans', 'confie-a-l-ase', '2008-05-10', '2027-05-10', false],
    ['18 ans et deux mois, hors de la liste', 'ne-en-france', '2008-12-31', '2027-02-28', true],
    ['le lendemain', 'ne-en-france', '2008-12-31', '2027-03-01', false],
    ['né un 29 février', 'confie-a-l-ase', '2008-02-29', '2027-02-27', true],
    ['seule l’année est connue : le dernier jour possible (D-17)', 'confie-a-l-ase', '2008', '2027-12-30', true],
    ['un adulte', 'confie-a-l-ase', '1980-01-01', '2027-01-01', false],
  ] as const)('%s', (_, slug, naissance, depot, attendu) => expect(a(slug, naissance, depot)).toBe(attendu));
});
