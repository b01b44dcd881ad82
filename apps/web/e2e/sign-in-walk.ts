// Walks through trust in Chromium, from an empty office to people who see only what is theirs, by clicking and typing
// alone, nothing by the API:
//   node --import tsx --conditions=@shian/source apps/web/e2e/sign-in-walk.ts --url URL --link LINK [--shots FOLDER]
// LINK is the set-up link that a server of an empty office prints. Every check is a line; `N passed, N failed` ends it.
import { parseArgs } from "node:util";
import { launchBrowser } from "./browser.js";
import { createSteps, expectEqual } from "./create-steps.js";
import { createSnaps } from "./snap-page.js";
import { walkSetUp } from "./walk-set-up.js";

const { values } = parseArgs({
  options: { url: { type: "string" }, link: { type: "string" }, shots: { type: "string" } },
});
if (values.link === undefined)
  throw new Error("--link LINK is missing: the set-up link that the server printed");
const url = (values.url ?? new URL(values.link).origin).replace(/\/$/, "");
const steps = createSteps((line) => console.log(line));
const { snap, wide, count } = createSnaps(values.shots);
const complaints: string[] = [];
const browser = await launchBrowser();
const office = { url, browser, complaints };
try {
  const administrators = await walkSetUp(office, values.link, steps, snap);
  void administrators;
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
