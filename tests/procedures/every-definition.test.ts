// What is true of every procedure, today's and the next ones: nothing here names one of them.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jourDe } from '#domain/jour.ts';
import { CHAMPS } from '#domain/procedure/champs.ts';
import { check } from '#domain/procedure/check.ts';
import { champsDe, elaguer, saisieInitiale, validerEtape } from '#domain/procedure/compile.ts';
import type { Champ, ModePiece, Procedure, Reponses } from '#domain/procedure/definition.ts';
import { estAccessible, etapeCourante, etapeSuivante, etapesAChamps } from '#domain/procedure/navigate.ts';
import { consigne, emplacements, modeRetenu, type PieceDonnee, piecesAttendues, piecesManquantes } from '#domain/procedure/pieces.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import { enVigueur } from '#domain/publication/vigueur.ts';
import { MODELES } from '#features/pieces/catalogue.ts';
import { PROCEDURES, procedureActuelle, procedureDe } from '#procedures/index.ts';
import { ENTREES } from '#procedures/situations.ts';

const VERSIONS = PROCEDURES.flat().map((p): [string, Procedure] => [`${p.slug}/v${p.version}`, p]);
const email = 'usager.test@example.org';

/** The day an example is filed: the last list of its procedure is in force, and it does not depend on the clock of the machine. */
const jourDuDepot = (procedure: Procedure): string =>
  [jourDe(new Date('2026-11-22T12:00:00Z')), ...procedure.listes.map((l) => l.effetLe)].toSorted().at(-1) ?? '';

/** What the registre puts in a request before its first question. */
const faitsConnus = (procedure: Procedure): Reponses =>
  Object.fromEntries(
    etapesAChamps(procedure)
      .flatMap((e) => champsDe(e))
      .flatMap(({ type, code }) => {
        const fait = procedure.exemple.reponses[code];
        return type === 'connu' && fait !== undefined ? [[code, fait]] : [];
      }),
  );

/** Everything given for a piece: what a person with all the papers would join. */
function toutDonner(procedure: Procedure, reponses: Reponses, jour: string): PieceDonnee[] {
  const liste = enVigueur(procedure.listes, jour);
  return piecesAttendues(liste?.pieces ?? [], { reponses, jour }, 'depot').map(({ piece }) => {
    const variante = procedure.exemple.variantes[piece.code] ?? null;
    return { code: piece.code, variante, valeur: 'ABC', emplacements: emplacements(piece, variante).map((e) => e.code) };
  });
}

function phrases(mode: ModePiece): string[] {
  switch (mode.sorte) {
    case 'variante':
      return [mode.question, ...mode.variantes.flatMap((v) => [v.libelle, ...phrases(v.mode)])];
    case 'code':
      return [mode.libelle, mode.confirmer];
    case 'declaration':
      return [];
    case 'un_parmi':
    case 'tous':
    case 'au_moins_un':
    case 'unique':
    case 'libre':
    case 'formulaire_signe':
    case 'par_periode':
    case 'cumul':
      return [consigne(mode).phrase, ...consigne(mode).documents];
  }
}

