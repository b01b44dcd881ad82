import { describe, expect, it } from "vitest";
import { formatBytes } from "./format-bytes.js";

describe("sizes of backups", () => {
  it.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1.0 KiB"],
    [13_002_342, "12.4 MiB"],
    [5 * 1024 ** 3, "5.0 GiB"],
  ])("shows %d as %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});
