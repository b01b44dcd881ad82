// A disk of a few megabytes: a memory file system in a mount namespace of its own, held by a process that sleeps. It
// needs no rights of an administrator and is gone with its holder, whatever happens to the drill.
import { type ChildProcess, spawn } from "node:child_process";

export type SmallDisk = {
  /** Its folder for programs that are started inside. */
  readonly inside: string;
  /** The same folder, looked at from here. */
  readonly outside: string;
  /** What stands in front of the command line of a program that is to run inside. */
  readonly enter: readonly string[];
  close(): void;
};

const isRoot = process.getuid?.() === 0;
const inside = "/mnt";

/** Makes the disk. Rejects where the system allows no namespaces. */
export async function openSmallDisk(mebibytes: number): Promise<SmallDisk> {
  const own = isRoot ? [] : ["--user", "--map-root-user"];
  const mount = `mount -t tmpfs -o size=${mebibytes}m none ${inside} && echo ready && exec sleep 3600`;
  const holder: ChildProcess = spawn("unshare", [...own, "--mount", "sh", "-c", mount], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    holder.stdout?.once("data", () => resolve());
    holder.once("error", reject);
    holder.once("exit", (code) => reject(new Error(`no small disk can be made here (${code})`)));
  });
  const { pid } = holder;
  const user = isRoot ? [] : ["--user", "--preserve-credentials"];
  return {
    inside,
    outside: `/proc/${pid}/root${inside}`,
    enter: ["nsenter", "--target", String(pid), ...user, "--mount", `--wd=${process.cwd()}`],
    close: () => holder.kill("SIGKILL"),
  };
}
