// Files as a person chooses them: a name and its bytes.
import { bmp, docx, executable, heic, jpg, pdf, pdfDe, pdfInfecte, pdfProtege, png, tiff, tronque } from '../../tests/support/fichiers.ts';

export type Fichier = { name: string; mimeType: string; buffer: Buffer };

const MO = 1024 * 1024;
const nomme = (name: string, mimeType: string, buffer: Buffer): Fichier => ({ name, mimeType, buffer });

export const photo = async (name = 'passeport.jpg') => nomme(name, 'image/jpeg', await jpg());
export const scan = async (name = 'scan.png') => nomme(name, 'image/png', await png());
export const document = async (name = 'document.pdf') => nomme(name, 'application/pdf', await pdf());
export const dessin = async (name = 'plan.bmp') => nomme(name, 'image/bmp', bmp());
export const telecopie = async (name = 'acte.TIF') => nomme(name, 'image/tiff', await tiff());
/** Exactly the limit. */
export const dixMo = async () => nomme('dix-mo.pdf', 'application/pdf', await pdfDe(10 * MO));
export const onzeMo = async () => nomme('onze-mo.pdf', 'application/pdf', await pdfDe(11 * MO));
export const vide = async () => nomme('vide.pdf', 'application/pdf', Buffer.alloc(0));
export const protege = async () => nomme('protege.pdf', 'application/pdf', await pdfProtege());
export const infecte = async () => nomme('infecte.pdf', 'application/pdf', await pdfInfecte());
export const tronquee = async () => nomme('coupe.pdf', 'application/pdf', tronque(await pdf()));
export const bureautique = async () => nomme('lettre.docx', 'application/octet-stream', docx());
export const appareil = async () => nomme('photo.heic', 'image/heic', heic());
export const deguise = async () => nomme('facture.pdf', 'application/pdf', executable());
