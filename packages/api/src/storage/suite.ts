// The two algorithm suites, each behind the same few functions: `intl` (AES-256-GCM, SHA-256, HMAC-SHA-256) and `gm`
// (SM4-CBC then HMAC-SM3, SM3), since an office at 三级 is asked for GB/T 39786. All from OpenSSL, none of our own.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  getCiphers,
  getHashes,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

export const suiteNames = ["intl", "gm"] as const;
export type SuiteName = (typeof suiteNames)[number];

/** Encrypts and authenticates with one key. */
export type SuiteCipher = {
  /** A fresh ciphertext that can be told from an altered one; `context` is authenticated with it, not stored. */
  encrypt(plain: Uint8Array, context: string): Buffer;
  /** Throws when the ciphertext was altered, or made with another key or for another context. */
  decrypt(sealed: Uint8Array, context: string): Buffer;
};

/** One algorithm suite. */
export type Suite = {
  readonly name: SuiteName;
  /** Whether the OpenSSL of this Node knows the suite's algorithms; some distributions leave SM3 and SM4 out. */
  isAvailable(): boolean;
  digest(data: Uint8Array | string): Buffer;
  mac(key: Uint8Array, data: Uint8Array | string): Buffer;
  /** A cipher of a key of `SUITE_KEY_BYTES` bytes. */
  cipher(key: Uint8Array): SuiteCipher;
};

/** Bytes of a key, for either suite. */
export const SUITE_KEY_BYTES = 32;

const GCM_NONCE = 12;
const GCM_TAG = 16;
const CBC_IV = 16;
const SM3_MAC = 32;

const altered = () => new Error("the sealed bytes were altered, or belong to another key or field");

function requireKey(key: Uint8Array): void {
  if (key.length !== SUITE_KEY_BYTES) throw new RangeError(`a key has ${SUITE_KEY_BYTES} bytes`);
}

const intl: Suite = {
  name: "intl",
  isAvailable: () => getCiphers().includes("aes-256-gcm") && getHashes().includes("sha256"),
  digest: (data) => createHash("sha256").update(data).digest(),
  mac: (key, data) => createHmac("sha256", key).update(data).digest(),
  cipher(key) {
    requireKey(key);
    return {
      encrypt(plain, context) {
        const nonce = randomBytes(GCM_NONCE);
        const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: GCM_TAG });
        cipher.setAAD(Buffer.from(context));
        return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      },
      decrypt(sealed, context) {
        if (sealed.length < GCM_NONCE + GCM_TAG) throw altered();
        const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, GCM_NONCE), {
          authTagLength: GCM_TAG,
        });
        decipher.setAAD(Buffer.from(context));
        decipher.setAuthTag(sealed.subarray(-GCM_TAG));
        const plain = decipher.update(sealed.subarray(GCM_NONCE, -GCM_TAG));
        try {
          return Buffer.concat([plain, decipher.final()]);
        } catch {
          throw altered();
        }
      },
    };
  },
};

const sm3Mac = (key: Uint8Array, data: Uint8Array | string) => createHmac("sm3", key).update(data).digest();

const gm: Suite = {
  name: "gm",
  isAvailable: () => getCiphers().includes("sm4-cbc") && getHashes().includes("sm3"),
  digest: (data) => createHash("sm3").update(data).digest(),
  mac: sm3Mac,
  cipher(key) {
    requireKey(key);
    // Encrypt-then-MAC is sound only when the two keys are apart.
    const encryptKey = sm3Mac(key, "shian gm encrypt").subarray(0, 16);
    const macKey = sm3Mac(key, "shian gm authenticate");
    const authenticate = (sealed: Uint8Array, context: string) => {
      const about = Buffer.from(context);
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(BigInt(about.length));
      return sm3Mac(macKey, Buffer.concat([length, about, sealed]));
    };
    return {
      encrypt(plain, context) {
        const iv = randomBytes(CBC_IV);
        const cipher = createCipheriv("sm4-cbc", encryptKey, iv);
        const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
        return Buffer.concat([sealed, authenticate(sealed, context)]);
      },
      decrypt(sealed, context) {
        if (sealed.length < CBC_IV + 16 + SM3_MAC) throw altered();
        const body = sealed.subarray(0, -SM3_MAC);
        if (!timingSafeEqual(authenticate(body, context), sealed.subarray(-SM3_MAC))) throw altered();
        const decipher = createDecipheriv("sm4-cbc", encryptKey, body.subarray(0, CBC_IV));
        return Buffer.concat([decipher.update(body.subarray(CBC_IV)), decipher.final()]);
      },
    };
  },
};

/** The suites by name. */
export const suites: { readonly [Name in SuiteName]: Suite } = { intl, gm };
