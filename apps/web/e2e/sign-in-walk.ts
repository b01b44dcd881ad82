// Walks through trust in Chromium, from an empty office to people who see only what is theirs, by clicking and typing
// alone, nothing by the API:
//   node --import tsx --conditions=@shian/source apps/web/e2e/sign-in-walk.ts --url URL --link LINK [--shots FOLDER]
// LINK is the set-up link that a server of an empty office prints. Every check is a line; `N passed, N failed` ends it.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type PlainDate, toOfficeDay, toPlainDate } from "@shian/domain";
import { launchBrowser } from "./browser.js";
import { createSteps, expectEqual } from "./create-steps.js";
import { createSnaps } from "./snap-page.js";
import { walkAccounts } from "./walk-accounts.js";
import { walkBackup, walkRecord, walkStandIn, walkTerritories } from "./walk-administration.js";
import { grantOffice, walkGrants } from "./walk-grants.js";
import { walkLiaison } from "./walk-liaison.js";
import { walkNumbers } from "./walk-numbers.js";
import { walkOffice } from "./walk-office.js";
import { walkCodes, walkDisable, walkLockOut } from "./walk-refusals.js";
import { walkSetUp } from "./walk-set-up.js";
import { walkPhoneOut, walkSignInKeys } from "./walk-sign-in-keys.js";
import { writeSheets } from "./write-sheets.js";

const { values } = parseArgs({
  options: { url: { type: "string" }, link: { type: "string" }, shots: { type: "string" } },
});
if (values.link === undefined)
  throw new Error("--link LINK is missing: the set-up link that the server printed");
const url = (values.url ?? new URL(values.link).origin).replace(/\/$/, "");
/** What was opened before this day is to be visited in this quarter. */
const firstDayOfQuarter = (): PlainDate => {
  const today = toOfficeDay(Date.now());
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  return toPlainDate(`${today.slice(0, 4)}-${String(month).padStart(2, "0")}-01`);
};
const { snap, wide, count } = createSnaps(values.shots);
const complaints: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "shian-sign-in-walk-"));
const browser = await launchBrowser();
const office = { url, browser, complaints };
const steps = createSteps(
  (line) => console.log(line),
  async (failure) => {
    if (values.shots === undefined) return;
    for (const [index, page] of browser
      .contexts()
      .flatMap((context) => context.pages())
      .entries())
      await page.screenshot({ path: join(values.shots, `failed-${failure}-${index}.png`) });
  },
);
try {
  const administrators = await walkSetUp(office, values.link, steps, snap);
  const staff = await walkAccounts(office, administrators, folder, steps, snap);
  await grantOffice(office, administrators, staff.office, steps, snap);
  const sheets = writeSheets(folder, firstDayOfQuarter());
  const townships = await walkOffice(office, staff.office, sheets, steps, snap);
  await walkGrants(office, administrators, staff, townships.near.name, folder, steps, snap);
  await walkLiaison(office, staff.liaison, townships, folder, steps, snap);
  await walkLockOut(office, administrators, staff, steps, snap);
  await walkCodes(office, administrators, steps, snap);
  await walkDisable(office, administrators, staff, steps, snap);
  const whole = townships.near.total + townships.far.total;
  await walkNumbers(office, staff.office, townships.near, whole, folder, steps, snap);
  await walkStandIn(office, staff.office, steps, snap);
  await walkTerritories(office, staff.office, townships, steps, snap);
  await walkBackup(office, administrators, steps, snap);
  await walkRecord(office, administrators, steps, snap);
  await walkSignInKeys(office, staff.liaison, steps, snap);
  await walkPhoneOut(office, staff.liaison, steps);
  await steps.run("no page is wider than its window at 1440 and at 390 px", async () => {
    expectEqual("too wide", wide.join(", "), "");
    return `${count()} pages`;
  });
  await steps.run("no page complained on the way", async () => {
    // What is refused on purpose is answered with 4xx, and the browser writes that down.
    const real = complaints.filter((line) => !/Failed to load resource.*status of 4\d\d/.test(line));
    expectEqual("complaints", [...new Set(real)].slice(0, 5).join(" | "), "");
    return undefined;
  });
} finally {
  await browser.close();
}
process.exitCode = steps.finish();
