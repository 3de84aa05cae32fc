import 'server-only';
// Draws the blocks with pdfkit: each one is a node of the structure tree; what is only decoration is an artifact.
import PDFDocument from 'pdfkit';
import type { Bloc, DocumentPdf } from './bloc.ts';
import { avecLeCode, dessinerBloc, tenirEnsemble } from './dessin.ts';
import { AISEE, apres, BAS, BLEU, type Doc, decor, GRIS, HAUTEUR, LARGEUR, MARGE, type Mise, type Noeud, noeud, SERREE } from './page.ts';
import type { Polices } from './polices.ts';

const MENTION = 'Démonstration, service non officiel';

type Trace = { doc: Doc; fini: Promise<Buffer> };

/** At its ease, unless setting it tighter saves a page. */
export function dessiner(document: DocumentPdf, polices: Polices, images: ReadonlyMap<Bloc, Buffer>): Promise<Buffer> {
  const aisee = tracer(document, polices, images, AISEE);
  if (pages(aisee) === 1) return finir(aisee, document);
  const serree = tracer(document, polices, images, SERREE);
  return finir(pages(serree) < pages(aisee) ? serree : aisee, document);
}

const pages = ({ doc }: Trace): number => doc.bufferedPageRange().count;

function tracer(document: DocumentPdf, polices: Polices, images: ReadonlyMap<Bloc, Buffer>, mise: Mise): Trace {
  const doc = ouvrir(document, polices, mise);
  const fini = recueillir(doc);
  const racine = noeud(doc, 'Document');
  doc.addStructure(racine);
  entete(doc, racine, document);
  const ensemble = avecLeCode(document.contenu);
  for (const bloc of document.contenu) {
    if (bloc === ensemble[0]) tenirEnsemble(doc, ensemble);
    dessinerBloc(doc, racine, bloc, images);
  }
  racine.end();
  return { doc, fini };
}

function finir({ doc, fini }: Trace, document: DocumentPdf): Promise<Buffer> {
  piedsDePage(doc, document);
  doc.end();
  return fini;
}

function ouvrir({ titre, sujet, marque, date }: DocumentPdf, polices: Polices, mise: Mise): Doc {
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: { top: MARGE, left: MARGE, right: MARGE, bottom: HAUTEUR - BAS },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: {
      Title: titre,
      Subject: sujet ?? titre,
      Author: marque.nom,
      Creator: marque.nom,
      Producer: 'pdfkit',
      CreationDate: date,
      ModDate: date,
    },
  };
  // Two options that the published types ignore: the PDF/UA mark, and no default font (a standard one is never embedded).
  const doc: Doc = Object.assign(new PDFDocument(Object.assign(options, { subset: 'PDF/UA', font: null })), { mise });
  doc.registerFont('normale', polices.normale);
  doc.registerFont('grasse', polices.grasse);
  return doc.font('normale').fontSize(mise.corps).fillColor('black');
}

function recueillir(doc: Doc): Promise<Buffer> {
  const morceaux: Buffer[] = [];
  doc.on('data', (morceau: Buffer) => morceaux.push(morceau));
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(morceaux)));
    doc.on('error', reject);
  });
}

function entete(doc: Doc, racine: Noeud, { titre, marque }: DocumentPdf): void {
  racine.add(
    noeud(doc, 'P', () => {
      doc.font('grasse').fontSize(13).text(marque.ministere, MARGE, MARGE, { width: 220 });
      doc.font('normale').fontSize(9).text(marque.direction, { width: 220 });
    }),
  );
  const gauche = doc.y;
  racine.add(
    noeud(doc, 'P', () =>
      doc
        .font('grasse')
        .fontSize(11)
        .fillColor(BLEU)
        .text(marque.nom, MARGE + 240, MARGE, { width: LARGEUR - 240, align: 'right' }),
    ),
  );
  if (!marque.officiel) {
    racine.add(
      noeud(doc, 'P', () =>
        doc
          .font('grasse')
          .fontSize(9)
          .fillColor('#b34000')
          .text(MENTION, MARGE + 240, doc.y + 3, { width: LARGEUR - 240, align: 'right' }),
      ),
    );
  }
  const bas = Math.max(gauche, doc.y) + 12;
  decor(doc, () =>
    doc
      .moveTo(MARGE, bas)
      .lineTo(MARGE + LARGEUR, bas)
      .lineWidth(1)
      .strokeColor(BLEU)
      .stroke(),
  );
  racine.add(
    noeud(doc, 'H1', () =>
      doc
        .font('grasse')
        .fontSize(17)
        .fillColor('black')
        .text(titre, MARGE, bas + 18, { width: LARGEUR }),
    ),
  );
  apres(doc, 12);
}

function piedsDePage(doc: Doc, { titre, marque }: DocumentPdf): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // Below the margin: without this, pdfkit would open a page to write there.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('normale').fontSize(8).fillColor(GRIS);
    doc.text(marque.officiel ? titre : `${MENTION} – ${titre}`, MARGE, HAUTEUR - 48, {
      width: LARGEUR - 80,
      height: 10,
      ellipsis: true,
      lineBreak: true,
    });
    doc.text(`Page ${page - start + 1}/${count}`, MARGE + LARGEUR - 70, HAUTEUR - 48, { width: 70, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
}
