// What a power cut leaves of a folder. Model of a journalling file system (ext4, xfs), made as unkind as it may be:
//   - content: what was written before the file's last sync is there; of what came later each sector of 512 bytes is
//     there or not, by chance and in any order, so pages and records are torn;
//   - names: made, renamed and removed in order; the sync of a file or folder keeps everything up to the last change of
//     its own name or entries; of what came later a beginning of any length is kept.
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { DiskEvent } from "./disk-journal.js";

const SECTOR = 512;

type FileChange = Extract<DiskEvent, { kind: "write" | "resize" }>;
type NameChange = Extract<DiskEvent, { kind: "make" | "rename" | "remove" }>;
/** A file from its making to its removal, whatever it is called meanwhile. */
type Content = {
  readonly path: string;
  readonly isBase: boolean;
  changes: FileChange[];
  synced: number;
  lastName: number;
};

const folderOf = (path: string): string => (path.includes("/") ? dirname(path) : "");

/** The journal sorted by what a sync covers. */
function sortEvents(events: readonly DiskEvent[]) {
  const names: { readonly change: NameChange; readonly content: Content | undefined }[] = [];
  const contents = new Map<string, Content>();
  const all = new Set<Content>();
  const lastEntry = new Map<string, number>();
  let kept = 0;

  const contentAt = (path: string): Content => {
    const known = contents.get(path);
    if (known !== undefined) return known;
    const content: Content = { path, isBase: true, changes: [], synced: 0, lastName: 0 };
    contents.set(path, content);
    all.add(content);
    return content;
  };
  const touch = (...paths: readonly string[]) => {
    for (const path of paths) lastEntry.set(folderOf(path), names.length);
  };
  for (const event of events) {
    switch (event.kind) {
      case "make": {
        let content: Content | undefined;
        if (event.isFolder) lastEntry.set(event.path, names.length + 1);
        else {
          content = { path: event.path, isBase: false, changes: [], synced: 0, lastName: names.length + 1 };
          contents.set(event.path, content);
          all.add(content);
        }
        names.push({ change: event, content });
        touch(event.path);
        break;
      }
      case "rename": {
        const content = contentAt(event.path);
        names.push({ change: event, content });
        content.lastName = names.length;
        contents.delete(event.path);
        contents.set(event.to, content);
        touch(event.path, event.to);
        break;
      }
      case "remove":
        names.push({ change: event, content: contents.get(event.path) });
        contents.delete(event.path);
        touch(event.path);
        break;
      case "write":
      case "resize":
        contentAt(event.path).changes.push(event);
        break;
      case "sync": {
        const content = contents.get(event.path);
        if (content !== undefined) {
          content.synced = content.changes.length;
          kept = Math.max(kept, content.lastName);
        }
        kept = Math.max(kept, lastEntry.get(event.path) ?? 0);
        break;
      }
      case "acknowledge":
        break;
    }
  }
  return { names, contents: all, kept };
}

/** A change that a sync covered is made whole, a later one sector by sector or not at all. */
function applyChange(file: string, change: FileChange, isSynced: boolean, random: () => number): void {
  if (change.kind === "resize") {
    if (isSynced || random() < 0.5) truncateSync(file, change.size);
    return;
  }
  const handle = openSync(file, "r+");
  for (let from = 0; from < change.bytes.length; ) {
    const length = Math.min(SECTOR - ((change.at + from) % SECTOR), change.bytes.length - from);
    if (isSynced || random() < 0.5) writeSync(handle, change.bytes, from, length, change.at + from);
    from += length;
  }
  closeSync(handle);
}

/**
 * Makes `folder` into what a cut right after the last of `events` may leave of `base`; `random` chooses what of the
 * unsynced survives.
 */
export function cutPower(options: {
  readonly base: string;
  readonly folder: string;
  readonly events: readonly DiskEvent[];
  readonly random: () => number;
}): void {
  const { base, folder, events, random } = options;
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  const { names, contents, kept } = sortEvents(events);
  const survivors = kept + Math.floor(random() * (names.length - kept + 1));

  const nameOf = new Map<Content, string>();
  for (const content of contents) if (content.isBase) nameOf.set(content, content.path);
  for (const { change, content } of names.slice(0, survivors)) {
    const path = join(folder, change.path);
    if (change.kind === "make") {
      if (change.isFolder) mkdirSync(path);
      else writeFileSync(path, "");
      if (content !== undefined) nameOf.set(content, change.path);
    } else if (change.kind === "rename") {
      // What the name meant before is gone with it.
      for (const [other, name] of nameOf) if (name === change.to) nameOf.delete(other);
      renameSync(path, join(folder, change.to));
      if (content !== undefined) nameOf.set(content, change.to);
    } else {
      rmSync(path, { recursive: true, force: true });
      if (content !== undefined) nameOf.delete(content);
    }
  }
  for (const [{ changes, synced }, name] of nameOf) {
    const file = join(folder, name);
    if (changes.length === 0 || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    for (const [at, change] of changes.entries()) applyChange(file, change, at < synced, random);
  }
}
