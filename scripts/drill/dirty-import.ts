// A deliberately dirty spreadsheet of 5,000 rows: every kind of fault we could think of is planted, counted and printed;
// every row is accounted for with the outcome that the rules give it, in the preview, applied, in the queue and undone.
import { createTestApp } from "../../packages/api/src/testing/create-test-app.js";
import { judgeAccount, makeDirtyRows } from "../../packages/api/src/testing/dirty-sheet.js";
import { importDirtySheet } from "../../packages/api/src/testing/import-dirty-sheet.js";

const SHOWN_FAULTS = 20;

/** Whether every row of the file went the way that the rules say, and nothing is lost on the way there and back. */
export async function drillDirtyImport({
  rows: count,
  each,
}: {
  readonly rows: number;
  readonly each: number;
}): Promise<boolean> {
  // The drill can fail: a lost row, one told twice and one that went the wrong way must each be found.
  const planted = makeDirtyRows({ count, each });
  const right = planted.map(({ expected }, at) => ({ row: at + 2, outcome: expected }));
  const [first] = right;
  const plants = [
    right.slice(1),
    [...right, ...right.slice(0, 1)],
    right.map((one) =>
      one === first ? ({ ...one, outcome: one.outcome === "held" ? "refused" : "held" } as const) : one,
    ),
  ];
  if (
    judgeAccount(planted, right).length > 0 ||
    plants.some((plant) => judgeAccount(planted, plant).length !== 1)
  ) {
    console.log("dirty-import: MISSED; a planted lost, repeated or misled row was not found");
    return false;
  }
  const app = await createTestApp({ today: "2026-11-24" });
  try {
    const report = await importDirtySheet(app, { count, each });
    for (const [kind, times] of report.planted) {
      const outcome = planted.find((row) => row.kind === kind)?.expected ?? "";
      console.log(`${String(times).padStart(6)}  ${outcome.padEnd(9)}  ${kind}`);
    }
    for (const fault of report.faults.slice(0, SHOWN_FAULTS)) console.log(`! ${fault}`);
    const held = report.faults.length === 0 && report.counts.rows === planted.length;
    const { created, updated, unchanged, held: waiting, refused, rows } = report.counts;
    const { preview, apply, undo } = report.milliseconds;
    console.log(
      `dirty-import: ${held ? "held" : "MISSED"}; ${report.planted.size} kinds, ${rows} rows = ${created} created + ` +
        `${updated} updated + ${unchanged} unchanged + ${waiting} held + ${refused} refused, ${report.faults.length} faults; ` +
        `preview ${(preview / 1000).toFixed(1)} s, apply ${(apply / 1000).toFixed(1)} s, undo ${(undo / 1000).toFixed(1)} s`,
    );
    return held;
  } finally {
    await app.close();
  }
}
