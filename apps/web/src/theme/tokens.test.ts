import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { darkTokens, lightTokens, meaningColours } from "./tokens.js";

const source = join(import.meta.dirname, "../../../../../shared/design/mock/tokens.json");
const isThere = existsSync(source);
if (!isThere) console.warn("skipped: the visual target's tokens.json is not beside this repository");

it.skipIf(!isThere)("tokens are those of the visual target", () => {
  const target = JSON.parse(readFileSync(source, "utf8"));
  expect(lightTokens).toEqual({ token: target.light.token, components: target.light.components });
  expect(darkTokens).toEqual({ token: target.dark.token, components: target.dark.components });
  expect(meaningColours).toEqual({ light: target.shian.light, dark: target.shian.dark });
});

const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

it.each([
  ["light", lightTokens.token],
  ["dark", darkTokens.token],
])("text reaches 4.5 : 1 on cards in %s", (_mode, token) => {
  for (const colour of [
    token.colorText,
    token.colorTextSecondary,
    token.colorTextTertiary,
    token.colorWarningText,
    token.colorErrorText,
    token.colorSuccessText,
  ])
    expect(contrast(colour, token.colorBgContainer)).toBeGreaterThan(4.5);
});
