// A keyring in memory whose first key is the same in every run.

import { createKeyring, type Keyring } from "../storage/keyring.js";
import type { KeyFile } from "../storage/keyring-file.js";
import type { SuiteName } from "../storage/suite.js";

export function createTestKeyring(suite: SuiteName = "intl"): Keyring {
  const key = {
    id: "00000000000a",
    key: Buffer.alloc(32, 7).toString("base64"),
    madeAt: "2026-01-01T00:00:00.000Z",
  };
  let held: KeyFile = { version: 1, suite, keys: [key] };
  return createKeyring({
    read: () => held,
    replace: (file) => {
      held = file;
    },
  });
}
