// A signed document: what a reader checks (ranges of bytes, digest, certificate), and what pdfsig says when it is installed.

import { spawnSync } from 'node:child_process';
import { createHash, createVerify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rendrePdf } from '#adapters/pdf/pdf.ts';
import { autosigne, type Certificat, certificat, lireP12 } from '#adapters/signature/certificat.ts';
import { signer } from '#adapters/signature/signature.ts';
import { diskStorage } from '#adapters/storage/disk.ts';
import { readEnv } from '#platform/env.ts';
import { avisDePdfsig, avisDeQpdf, SANS_FAUTE, SIGNATURE_VALIDE } from '../support/lecteurs.ts';

const le = new Date('2026-11-20T09:30:00Z');
const marque = { ministere: 'Ministère', direction: 'Direction', nom: 'Étrangers en France', officiel: false };
const dossier = mkdtempSync(join(tmpdir(), 'portail-signature-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

let pdf: Buffer;
let avec: Certificat;
let signe: Buffer;
let p12: Buffer;
beforeAll(async () => {
  pdf = await rendrePdf({
    titre: 'ATTESTATION DE BLOCAGE',
    marque,
    date: le,
    contenu: [{ type: 'paragraphe', texte: ['Voir ', { lien: 'https://example.org/', texte: 'le portail' }, '.'] }],
  });
  const { cle, certificats } = await autosigne('Portail Éssai', le);
  p12 = Buffer.from(
    forge.asn1
      .toDer(
        forge.pkcs12.toPkcs12Asn1(
          forge.pki.privateKeyFromPem(cle),
          certificats.map((c) => forge.pki.certificateFromPem(c)),
          'phrase',
          { algorithm: '3des' },
        ),
      )
      .getBytes(),
    'binary',
  );
  avec = lireP12(p12, 'phrase');
  signe = await signer(pdf, { motif: 'Délivrance', le }, avec);
});

/** What a reader does: takes the ranges, opens the CMS, compares digests, checks the signature with the certificate. */
function verifier(fichier: Buffer): { entier: boolean; digest: boolean; signature: boolean; emetteur: boolean; sujet: string } {
  const texte = fichier.toString('latin1');
  const [, a, b, c, d] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(texte)?.map(Number) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('sans signature');
  const couvert = Buffer.concat([fichier.subarray(a, a + b), fichier.subarray(c, c + d)]);
  const der = Buffer.from(texte.slice(b + 1, c - 1), 'hex');
  const asn1 = forge.asn1.fromDer(forge.util.createBuffer(der.toString('binary')), { parseAllBytes: false } as never);
  const p7 = forge.pkcs7.messageFromAsn1(asn1) as unknown as {
    certificates: forge.pki.Certificate[];
    rawCapture: { authenticatedAttributes: forge.asn1.Asn1[]; signature: string; issuer: forge.asn1.Asn1[] };
  };
  const { authenticatedAttributes, signature, issuer } = p7.rawCapture;
  const dans = (noeud: forge.asn1.Asn1 | undefined) => (Array.isArray(noeud?.value) ? noeud.value : []);
  const valeurDe = (oid: string) => {
    const attribut = authenticatedAttributes.find((a) => forge.asn1.derToOid(String(dans(a)[0]?.value)) === oid);
    return String(dans(dans(attribut)[1])[0]?.value ?? '');
  };
  const attributs = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, authenticatedAttributes);
  const nomEmetteur = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SEQUENCE, true, issuer);
  const [premier] = p7.certificates;
  if (!premier) throw new Error('sans certificat');
  return {
    entier: a === 0 && c + d === fichier.length,
    digest:
      Buffer.from(valeurDe(forge.pki.oids.messageDigest ?? ''), 'binary').toString('hex') ===
      createHash('sha256').update(couvert).digest('hex'),
    signature: createVerify('sha256')
      .update(Buffer.from(forge.asn1.toDer(attributs).getBytes(), 'binary'))
      .verify(forge.pki.certificateToPem(premier), Buffer.from(signature, 'binary')),
    emetteur: new X509Certificate(forge.pki.certificateToPem(premier)).raw.includes(
      Buffer.from(forge.asn1.toDer(nomEmetteur).getBytes(), 'binary'),
    ),
    sujet: forge.util.decodeUtf8(String(premier.subject.getField('CN')?.value)),
  };
}

