// Runs the program as a process of its own, from source, and gives what it printed and how it ended.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../cli.tsx", import.meta.url));

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The whole run; `input` is given on stdin. */
export function runShian(
  args: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "--conditions=@shian/source", cli, ...args], {
      env: {
        ...process.env,
        LANG: "zh_CN.UTF-8",
        LC_ALL: "",
        SHIAN_LANG: "",
        XDG_CONFIG_HOME: "/nonexistent",
        ...options.env,
      },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const printed = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      printed.stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...printed }));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}
