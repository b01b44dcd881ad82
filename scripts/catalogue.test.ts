// One version per dependency: manifests name the catalogue, and the domain, which npm packs without knowing a
// catalogue, writes the very same versions.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const manifest = (folder: string) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
const catalogue = new Map(
  [
    ...readFileSync(join(root, "pnpm-workspace.yaml"), "utf8").matchAll(
      /^ {2}'?([@\w/.-]+?)'?: (\d[\w.+-]*)$/gm,
    ),
  ].map((match) => [match[1], match[2]] as const),
);

it.each(["", "packages/domain", "packages/api", "apps/web", "apps/tui"])(
  "%s names catalogue versions only",
  (folder) => {
    const { dependencies = {}, devDependencies = {} } = manifest(folder);
    const own = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([name, version]) =>
        version !== "catalog:" && version !== "workspace:*" && catalogue.get(name) !== version,
    );
    expect(own).toEqual([]);
    expect(catalogue.size).toBeGreaterThan(40);
  },
);

it("the domain depends on nothing that npm could not install alone", () => {
  const { dependencies } = manifest("packages/domain");
  expect(Object.values<string>(dependencies).filter((version) => !/^\d/.test(version))).toEqual([]);
});
