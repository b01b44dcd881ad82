import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textParts } from "./define-texts.js";
import { texts } from "./texts.js";

const entries: [string, readonly [string, string]][] = Object.entries(texts);

function listSources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return listSources(path);
    return /\.tsx?$/.test(name) && !/\.(test|text)\.ts$/.test(name) ? [path] : [];
  });
}

describe("the web's texts", () => {
  it("are there, so that an empty answer below means something", () =>
    expect(entries.length).toBeGreaterThan(300));

  it("stand in both languages; only a unit may be left out in English", () => {
    const missing = entries.filter(
      ([key, [zh, en]]) => zh === "" || (en === "" && !key.startsWith("common.unit-")),
    );
    expect(missing.map(([key]) => key)).toEqual([]);
  });

  it("name the same parameters in both languages, the English ones at most by leaving one out", () => {
    const differing = entries.filter(([, [zh, en]]) =>
      textParts(en).some((part) => !textParts(zh).includes(part)),
    );
    expect(differing.map(([key]) => key)).toEqual(["period.day"]);
  });

  it("keep full-width punctuation in Chinese and no space before it", () => {
    const wrong = entries.filter(([, [zh]]) => /[\u4e00-\u9fff][,;:?!]|\s[，。；：？！、]/.test(zh));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("keep a space between Chinese and digits or Latin letters", () => {
    const wrong = entries.filter(([, [zh]]) =>
      /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]/.test(zh),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("are all used", () => {
    const source = listSources(join(import.meta.dirname, ".."))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const stems = [...source.matchAll(/`([a-z]+\.[a-z-]*)\$\{/g)].map((match) => match[1] ?? "");
    const unused = entries
      .map(([key]) => key)
      .filter(
        (key) =>
          !source.includes(`"${key}"`) && !stems.some((stem) => stem.length > 3 && key.startsWith(stem)),
      );
    expect(unused).toEqual([]);
  });
});
