import 'server-only';
// Draws one block: a node of the structure tree, with its text in its fonts.
import { type Bloc, type Definition, type Fragment, fragments, type Texte, texteNu } from './bloc.ts';
import { apres, BLEU, type Doc, decor, type Enfant, FOND, GRIS, hauteur, LARGEUR, MARGE, type Noeud, noeud, tenir } from './page.ts';

/** Of a title: size by level, height of its line for this size, space around it. */
const TITRE = { 2: 13, 3: 11.5, ligne: 1.4, avant: 6, apres: 4 } as const;
const APRES_PARAGRAPHE = 7;
/** 22 mm: half a millimetre for each of the modules of the code, which a telephone reads on paper. */
const COTE_QR = 64;

export function dessinerBloc(doc: Doc, racine: Noeud, bloc: Bloc, images: ReadonlyMap<Bloc, Buffer>): void {
  switch (bloc.type) {
    case 'titre': {
      const taille = TITRE[bloc.niveau];
      apres(doc, TITRE.avant);
      // A title never stays alone at the foot of a page.
      tenir(doc, taille * TITRE.ligne + 40);
      racine.add(
        noeud(doc, `H${bloc.niveau}`, () =>
          doc.font('grasse').fontSize(taille).fillColor(BLEU).text(bloc.texte, MARGE, doc.y, { width: LARGEUR }),
        ),
      );
      apres(doc, TITRE.apres);
      break;
    }
    case 'paragraphe':
      racine.add(noeud(doc, 'P', phrase(doc, bloc.texte, MARGE, LARGEUR)));
      apres(doc, APRES_PARAGRAPHE);
      break;
    case 'liste':
      liste(doc, racine, bloc.elements);
      break;
    case 'definitions':
      definitions(doc, racine, bloc.lignes);
      break;
    case 'encadre':
      encadre(doc, racine, bloc.titre, bloc.contenu);
      break;
    case 'qr':
      qr(doc, racine, images.get(bloc), bloc.alt, bloc.legende);
      break;
    case 'saut':
      doc.addPage();
  }
}

/** The children of a paragraph: text in its fonts, links as nodes of their own, tied to their annotation. */
function phrase(doc: Doc, texte: Texte, x: number, largeur: number, couleur = 'black'): Enfant[] {
  const suite = fragments(texte).filter((fragment) => mots(fragment) !== '');
  return suite.map((fragment, rang) => {
    // Only the first piece of a sentence is placed: the others follow it.
    const poser = (en: Doc, morceau: Fragment, options: PDFKit.Mixins.TextOptions) =>
      rang === 0 ? en.text(mots(morceau), x, en.y, options) : en.text(mots(morceau), options);
    const ecrire = () => {
      const options = { width: largeur, continued: rang < suite.length - 1, lineGap: 1, underline: false };
      doc
        .font(typeof fragment !== 'string' && 'gras' in fragment ? 'grasse' : 'normale')
        .fontSize(doc.mise.corps)
        .fillColor(couleur);
      if (typeof fragment !== 'string' && 'lien' in fragment) {
        poser(doc.fillColor(BLEU), fragment, { ...options, underline: true, link: fragment.lien });
      } else {
        // null closes the link that a preceding continued text may have opened.
        poser(doc, fragment, { ...options, link: null });
      }
    };
    return typeof fragment !== 'string' && 'lien' in fragment ? noeud(doc, 'Link', ecrire, { alt: mots(fragment) }) : ecrire;
  });
}

// U+2011 (hyphen that does not break) is in neither font.
function mots(fragment: Fragment): string {
  return texteNu([fragment]).replaceAll('\u2011', '-');
}

function liste(doc: Doc, racine: Noeud, elements: readonly Texte[]): void {
  const ensemble = noeud(doc, 'L');
  racine.add(ensemble);
  for (const element of elements) {
    tenir(doc, hauteur(doc, element, LARGEUR - 16));
    const { y } = doc;
    const ligne = noeud(doc, 'LI');
    ensemble.add(ligne);
    ligne.add(
      noeud(doc, 'Lbl', () =>
        doc
          .font('normale')
          .fontSize(doc.mise.corps)
          .fillColor('black')
          .text('•', MARGE + 4, y, { width: 10 }),
      ),
    );
    doc.y = y;
    ligne.add(noeud(doc, 'LBody', phrase(doc, element, MARGE + 16, LARGEUR - 16)));
    apres(doc, 2);
  }
  ensemble.end();
  apres(doc, 5);
}

const COLONNE = 190;
/** 8 mm: a line written by hand. */
const LIGNE_MAIN = 23;

