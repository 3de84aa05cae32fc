// Who is who after a provider of the State has answered: the two tables of decisions, and the comparison of civil statuses.
import { describe, expect, it } from 'vitest';
import { estDoubleFacteur, type RetourAgent, suiteAgent } from '#domain/compte/identite-agent.ts';
import {
  type ConnuAuRetour,
  type EtatCivil,
  type IdentitePivot,
  naissanceConnue,
  peutLierParTitre,
  ressemblance,
  suiteDuRetour,
} from '#domain/compte/identite-pivot.ts';
import { estPays } from '#domain/pays.ts';
import { memePays, paysDeLInsee } from '#domain/pays-insee.ts';

const pivot: IdentitePivot = {
  prenoms: 'ANA MARIA',
  nomNaissance: 'TESTPEREIRA',
  nomUsage: null,
  naissance: '1970-05-17',
  sexe: 'feminin',
  paysNaissance: '99139',
  communeNaissance: null,
};
const ana: EtatCivil = {
  nomNaissance: 'Testpereira',
  prenoms: ['Ana', 'Maria'],
  sexe: 'feminin',
  naissance: '1970-05-17',
  paysNaissance: 'PT',
  lieuNaissance: 'Porto',
};
const lille: Partial<EtatCivil> = { paysNaissance: 'FR', lieuNaissance: 'Lille' };

describe('une identité pivot comparée à un état civil', () => {
  it.each<[string, Partial<IdentitePivot>, Partial<EtatCivil>, string]>([
    ['en tout point', {}, {}, 'exacte'],
    [
      'accents, casse et traits d’union à part',
      { prenoms: 'ANA-MARIA', nomNaissance: 'TEST PÉREIRA' },
      { nomNaissance: 'Test-Pereira' },
      'exacte',
    ],
    ['née en France, dans la même commune', { paysNaissance: '99100', communeNaissance: 'LILLE' }, lille, 'exacte'],
    ['née en France, dans une autre commune', { paysNaissance: '99100', communeNaissance: 'Lyon' }, lille, 'partielle'],
    ['un prénom de moins', { prenoms: 'ANA' }, {}, 'partielle'],
    ['un prénom de plus', { prenoms: 'ANA MARIA JOANA' }, {}, 'partielle'],
    ['les prénoms dans un autre ordre', { prenoms: 'MARIA ANA' }, {}, 'partielle'],
    ['sans prénom des deux côtés', { prenoms: '' }, { prenoms: [] }, 'partielle'],
    ['un autre sexe', { sexe: 'masculin' }, {}, 'partielle'],
    ['un sexe inconnu', { sexe: null }, {}, 'partielle'],
    ['un autre pays', { paysNaissance: '99134' }, {}, 'partielle'],
    ['un pays inconnu', { paysNaissance: '' }, {}, 'partielle'],
    ['une date partielle des deux côtés', { naissance: '1970' }, { naissance: '1970' }, 'partielle'],
    ['une date partielle compatible', { naissance: '1970' }, {}, 'partielle'],
    ['un autre jour', { naissance: '1970-05-18' }, {}, 'autre'],
    ['un autre nom', { nomNaissance: 'TESTSILVA' }, {}, 'autre'],
    ['sans nom', { nomNaissance: '' }, { nomNaissance: '' }, 'autre'],
  ])('%s', (_cas, p, e, attendu) => {
    expect(ressemblance({ ...pivot, ...p }, { ...ana, ...e })).toBe(attendu);
    expect(peutLierParTitre({ ...pivot, ...p }, { ...ana, ...e })).toBe(attendu !== 'autre');
  });

  it.each([
    ['1970-05-17', '1970-05-17'],
    ['1988-00-00', '1988'],
    ['1988-07-00', '1988-07'],
    ['2000-10-10', '2000-10-10'],
  ])('lit la date %s', (dite, lue) => expect(naissanceConnue(dite)).toBe(lue));
});

