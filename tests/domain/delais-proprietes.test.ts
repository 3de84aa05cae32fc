// What must hold for every dossier that the law can meet, not only for the examples.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES_AGENT } from '#domain/access/actors.ts';
import { attestationDue, estComplete, periodeAttestation } from '#domain/delais/attestation.ts';
import { type Membre, nommer } from '#domain/delais/destinataires.ts';
import { alertesDues, echeances } from '#domain/delais/echeances.ts';
import type { ComplementSuivi, FaitsDelais } from '#domain/delais/faits.ts';
import { estOuvre, plusJoursOuvres } from '#domain/delais/ouvres.ts';
import { estOuvert, finDuSilence, reporter, type Suspension } from '#domain/delais/silence.ts';
import { estJour, type Jour, jourDe, joursEntre, plusJours } from '#domain/jour.ts';
import { jourDuSilence } from '#domain/procedure/suites.ts';

// from before a leap year to after the next one, through every change of the clocks
const jourAuHasard = fc.integer({ min: 0, max: 2200 }).map((n) => plusJours('2027-01-01', n));
const delai = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((mois) => ({ mois })),
  fc.constantFrom(30, 60, 90).map((jours) => ({ jours })),
);
const duree = fc.integer({ min: 0, max: 60 });
const suspension = (depuis: Jour): fc.Arbitrary<Suspension> =>
  fc.record({ apres: fc.integer({ min: -30, max: 300 }), duree }).map(({ apres, duree: d }) => {
    const debut = plusJours(depuis, apres);
    return { debut, fin: plusJours(debut, d) };
  });

/** The same end counted the slow way: day after day, those that are suspended not counted. */
function finParPas(depuis: Jour, jours: number, suspensions: readonly Suspension[]): Jour {
  let courant = depuis;
  for (let restants = jours; restants > 0; ) {
    courant = plusJours(courant, 1);
    const jour = courant;
    if (!suspensions.some(({ debut, fin }) => debut < jour && jour <= fin)) restants -= 1;
  }
  return courant;
}

const situation = jourAuHasard.chain((depuis) =>
  fc.record({ depuis: fc.constant(depuis), delai, suspensions: fc.array(suspension(depuis), { maxLength: 6 }) }),
);

describe('suspendre et reprendre', () => {
  it('ajoute exactement les jours suspendus, comptés une fois, à travers les mois, les années bissextiles et les changements d’heure', () => {
    fc.assert(
      fc.property(situation, ({ depuis, delai: d, suspensions }) => {
        const nominale = jourDuSilence({ delai: d, article: '' }, depuis);
        expect(reporter(nominale, depuis, suspensions)).toBe(finParPas(depuis, joursEntre(depuis, nominale), suspensions));
      }),
      { numRuns: 500 },
    );
  });

  it('ne dépend pas de l’ordre des compléments', () => {
    fc.assert(
      fc.property(
        situation.chain((s) =>
          fc.record({ s: fc.constant(s), melange: fc.shuffledSubarray([...s.suspensions], { minLength: s.suspensions.length }) }),
        ),
        ({ s, melange }) => {
          const nominale = jourDuSilence({ delai: s.delai, article: '' }, s.depuis);
          expect(reporter(nominale, s.depuis, melange)).toBe(reporter(nominale, s.depuis, s.suspensions));
        },
      ),
    );
  });

  it('ne raccourcit jamais le délai et ne l’allonge jamais de plus que ce qui a été suspendu', () => {
    fc.assert(
      fc.property(situation, ({ depuis, delai: d, suspensions }) => {
        const nominale = jourDuSilence({ delai: d, article: '' }, depuis);
        const gain = joursEntre(nominale, reporter(nominale, depuis, suspensions));
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gain).toBeLessThanOrEqual(suspensions.reduce((somme, { debut, fin }) => somme + joursEntre(debut, fin), 0));
      }),
    );
  });

  it('répondre plus tôt ne donne jamais une fin plus tardive', () => {
    fc.assert(
      fc.property(dossierSuivi(), fc.integer({ min: 0, max: 40 }), ({ faits, fin }, avance) => {
        const aujourdhui = plusJours(fin, 60);
        const [premier, ...reste] = faits.complements;
        fc.pre(premier?.reponduLe != null);
        const tot = premier && premier.reponduLe !== null ? plusJours(premier.reponduLe, -avance) : '';
        fc.pre(premier !== undefined && tot >= premier.demandeLe);
        const plusTot = premier ? { ...faits, complements: [{ ...premier, reponduLe: tot }, ...reste] } : faits;
        expect((finDuSilence(plusTot, aujourdhui) ?? '') <= (finDuSilence(faits, aujourdhui) ?? '')).toBe(true);
      }),
    );
  });
});

const ACCORD = { le: new Date('2020-01-01T00:00:00Z'), finLe: null };
const SANS_ACCORD = { le: null, finLe: null };
/** An instant of a day in Paris, midnight and the change of the clocks included. */
const instantDu = (jour: Jour, minute: number) => {
  const approche = new Date(Date.parse(`${jour}T00:00:00Z`) - 7_200_000 + minute * 60_000);
  return jourDe(approche) === jour ? approche : new Date(`${jour}T11:00:00Z`);
};