function definitions(doc: Doc, racine: Noeud, lignes: readonly Definition[]): void {
  const ensemble = noeud(doc, 'L');
  racine.add(ensemble);
  for (const { terme, ...reste } of lignes) {
    const place = 'place' in reste ? reste.place * LIGNE_MAIN : 0;
    const contenu = 'valeur' in reste ? ouTiret(reste.valeur) : ' ';
    tenir(doc, Math.max(hauteur(doc, terme, COLONNE - 10), hauteur(doc, contenu, LARGEUR - COLONNE), place));
    const { y } = doc;
    const ligne = noeud(doc, 'LI');
    ensemble.add(ligne);
    ligne.add(
      noeud(doc, 'Lbl', () =>
        doc
          .font('normale')
          .fontSize(doc.mise.corps)
          .fillColor(GRIS)
          .text(`${terme} :`, MARGE, y, { width: COLONNE - 10, lineGap: 1 }),
      ),
    );
    const bas = doc.y;
    doc.y = y;
    ligne.add(noeud(doc, 'LBody', phrase(doc, contenu, MARGE + COLONNE, LARGEUR - COLONNE)));
    if (place > 0) aLaMain(doc, y, place);
    doc.y = Math.max(doc.y, bas, y + place);
    apres(doc, 2);
  }
  ensemble.end();
  apres(doc, 5);
}

const ouTiret = (valeur: Texte): Texte => (texteNu(valeur) === '' ? '–' : valeur);

/** A line to write on, or a frame to write or sign in. */
function aLaMain(doc: Doc, y: number, place: number): void {
  decor(doc, () => {
    const trait =
      place > LIGNE_MAIN
        ? doc.rect(MARGE + COLONNE, y, LARGEUR - COLONNE, place - 4)
        : doc.moveTo(MARGE + COLONNE, y + place - 7).lineTo(MARGE + LARGEUR, y + place - 7);
    trait.lineWidth(0.5).strokeColor(GRIS).stroke();
  });
}

function encadre(doc: Doc, racine: Noeud, titre: string | undefined, contenu: readonly Texte[]): void {
  const largeur = LARGEUR - 28;
  const haut =
    contenu.reduce(
      (somme, texte) => somme + hauteur(doc, texte, largeur) + 4 * doc.mise.air,
      titre ? hauteur(doc, titre, largeur) + 4 * doc.mise.air : 0,
    ) + 16;
  apres(doc, 4);
  tenir(doc, haut);
  const y = doc.y;
  decor(doc, () => {
    doc.rect(MARGE, y, LARGEUR, haut).fill(FOND);
    doc.rect(MARGE, y, 4, haut).fill(BLEU);
  });
  doc.y = y + 10;
  const section = noeud(doc, 'Sect');
  racine.add(section);
  if (titre) section.add(noeud(doc, 'P', phrase(doc, [{ gras: titre }], MARGE + 16, largeur)));
  for (const texte of contenu) {
    apres(doc, 3);
    section.add(noeud(doc, 'P', phrase(doc, texte, MARGE + 16, largeur)));
  }
  section.end();
  doc.y = Math.max(doc.y, y + haut);
  apres(doc, 10);
}

/** The last lines before the code (two paragraphs at most, their title) and the code: on one page, what it proves goes with it. */
export function avecLeCode(contenu: readonly Bloc[]): readonly Bloc[] {
  const code = contenu.findIndex(({ type }) => type === 'qr');
  let debut = code;
  while (code - debut < 2 && contenu[debut - 1]?.type === 'paragraphe') debut -= 1;
  if (debut < code && contenu[debut - 1]?.type === 'titre') debut -= 1;
  return contenu.slice(Math.max(debut, 0), code + 1);
}

/** Opens a page when these blocks, which `avecLeCode` gave, do not fit under the current place. */
export function tenirEnsemble(doc: Doc, blocs: readonly Bloc[]): void {
  const points = blocs.map((bloc) => {
    if (bloc.type === 'titre') return (TITRE.avant + TITRE.apres) * doc.mise.air + TITRE[bloc.niveau] * TITRE.ligne;
    return bloc.type === 'paragraphe' ? hauteur(doc, bloc.texte, LARGEUR) + APRES_PARAGRAPHE * doc.mise.air : COTE_QR;
  });
  tenir(
    doc,
    points.reduce((somme, p) => somme + p, 0),
  );
}

function qr(doc: Doc, racine: Noeud, image: Buffer | undefined, alt: string, legende: Texte | undefined): void {
  if (!image) throw new Error('pdf: QR code without its image');
  tenir(doc, COTE_QR);
  const y = doc.y;
  racine.add(
    noeud(doc, 'Figure', () => doc.image(image, MARGE, y, { width: COTE_QR, height: COTE_QR }), {
      alt,
      bbox: [MARGE, y, MARGE + COTE_QR, y + COTE_QR],
    }),
  );
  doc.y = y + 8;
  if (legende) racine.add(noeud(doc, 'P', phrase(doc, legende, MARGE + COTE_QR + 16, LARGEUR - COTE_QR - 16)));
  doc.y = Math.max(doc.y, y + COTE_QR);
  apres(doc, 10);
}
