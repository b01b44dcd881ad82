/// <reference types="node" />
// The hash functions of the suites for tests, from Node's own cryptography.
import { createHash } from "node:crypto";
import type { HashSuite, SuiteName } from "../record/hash-suite.js";

const algorithms: { readonly [Name in SuiteName]: string } = { intl: "sha256", gm: "sm3" };

export const makeHashSuite = (name: SuiteName): HashSuite => ({
  name,
  hash: (bytes) => createHash(algorithms[name]).update(bytes).digest(),
  encode: (text) => Buffer.from(text, "utf8"),
});
