import 'server-only';
// Measures and gestures shared by all that is drawn: A4, in points (1/72 inch).
import { type Texte, texteNu } from './bloc.ts';

/** How a document is set: the size of its body, and what the air between its blocks is multiplied by. */
export type Mise = { corps: number; air: number };
export const AISEE: Mise = { corps: 10.5, air: 1 };
/** For what would put its last lines, and its code, on a second page: what is handed to an employer is one sheet. */
export const SERREE: Mise = { corps: 9.5, air: 0.6 };

export type Doc = PDFKit.PDFDocument & { mise: Mise };
export type Noeud = PDFKit.PDFStructureElement;
export type Enfant = PDFKit.PDFStructureElementChild;

export const MARGE = 56;
export const LARGEUR = 595.28 - 2 * MARGE;
export const HAUTEUR = 841.89;
/** Where the text of a page ends: below is the foot. */
export const BAS = HAUTEUR - 62;
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
  return doc.font('grasse').fontSize(doc.mise.corps).heightOfString(texteNu(texte), { width: largeur, lineGap: 1 });
}

/** Goes down, by so many points in a document set at its ease. */
export function apres(doc: Doc, points: number): void {
  doc.x = MARGE;
  doc.y += points * doc.mise.air;
}

/** Opens a page when `points` do not fit under the current place (unless they would fit on no page). */
export function tenir(doc: Doc, points: number): void {
  if (doc.y + points > BAS && points < BAS - MARGE) doc.addPage();
}
