// What changes between two lists, and the same persons before both.
import { describe, expect, it } from 'vitest';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { difference, memeValeur, sansDifference } from '#domain/procedure/difference.ts';
import { aChange, changementPour, lireReference, listeSuivie } from '#domain/procedure/liste-suivie.ts';
import { dernierePubliee, enVigueurLe, etatLe } from '#domain/procedure/liste-vie.ts';
import { PERSONNES } from '#domain/procedure/personnes.ts';
import { essaisDe, rejouer } from '#domain/procedure/rejeu.ts';
import { champsDeLaProcedure } from '#domain/procedure/valeurs.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';

const JOUR = '2026-11-22';
const champs = champsDeLaProcedure(v1);
const [ancienne, nouvelle] = v1.listes;
if (!ancienne || !nouvelle) throw new Error('listes');
const avec = (code: string, change: Partial<PieceDemandee>) => nouvelle.pieces.map((p) => (p.code === code ? { ...p, ...change } : p));

describe('la différence de deux listes', () => {
  it('nomme ce qui s’ajoute et ce qui se retire', () => {
    const aller = difference(ancienne.pieces, nouvelle.pieces, champs);
    expect([aller.ajoutees.map((p) => p.code), aller.retirees, aller.changees, aller.ordreChange]).toEqual([
      ['contrat_engagement'],
      [],
      [],
      false,
    ]);
    const retour = difference(nouvelle.pieces, ancienne.pieces, champs);
    expect([retour.ajoutees, retour.retirees.map((p) => p.code)]).toEqual([[], ['contrat_engagement']]);
  });
  it('dit chaque champ changé en mots, condition comprise', () => {
    const { changees } = difference(
      nouvelle.pieces,
      avec('filiation', { requis: false, condition: { age: { moinsDe: 21 } }, formats: ['pdf'] }),
      champs,
    );
    expect(changees).toEqual([
      {
        code: 'filiation',
        libelle: 'Justificatif de filiation avec le parent',
        changements: [
          { partie: 'requis', avant: 'oui', apres: 'non' },
          { partie: 'condition', avant: 'à toute personne', apres: 'si vous avez moins de 21 ans' },
          { partie: 'formats', avant: 'tous ceux du portail', apres: '.pdf' },
        ],
      },
    ]);
  });
  it('ne voit ni l’ordre des clés ni une absence écrite, et voit l’ordre des pièces', () => {
    expect(memeValeur({ a: 1, b: [{ c: 2 }], d: undefined }, { b: [{ c: 2 }], a: 1 })).toBe(true);
    expect(memeValeur([1, 2], [2, 1])).toBe(false);
    expect(sansDifference(difference(nouvelle.pieces, JSON.parse(JSON.stringify(nouvelle.pieces)), champs))).toBe(true);
    expect(difference(nouvelle.pieces, nouvelle.pieces.toReversed(), champs)).toMatchObject({ changees: [], ordreChange: true });
  });
});