describe('un document signé', () => {
  it('garde ses premiers octets, couvre le fichier entier, et sa signature est la bonne', () => {
    expect(signe.subarray(0, pdf.length).equals(pdf)).toBe(true);
    expect(verifier(signe)).toEqual({ entier: true, digest: true, signature: true, emetteur: true, sujet: 'Portail Éssai' });
  });

  it('est le même à chaque fois qu’on le signe au même instant', async () => {
    expect((await signer(pdf, { motif: 'Délivrance', le }, avec)).equals(signe)).toBe(true);
  });

  it('reste un PDF balisé, avec ses liens et un champ de signature', async () => {
    const lu = await getDocumentProxy(new Uint8Array(signe), { verbosity: 0 });
    expect(await lu.getMarkInfo()).toMatchObject({ Marked: true });
    const annotations = await (await lu.getPage(1)).getAnnotations();
    expect(annotations.map((a: { subtype: string }) => a.subtype).toSorted()).toEqual(['Link', 'Widget']);
    expect(signe.toString('latin1')).toContain('/SigFlags 3');
  });

  it('changé d’un octet, ne se vérifie plus', () => {
    const change = Buffer.from(signe);
    change[pdf.indexOf('/Title')] = 0x20;
    expect(verifier(change).digest).toBe(false);
  });

  it('est accepté par pdfsig, et par qpdf ; changé, pdfsig le dit', () => {
    const avis = avisDePdfsig(signe);
    expect(avis).toMatch(SIGNATURE_VALIDE);
    expect(avis).toMatch(/Total document signed|absent/);
    expect(avis).toMatch(/Signature Type: adbe.pkcs7.detached|absent/);
    expect(avisDeQpdf(signe)).toMatch(SANS_FAUTE);
    const change = Buffer.from(signe);
    change[pdf.indexOf('/Title')] = 0x20;
    expect(avisDePdfsig(change)).toMatch(/Digest Mismatch|absent/);
  });

  it('est refusé à un fichier qui n’est pas des nôtres', async () => {
    await expect(signer(Buffer.from('%PDF-1.7 rien'), { motif: '', le }, avec)).rejects.toThrow(/pdf:/);
  });
});

describe('le certificat', () => {
  it('d’un PKCS#12 ne s’ouvre pas avec une autre phrase', () => expect(() => lireP12(p12, 'autre')).toThrow());

  it('fait au premier démarrage est chiffré au repos, puis relu le même', async () => {
    const depot = diskStorage(join(dossier, 'fichiers'));
    const premier = await certificat(le, depot);
    expect(premier.signataire).toBe('Étrangers en France');
    expect(premier.chaine).toHaveLength(1);
    expect(spawnSync('grep', ['-r', 'PRIVATE KEY', join(dossier, 'fichiers')]).status).toBe(1);
    expect(await certificat(le, depot)).toBe(premier);
  });

  it('demande sa phrase avec son fichier', () => {
    const base = { DATABASE_URL: 'postgresql://x', PORTAIL_SECRET: 'x'.repeat(40), BOITE_DEVELOPPEMENT: 'true' };
    expect(() => readEnv({ ...base, SIGNATURE_P12: '/a.p12' })).toThrow(/SIGNATURE_P12_PHRASE/);
    expect(readEnv({ ...base, SIGNATURE_P12: '/a.p12', SIGNATURE_P12_PHRASE: 'x' }).SIGNATURE_P12).toBe('/a.p12');
  });
});
