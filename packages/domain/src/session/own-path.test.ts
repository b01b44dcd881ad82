import fc from "fast-check";
import { expect, it } from "vitest";
import { isOwnPath } from "./own-path.js";

it.each([
  ["/", true],
  ["/device", true],
  ["/registry?q=%E9%A4%90&on=2026-11-24", true],
  ["/visits/1#top", true],
  ["/a//b", true],
  ["/餐饮", true],
  [`/${"a".repeat(499)}`, true],
  [`/${"a".repeat(500)}`, false],
  ["", false],
  ["device", false],
  ["//elsewhere.example", false],
  ["///elsewhere.example", false],
  ["/\\elsewhere.example", false],
  ["/a\\b", false],
  ["\\\\elsewhere.example", false],
  ["https://elsewhere.example/", false],
  ["javascript:alert(1)", false],
  ["/\t/elsewhere.example", false],
  ["/\n/elsewhere.example", false],
  ["/a b", false],
  [" /a", false],
])("%j: %s", (text, own) => expect(isOwnPath(text)).toBe(own));

it("never leads to another host, whatever a browser makes of it", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom("/", "\\", ".", "@", ":", "?", "#", "\t", "\n", "\r", " ", "a", "evil.example"),
        {
          maxLength: 8,
        },
      ),
      (parts) => {
        const text = `/${parts.join("")}`;
        fc.pre(isOwnPath(text));
        expect(new URL(text, "https://shian.example").origin).toBe("https://shian.example");
      },
    ),
    { seed: 20261124, numRuns: 2000 },
  ));
