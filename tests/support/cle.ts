// A security key made of software (WebAuthn level 2, ES256, attestation "none"): what a browser would answer, and what a thief would.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (octets: Uint8Array | string) => createHash('sha256').update(octets).digest();
const url64 = (octets: Uint8Array | string) => Buffer.from(octets).toString('base64url');

const PRESENCE = 0x01;
const VERIFICATION = 0x04;
const CLE_JOINTE = 0x40;

type Faits = { origine?: string; domaine?: string; verifie?: boolean; compteur?: number };

export class CleLogicielle {
  readonly id = randomBytes(16);
  readonly #privee: KeyObject;
  readonly #publique: { x: Buffer; y: Buffer };
  #compteur = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#privee = privateKey;
    this.#publique = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
  }

  #donnees(drapeaux: number, { domaine = 'localhost', verifie = true, compteur }: Faits, jointe = Buffer.alloc(0)): Buffer {
    const suivant = Buffer.alloc(4);
    suivant.writeUInt32BE(compteur ?? ++this.#compteur);
    return Buffer.concat([sha256(domaine), Buffer.of(drapeaux | PRESENCE | (verifie ? VERIFICATION : 0)), suivant, jointe]);
  }

  #client(type: string, defi: string, { origine = 'http://localhost:3000' }: Faits): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: JSON.parse(defi).challenge, origin: origine, crossOrigin: false }));
  }

  /** Answer to navigator.credentials.create, as JSON. `defi`: the options, as JSON. */
  creer(defi: string, faits: Faits = {}): string {
    const longueur = Buffer.alloc(2);
    longueur.writeUInt16BE(this.id.length);
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, this.#publique.x],
      [-3, this.#publique.y],
    ]);
    const jointe = Buffer.concat([Buffer.alloc(16), longueur, this.id, isoCBOR.encode(cose)]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(this.#donnees(CLE_JOINTE, faits, jointe))],
    ]);
    return JSON.stringify({
      id: url64(this.id),
      rawId: url64(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url64(this.#client('webauthn.create', defi, faits)),
        attestationObject: url64(isoCBOR.encode(attestation as never)),
        transports: ['internal'],
      },
    });
  }

  /** Answer to navigator.credentials.get, as JSON. */
  signer(defi: string, faits: Faits = {}): string {
    const donnees = this.#donnees(0, faits);
    const client = this.#client('webauthn.get', defi, faits);
    return JSON.stringify({
      id: url64(this.id),
      rawId: url64(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url64(client),
        authenticatorData: url64(donnees),
        signature: url64(sign('sha256', Buffer.concat([donnees, sha256(client)]), this.#privee)),
      },
    });
  }
}
