import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Takes the page as it stands in both widths. */
export type Snap = (page: Page, name: string) => Promise<void>;

/**
 * Pictures at 1440 and 390 px of whatever a page shows just then, dialogs and all; how many were looked at and which were
 * wider than their window is kept. Without a folder the pages are measured all the same.
 */
export function createSnaps(folder: string | undefined): {
  readonly snap: Snap;
  readonly wide: string[];
  readonly count: () => number;
} {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const wide: string[] = [];
  let taken = 0;
  const snap: Snap = async (page, name) => {
    taken += 1;
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.waitForTimeout(200);
      const { over, height } = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - window.innerWidth,
        height: document.documentElement.scrollHeight,
      }));
      if (over > 0) wide.push(`${name} at ${width} by ${over} px`);
      if (folder === undefined) continue;
      await page.setViewportSize({
        width,
        height: Math.min(4000, Math.max(width === 390 ? 844 : 900, height)),
      });
      await page.waitForTimeout(100);
      const number = String(taken).padStart(2, "0");
      await page.screenshot({ path: join(folder, `${number}-${name}-${width}.png`) });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  return { snap, wide, count: () => taken };
}
