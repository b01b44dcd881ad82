// The figures that docs/reference/asvs.md writes down are those that the code goes by.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createRecoveryCodes, createUserCode } from "../packages/api/src/features/session/secret.js";
import { operations, passwordPolicies, sensitiveFields, tryRules } from "../packages/domain/src/index.js";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const page = read("docs/reference/asvs.md").replace(/\s+/g, " ");
const MINUTE = 60_000;

/** The number that a constant of a source file is given. */
function readFigure(path: string, pattern: RegExp): number {
  const found = pattern.exec(read(path))?.[1];
  if (found === undefined) throw new Error(`${path} has nothing like ${pattern}`);
  return found.split("*").reduce((product, part) => product * Number(part.trim().replaceAll("_", "")), 1);
}

describe("what is written down about", () => {
  it("wrong tries is what locks", () => {
    const { here, account, address } = tryRules;
    expect(page).toContain(
      `${here.tries} wrong tries in ${here.within / MINUTE} minutes lock an account from that address for ` +
        `${here.locksFor / MINUTE} minutes; ${account.tries} in ${account.within / MINUTE / 60} hours lock it everywhere`,
    );
    expect(page).toContain(
      `${address.tries} in ${address.within / MINUTE} minutes slow an address to one try in ${address.oneIn / 1000} seconds`,
    );
  });

  it("passwords is what the profiles ask", () => {
    const { dengbao3, asvs } = passwordPolicies;
    expect(page).toContain(
      `\`dengbao3\`: ${dengbao3.least} to ${dengbao3.most} characters, ${dengbao3.classes} of 4 classes, ` +
        `${dengbao3.days} days, the last ${dengbao3.remembered} not again`,
    );
    expect(page).toContain(`\`asvs\`: ${asvs.least} to ${asvs.most} characters, no classes, no age`);
    expect([asvs.classes, asvs.days, asvs.refusesCommon, dengbao3.refusesCommon]).toEqual([
      1,
      null,
      true,
      true,
    ]);
  });

  it("sessions and links is when they end", () => {
    const session = "packages/api/src/features/session";
    const administrator = readFigure(`${session}/open-session.service.ts`, /administrator: (\d+)/);
    const staff = readFigure(`${session}/open-session.service.ts`, /staff: (\d+)/);
    const whole = readFigure(`${session}/open-session.service.ts`, /ABSOLUTE_HOURS = (\d+)/);
    expect(page).toContain(
      `ends after ${staff} minutes without a request, an administrator's after ${administrator}, and each after ${whole} hours`,
    );
    const setUp = readFigure(`${session}/link.service.ts`, /"set-up": (\d+)/);
    const link = readFigure(`${session}/link.service.ts`, /password: (\d+)/);
    const challenge = readFigure(`${session}/one-time.repo.ts`, /CHALLENGE_MS: number = (\d+) \* 60_000/);
    const flow = readFigure(`${session}/provider-sign-in.service.ts`, /FLOW_MS = (\d+) \* 60_000/);
    const device = readFigure(`${session}/device.service.ts`, /ENDS_AFTER_MS = (\d+) \* 60_000/);
    expect(page).toContain(
      `A set-up link holds ${setUp} hours, a password link ${link} hours, a challenge ${challenge} minutes, ` +
        `a terminal's code ${device} minutes, the way to the identity provider and back ${flow} minutes; each once`,
    );
  });

  it("files is what the reader takes", () => {
    const most = readFigure("packages/api/src/file-upload.ts", /MOST_MEBIBYTES = (\d+)/);
    expect(page).toContain(`| import | \`.xlsx\`, \`.csv\` | ${most} MiB |`);
  });

  it("keys and algorithms is what is computed", () => {
    const suite = read("packages/api/src/storage/suite.ts");
    for (const name of ["aes-256-gcm", "sm4-cbc", "sha256", "sm3"]) expect(suite).toContain(`"${name}"`);
    const hashing = "packages/api/src/features/session/password-hash.ts";
    const memory = readFigure(hashing, /memoryCost: ([\d_]+)/);
    expect(page).toContain(
      `argon2id, ${memory / 1024} MiB, ${readFigure(hashing, /timeCost: (\d+)/)} passes`,
    );
    expect(readFigure(hashing, /algorithm: (\d+)/)).toBe(2);
    const bytes = readFigure(
      "packages/api/src/features/session/secret.ts",
      /randomBytes\((\d+)\)\.toString\("base64url"\)/,
    );
    expect(page).toContain(`${bytes * 8} bits at random, kept as SHA-256`);
  });

  it("codes to type is how hard they are to guess", () => {
    const codes = createRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    const letters = "BCDFGHJKLMNPQRSTVWXZ".length;
    for (const code of [...codes, createUserCode()])
      expect(code.replaceAll("-", "").length * Math.log2(letters)).toBeGreaterThan(20);
    for (const code of codes) expect(code).toMatch(/^[B-DF-HJ-NP-TV-Z]{6}-[B-DF-HJ-NP-TV-Z]{6}$/);
  });

  it("accounts has neither a hint nor a question", () => {
    const sources = ["session/session.table.ts", "people/people.table.ts"].map((path) =>
      read(`packages/api/src/features/${path}`),
    );
    const contract = read("packages/domain/src/session/session.contract.ts");
    for (const text of [...sources, contract])
      expect(text).not.toMatch(/hint|secretQuestion|securityQuestion/i);
  });

  it("sensitive fields names each of them", () => {
    const written = /Sensitive are ([^:]+):/
      .exec(page)?.[1]
      ?.split(", ")
      .map((name) => name.replaceAll("`", ""));
    expect(written?.toSorted()).toEqual([...sensitiveFields].sort());
  });

  it("lists is what every operation allows", () => {
    const limits = Object.values(operations).flatMap(({ input }) => {
      const limit: unknown = Reflect.get(Reflect.get(input, "shape") ?? {}, "limit");
      return limit === undefined ? [] : [limit as { safeParse(value: unknown): { success: boolean } }];
    });
    expect(limits.length).toBeGreaterThan(5);
    for (const limit of limits) expect(limit.safeParse(501).success).toBe(false);
    expect(page).toContain("pages at most 500 rows");
  });

  it("permissions is said of every operation, and none is open by accident", () => {
    const open = Object.entries(operations)
      .filter(([, { may }]) => may !== "everyone" && may.some((role) => role === "public"))
      .map(([id]) => id);
    for (const [id, { may }] of Object.entries(operations))
      expect([id, may === "everyone" || may.length > 0]).toEqual([id, true]);
    expect(open.filter((id) => !/^(session|setup|device|office)\./.test(id))).toEqual([]);
  });
});