describe('au retour de FranceConnect', () => {
  const rien: ConnuAuRetour = { compteLie: null, semblables: [], personneConnectee: null };
  const une = { personneId: 'p1' };
  it.each<[string, Partial<ConnuAuRetour>, unknown]>([
    ['une identité déjà liée entre', { compteLie: 'c1', semblables: [une] }, { sorte: 'entrer', compteId: 'c1' }],
    ['une identité inconnue choisit', {}, { sorte: 'choisir' }],
    ['une seule personne semblable doit le confirmer', { semblables: [une] }, { sorte: 'reconnaitre', personneId: 'p1' }],
    ['deux personnes semblables ne sont pas départagées', { semblables: [une, { personneId: 'p2' }] }, { sorte: 'choisir' }],
    [
      'la personne déjà connectée confirme d’un geste',
      { semblables: [une], personneConnectee: 'p1' },
      { sorte: 'confirmer', personneId: 'p1' },
    ],
    ['connectée, mais semblable à une autre', { semblables: [une], personneConnectee: 'p9' }, { sorte: 'reconnaitre', personneId: 'p1' }],
    ['connectée, et semblable à personne', { personneConnectee: 'p1' }, { sorte: 'choisir' }],
  ])('%s', (_cas, connu, attendu) => expect(suiteDuRetour({ ...rien, ...connu })).toEqual(attendu));
});

describe('au retour de ProConnect', () => {
  const rien: RetourAgent = { lie: null, parAdresse: null, adresseContestee: false };
  const agent = { agentId: 'a1', actif: true, aUneAutreIdentite: false };
  const refus = { sorte: 'refuser' };
  it.each<[string, Partial<RetourAgent>, unknown]>([
    ['un agent déjà lié entre', { lie: { agentId: 'a1', actif: true } }, { sorte: 'entrer', agentId: 'a1' }],
    ['un agent parti n’entre plus', { lie: { agentId: 'a1', actif: false } }, refus],
    ['un agent parti n’entre pas non plus par son adresse', { lie: { agentId: 'a1', actif: false }, parAdresse: agent }, refus],
    ['la première fois, l’adresse professionnelle suffit', { parAdresse: agent }, { sorte: 'lier_et_entrer', agentId: 'a1' }],
    ['une adresse inconnue ne crée pas d’agent', {}, refus],
    ['une adresse d’agent désactivé', { parAdresse: { ...agent, actif: false } }, refus],
    ['une adresse reprise par un collègue', { parAdresse: { ...agent, aUneAutreIdentite: true } }, refus],
    ['une adresse que le fournisseur conteste', { parAdresse: agent, adresseContestee: true }, refus],
  ])('%s', (_cas, connu, attendu) => expect(suiteAgent({ ...rien, ...connu })).toEqual(attendu));

  it.each<[string, string[], boolean]>([
    ['eidas1', ['pwd'], false],
    ['eidas1', [], false],
    ['eidas1', ['totp'], false],
    ['eidas1', ['pop', 'mfa'], true],
    ['eidas2', [], true],
    ['https://proconnect.gouv.fr/assurance/consistency-checked-2fa', [], true],
    ['', ['pwd'], false],
  ])('deux facteurs avec %s et %j : %s', (acr, amr, attendu) => expect(estDoubleFacteur({ acr, amr })).toBe(attendu));
});

describe('les pays de l’INSEE', () => {
  it.each([
    ['99100', 'FR'],
    ['99139', 'PT'],
    ['99352', 'DZ'],
    ['99350', 'MA'],
    ['99216', 'CN'],
    ['99401', 'CA'],
    ['99155', 'UA'],
    ['99335', 'ML'],
    // several ISO territories, a State that is no more, something else
    ['99425', null],
    ['99115', null],
    ['59350', null],
    ['', null],
  ])('%s donne %s', (insee, iso) => expect(paysDeLInsee(insee)).toBe(iso));

  it('sont tous des pays que le portail connaît', () => {
    const connus = Array.from({ length: 1000 }, (_, n) => paysDeLInsee(`99${String(n).padStart(3, '0')}`)).filter((iso) => iso !== null);
    expect(connus.length).toBeGreaterThan(195);
    expect(connus.filter((iso) => !estPays(iso))).toEqual([]);
  });

  it('comptent l’outre-mer avec la France, et rien d’autre', () => {
    expect(memePays('99100', 'GF')).toBe(true);
    expect(memePays('99100', 'FR')).toBe(true);
    expect(memePays('99100', 'BE')).toBe(false);
    expect(memePays('99999', 'FR')).toBe(false);
  });
});
