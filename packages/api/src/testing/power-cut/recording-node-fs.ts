// The embedded engine's file layer with a witness: what the engine writes, renames and syncs goes to the host as ever
// and into a journal, from which `cutPower` makes the folder that a power cut would have left.
import { relative } from "node:path";
import { DurableNodeFs, type FileLayer } from "../../storage/durable-node-fs.js";
import type { DiskEvent, DiskJournal } from "./disk-journal.js";

type Node = { readonly mode: number; readonly parent: Node; readonly name: string };
type Stream = { readonly node: Node };
type Attributes = { readonly size?: number };
type Operations = {
  readonly realPath: (node: Node) => string;
  readonly node_ops: {
    mknod(parent: Node, name: string, mode: number, device: number): Node;
    rename(node: Node, folder: Node, name: string): void;
    unlink(parent: Node, name: string): void;
    rmdir(parent: Node, name: string): void;
    symlink(parent: Node, name: string, target: string): void;
    setattr(node: Node, attributes: Attributes): void;
  };
  readonly stream_ops: {
    setattr(stream: Stream, attributes: Attributes): void;
    write(stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number): number;
    fsync?: (stream: Stream) => number;
  };
};

const FOLDER_MODE = 0o040000;
const KIND_MASK = 0o170000;

/** A folder on the host, durable as in the product, whose history is kept in `journal`. */
export class RecordingNodeFs extends DurableNodeFs {
  readonly journal: DiskJournal = { events: [] };
  private readonly root: string;

  constructor(folder: string) {
    super(folder);
    this.root = folder;
  }

  protected override install(layer: FileLayer): void {
    super.install(layer);
    // Its other operations are no part of the product's view of it.
    this.watch(layer as unknown as Operations);
  }

  private watch(layer: Operations): void {
    const { node_ops: nodes, stream_ops: streams } = layer;
    const pathOf = (node: Node) => relative(this.root, layer.realPath(node));
    const below = (folder: Node, name: string) => {
      const path = pathOf(folder);
      return path === "" ? name : `${path}/${name}`;
    };
    const note = (event: DiskEvent) => this.journal.events.push(event);
    const { mknod, rename, unlink, rmdir, setattr } = nodes;
    const { write, fsync, setattr: setStream } = streams;

    nodes.mknod = (parent, name, mode, device) => {
      const node = mknod(parent, name, mode, device);
      note({ kind: "make", path: below(parent, name), isFolder: (mode & KIND_MASK) === FOLDER_MODE });
      return node;
    };
    nodes.rename = (node, folder, name) => {
      if ((node.mode & KIND_MASK) === FOLDER_MODE)
        throw new Error("The engine renames folders now: the drill does not know how a cut leaves them.");
      const path = pathOf(node);
      rename(node, folder, name);
      note({ kind: "rename", path, to: below(folder, name) });
    };
    nodes.unlink = (parent, name) => {
      unlink(parent, name);
      note({ kind: "remove", path: below(parent, name) });
    };
    nodes.rmdir = (parent, name) => {
      rmdir(parent, name);
      note({ kind: "remove", path: below(parent, name) });
    };
    nodes.symlink = () => {
      throw new Error("The engine makes symbolic links now: the drill does not know how a cut leaves them.");
    };
    nodes.setattr = (node, attributes) => {
      setattr(node, attributes);
      if (attributes.size !== undefined) note({ kind: "resize", path: pathOf(node), size: attributes.size });
    };
    streams.setattr = (stream, attributes) => {
      setStream(stream, attributes);
      if (attributes.size !== undefined)
        note({ kind: "resize", path: pathOf(stream.node), size: attributes.size });
    };
    streams.write = (stream, buffer, offset, length, position) => {
      const written = write(stream, buffer, offset, length, position);
      const bytes = Uint8Array.from(buffer.subarray(offset, offset + written));
      note({ kind: "write", path: pathOf(stream.node), at: position, bytes });
      return written;
    };
    streams.fsync = (stream) => {
      const answer = fsync?.(stream) ?? 0;
      if (fsync !== undefined) note({ kind: "sync", path: pathOf(stream.node) });
      return answer;
    };
  }
}
