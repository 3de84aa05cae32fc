// The empty place of a signature in a finished PDF, as a second revision added at its end (PDF 1.7, 7.5.6 and 12.8): what was
// there does not move. Reads what pdfkit writes: a plain table of references, one revision.

/** Hexadecimal digits kept for the signature: two for a byte. A chain of three certificates fits. */
const CHIFFRES = 2 * 12_288;
/** Where the signed ranges will be written; the library looks for this word. */
const INCONNU = '/**********';
/** Hidden and locked: nothing is drawn, so a screen reader has nothing to say of it (PDF/UA-1, 7.18.1). */
const CACHE_ET_VERROUILLE = 2 + 128;

export type Mention = { signataire: string; motif: string; lieu: string; le: Date };

type Objet = { numero: number; texte: string };

/** Throws when the file is not one that this portal draws. */
export function ouvrirEmplacement(pdf: Buffer, mention: Mention): Buffer {
  const texte = pdf.toString('latin1');
  const debutTable = Number(chercher(texte.slice(-2048), /startxref\s+(\d+)\s+%%EOF\s*$/));
  const adresses = lireTable(texte, debutTable);
  const fin = texte.slice(texte.lastIndexOf('trailer'));
  const objet = (numero: number): Objet => {
    const debut = adresses.get(numero);
    if (debut === undefined) throw new Error(`pdf: object ${numero} is missing`);
    const contenu = chercher(texte.slice(debut, texte.indexOf('endobj', debut)), /^\d+ \d+ obj\s*([\s\S]*)$/);
    return { numero, texte: contenu.trim() };
  };
  const catalogue = objet(Number(chercher(fin, /\/Root (\d+) 0 R/)));
  const pages = objet(Number(chercher(catalogue.texte, /\/Pages (\d+) 0 R/)));
  const page = objet(Number(chercher(pages.texte, /\/Kids \[\s*(\d+) 0 R/)));
  const nombre = Number(chercher(fin, /\/Size (\d+)/));
  const [signature, champ] = [nombre, nombre + 1];
  const nouveaux: Objet[] = [
    { numero: signature, texte: dictionnaire(mention) },
    {
      numero: champ,
      texte: `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${chaine('Signature')} /TU ${chaine('Signature électronique du document')} /F ${CACHE_ET_VERROUILLE} /Rect [0 0 0 0] /P ${page.numero} 0 R /V ${signature} 0 R >>`,
    },
    // 3: a signature is there, and the file must only be added to
    { ...catalogue, texte: avec(catalogue.texte, `/AcroForm << /Fields [${champ} 0 R] /SigFlags 3 >>`) },
    { ...page, texte: avecAnnotation(page.texte, `${champ} 0 R`) },
  ];
  return ajouter(pdf, nouveaux, { nombre: nombre + 2, precedente: debutTable, fin });
}

function chercher(texte: string, motif: RegExp): string {
  const [, trouve] = motif.exec(texte) ?? [];
  if (trouve === undefined) throw new Error(`pdf: ${motif.source} not found`);
  return trouve;
}

/** Object number → position. One section, as pdfkit writes it. */
function lireTable(texte: string, debut: number): Map<number, number> {
  const nombre = Number(chercher(texte.slice(debut, debut + 64), /^xref\s+0 (\d+)/));
  const lignes = [...texte.slice(debut).matchAll(/(\d{10}) \d{5} ([nf])/g)].slice(0, nombre);
  return new Map(lignes.flatMap(([, position, usage], numero) => (usage === 'n' ? [[numero, Number(position)] as const] : [])));
}

/** A dictionary with one more entry. */
function avec(texte: string, entree: string): string {
  const fin = texte.lastIndexOf('>>');
  if (fin < 0) throw new Error('pdf: not a dictionary');
  return `${texte.slice(0, fin)}${entree}\n${texte.slice(fin)}`;
}

function avecAnnotation(page: string, reference: string): string {
  return /\/Annots \[/.test(page) ? page.replace('/Annots [', `/Annots [${reference} `) : avec(page, `/Annots [${reference}]`);
}

/** Text of any alphabet. */
function chaine(texte: string): string {
  return `<feff${Buffer.from(texte, 'utf16le').swap16().toString('hex')}>`;
}

function dictionnaire({ signataire, motif, lieu, le }: Mention): string {
  const instant = `D:${le.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached',
    `/ByteRange [0 ${INCONNU} ${INCONNU} ${INCONNU}]`,
    `/Contents <${'0'.repeat(CHIFFRES)}>`,
    `/M (${instant}) /Name ${chaine(signataire)} /Reason ${chaine(motif)} /Location ${chaine(lieu)} >>`,
  ].join('\n');
}

type Suite = { nombre: number; precedente: number; fin: string };

function ajouter(pdf: Buffer, objets: readonly Objet[], { nombre, precedente, fin }: Suite): Buffer {
  let position = pdf.length + 1;
  const corps: string[] = ['\n'];
  const sections: string[] = [];
  for (const { numero, texte } of objets) {
    const ecrit = `${numero} 0 obj\n${texte}\nendobj\n`;
    corps.push(ecrit);
    sections.push(`${numero} 1\n${String(position).padStart(10, '0')} 00000 n \n`);
    position += ecrit.length;
  }
  const gardees = [/\/Root \d+ 0 R/, /\/Info \d+ 0 R/, /\/ID \[[^\]]*\]/].flatMap((motif) => motif.exec(fin)?.slice(0, 1) ?? []);
  const table = `xref\n${sections.join('')}trailer\n<< /Size ${nombre} /Prev ${precedente} ${gardees.join(' ')} >>\nstartxref\n${position}\n%%EOF`;
  return Buffer.concat([pdf, Buffer.from(corps.join(''), 'latin1'), Buffer.from(table, 'latin1')]);
}
