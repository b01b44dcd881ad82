// The fences of ARCHITECTURE.md as one test over the real imports; it prints the offending edge.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

type Edge = { from: string; to: string; typeOnly: boolean };

function listSources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory())
      return ["node_modules", "dist", "migrations"].includes(name) ? [] : listSources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const importPattern =
  /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[\w*{][^;"']*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

function listEdges(workspace: string): Edge[] {
  return listSources(join(root, workspace, "src")).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(importPattern)].map((match) => {
      const target = match[3] ?? match[4] ?? "";
      const to = target.startsWith(".")
        ? relative(root, resolve(dirname(file), target)).replace(/\.js$/, "")
        : target;
      return { from: relative(root, file), to, typeOnly: match[2] !== undefined };
    }),
  );
}

const isTest = (file: string) => /\.(test|spec|test-d)\.tsx?$|\/testing\//.test(file);
const offending = (edges: Edge[], rule: (edge: Edge) => boolean) =>
  edges.filter(rule).map((edge) => `${edge.from} → ${edge.to}`);

/** The order of concepts; each may import an earlier one, never a later one. Contracts are views and stand apart. */
const concepts = [
  "kernel",
  "privacy",
  "territory",
  "access",
  "people",
  "session",
  "record",
  "registry",
  "grading",
  "chain",
  "comparison",
  "xray",
  "commitment",
  "liaison",
  "training",
  "evidence",
  "visit",
  "business-arm",
  "fact-sheet",
  "office-rules",
  "layout",
  "finding",
  "rectification",
  "referral",
  "oversight",
  "survey",
  "rubric",
  "evaluation",
  "standing",
  "participation",
  "campaign",
  "source-control",
  "report",
  "office",
  "overview",
  "backup",
  "job",
  "fixture-city",
];
const conceptOf = (path: string) => /^packages\/domain\/src\/([^/]+)\//.exec(path)?.[1];
const isContract = (path: string) => path.includes(".contract");

describe("domain", () => {
  const edges = listEdges("packages/domain").filter((edge) => !isTest(edge.from));

  it("reads files, so an empty answer means something", () => expect(edges.length).toBeGreaterThan(50));

  it("imports nothing but zod from outside", () => {
    const outside = (edge: Edge) => !edge.to.startsWith("packages/domain/src") && !/^(zod)$/.test(edge.to);
    expect(offending(edges, outside)).toEqual([]);
  });

  it("knows every concept folder", () => {
    const folders = readdirSync(join(root, "packages/domain/src"), { withFileTypes: true });
    const unknown = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(unknown.filter((name) => !concepts.includes(name) && name !== "testing")).toEqual([]);
  });

  it("lets a concept import earlier concepts only; contracts import schemas and contracts of any", () => {
    const backwards = ({ from, to }: Edge) => {
      const [a, b] = [conceptOf(from), conceptOf(to)];
      if (a === undefined || b === undefined || a === b) return false;
      if (isContract(from)) return !/\.(contract|schema)$/.test(to) && b !== "kernel";
      return isContract(to) || concepts.indexOf(b) > concepts.indexOf(a);
    };
    expect(offending(edges, backwards)).toEqual([]);
  });

  it("keeps test code out of product code", () => {
    expect(offending(edges, ({ to }) => to.includes("/testing/"))).toEqual([]);
  });
});

describe("api", () => {
  const edges = listEdges("packages/api").filter((edge) => !isTest(edge.from));

  it("imports the domain by its name and no app", () => {
    expect(offending(edges, ({ to }) => to.startsWith("apps/") || to.startsWith("packages/domain"))).toEqual(
      [],
    );
  });

  it("keeps server code out of the client at run time", () => {
    const leaks = ({ from, to, typeOnly }: Edge) =>
      from.startsWith("packages/api/src/client/") &&
      !typeOnly &&
      to.startsWith("packages/api/src/") &&
      !to.includes("/client/");
    expect(offending(edges, leaks)).toEqual([]);
  });

  it("lets only routers and trpc/ know tRPC, and the client its client", () => {
    const allowed = /\.router\.ts$|^packages\/api\/src\/(trpc|client)\/|^packages\/api\/src\/app\.ts$/;
    expect(offending(edges, ({ from, to }) => to.startsWith("@trpc/") && !allowed.test(from))).toEqual([]);
  });

  it("lets only repos, tables and storage/ know drizzle", () => {
    const allowed = /\.(repo|table)\.ts$|^packages\/api\/src\/storage\//;
    expect(offending(edges, ({ from, to }) => to.startsWith("drizzle-orm") && !allowed.test(from))).toEqual(
      [],
    );
  });

  it("lets a service call another feature's service, never its repo", () => {
    const feature = (path: string) => /features\/([^/]+)\//.exec(path)?.[1];
    const crosses = ({ from, to }: Edge) =>
      feature(from) !== undefined &&
      /\.repo$/.test(to) &&
      feature(to) !== feature(from) &&
      !/\.repo\.ts$/.test(from);
    expect(offending(edges, crosses)).toEqual([]);
  });
});

describe.each(["apps/web", "apps/tui"])("%s", (app) => {
  const edges = listEdges(app).filter((edge) => !isTest(edge.from));

  it("imports the domain and the api's client, nothing else of ours", () => {
    const wrong = ({ to }: Edge) =>
      (to.startsWith("@shian/") &&
        !["@shian/domain", "@shian/domain/fixture-city", "@shian/api/client"].includes(to)) ||
      to.startsWith("packages/");
    expect(offending(edges, wrong)).toEqual([]);
  });

  it("keeps features apart and layers in order", () => {
    const layerOf = (path: string) => new RegExp(`^${app}/src/([^/]+)/`).exec(path)?.[1];
    const featureOf = (path: string) => new RegExp(`^${app}/src/features/([^/]+)/`).exec(path)?.[1];
    const low = ["components", "text", "theme", "keys", "output"];
    const wrong = ({ from, to }: Edge) => {
      if (!to.startsWith(app)) return false;
      if (
        low.includes(layerOf(from) ?? "") &&
        ["features", "routes", "screens", "commands"].includes(layerOf(to) ?? "")
      )
        return true;
      const [a, b] = [featureOf(from), featureOf(to)];
      return a !== undefined && ((b !== undefined && a !== b) || layerOf(to) === "routes");
    };
    expect(offending(edges, wrong)).toEqual([]);
  });
});
