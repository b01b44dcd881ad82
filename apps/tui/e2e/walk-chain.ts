// The chain from end to end in the terminal: import, gaps, allocation, handover, gaps again, and both taken back
// until the counts are those after the import.
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OperationOutput, toPlainDate } from "@shian/domain";
import { generateRegisterRows } from "@shian/domain/fixture-city";

export type Terminal = {
  readonly check: (what: string, isRight: boolean, detail?: string) => void;
  readonly shian: (args: readonly string[]) => { code: number | null; stdout: string; stderr: string };
  readonly ask: <T>(args: readonly string[]) => T | undefined;
};

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A sheet of establishments that no demonstration has. */
function writeSheet(today: string): string {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const quarterStart = toPlainDate(`${today.slice(0, 4)}-${String(month).padStart(2, "0")}-01`);
  const { headers, rows } = generateRegisterRows({ seed: "terminal", count: 12, quarterStart });
  const file = join(tmpdir(), `shian-chain-${process.pid}.csv`);
  writeFileSync(file, `\uFEFF${[headers, ...rows].map((row) => row.map(quote).join(",")).join("\r\n")}\r\n`);
  return file;
}

export function walkChain({ check, shian, ask }: Terminal, today: string): void {
  const counts = () => ask<OperationOutput<"chain.gaps">>(["gaps"])?.counts;
  const before = counts();
  const file = writeSheet(today);
  const made = ask<{ created: number }>(["import", "registry", file, "--apply"]);
  rmSync(file, { force: true });
  const created = made?.created ?? 0;
  check("new establishments come in", created > 0, JSON.stringify(made));
  const imported = counts();
  check(
    "nobody answers for them",
    imported?.nobody === (before?.nobody ?? 0) + created,
    `${before?.nobody} → ${imported?.nobody}, ${created} created`,
  );

  const run = ask<OperationOutput<"allocation.get">>(["allocate", "--gap", "nobody", "--apply"]);
  const added = run?.preview?.added ?? 0;
  const allocated = counts();
  check("an allocation is applied", run?.state === "applied" && added > 0, JSON.stringify(run).slice(0, 300));
  check(
    "so many fewer are without an official",
    allocated?.nobody === (imported?.nobody ?? 0) - added,
    `${imported?.nobody} − ${added} → ${allocated?.nobody}`,
  );

  const people = ask<OperationOutput<"official.list">>(["officials", "--level", "township", "--limit", "5"]);
  const one = people?.rows.find(({ load }) => load > 3);
  const leaves = ["--leaves", one?.id ?? ""];
  const plan = ask<OperationOutput<"handover.preview">>(["handover", "preview", ...leaves]);
  const done = ask<OperationOutput<"handover.make">>([
    ...["handover", "apply", ...leaves],
    ...["--mark", plan?.mark ?? "", "--note", "走查"],
  ]);
  check("a handover moves what was looked at", done?.plan.moved === plan?.moved && (plan?.moved ?? 0) > 0);
  const list = ask<OperationOutput<"handover.list">>(["handover", "list", "--limit", "1"]);
  const id = list?.rows[0]?.id ?? "";
  const receipt = shian(["handover", "receipt", id, "--official", one?.id ?? ""]);
  check(
    "there is a receipt with their name",
    receipt.code === 0 && receipt.stdout.includes(one?.name ?? "?"),
  );
  const handed = counts();
  check(
    "nobody is left without an official but by the plan",
    handed?.nobody === (allocated?.nobody ?? 0) + (plan?.unassigned ?? 0),
  );
  check("what is outdated shows as a gap", (handed?.["annex-unacknowledged"] ?? 0) > 0);

  check("the handover is taken back", shian(["handover", "undo", id]).code === 0);
  check("the allocation is taken back", shian(["allocation", "undo", run?.id ?? ""]).code === 0);
  const after = counts();
  const told = JSON.stringify([imported, after]);
  check("the gaps are those after the import", JSON.stringify(after) === JSON.stringify(imported), told);

  const plans = ask<OperationOutput<"training.plans">>(["training", "plans"]);
  const first = plans?.rows[0];
  const trained = ask<OperationOutput<"training.people">>([
    "training",
    "people",
    first?.id ?? "",
    "completed",
  ]);
  check("a plan's coverage counts its people", trained?.total === first?.completed.done);
  const documents = ask<OperationOutput<"document.list">>(["document", "list"]);
  const document = documents?.rows[0];
  const unread = ask<OperationOutput<"document.readers">>([
    "document",
    "readers",
    document?.id ?? "",
    "unread",
  ]);
  check(
    "a document's readers count as its rate says",
    unread?.total === (document?.read.of ?? 0) - (document?.read.done ?? 0),
  );
}