describe('le rejeu', () => {
  const rejeu = (apres: readonly PieceDemandee[]) =>
    rejouer(nouvelle.pieces, apres, essaisDe(v1, PERSONNES, [], JOUR), JOUR).filter(
      (g) => g.plus.length + g.moins.length + g.autrement.length > 0,
    );
  it('dit à qui l’on demande plus : le contrat, à tous sauf aux Algériens', () => {
    const groupes = rejouer(ancienne.pieces, nouvelle.pieces, essaisDe(v1, PERSONNES, [], JOUR), JOUR);
    const touches = groupes.filter((g) => g.plus.length > 0);
    expect(touches.map((g) => [g.plus.map((d) => d.code), g.moins])).toEqual([[['contrat_engagement'], []]]);
    const epargnes = groupes.filter((g) => g.plus.length === 0).flatMap((g) => g.essais.map((e) => e.nom));
    expect(new Set(epargnes.map((n) => n.split(' ')[1]))).toEqual(new Set(['TESTDZ']));
  });
  it('suit l’âge et le logement : une pièce des moins de 21 ans, un document de plus à l’hôtel', () => {
    const [jeunes] = rejeu(avec('filiation', { condition: { age: { plusDe: 21 } } }));
    expect(jeunes?.moins.map((d) => d.code)).toEqual(['filiation']);
    expect(jeunes?.essais.every((e) => /, (17|20) ans,/.test(e.portrait))).toBe(true);
    const domicile = nouvelle.pieces.find((p) => p.code === 'domicile');
    if (domicile?.mode.sorte !== 'variante') throw new Error('domicile');
    const variantes = domicile.mode.variantes.map((v) =>
      v.code === 'hotel' && v.mode.sorte === 'tous'
        ? { ...v, mode: { ...v.mode, elements: [...v.mode.elements, { code: 'badge', document: 'Le badge' }] } }
        : v,
    );
    const [hotel, ...autres] = rejeu(avec('domicile', { mode: { ...domicile.mode, variantes } }));
    expect(autres).toEqual([]);
    expect(hotel?.essais.every((e) => e.portrait.includes('à l’hôtel'))).toBe(true);
    expect(hotel?.autrement.map((a) => a.apres.documents.length - a.avant.documents.length)).toEqual([1]);
  });
  it('trouve une personne pour une pièce qu’aucune de la galerie ne se verrait demander', () => {
    const rare: PieceDemandee = {
      ...avec('filiation', {})[0],
      ...nouvelle.pieces[0],
      code: 'rare',
      libelle: 'Rare',
      condition: { nationalite: { parmi: ['FJ'] } },
    } as PieceDemandee;
    const groupes = rejouer([], [rare], essaisDe(v1, PERSONNES, [rare], JOUR), JOUR).filter((g) => g.plus.length > 0);
    expect(groupes.map((g) => g.essais.map((e) => e.nom))).toEqual([['Personne type pour « Rare »']]);
  });
});

describe('la vie d’une liste', () => {
  const versions = [
    { version: 1, estBrouillon: false, effetLe: '2026-01-01' },
    { version: 2, estBrouillon: false, effetLe: '2026-12-01' },
    { version: 3, estBrouillon: true, effetLe: '2026-01-01' },
  ];
  it.each([
    ['2025-12-31', ['a_venir', 'a_venir', 'brouillon']],
    ['2026-01-01', ['en_vigueur', 'a_venir', 'brouillon']],
    ['2026-12-01', ['remplacee', 'en_vigueur', 'brouillon']],
  ])('le %s', (jour, etats) => expect(versions.map((v) => etatLe(v, versions, jour))).toEqual(etats));
  it('commence depuis la dernière publiée, et à la même date depuis le plus grand numéro', () => {
    expect(dernierePubliee(versions)?.version).toBe(2);
    const memes = [
      { version: 2, estBrouillon: false, effetLe: JOUR },
      { version: 1, estBrouillon: false, effetLe: JOUR },
    ];
    expect([enVigueurLe(memes, JOUR)?.version, enVigueurLe(memes.toReversed(), JOUR)?.version]).toEqual([2, 2]);
  });
});

describe('la liste suivie', () => {
  const contexte = { reponses: { nationalites: ['CA'], date_naissance: '1990-01-01' }, jour: JOUR };
  const sans = (n: number) => listeSuivie(n === 1 ? ancienne : nouvelle, null);
  it('dit à une personne ce qui la concerne, et rien à une autre', () => {
    expect(changementPour(sans(1), sans(2), contexte)).toMatchObject({
      plus: ['Contrat d’engagement à respecter les principes de la République'],
      moins: [],
    });
    expect(changementPour(sans(1), sans(2), { ...contexte, reponses: { nationalites: ['DZ'] } }).plus).toEqual([]);
  });
  it('ne prend pas un déménagement ni une première visite pour un changement', () => {
    const ajout = (cle: string, version: number) => listeSuivie(nouvelle, { ...nouvelle, version, cle, pieces: [] });
    const suivi = (listeLocale: string | null, aVuSesPieces = false) => ({ listeVersion: 2, listeLocale, aVuSesPieces });
    expect(aChange(suivi('s@69#1'), ajout('s@59', 3))).toBe(false);
    expect(aChange(suivi(null), ajout('s@59', 3))).toBe(false);
    expect(aChange(suivi(null, true), ajout('s@59', 3))).toBe(true);
    expect(aChange(suivi('s@59#2'), ajout('s@59', 3))).toBe(true);
    expect(aChange({ ...suivi(null), listeVersion: 1 }, sans(2))).toBe(true);
    expect(lireReference('s@59#3')).toEqual({ cle: 's@59', version: 3 });
  });
});
