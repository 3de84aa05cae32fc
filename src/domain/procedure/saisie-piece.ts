// A piece as its form holds it, and back. Whatever its mode, every field is there: the page shows those of the mode chosen.
import { estJour } from '../jour.ts';
import { formats } from '../piece/fichier.ts';
import type { Brut, Erreur } from './champs.ts';
import type { Champ, ElementPiece, ModePiece, ModePieceSimple, PieceDemandee, VariantePiece } from './definition.ts';
import { lignesDe, propreTexte, valeurEn } from './saisie.ts';
import { conditionDe, ecrireNoeud, lireNoeud, noeudDe } from './saisie-condition.ts';
import { CERTITUDES, estModeSimple, estSorteSimple, SORTES_DE_MODE, SORTES_SIMPLES } from './sortes.ts';

/** What the reading of a piece looks at. `modeles`: those that may be downloaded. */
export type ContextePiece = { champs: readonly Champ[]; modeles: readonly string[] };

const CODE = /^[a-z][a-z0-9_]{0,79}$/;
const LIGNE_MAX = 500;
const TEXTE_MAX = 2000;

const texteEn = (brut: Brut, chemin: string): string => {
  const valeur = valeurEn(brut, chemin);
  return typeof valeur === 'string' ? propreTexte(valeur).replaceAll('\r\n', '\n').trim() : '';
};
const coche = (brut: Brut, chemin: string): boolean => texteEn(brut, chemin) !== '';
const lignesEn = (brut: Brut, chemin: string): string[] =>
  texteEn(brut, chemin)
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');

/** A code made of the words of a label, for a row that has none: « Attestation de l’hôtelier » → attestation_de_l_hotelier. */
export function codeDuLibelle(libelle: string): string {
  const mots = libelle
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
  return mots.slice(0, 60).replace(/_+$/, '');
}

/** Collects errors while reading: the form gets all of them at once. */
class Lecteur {
  readonly erreurs: Erreur[] = [];
  readonly brut: Brut;
  constructor(brut: Brut) {
    this.brut = brut;
  }
  refuser(chemin: string, message: string): void {
    this.erreurs.push({ chemin, message });
  }
  texte(chemin: string, manque: string | null, max = LIGNE_MAX): string {
    const lu = texteEn(this.brut, chemin);
    if (lu === '' && manque !== null) this.refuser(chemin, manque);
    if (lu.length > max) this.refuser(chemin, `Écrivez au plus ${max} caractères.`);
    return lu;
  }
  verifierCode(chemin: string, code: string): void {
    if (!CODE.test(code)) this.refuser(chemin, 'Un code commence par une lettre : minuscules sans accent, chiffres et « _ ».');
  }
  /** The code of a row, made of its words when it has none. `vus`: those of the rows before. */
  codeDeLigne(ligne: string, mots: string, vus: Set<string>, pris: string): string {
    const code = texteEn(this.brut, `${ligne}.code`) || codeDuLibelle(mots);
    this.verifierCode(`${ligne}.code`, code);
    if (vus.has(code)) this.refuser(`${ligne}.code`, pris);
    vus.add(code);
    return code;
  }
  choix(chemin: string): string[] {
    const lus = lignesEn(this.brut, chemin);
    if (lus.length === 0) this.refuser(chemin, 'Écrivez au moins un document, un par ligne.');
    if (lus.length > 60) this.refuser(chemin, 'Écrivez au plus 60 documents.');
    if (lus.some((l) => l.length > TEXTE_MAX)) this.refuser(chemin, `Écrivez au plus ${TEXTE_MAX} caractères par ligne.`);
    return lus;
  }
  entier(chemin: string, min: number, max: number): number {
    const lu = texteEn(this.brut, chemin);
    if (/^\d{1,5}$/.test(lu) && Number(lu) >= min && Number(lu) <= max) return Number(lu);
    this.refuser(chemin, `Écrivez un nombre entier de ${min} à ${max}.`);
    return min;
  }
  parmi<T extends string>(chemin: string, admis: readonly T[], message: string): T | undefined {
    const lu = admis.find((a) => a === texteEn(this.brut, chemin));
    if (lu === undefined) this.refuser(chemin, message);
    return lu;
  }
}

const DOCUMENT = 'Écrivez quel document est demandé.';

function lireElements(lecteur: Lecteur, prefixe: string): ElementPiece[] {
  const rangs = lignesDe(valeurEn(lecteur.brut, `${prefixe}.elements`)).slice(0, 60);
  const vus = new Set<string>();
  const elements = rangs.flatMap((_, i): ElementPiece[] => {
    const chemin = `${prefixe}.elements.${i}`;
    const document = texteEn(lecteur.brut, `${chemin}.document`);
    if (document === '') return [];
    const code = lecteur.codeDeLigne(chemin, document, vus, 'Ce code sert déjà à un autre document de cette pièce.');
    return [{ code, document, ...(coche(lecteur.brut, `${chemin}.siConcerne`) ? { siConcerne: true } : {}) }];
  });
  if (elements.length === 0) lecteur.refuser(`${prefixe}.elements.0.document`, 'Écrivez au moins un document.');
  return elements;
}

