// A rubric of 120 items and its sheet show the same numbers in the web, in the terminal asking the server, and in the
// terminal reading files: node --import tsx --conditions=@shian/source scripts/same-figures.ts --url URL
// The server's current rubric becomes the one of this check.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createClient } from "@shian/api/client";
import { chromium } from "playwright-core";

const { values } = parseArgs({ options: { url: { type: "string" } } });
const url = values.url ?? "http://127.0.0.1:3000";
const token = process.env.SHIAN_TOKEN ?? "";
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const scratch = mkdtempSync(join(tmpdir(), "shian-figures-"));
const ITEMS = 120;

const methods = [
  { method: { type: "all-or-nothing" }, measurement: { met: true } },
  {
    method: { type: "deduction", deductions: [{ id: "d", title: "每起扣分", pointsEach: 0.35, cap: 0.9 }] },
    measurement: { counts: { d: 2 } },
  },
  {
    method: {
      type: "parts",
      parts: [
        { id: "p", title: "制度", points: 0.5 },
        { id: "q", title: "落实", points: 0.75 },
      ],
    },
    measurement: { met: { p: true } },
  },
  {
    method: {
      type: "levels",
      levels: [
        { id: "good", title: "好", points: 1.25 },
        { id: "fair", title: "一般", points: 0.6 },
      ],
    },
    measurement: { level: "fair" },
  },
  {
    method: {
      type: "bands",
      direction: "higher",
      bands: [
        { bound: 90, points: 1.25 },
        { bound: 80, points: 0.85 },
      ],
    },
    measurement: { value: 89.999 },
  },
  { method: { type: "linear", zeroAt: 0, fullAt: 3 }, measurement: { value: 1.003 } },
  { method: { type: "ratio", target: 0.95 }, measurement: { numerator: 311, denominator: 457 } },
  { method: { type: "assessed" }, measurement: { points: 1.11, reason: "现场核查" } },
] as const;

const items = Array.from({ length: ITEMS }, (_, index) => {
  const { method } = methods[index % methods.length] ?? methods[0];
  const kind = index % 17 === 16 ? "bonus" : index % 3 === 0 ? "key" : "basic";
  return {
    id: `${1 + Math.floor(index / 30)}-${1 + (index % 30)}`,
    title: `条目 ${index + 1}`,
    kind,
    points: 1.25,
    method,
  };
});
const rubric = {
  id: "same-figures",
  edition: "核对",
  title: "核对用细则（演示，非官方）",
  issuer: "演示",
  official: false,
  effectiveFrom: "2026-01-01",
  passRule: { minTotal: 100, minKeyItemRate: 0.6, bonusCounts: false, bonusCap: 5, notApplicable: "rescale" },
  sections: [0, 1, 2, 3].map((section) => ({
    id: String(section + 1),
    title: `部分 ${section + 1}`,
    items: items.slice(section * 30, section * 30 + 30),
  })),
};
// Every eleventh item stays open, every thirteenth does not apply.
const measurements = Object.fromEntries(
  items.flatMap(({ id }, index) => {
    if (index % 11 === 10) return [];
    const { measurement } = methods[index % methods.length] ?? methods[0];
    return [[id, index % 13 === 12 ? { notApplicable: "不涉及" } : measurement] as const];
  }),
);

function score(...args: readonly string[]): string {
  const shian = spawnSync(process.execPath, [join(root, "scripts/shian.mjs"), "score", "--json", ...args], {
    encoding: "utf8",
    env: { ...process.env, SHIAN_URL: url },
  });
  if (shian.status !== 0) throw new Error(`shian score ended with ${shian.status}: ${shian.stderr}`);
  return shian.stdout;
}

async function readPage(): Promise<{ readonly items: ReadonlyMap<string, string>; readonly text: string }> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    await page.context().addCookies([{ name: "shian_session", value: token, url }]);
    await page.goto(`${url}/evaluation`);
    await page
      .locator(".items-table .iid")
      .nth(ITEMS - 1)
      .waitFor({ timeout: 30_000 });
    const rows = await page
      .locator(".items-table tr:has(.iid)")
      .evaluateAll((found) =>
        found.map(
          (row) =>
            [
              row.querySelector(".iid")?.textContent ?? "",
              row.querySelector("td.num")?.textContent ?? "",
            ] as const,
        ),
      );
    return { items: new Map(rows), text: (await page.locator("main").textContent()) ?? "" };
  } finally {
    await browser.close();
  }
}

const toShown = (points: number) => (points / 100).toFixed(2);
const wrong: string[] = [];
try {
  const client = createClient({ url, headers: { authorization: `Bearer ${token}` } });
  const txId = () => `same-figures-${crypto.randomUUID()}`;
  await client.rubric.import.mutate({ txId: txId(), rubric });
  const { versions } = await client.evaluation.get.query({ rubric: rubric.id });
  for (const [item, measurement] of Object.entries(measurements))
    await client.evaluation.measure.mutate({
      txId: txId(),
      rubric: rubric.id,
      item,
      version: versions[item] ?? 0,
      measurement,
    });
  const [rubricFile, measurementsFile] = [join(scratch, "r.json"), join(scratch, "m.json")];
  writeFileSync(rubricFile, JSON.stringify(rubric));
  writeFileSync(measurementsFile, JSON.stringify(measurements));
  const fromFiles = score("--rubric", rubricFile, "--measurements", measurementsFile);
  const fromServer = score();
  if (fromFiles !== fromServer) wrong.push("the terminal's two answers differ");
  const sheet: {
    readonly lower: number;
    readonly upper: number;
    readonly items: readonly { readonly id: string; readonly obtained: number }[];
  } = JSON.parse(fromFiles);
  const page = await readPage();
  if (page.items.size !== ITEMS) wrong.push(`the page shows ${page.items.size} items`);
  for (const { id, obtained } of sheet.items) {
    const shown = page.items.get(id)?.split("/")[0]?.trim();
    if (shown !== toShown(obtained)) wrong.push(`${id}: page ${shown}, terminal ${toShown(obtained)}`);
  }
  for (const bound of [sheet.lower, sheet.upper])
    if (!page.text.includes(toShown(bound))) wrong.push(`the page does not show ${toShown(bound)}`);
  console.log(
    `same figures: ${sheet.items.length} items, ${toShown(sheet.lower)} to ${toShown(sheet.upper)}`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const line of wrong.slice(0, 10)) console.log(`FAIL ${line}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
