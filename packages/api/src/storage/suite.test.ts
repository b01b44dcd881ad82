// The suites against the published examples: GB/T 32905 (SM3), GB/T 32907 (SM4), FIPS 180-4, RFC 4231, GB/T 15852.2's
// construction (HMAC) written out from RFC 2104.
import { createCipheriv, createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { suites } from "./suite.js";

describe("SM3, GB/T 32905-2016 annex A", () => {
  it.each([
    ["abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
    ["abcd".repeat(16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"],
  ])("%s", (text, digest) => expect(suites.gm.digest(text).toString("hex")).toBe(digest));
});

describe("SM4, GB/T 32907-2016 annex A", () => {
  const block = Buffer.from("0123456789abcdeffedcba9876543210", "hex");

  it("one block", () => {
    const cipher = createCipheriv("sm4-ecb", block, null).setAutoPadding(false);
    expect(cipher.update(block).toString("hex")).toBe("681edf34d206965e86b3e94f536e4246");
  });

  it("a million times over", () => {
    // CBC over zeros with the plain block as its vector is the block enciphered over and over.
    const cipher = createCipheriv("sm4-cbc", block, block).setAutoPadding(false);
    const last = cipher.update(Buffer.alloc(16 * 1_000_000)).subarray(-16);
    expect(last.toString("hex")).toBe("595298c7c6fd271f0402f804c33d3f66");
  });
});

it("SHA-256, FIPS 180-4", () =>
  expect(suites.intl.digest("abc").toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  ));

it("HMAC-SHA-256, RFC 4231 case 2", () =>
  expect(suites.intl.mac(Buffer.from("Jefe"), "what do ya want for nothing?").toString("hex")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ));

it("HMAC-SM3 is RFC 2104 over SM3", () => {
  const key = Buffer.alloc(64);
  Buffer.from("Jefe").copy(key);
  const pad = (byte: number) => key.map((value) => value ^ byte);
  const sm3 = (...parts: Uint8Array[]) => createHash("sm3").update(Buffer.concat(parts)).digest();
  const expected = sm3(pad(0x5c), sm3(pad(0x36), Buffer.from("what")));
  expect(suites.gm.mac(Buffer.from("Jefe"), "what")).toEqual(expected);
});

describe.each(["intl", "gm"] as const)("%s", (name) => {
  const suite = suites[name];
  const key = Buffer.alloc(32, 1);

  it("is available here", () => expect(suite.isAvailable()).toBe(true));

  it("refuses a short key", () => expect(() => suite.cipher(Buffer.alloc(16))).toThrow(RangeError));

  it("tells another key, another context, and every single changed bit", () => {
    const cipher = suite.cipher(key);
    const sealed = cipher.encrypt(Buffer.from("13812345678"), "person.mobile");
    expect(cipher.decrypt(sealed, "person.mobile").toString()).toBe("13812345678");
    expect(() => suite.cipher(Buffer.alloc(32, 2)).decrypt(sealed, "person.mobile")).toThrow("altered");
    expect(() => cipher.decrypt(sealed, "person.idNumber")).toThrow("altered");
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const bent = Buffer.from(sealed);
      bent.writeUInt8(bent.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => cipher.decrypt(bent, "person.mobile")).toThrow("altered");
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => cipher.decrypt(sealed.subarray(0, length), "person.mobile")).toThrow("altered");
  });
});