function lireModeSimple(lecteur: Lecteur, prefixe: string, sorte: ModePieceSimple['sorte'], modeles: readonly string[]): ModePieceSimple {
  const document = () => lecteur.texte(`${prefixe}.document`, DOCUMENT, TEXTE_MAX);
  switch (sorte) {
    case 'un_parmi':
    case 'au_moins_un':
      return { sorte, choix: lecteur.choix(`${prefixe}.choix`) };
    case 'cumul':
      return { sorte, document: document(), choix: lecteur.choix(`${prefixe}.choix`) };
    case 'tous':
      return { sorte, elements: lireElements(lecteur, prefixe) };
    case 'unique':
    case 'libre':
      return { sorte, document: document() };
    case 'formulaire_signe':
      return {
        sorte,
        modele: lecteur.parmi(`${prefixe}.modele`, modeles, 'Choisissez le modèle à télécharger.') ?? '',
        document: document(),
      };
    case 'par_periode':
      return {
        sorte,
        periode: lecteur.parmi(`${prefixe}.periode`, ['annee', 'semestre'], 'Choisissez la période.') ?? 'annee',
        nombre: lecteur.entier(`${prefixe}.nombre`, 1, 20),
        document: document(),
      };
  }
}

function lireVariantes(lecteur: Lecteur, modeles: readonly string[]): VariantePiece[] {
  const rangs = lignesDe(valeurEn(lecteur.brut, 'variantes')).slice(0, 30);
  const vus = new Set<string>();
  const variantes = rangs.flatMap((_, i): VariantePiece[] => {
    const prefixe = `variantes.${i}`;
    const libelle = texteEn(lecteur.brut, `${prefixe}.libelle`);
    if (libelle === '') return [];
    const code = lecteur.codeDeLigne(prefixe, libelle, vus, 'Ce code sert déjà à un autre cas.');
    const sorte = lecteur.parmi(`${prefixe}.sorte`, SORTES_SIMPLES, 'Choisissez comment ce cas se prouve.');
    return sorte ? [{ code, libelle, mode: lireModeSimple(lecteur, prefixe, sorte, modeles) }] : [];
  });
  if (variantes.length < 2 && lecteur.erreurs.length === 0) lecteur.refuser('variantes.0.libelle', 'Décrivez au moins deux cas.');
  return variantes;
}

function lireMode(lecteur: Lecteur, { champs, modeles }: ContextePiece): ModePiece {
  const sorte = lecteur.parmi('mode.sorte', SORTES_DE_MODE, 'Choisissez comment cette pièce se donne.') ?? 'unique';
  if (estSorteSimple(sorte)) return lireModeSimple(lecteur, 'mode', sorte, modeles);
  switch (sorte) {
    case 'variante':
      return {
        sorte,
        question: lecteur.texte('mode.question', 'Écrivez la question qui sépare les cas.'),
        variantes: lireVariantes(lecteur, modeles),
      };
    case 'code':
      return {
        sorte,
        fournisseur: lecteur.parmi('mode.fournisseur', ['ephoto', 'timbre'], 'Choisissez qui vérifie ce numéro.') ?? 'ephoto',
        libelle: lecteur.texte('mode.libelle', 'Écrivez le nom du numéro demandé.'),
        confirmer: lecteur.texte('mode.confirmer', 'Écrivez le texte du bouton.'),
      };
    case 'declaration':
      return {
        sorte,
        champ:
          lecteur.parmi(
            'mode.champ',
            champs.map((c) => c.code),
            'Choisissez la déclaration du formulaire.',
          ) ?? '',
      };
  }
}

/** '2022', '2021-05' or a whole day. */
const estDateDeSource = (texte: string) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(texte) || estJour(texte);