describe.each(VERSIONS)('%s', (_nom, procedure) => {
  const jour = jourDuDepot(procedure);

  it('ne contient aucune erreur', () => expect(check(procedure)).toEqual([]));
  it('est une donnée : survit à JSON', () => expect(JSON.parse(JSON.stringify(procedure))).toEqual(procedure));

  it('mène son exemple jusqu’au dépôt, étape par étape', () => {
    let reponses: Reponses = faitsConnus(procedure);
    const validees: string[] = [];
    for (const etape of procedure.etapes) {
      const avancement = { etapesValidees: validees, estDepose: false };
      if (etape.sorte === 'confirmation') break;
      expect(estAccessible(procedure, etape.code, avancement), `${etape.code} est ouverte`).toBe(true);
      if (etape.sorte === 'champs') {
        const brut = JSON.parse(JSON.stringify(saisieInitiale(etape, procedure.exemple.reponses, email)));
        const validation = validerEtape(etape, brut, { jour, email, reponses });
        expect(validation.ok ? [] : validation.erreurs).toEqual([]);
        reponses = validation.reponses;
      }
      if (etape.sorte === 'pieces') {
        const attendues = piecesAttendues(enVigueur(procedure.listes, jour)?.pieces ?? [], { reponses, jour }, 'depot');
        expect(attendues.length).toBeGreaterThan(0);
        expect(piecesManquantes(attendues, [], reponses).length, 'sans rien joindre, il manque des pièces').toBeGreaterThan(0);
        expect(piecesManquantes(attendues, toutDonner(procedure, reponses, jour), reponses).map((p) => p.code)).toEqual([]);
      }
      validees.push(etape.code);
    }
    expect(procedure.exemple.reponses).toMatchObject(
      Object.fromEntries(Object.entries(reponses).filter(([code]) => code !== 'email' && code in procedure.exemple.reponses)),
    );
    expect(etapeCourante(procedure, { etapesValidees: validees, estDepose: false }).sorte).toBe('depot');
    expect(etapeSuivante(procedure, etapeCourante(procedure, { etapesValidees: validees, estDepose: false }).code)?.sorte).toBe(
      'confirmation',
    );
    expect(elaguer(etapesAChamps(procedure), reponses, { jour, email })).toEqual(reponses);
  });

  it('ne laisse aucune réponse de son exemple sans question', () => {
    const gardees = elaguer(etapesAChamps(procedure), procedure.exemple.reponses, { jour, email });
    expect(Object.keys(procedure.exemple.reponses).filter((code) => !(code in gardees))).toEqual([]);
  });

  it('ne choisit dans son exemple que des variantes qui existent', () => {
    const pieces = procedure.listes.flatMap((l) => l.pieces);
    for (const [code, variante] of Object.entries(procedure.exemple.variantes)) {
      const piece = pieces.find((p) => p.code === code && p.mode.sorte === 'variante');
      expect(piece && modeRetenu(piece.mode, variante), `${code} : ${variante}`).toBeDefined();
    }
  });

  it('se relit en toutes lettres, sans trou ni code', () => {
    const lignes = transcrire(procedure, procedure.exemple.reponses, jour).flatMap((s) => s.lignes);
    expect(lignes.filter((l) => l.valeur.trim() === '')).toEqual([]);
    const visibles = etapesAChamps(procedure)
      .flatMap((e) => champsDe(e))
      .filter((c) => procedure.exemple.reponses[c.code] !== undefined);
    expect(lignes.length).toBeGreaterThanOrEqual(visibles.length);
  });

  it('n’emploie que des types de champs connus, et qui ont une vue', () => {
    const types = new Set(
      etapesAChamps(procedure).flatMap((e) =>
        champsDe(e).flatMap((c: Champ) => [c.type, ...(c.type === 'repetition' ? c.champs.map((d) => d.type) : [])]),
      ),
    );
    for (const type of types) expect(CHAMPS).toHaveProperty(type);
  });

  it('parle français correctement partout : ni espace perdue, ni apostrophe droite, ni phrase vide', () => {
    const textes = [
      procedure.nom,
      procedure.public,
      ...procedure.situation,
      ...procedure.etapes.flatMap((e) => [e.titre, e.entete ?? 'x']),
      ...etapesAChamps(procedure).flatMap((e) =>
        e.sections.flatMap((s) => [s.titre, ...s.champs.flatMap((c) => [c.libelle, c.libelleCourt ?? 'x', c.aide ?? 'x'])]),
      ),
      ...procedure.listes.flatMap((l) => l.pieces.flatMap((p) => [p.libelle, p.groupe, ...phrases(p.mode)])),
    ];
    expect(textes.filter((t) => t !== t.trim() || t === '' || /['"]|\s{2}/.test(t))).toEqual([]);
  });

  it('a le modèle de chaque formulaire à signer', () => {
    const modes = procedure.listes
      .flatMap((l) => l.pieces)
      .flatMap(({ mode }) => (mode.sorte === 'variante' ? mode.variantes.map((v) => v.mode) : [mode]));
    const modeles = modes.flatMap((mode) => (mode.sorte === 'formulaire_signe' ? [mode.modele] : []));
    expect(modeles.filter((m) => !MODELES.has(m))).toEqual([]);
  });

  it('cite une source pour chaque pièce', () =>
    expect(procedure.listes.flatMap((l) => l.pieces).filter((p) => p.source.trim() === '')).toEqual([]));
  it('date ses listes dans l’ordre de leurs versions', () => {
    const dates = procedure.listes.map((l) => l.effetLe);
    expect(dates).toEqual(dates.toSorted());
    expect(procedure.listes.map((l) => l.version)).toEqual(procedure.listes.map((_, i) => i + 1));
  });
  it('se retrouve par son nom et sa version', () => expect(procedureDe(procedure.slug, procedure.version)).toBe(procedure));
});

describe('la liste des procédures', () => {
  it('n’a ni doublon de nom, ni doublon de code, ni trou de version', () => {
    const noms = PROCEDURES.map(([premiere]) => premiere.slug);
    expect(new Set(noms).size).toBe(noms.length);
    const codes = PROCEDURES.map(([premiere]) => premiere.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const versions of PROCEDURES) {
      expect(versions.map((v) => v.version)).toEqual(versions.map((_, i) => i + 1));
      expect(new Set(versions.map((v) => v.slug)).size).toBe(1);
      expect(procedureActuelle(versions[0].slug)).toBe(versions.at(-1));
    }
  });
  it('garde les fichiers là où leur nom le dit', () => {
    for (const [, p] of VERSIONS)
      expect(existsSync(new URL(`../../src/procedures/${p.slug}/v${p.version}.ts`, import.meta.url)), `${p.slug}/v${p.version}.ts`).toBe(
        true,
      );
  });
  it('ne connaît ni inconnue, ni version à venir', () =>
    expect([procedureDe('inconnue', 1), procedureDe('enfant-de-francais', 99), procedureActuelle('inconnue')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]));
});

describe('les situations', () => {
  const texte = JSON.stringify(ENTREES);
  const menees = [...texte.matchAll(/"procedure":"([^"]+)"/g)].map((m) => m[1]);
  it('mènent à des procédures qui existent', () => expect(menees.filter((slug) => !procedureActuelle(slug ?? ''))).toEqual([]));
  it('mènent à chaque première demande', () =>
    expect(PROCEDURES.filter(([p]) => p.acces.sorte === 'sans_titre' && !menees.includes(p.slug)).map(([p]) => p.slug)).toEqual([]));
});
