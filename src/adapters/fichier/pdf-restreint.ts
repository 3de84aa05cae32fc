import 'server-only';
// An encrypted PDF often opens without a password: only printing or copying is restricted (bank statements, payslips). Such
// a file can be read by the administration, so it is accepted. Only pdf.js can tell, and it is loaded for these alone.
import type { ConstatPdf } from './pdf.ts';

/** Tries to open an encrypted PDF with an empty password, and looks for programs and attached files inside. */
export async function examinerPdfChiffre(contenu: Buffer): Promise<ConstatPdf> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // pdf.js keeps the array that it is given: it gets its own.
    const document = await getDocumentProxy(new Uint8Array(contenu), { verbosity: 0 });
    try {
      const [programmes, joints] = [await document.getJSActions(), await document.getAttachments()];
      return programmes || joints ? 'actif' : 'lisible';
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'protege' : 'illisible';
  }
}