type Suivi = { faits: FaitsDelais; fin: Jour };

function complements(depot: Jour): fc.Arbitrary<ComplementSuivi[]> {
  const un = fc.record({
    attente: fc.integer({ min: 1, max: 70 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    lecture: fc.option(fc.integer({ min: 0, max: 25 }), { nil: null }),
    accord: fc.boolean(),
    reponse: fc.option(fc.integer({ min: 0, max: 45 }), { nil: null }),
    prolonge: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  });
  return fc.array(un, { maxLength: 3 }).map((tours) => {
    let courant = depot;
    return tours.map(({ attente, minute, lecture, accord, reponse, prolonge }, i) => {
      const demandeLe = plusJours(courant, attente);
      const luLe = lecture === null ? null : plusJours(demandeLe, lecture);
      // one round at a time: the former one is answered, or lifted, before the next begins
      const fini = plusJours(luLe ?? demandeLe, reponse ?? 50);
      courant = fini;
      const dernier = i === tours.length - 1;
      return {
        id: `c${i}`,
        demandeLe,
        disponibleLe: instantDu(demandeLe, minute),
        ouverteLe: luLe === null ? null : instantDu(luLe, minute === 1439 ? minute : minute + 1),
        consentement: accord ? ACCORD : SANS_ACCORD,
        prolongeJusqu: prolonge === null ? null : plusJours(demandeLe, 30 + prolonge),
        recommandeLe: null,
        reponduLe: reponse === null ? null : fini,
        leveLe: reponse === null && !dernier ? fini : null,
      };
    });
  });
}

/** A renewal filed in time by who holds a titre that ends on `fin`. */
function dossierSuivi(): fc.Arbitrary<Suivi> {
  return fc.record({ depot: jourAuHasard, reste: fc.integer({ min: 60, max: 120 }) }).chain(({ depot, reste }) =>
    complements(depot).map((tours) => {
      const fin = plusJours(depot, reste);
      return {
        fin,
        faits: {
          statut: 'en_instruction' as const,
          departement: '59',
          modifieLe: depot,
          compteDurable: true,
          deposeLe: depot,
          rouvertLe: null,
          accuseLe: depot,
          regime: {
            silence: { delai: { mois: 4 }, article: 'R.*432-1' },
            provisoire: { sorte: 'api' as const, mois: 3, article: 'R.431-15-1' },
            finDuDelai: plusJours(fin, -60),
            dansLeDelai: true,
            retardPayant: true,
            devientMajeur: false,
            attendCertificat: false,
          },
          document: { finLe: fin, prolongeParLaLoi: false },
          complements: tours,
          avis: [],
          attestations: [],
          decision: null,
          manques: null,
          titre: { recuLe: null, remisLe: null, finLe: null },
        },
      };
    }),
  );
}

/** The dossier as it was known on a day: what happens later is not known yet. */
function vuLe(faits: FaitsDelais, jour: Jour): FaitsDelais {
  const avant = (j: Jour | null) => (j !== null && j <= jour ? j : null);
  return {
    ...faits,
    complements: faits.complements
      .filter((c) => c.demandeLe <= jour)
      .map((c) => ({
        ...c,
        ouverteLe: c.ouverteLe && jourDe(c.ouverteLe) <= jour ? c.ouverteLe : null,
        reponduLe: avant(c.reponduLe),
        leveLe: avant(c.leveLe),
      })),
  };
}

const membre: fc.Arbitrary<Membre> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  roles: fc.subarray([...ROLES_AGENT]),
  estAbsent: fc.boolean(),
  remplacantId: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'parti'), { nil: null }),
});
const equipe = fc.uniqueArray(membre, { minLength: 1, maxLength: 4, selector: (m) => m.id });
const enCharge = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'parti'), { nil: null });

