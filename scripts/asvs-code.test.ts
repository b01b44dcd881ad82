// What the product's sources never do, and where they may: rows of docs/reference/asvs.md that are about what is absent.
// Each place that may is named with its reason; a new one fails here and is decided by a person.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const folders = ["packages/domain/src", "packages/api/src", "apps/web/src", "apps/tui/src"];
const isProduct = (path: string) =>
  /\.(ts|tsx)$/.test(path) && !/\.(test|spec|test-d)\.tsx?$|\/testing\/|\/fixture-city\//.test(path);

/** Every source file that ships, with its code; comments are left out, for they may speak of anything. */
const sources: readonly { readonly path: string; readonly code: string }[] = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter(isProduct)
    .map((path) => ({
      path,
      code: readFileSync(join(root, path), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""),
    })),
);
const listUsing = (pattern: RegExp, within = "") =>
  sources.filter(({ path, code }) => path.startsWith(within) && pattern.test(code)).map(({ path }) => path);

it("reads the sources, so that an empty answer means something", () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(listUsing(/from "drizzle-orm/).length).toBeGreaterThan(20);
});

it("no text is run as code", () => {
  expect(listUsing(/\beval\(|new Function\(|node:vm|setTimeout\(\s*["'`]|setInterval\(\s*["'`]/)).toEqual([]);
});

it("no shell is started by the server or the domain", () => {
  expect(listUsing(/child_process/, "packages/")).toEqual([]);
  expect(listUsing(/shell:\s*true|\bexecSync\(/)).toEqual([]);
});

it("no HTML is made of text", () => {
  expect(
    listUsing(
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcDoc|createContextualFragment/,
    ),
  ).toEqual([]);
});

it("statements are built of parameters; raw text is the product's own", () => {
  // Statements of a migration, names of columns from the catalogue, and a number of rows.
  expect(listUsing(/sql\.raw\(/).filter((path) => !path.startsWith("packages/api/src/storage/"))).toEqual([]);
  expect(
    listUsing(/\.query\(`[^`]*\$\{/).filter((path) => !path.startsWith("packages/api/src/storage/")),
  ).toEqual([]);
});

it("the server asks no other server but its database and the identity provider that is named", () => {
  const asking =
    /\bfetch\(|https?\.(get|request)\(|from "(node:)?(http2|https|tls|dns|undici|axios|got|openid-client)"/;
  const server = sources.filter(
    ({ path }) => path.startsWith("packages/") && !path.startsWith("packages/api/src/client/"),
  );
  expect(server.filter(({ code }) => asking.test(code)).map(({ path }) => path)).toEqual([
    // The issuer's own origin alone, whatever its metadata names, and no redirect is followed.
    "packages/api/src/features/session/identity-provider.ts",
  ]);
});

it("weak hashes and ciphers are not used", () => {
  const weak =
    /["'`](md5|md4|sha-?1|rc4|des-\w*|3des|bf-\w+|[\w-]+-ecb|ripemd\w*)["'`]|create(C|Dec)ipher\(/i;
  // Six-digit codes are HMAC-SHA-1 by RFC 6238, which every authenticator knows; the hash's weakness is no help there.
  expect(listUsing(weak)).toEqual(["packages/api/src/features/session/verify-code.service.ts"]);
});

it("nothing secret comes from a guessable generator", () => {
  expect(listUsing(/Math\.random/, "packages/")).toEqual([
    // When a failed job is tried again.
    "packages/api/src/features/job/job-runner.ts",
  ]);
});

it("tokens and secrets are compared without telling how much was right", () => {
  expect(listUsing(/timingSafeEqual/, "packages/api/src/storage/").length).toBeGreaterThan(0);
});

it("messages of other windows are not listened to, and none are sent", () => {
  expect(
    listUsing(
      /(window|self|globalThis|parent|opener|top)\.(postMessage|addEventListener\("message")|onmessage\s*=/,
    ),
  ).toEqual([]);
});

it("the browser keeps nothing but how things look", () => {
  expect(
    listUsing(/localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open/, "apps/web/"),
  ).toEqual(["apps/web/src/theme/appearance.ts"]);
});

it("the web leads to no address made of data", () => {
  expect(
    listUsing(
      /window\.open\(|location\.(href\s*=|assign\(|replace\()|href=\{`?https?:|javascript:/,
      "apps/web/",
    ),
  ).toEqual([
    // The identity provider's page as the server named it, and back to a path that is looked at first.
    "apps/web/src/navigation/leave-page.ts",
  ]);
});

it("no sign-in token stands in an address", () => {
  expect(listUsing(/[?&](token|key|password|session)=/)).toEqual([]);
});

it("patterns are written, not made of what somebody typed", () => {
  expect(listUsing(/new RegExp\(/)).toEqual([
    "packages/domain/src/kernel/fold-code.ts",
    "packages/domain/src/record/find-entry-place.ts",
    "packages/domain/src/territory/fold-place-name.ts",
  ]);
});

it("a password field hides what is typed, takes a paste and leaves managers alone", () => {
  const fields = sources.filter(({ code }) => /Input\.Password|type="password"/.test(code));
  expect(fields.map(({ path }) => path)).toEqual(["apps/web/src/session/field.tsx"]);
  for (const { code } of fields) expect(code).not.toMatch(/onPaste|autoComplete="off"|preventDefault/);
});

it("no secret stands in the sources", () => {
  expect(
    listUsing(/BEGIN [A-Z ]*PRIVATE KEY|(password|secret|apiKey)\s*[:=]\s*["'`][A-Za-z0-9+/_-]{12,}["'`]/),
  ).toEqual([]);
});

it("nothing is written out but by the log, the record and commands of the operator", () => {
  expect(listUsing(/\bconsole\.|process\.(stdout|stderr)/, "packages/")).toEqual(
    // The two lines of a server's life, its log, and commands at the server.
    expect.arrayContaining(["packages/api/src/server.ts", "packages/api/src/open-deps.ts"]),
  );
  expect(listUsing(/\bconsole\./, "packages/")).toEqual([]);
  expect(listUsing(/process\.(stdout|stderr)/, "packages/api/src/features/")).toEqual([]);
});

it("every dependency is pinned with its hash", () => {
  const lock = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
  const packages = lock.slice(lock.indexOf("\npackages:"), lock.indexOf("\nsnapshots:"));
  const entries = packages.split(/\n(?= {2}\S)/).slice(1);
  expect(entries.length).toBeGreaterThan(200);
  expect(
    entries.filter((entry) => !/integrity: sha512-/.test(entry)).map((entry) => entry.trim().slice(0, 60)),
  ).toEqual([]);
});

it("the web's script is built without maps, and its sources stay out of what is served", () => {
  expect(readFileSync(join(root, "apps/web/vite.config.ts"), "utf8")).not.toMatch(
    /sourcemap:\s*(true|"inline")/,
  );
});
