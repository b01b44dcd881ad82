// The algorithm suites as the record needs them.
import type { HashSuite, SuiteName } from "@shian/domain";
import { suites } from "../../storage/suite.js";

/** The hash function of a suite. */
export const toHashSuite = (name: SuiteName): HashSuite => ({
  name,
  hash: suites[name].digest,
  encode: (text) => Buffer.from(text, "utf8"),
});
