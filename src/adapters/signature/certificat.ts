import 'server-only';
// The certificate of the portal. Given by the deployer as a PKCS#12 file; otherwise one is made at the first start and kept in the
// storage, encrypted like everything there under PORTAIL_SECRET, so that every process signs with the same one. Nobody vouches for
// that one: readers say "signature valid, unknown authority".
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import forge from 'node-forge';
import { env } from '#platform/env.ts';
import { fingerprint } from '#platform/secret.ts';
import { FileMissing } from '../storage/intake.ts';
import { type Storage, storage } from '../storage/storage.ts';

export type Certificat = {
  /** the signer's first, then those that lead to its authority */
  chaine: readonly forge.pki.Certificate[];
  cle: KeyObject;
  /** who signs, as readers show it */
  signataire: string;
};

const ANNEES = 10;
/** RGS B1: 3072 bits suffice beyond 2030. */
const BITS = 3072;

/** Opens a PKCS#12 (RSA). Throws an Error that says what is wrong with it. */
export function lireP12(contenu: Buffer, phrase: string): Certificat {
  const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(contenu.toString('binary')), phrase);
  const sacs = (type: string) => p12.getBags({ bagType: type })[type] ?? [];
  const [cle] = [...sacs(forge.pki.oids.pkcs8ShroudedKeyBag ?? ''), ...sacs(forge.pki.oids.keyBag ?? '')].flatMap((s) => s.key ?? []);
  const certificats = sacs(forge.pki.oids.certBag ?? '').flatMap((s) => s.cert ?? []);
  if (!cle || certificats.length === 0) throw new Error('the file holds no RSA key, or no certificate');
  return depuisPem(
    forge.pki.privateKeyToPem(cle),
    certificats.map((c) => forge.pki.certificateToPem(c)),
  );
}

/** The certificate of the key comes first, wherever the file has it. */
function depuisPem(clePem: string, pems: readonly string[]): Certificat {
  const cle = createPrivateKey(clePem);
  const publique = forge.pki.privateKeyFromPem(clePem).n;
  const certificats = pems.map(certificatDe);
  const estLeSien = ({ publicKey }: forge.pki.Certificate) => 'n' in publicKey && publicKey.n.equals(publique);
  const sien = certificats.find(estLeSien);
  if (!sien) throw new Error('no certificate of the file goes with its key');
  return { chaine: [sien, ...certificats.filter((c) => c !== sien)], cle, signataire: nomDe(sien) };
}

/**
 * The library reads names as the bytes of their UTF-8 and writes them as characters: left so, the issuer named in a signature would
 * not be that of the certificate as soon as there is an accent.
 */
function certificatDe(pem: string): forge.pki.Certificate {
  const lu = forge.pki.certificateFromPem(pem);
  for (const attribut of [...lu.issuer.attributes, ...lu.subject.attributes]) {
    const { value, valueTagClass } = attribut;
    if (Number(valueTagClass) === Number(forge.asn1.Type.UTF8) && typeof value === 'string') attribut.value = forge.util.decodeUtf8(value);
  }
  return lu;
}

function nomDe(certificat: forge.pki.Certificate): string {
  const valeur: unknown = certificat.subject.getField('CN')?.value;
  return typeof valeur === 'string' ? valeur : '';
}

type Enregistre = { cle: string; certificats: string[] };

/** Makes a key and a certificate signed by itself. */
export async function autosigne(nom: string, at: Date): Promise<Enregistre> {
  const { privateKey, publicKey } = await new Promise<forge.pki.rsa.KeyPair>((resolve, reject) => {
    forge.pki.rsa.generateKeyPair({ bits: BITS, workers: 0 }, (erreur, paire) => (erreur ? reject(erreur) : resolve(paire)));
  });
  const certificat = forge.pki.createCertificate();
  certificat.publicKey = publicKey;
  // a positive number, drawn: two portals never make the same one
  certificat.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  certificat.validity.notBefore = new Date(at.getTime() - 86_400_000);
  certificat.validity.notAfter = new Date(at);
  certificat.validity.notAfter.setUTCFullYear(at.getUTCFullYear() + ANNEES);
  // the field bears the type of the text, whatever the published types say of it
  const enUtf8 = (name: string, value: string) => Object.assign({ name, value }, { valueTagClass: Number(forge.asn1.Type.UTF8) });
  const qui = [enUtf8('commonName', nom), enUtf8('organizationName', 'Démonstration, service non officiel')];
  certificat.setSubject(qui);
  certificat.setIssuer(qui);
  certificat.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificat.sign(privateKey, forge.md.sha256.create());
  return { cle: forge.pki.privateKeyToPem(privateKey), certificats: [forge.pki.certificateToPem(certificat)] };
}

const nomDuContenu = () => fingerprint('fichiers', 'signature:certificat').slice(0, 40);

async function lireEnregistre(depot: Storage): Promise<Certificat | null> {
  try {
    const lu: Enregistre = JSON.parse((await buffer(await depot.get(nomDuContenu()))).toString('utf8'));
    return depuisPem(lu.cle, lu.certificats);
  } catch (erreur) {
    if (erreur instanceof FileMissing) return null;
    throw erreur;
  }
}

async function* enFlux(texte: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(texte, 'utf8');
}

async function trouver(at: Date, depot: Storage): Promise<Certificat> {
  const { SIGNATURE_P12, SIGNATURE_P12_PHRASE, PORTAIL_NOM } = env();
  if (SIGNATURE_P12 !== undefined) {
    try {
      return lireP12(await readFile(SIGNATURE_P12), SIGNATURE_P12_PHRASE ?? '');
    } catch (cause) {
      throw new Error(`SIGNATURE_P12: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
  const garde = await lireEnregistre(depot);
  if (garde) return garde;
  await depot.put(enFlux(JSON.stringify(await autosigne(PORTAIL_NOM, at))), nomDuContenu());
  // read again: of two processes that start together, the last to write is the one that both keep
  const ecrit = await lireEnregistre(depot);
  if (!ecrit) throw new Error('signature: the certificate just written is not there');
  return ecrit;
}

let cache: Promise<Certificat> | undefined;

/** The certificate of this process, opened once. Throws a sentence that names the variable when the file does not open. */
export function certificat(at: Date, depot: Storage = storage()): Promise<Certificat> {
  cache ??= trouver(at, depot).catch((erreur: unknown) => {
    cache = undefined;
    throw erreur;
  });
  return cache;
}