/** The piece that a form says, or everything to correct. */
export function lirePiece(brut: Brut, contexte: ContextePiece): { piece: PieceDemandee } | { erreurs: readonly Erreur[] } {
  const lecteur = new Lecteur(brut);
  const code = lecteur.texte('code', 'Donnez un code à cette pièce.');
  if (code !== '') lecteur.verifierCode('code', code);
  const libelle = lecteur.texte('libelle', 'Écrivez le libellé de la pièce.');
  const aide = lecteur.texte('aide', null, TEXTE_MAX);
  const groupe = lecteur.texte('groupe', 'Écrivez sous quel titre cette pièce se range.');
  const sousGroupe = lecteur.texte('sousGroupe', null);
  const moment = lecteur.parmi('moment', ['depot', 'remise'], 'Choisissez quand la pièce est demandée.');
  const noeud = lireNoeud(valeurEn(brut, 'condition'));
  const condition = noeud ? conditionDe(noeud, contexte.champs) : null;
  if (condition && 'erreurs' in condition) lecteur.erreurs.push(...condition.erreurs);
  const mode = lireMode(lecteur, contexte);
  const choisis = formats.filter((f) => coche(brut, `formats.${f}`));
  if (choisis.length === 0) lecteur.refuser('formats', 'Gardez au moins un format.');
  const validite = texteEn(brut, 'validiteMois') === '' ? undefined : lecteur.entier('validiteMois', 1, 1200);
  const source = lecteur.texte('source', 'Citez la source : article, liste ou page.');
  const certitude = lecteur.parmi('certitude', CERTITUDES, 'Choisissez la certitude.');
  const dateSource = lecteur.texte('dateSource', 'Indiquez la date de la source.');
  if (dateSource !== '' && !estDateDeSource(dateSource))
    lecteur.refuser('dateSource', 'Écrivez une année (2026), un mois (2026-04) ou un jour (2026-04-03).');
  if (lecteur.erreurs.length > 0 || !moment || !certitude) return { erreurs: lecteur.erreurs };
  return {
    piece: {
      code,
      libelle,
      ...(aide ? { aide } : {}),
      groupe,
      ...(sousGroupe ? { sousGroupe } : {}),
      requis: coche(brut, 'requis'),
      ...(condition && 'condition' in condition ? { condition: condition.condition } : {}),
      moment,
      mode,
      ...(validite === undefined ? {} : { validiteMois: validite }),
      ...(choisis.length === formats.length ? {} : { formats: choisis }),
      source,
      certitude,
      dateSource,
    },
  };
}

function ecrireModeSimple(mode: ModePieceSimple): { [nom: string]: Brut } {
  switch (mode.sorte) {
    case 'un_parmi':
    case 'au_moins_un':
      return { sorte: mode.sorte, choix: mode.choix.join('\n') };
    case 'cumul':
      return { sorte: mode.sorte, document: mode.document, choix: mode.choix.join('\n') };
    case 'tous':
      return {
        sorte: mode.sorte,
        elements: mode.elements.map(({ code, document, siConcerne }) => ({ code, document, ...(siConcerne ? { siConcerne: 'on' } : {}) })),
      };
    case 'unique':
    case 'libre':
      return { sorte: mode.sorte, document: mode.document };
    case 'formulaire_signe':
      return { sorte: mode.sorte, document: mode.document, modele: mode.modele };
    case 'par_periode':
      return { sorte: mode.sorte, document: mode.document, periode: mode.periode, nombre: String(mode.nombre) };
  }
}

function ecrireMode(mode: ModePiece): { mode: Brut; variantes?: Brut } {
  if (estModeSimple(mode)) return { mode: ecrireModeSimple(mode) };
  switch (mode.sorte) {
    case 'variante':
      return {
        mode: { sorte: mode.sorte, question: mode.question },
        variantes: mode.variantes.map((v) => ({ code: v.code, libelle: v.libelle, ...ecrireModeSimple(v.mode) })),
      };
    case 'code':
      return { mode: { sorte: mode.sorte, fournisseur: mode.fournisseur, libelle: mode.libelle, confirmer: mode.confirmer } };
    case 'declaration':
      return { mode: { sorte: mode.sorte, champ: mode.champ } };
  }
}

/** The inputs of a piece, filled. */
export function ecrirePiece(piece: PieceDemandee, champs: readonly Champ[]): { [nom: string]: Brut } {
  return {
    code: piece.code,
    libelle: piece.libelle,
    aide: piece.aide ?? '',
    groupe: piece.groupe,
    sousGroupe: piece.sousGroupe ?? '',
    ...(piece.requis ? { requis: 'on' } : {}),
    moment: piece.moment,
    condition: piece.condition ? ecrireNoeud(noeudDe(piece.condition, champs)) : {},
    ...ecrireMode(piece.mode),
    formats: Object.fromEntries((piece.formats ?? formats).map((f) => [f, 'on'])),
    validiteMois: piece.validiteMois === undefined ? '' : String(piece.validiteMois),
    source: piece.source,
    certitude: piece.certitude,
    dateSource: piece.dateSource,
  };
}

/** The inputs of a piece that does not exist yet. */
export function pieceVide(groupe: string): { [nom: string]: Brut } {
  return {
    groupe,
    requis: 'on',
    moment: 'depot',
    mode: { sorte: 'unique' },
    formats: Object.fromEntries(formats.map((f) => [f, 'on'])),
    certitude: 'L',
  };
}
