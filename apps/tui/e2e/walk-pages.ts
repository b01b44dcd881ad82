// The pages of the chain's work and of the data by keys: each list counts what the command prints, and a handover is
// previewed, made and taken back without leaving the full screen.
import type { OperationOutput } from "@shian/domain";
import { formatCount } from "../src/screens/format-values.js";
import type { ScreenName } from "../src/screens/screen.js";
import { driveSession } from "./drive-session.js";
import type { Terminal } from "./walk-chain.js";

const lists: readonly (readonly [ScreenName, readonly string[]])[] = [
  ["commitments", ["commitment", "list"]],
  ["questions", ["question", "list", "--question-state", "at-township,at-office"]],
  ["answers", ["answers"]],
  ["directory", ["directory"]],
  ["documents", ["document", "list"]],
  ["objections", ["grading", "objections"]],
  ["allocations", ["allocation", "list"]],
  ["handovers", ["handover", "list"]],
];

export async function walkPages({ check, ask }: Terminal, url: string): Promise<void> {
  for (const [screen, words] of lists) {
    const page = driveSession(url, "zh-CN", { screen });
    await page.rest();
    page.look(100, 30);
    await page.rest();
    const total = ask<{ total: number }>(words)?.total ?? 0;
    const [, , path = ""] = page.look(100, 30);
    check(`${screen} counts what the command prints`, path.includes(`共 ${formatCount(total)} `), path);
  }

  const before = ask<OperationOutput<"chain.gaps">>(["gaps"])?.counts;
  const page = driveSession(url, "zh-CN", { screen: "officials" });
  await page.rest();
  await page.press("x", "Down", "Enter");
  check("an official's leaving is previewed", page.look(100, 30).join("\n").includes("离岗预览"));
  await page.press("x", "Enter", "走查", "Enter", "Enter");
  const made = ask<OperationOutput<"handover.list">>(["handover", "list", "--limit", "1"])?.rows[0];
  const shown = page.look(100, 30).join("\n");
  check("it is made by keys", made?.note === "走查" && shown.includes(made.parties[0]?.name ?? "?"), shown);
  await page.press("u", "Enter");
  const undone = ask<OperationOutput<"handover.list">>(["handover", "list", "--limit", "1"])?.rows[0];
  check("and taken back by keys", undone?.id === made?.id && undone?.undoneAt !== null);
  const after = ask<OperationOutput<"chain.gaps">>(["gaps"])?.counts;
  check(
    "the gaps are as before it",
    JSON.stringify(after) === JSON.stringify(before),
    JSON.stringify([before, after]),
  );
}
