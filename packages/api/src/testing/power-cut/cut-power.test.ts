// The model of a power cut is right where an answer is known for certain.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cutPower } from "./cut-power.js";
import type { DiskEvent } from "./disk-journal.js";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "shian-cut-"));
  mkdirSync(join(place, "base", "wal"), { recursive: true });
  writeFileSync(join(place, "base", "old"), "old");
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const write = (path: string, text: string, at = 0): DiskEvent => ({
  kind: "write",
  path,
  at,
  bytes: new TextEncoder().encode(text),
});
const make = (path: string): DiskEvent => ({ kind: "make", path, isFolder: false });
const sync = (path: string): DiskEvent => ({ kind: "sync", path });

/** Nothing unsynced survives with 0.99, all of it but for the last names with 0. */
function cut(events: readonly DiskEvent[], chance: number) {
  const folder = join(place, "left");
  cutPower({ base: join(place, "base"), folder, events, random: () => chance });
  return (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : undefined;
}

it("keeps what was synced and forgets what was not", () => {
  const events = [write("old", "new"), sync("old"), write("old", "lost")];
  expect(cut(events, 0.99)("old")).toBe("new");
  expect(cut(events, 0)("old")).toBe("lost");
});

it("tears a write at sectors", () => {
  let n = 0;
  const folder = join(place, "left");
  const events = [write("old", "x".repeat(2048))];
  cutPower({ base: join(place, "base"), folder, events, random: () => (n++ % 2 === 0 ? 0.99 : 0) });
  const left = readFileSync(join(folder, "old"));
  expect(left.length).toBe(2048 - 512);
  expect(left.subarray(0, 3).toString()).toBe("xxx");
  expect(left[512]).toBe(0);
});

it("a file made and synced has its name; one made after the last sync need not", () => {
  const events = [make("wal/1"), write("wal/1", "a"), sync("wal/1"), make("wal/2"), write("wal/2", "b")];
  const left = cut(events, 0);
  expect([left("wal/1"), left("wal/2")]).toEqual(["a", undefined]);
});

it("a rename is kept by the sync of its folder, and carries the content", () => {
  const events: DiskEvent[] = [
    make("wal/temp"),
    write("wal/temp", "a"),
    sync("wal/temp"),
    { kind: "rename", path: "wal/temp", to: "old" },
  ];
  expect(cut(events, 0)("old")).toBe("old");
  expect(cut([...events, sync("wal")], 0)("old")).toBe("a");
  expect(cut([...events, sync("wal")], 0)("wal/temp")).toBeUndefined();
});

it("a removal without a sync may be undone", () => {
  const events: DiskEvent[] = [{ kind: "remove", path: "old" }];
  expect(cut(events, 0)("old")).toBe("old");
  expect(cut([...events, sync("")], 0)("old")).toBeUndefined();
});

it("a change of size survives its sync", () => {
  const events: DiskEvent[] = [{ kind: "resize", path: "old", size: 1 }];
  expect(cut(events, 0.99)("old")).toBe("old");
  expect(cut([...events, sync("old")], 0.99)("old")).toBe("o");
});
