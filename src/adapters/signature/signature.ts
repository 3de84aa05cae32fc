import 'server-only';
// Signs the PDFs that the portal issues: a detached CMS (adbe.pkcs7.detached) over the whole file, which any reader checks. One line
// for whoever issues a document: `const signe = await signer(await rendrePdf(…), { motif: 'Délivrance', le: at })`.
import { constants, type KeyObject, privateEncrypt } from 'node:crypto';
import { SignPdf } from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import forge from 'node-forge';
import { env } from '#platform/env.ts';
import { type Certificat, certificat } from './certificat.ts';
import { ouvrirEmplacement } from './emplacement.ts';

/** DER of DigestInfo for SHA-256, before the digest (RFC 8017, 9.2). */
const SHA256 = Buffer.from('3031300d060960864801650304020105000420', 'hex');

class Cms extends Signer {
  readonly #certificat: Certificat;
  readonly #le: Date;
  constructor(avec: Certificat, le: Date) {
    super();
    this.#certificat = avec;
    this.#le = le;
  }

  override async sign(contenu: Buffer): Promise<Buffer> {
    const { chaine, cle } = this.#certificat;
    const [signataire] = chaine;
    if (!signataire) throw new Error('signature: no certificate');
    const { oids } = forge.pki;
    const p7 = forge.pkcs7.createSignedData();
    p7.content = forge.util.createBuffer(contenu.toString('binary'));
    for (const c of chaine) p7.addCertificate(c);
    p7.addSigner({
      key: parLeSysteme(forge.pki.privateKeyFromPem(cle.export({ type: 'pkcs8', format: 'pem' }).toString()), cle),
      certificate: signataire,
      digestAlgorithm: oids.sha256 ?? '',
      // in the order of their bytes, as DER wants a set
      authenticatedAttributes: [
        { type: oids.contentType ?? '', value: oids.data },
        { type: oids.signingTime ?? '', value: this.#le.toISOString() },
        { type: oids.messageDigest ?? '' },
      ],
    });
    p7.sign({ detached: true });
    return Buffer.from(forge.asn1.toDer(p7.toAsn1()).getBytes(), 'binary');
  }
}

/** Same key, the operation done by Node: fifty times faster than in JavaScript. */
function parLeSysteme(cle: forge.pki.rsa.PrivateKey, native: KeyObject): forge.pki.rsa.PrivateKey {
  return Object.assign(cle, {
    sign: (empreinte: forge.md.MessageDigest): string => {
      const condense = Buffer.concat([SHA256, Buffer.from(empreinte.digest().getBytes(), 'binary')]);
      return privateEncrypt({ key: native, padding: constants.RSA_PKCS1_PADDING }, condense).toString('binary');
    },
  });
}

export type Signature = {
  /** why, as readers show it */
  motif: string;
  le: Date;
};

/** The file with its signature. Throws when the certificate does not open, or on a PDF that this portal did not draw. */
export async function signer(pdf: Buffer, { motif, le }: Signature, avec?: Certificat): Promise<Buffer> {
  const celui = avec ?? (await certificat(le));
  const { PORTAIL_URL } = env();
  const ouvert = ouvrirEmplacement(pdf, { signataire: celui.signataire, motif, lieu: PORTAIL_URL, le });
  return new SignPdf().sign(ouvert, new Cms(celui, le));
}
