// What a file layer did, in order, as a disk would have to keep it. Folders and files are known by number; names hang
// in folders, so that a renamed file is the same file.

/** One thing done to the disk. Paths are relative to the folder that is watched, without a leading slash. */
export type DiskEvent =
  | { readonly kind: "make"; readonly path: string; readonly isFolder: boolean }
  | { readonly kind: "write"; readonly path: string; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: "resize"; readonly path: string; readonly size: number }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "sync"; readonly path: string }
  /** The database said that this transaction is committed. */
  | { readonly kind: "acknowledge"; readonly txId: string };

/** Everything that happened to one folder since its base was copied. */
export type DiskJournal = { readonly events: DiskEvent[] };
