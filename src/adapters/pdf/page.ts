import 'server-only';
// Measures and gestures shared by all that is drawn: A4, in points (1/72 inch).
import { type Texte, texteNu } from './bloc.ts';

export type Doc = PDFKit.PDFDocument;
export type Noeud = PDFKit.PDFStructureElement;
export type Enfant = PDFKit.PDFStructureElementChild;

export const MARGE = 56;
export const LARGEUR = 595.28 - 2 * MARGE;
export const HAUTEUR = 841.89;
/** Where the text of a page ends: below is the foot. */
export const BAS = HAUTEUR - 62;
export const CORPS = 10.5;
export const BLEU = '#000091';
export const GRIS = '#3a3a3a';
export const FOND = '#f0f0f8';

/** What pdfkit accepts beyond its published types: the box of a figure, asked by PDF/UA (x1, y1, x2, y2 from the top). */
type OptionsNoeud = PDFKit.Mixins.StructureElementOptions & { bbox?: [number, number, number, number] };

/** A node of the structure tree. With `enfants` (a function draws) it is complete; without, add to it then end() it. */
export function noeud(doc: Doc, etiquette: string, enfants?: Enfant | Enfant[], options: OptionsNoeud = {}): Noeud {
  return doc.struct(etiquette, options, enfants);
}

/** Draws what a screen reader must not say. */
export function decor(doc: Doc, tracer: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  tracer();
  doc.restore();
  doc.endMarkedContent();
}

export function hauteur(doc: Doc, texte: Texte, largeur: number): number {
  // Measured in bold, the widest: the frame is never too small.
  return doc.font('grasse').fontSize(CORPS).heightOfString(texteNu(texte), { width: largeur, lineGap: 1 });
}

/** Goes down. */
export function apres(doc: Doc, points: number): void {
  doc.x = MARGE;
  doc.y += points;
}

/** Opens a page when `points` do not fit under the current place (unless they would fit on no page). */
export function tenir(doc: Doc, points: number): void {
  if (doc.y + points > BAS && points < BAS - MARGE) doc.addPage();
}
