// PGlite as it comes never calls fsync: it starts PostgreSQL with `-F`, and its file layer has no fsync callback. This
// file gives it both, so that an acknowledged commit is on the disk. `durability.spec.ts` fails if an upgrade of PGlite
// silently undoes it.
import { fsyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type StreamOperations = { fsync?: (stream: { nfd?: number | null }) => number };
/** The engine's own layer over the host's files. */
export type FileLayer = { stream_ops?: StreamOperations };
type Internals = {
  NODEFS?: FileLayer;
  FS?: { NODEFS?: FileLayer; filesystems?: { NODEFS?: FileLayer } };
};

/** Start parameters that leave fsync on. `fdatasync`, PostgreSQL's default here, is a no-op in this build. */
export const durableStartParams: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

/** A folder on the host whose files are really synced when PostgreSQL asks for it. */
export class DurableNodeFs extends NodeFS {
  /** How often PostgreSQL asked and the host was told, since the start. */
  syncs = 0;

  override async init(...[lite, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(lite, options);
    const onStart = (module: Internals) => {
      const layer = module.FS?.filesystems?.NODEFS ?? module.NODEFS ?? module.FS?.NODEFS;
      if (layer === undefined)
        throw new Error("This version of PGlite hides its file layer: fsync cannot be installed.");
      this.install(layer);
    };
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(emscriptenOpts.preRun ?? []), onStart as never],
      },
    };
  }

  /** Gives the layer its fsync. */
  protected install(layer: FileLayer): void {
    if (layer.stream_ops === undefined)
      throw new Error("This version of PGlite hides its file layer: fsync cannot be installed.");
    layer.stream_ops.fsync = (stream) => {
      if (typeof stream.nfd === "number") {
        fsyncSync(stream.nfd);
        this.syncs += 1;
      }
      return 0;
    };
  }
}