describe('la fin du document', () => {
  it('ne passe pas d’un jour pour une demande complète et dans les temps sans attestation, ou sans que quelqu’un ait été nommé', () => {
    // days after the proposal on which the agent issues, if ever: some act, some late, some never
    const agent = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }), { maxLength: 4 });
    fc.assert(
      fc.property(dossierSuivi(), agent, equipe, enCharge, ({ faits, fin }, gestes, bureau, agentId) => {
        const attestations: { du: Jour; jusqu: Jour }[] = [];
        const restants = [...gestes];
        const depot = faits.deposeLe ?? fin;
        for (let jour = depot; jour <= plusJours(fin, 150); jour = plusJours(jour, 1)) {
          const vu = { ...vuLe(faits, jour), attestations };
          const nommes = new Set(alertesDues(echeances(vu, jour), jour).flatMap((a) => nommer(a.a, agentId, bureau).map(() => a.code)));
          const couvertJusqu = attestations.at(-1)?.jusqu ?? fin;
          if (jour > couvertJusqu && (estComplete(vu) || attestations.length > 0)) {
            const attendu = attestations.length > 0 ? 'attestation_renouvellement' : 'attestation_fin_de_document';
            expect(nommes).toContain(attendu);
          }
          // nothing due is ever silent about a person who is about to hold nothing
          if (jour > couvertJusqu) expect([...nommes].some((c) => c.startsWith('attestation_') || c === 'fin_de_document')).toBe(true);
          const due = attestationDue(vu);
          const delaiAgent = restants[0];
          if (due && delaiAgent != null && joursEntre(plusJours(due.le, -30), jour) >= delaiAgent) {
            restants.shift();
            attestations.push(periodeAttestation(due, { provisoire: { mois: 3 } }, jour));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('ne laisse aucun jour entre le titre et l’attestation délivrée à temps, et ne dépasse jamais trois mois', () => {
    fc.assert(
      fc.property(dossierSuivi(), fc.integer({ min: 0, max: 30 }), ({ faits, fin }, avance) => {
        const due = attestationDue({ ...faits, complements: [] });
        if (!due) throw new Error('une demande complète et dans les temps a droit à l’attestation');
        const { du, jusqu } = periodeAttestation(due, { provisoire: { mois: 3 } }, plusJours(fin, -avance));
        expect(du).toBe(plusJours(fin, 1));
        expect(joursEntre(du, jusqu) + 1).toBeLessThanOrEqual(92);
        expect(joursEntre(du, jusqu) + 1).toBeGreaterThanOrEqual(89);
      }),
    );
  });

  it('nomme toujours quelqu’un dans une préfecture où quelqu’un travaille, et jamais un parti', () => {
    fc.assert(
      fc.property(equipe, enCharge, fc.constantFrom('agent' as const, 'chef' as const), (bureau, agentId, a) => {
        const nommes = nommer(a, agentId, bureau);
        expect(nommes.length).toBeGreaterThan(0);
        for (const id of nommes) expect(bureau.map((m) => m.id)).toContain(id);
        const charge = bureau.find((m) => m.id === agentId);
        if (a === 'agent' && charge && !charge.estAbsent) expect(nommes).toEqual([agentId]);
      }),
    );
  });
});

describe('rejouer', () => {
  it('les mêmes faits, dans n’importe quel ordre et relus autant de fois qu’on veut, donne les mêmes échéances', () => {
    fc.assert(
      fc.property(dossierSuivi(), fc.infiniteStream(fc.nat()), fc.integer({ min: 0, max: 200 }), ({ faits }, hasard, apres) => {
        const jour = plusJours(faits.deposeLe ?? '2027-01-01', apres);
        const attendu = echeances(faits, jour);
        const melange = <T>(liste: readonly T[]) =>
          liste
            .map((x) => ({ x, n: hasard.next().value }))
            .toSorted((a, b) => a.n - b.n)
            .map(({ x }) => x);
        const rejoue = { ...faits, complements: melange(faits.complements), avis: melange(faits.avis) };
        expect(
          echeances(rejoue, jour)
            .map((e) => e.cle)
            .toSorted(),
        ).toEqual(attendu.map((e) => e.cle).toSorted());
        expect(echeances(structuredClone(faits), jour)).toEqual(attendu);
      }),
    );
  });

  it('ce qui est déjà arrivé ne dépend plus du jour où l’on regarde', () => {
    fc.assert(
      fc.property(dossierSuivi(), fc.integer({ min: 1, max: 400 }), ({ faits, fin }, plus) => {
        const finis = faits.complements.map((c) => ((c.reponduLe ?? c.leveLe) === null ? { ...c, leveLe: plusJours(c.demandeLe, 20) } : c));
        const clos = { ...faits, complements: finis };
        const dernier =
          finis
            .map((c) => c.reponduLe ?? c.leveLe ?? fin)
            .toSorted()
            .at(-1) ?? fin;
        expect(finDuSilence(clos, plusJours(dernier, plus))).toBe(finDuSilence(clos, plusJours(dernier, 1)));
      }),
    );
  });

  it('ne donne que des jours qui existent, et rien d’ouvert à un dossier décidé', () => {
    fc.assert(
      fc.property(
        dossierSuivi(),
        fc.constantFrom('accepte', 'refuse', 'clos', 'retire', 'remis'),
        fc.nat(300),
        ({ faits }, statut, apres) => {
          const jour = plusJours(faits.deposeLe ?? '2027-01-01', apres);
          for (const { le } of echeances(faits, jour)) expect(estJour(le)).toBe(true);
          const codes = echeances({ ...faits, statut }, jour).map((e) => e.code);
          expect(estOuvert(statut)).toBe(false);
          expect(codes.filter((c) => c === 'silence' || c.startsWith('attestation_'))).toEqual([]);
        },
      ),
    );
  });
});

describe('dix jours ouvrés', () => {
  it('finissent un jour ouvré, après douze à vingt jours', () => {
    fc.assert(
      fc.property(jourAuHasard, fc.constantFrom('59', '67', '974', null), (jour, departement) => {
        const fin = plusJoursOuvres(jour, 10, departement);
        expect(estOuvre(fin, departement)).toBe(true);
        expect(joursEntre(jour, fin)).toBeGreaterThanOrEqual(12);
        expect(joursEntre(jour, fin)).toBeLessThanOrEqual(20);
      }),
    );
  });
});
