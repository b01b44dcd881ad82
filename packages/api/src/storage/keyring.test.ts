import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestKeyring } from "../testing/test-keyring.js";
import { findBytesKey, findSealingKey, openKeyring } from "./keyring.js";
import type { StorageRefusal } from "./storage.problem.js";
import { suiteNames } from "./suite.js";

const now = new Date("2026-11-24T04:00:00Z");

describe.each(suiteNames)("sealing with %s", (suite) => {
  const keyring = createTestKeyring(suite);

  it("gives the text back, for its own field alone, and never the same sealed text twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), fc.string(), (text, field, other) => {
        fc.pre(field !== other);
        const sealed = keyring.seal(text, field);
        expect(keyring.unseal(sealed, field)).toBe(text);
        expect(keyring.seal(text, field)).not.toBe(sealed);
        expect(() => keyring.unseal(sealed, other)).toThrow("altered");
        expect(findSealingKey(sealed)).toBe(keyring.currentKey());
      }),
    );
  });

  it("refuses text altered in any character", () => {
    const sealed = keyring.seal("110101199003070000", "person.idNumber");
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.string({ maxLength: 1 }), (at, character) => {
        const bent = sealed.slice(0, at) + character + sealed.slice(at + 1);
        fc.pre(bent !== sealed);
        expect(() => keyring.unseal(bent, "person.idNumber")).toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("does not show the text, and a failure does not tell it", () => {
    const sealed = keyring.seal("13812345678", "person.mobile");
    expect(Buffer.from(sealed.slice(16), "base64url").includes("13812345678")).toBe(false);
    expect(() => keyring.unseal("13812345678", "person.mobile")).toThrow(
      "person.mobile does not hold sealed text",
    );
  });
});

it.each(suiteNames)("bytes are sealed alike with %s", (suite) => {
  const keyring = createTestKeyring(suite);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const sealed = keyring.sealBytes(bytes, "file.content");
      expect([...keyring.unsealBytes(sealed, "file.content")]).toEqual([...bytes]);
      expect(findBytesKey(sealed)).toBe(keyring.currentKey());
      expect(() => keyring.unsealBytes(sealed, "other.content")).toThrow("altered");
      expect(() => keyring.unsealBytes(bytes, "file.content")).toThrow("does not hold");
    }),
  );
});

it("a new key seals from then on; the old one opens until it is forgotten", () => {
  const keyring = createTestKeyring();
  const first = keyring.currentKey();
  const old = keyring.seal("13812345678", "person.mobile");
  const second = keyring.rotate(now);
  expect(keyring.listKeys()).toEqual([first, second]);
  expect(findSealingKey(keyring.seal("13812345678", "person.mobile"))).toBe(second);
  expect(keyring.unseal(old, "person.mobile")).toBe("13812345678");
  expect(() => keyring.forget(second)).toThrow("cannot be forgotten");
  keyring.forget(first);
  expect(() => keyring.unseal(old, "person.mobile")).toThrow(`the key ${first} is not in the key file`);
});

describe("the key file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "shian-keys-"));
    file = join(folder, "keys.json");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (create: boolean, suite: "intl" | "gm" = "intl") => openKeyring({ file, suite, create, now });
  const refusalOf = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return (error as StorageRefusal).problem.code;
    }
    return "none";
  };

  it("is made for its owner alone, and nothing is left beside it", () => {
    open(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["keys.json"]);
  });

  it("keeps its keys and its suite over a second start", () => {
    const sealed = open(true, "gm").seal("13812345678", "person.mobile");
    const again = open(true, "intl");
    expect(again.suite).toBe("gm");
    expect(again.unseal(sealed, "person.mobile")).toBe("13812345678");
  });

  it("is refused when absent and not to be made, and none is made then", () => {
    expect(refusalOf(() => open(false))).toBe("storage/key-file-missing");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is refused when others may read it", () => {
    open(true);
    chmodSync(file, 0o640);
    expect(refusalOf(() => open(false))).toBe("storage/key-file-open");
  });

  it.each(["", "{}", '{"version":1,"suite":"intl","keys":[]}', "not json"])(
    "is refused when it holds %j, without quoting it",
    (text) => {
      writeFileSync(file, text, { mode: 0o600 });
      expect(refusalOf(() => open(true))).toBe("storage/key-file-unusable");
      expect(readFileSync(file, "utf8")).toBe(text);
    },
  );

  it("is shared: what one process changes the other uses at once", () => {
    const one = open(true);
    const other = open(false);
    const key = one.rotate(now);
    expect(other.currentKey()).toBe(key);
    expect(one.unseal(other.seal("甲", "a.b"), "a.b")).toBe("甲");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("goes on serving a running process when it is taken away", () => {
    const keyring = open(true);
    const sealed = keyring.seal("甲", "a.b");
    rmSync(file);
    expect(keyring.unseal(sealed, "a.b")).toBe("甲");
  });

  it("is one and the same for processes that start together", () => {
    const source = JSON.stringify(new URL("./keyring.ts", import.meta.url).href);
    const script = `import { openKeyring } from ${source};
      const keys = openKeyring({ file: ${JSON.stringify(file)}, suite: "intl", create: true, now: new Date(0) });
      process.stdout.write(keys.currentKey());`;
    const starter = join(folder, "start.mts");
    writeFileSync(starter, script);
    const all = spawnSync(
      "sh",
      [
        "-c",
        'for n in 1 2 3; do "$0" --import tsx --conditions=@shian/source "$1" & done; wait',
        process.execPath,
        starter,
      ],
      { encoding: "utf8", cwd: process.cwd() },
    );
    const keys = all.stdout.match(/.{12}/g) ?? [];
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });
});
