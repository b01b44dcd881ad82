// Opens the full screen on the terminal and gives the terminal back as it was, however the program ends.
import type { Locale } from "@shian/domain";
import { render } from "ink";
import { App } from "./app.js";
import { createScreenWriter } from "./output/create-screen-writer.js";
import { type ExitCode, exitCodes } from "./output/exit-code.js";
import { probeWidth } from "./output/probe-width.js";
import { createSession } from "./screens/create-session.js";
import type { ScreenRequest } from "./screens/screen.js";
import type { ServerPort } from "./server-port.js";
import { asciiGlyphs, isUtf8Locale, unicodeGlyphs } from "./theme/glyphs.js";
import { chooseTheme } from "./theme/style.js";

const ENTER_SCREEN = "\u001b[?1049h\u001b[?2004h\u001b[H\u001b[2J";
const LEAVE_SCREEN = "\u001b[?2026l\u001b[?2004l\u001b[?1049l\u001b[?25h";

export type AppOptions = {
  readonly server: ServerPort;
  readonly locale: Locale;
  readonly request: ScreenRequest;
  readonly color: string;
  readonly ascii: boolean;
  readonly env: NodeJS.ProcessEnv;
};

/** Runs until the person quits. */
export async function startApp(options: AppOptions): Promise<ExitCode> {
  const { env } = options;
  const { stdin, stdout } = process;
  if (options.color === "always") env.FORCE_COLOR ??= "1";
  const cells = await probeWidth(stdin, stdout);
  const ascii = options.ascii || cells === 2 || (cells === undefined && !isUtf8Locale(env));

  const leave = () => stdout.write(LEAVE_SCREEN);
  process.once("exit", leave);
  stdout.write(ENTER_SCREEN);

  let unmount = () => {};
  const writer = createScreenWriter(stdout);
  const session = createSession({
    server: options.server,
    locale: options.locale,
    glyphs: ascii ? asciiGlyphs : unicodeGlyphs,
    copy: (text) => stdout.write(`\u001b]52;c;${Buffer.from(text, "utf8").toString("base64")}\u0007`),
    clock: Date.now,
    quit: () => unmount(),
    redraw: writer.redraw,
    suspend: () => {
      stdin.setRawMode(false);
      leave();
      process.once("SIGCONT", () => {
        stdin.setRawMode(true);
        stdout.write(ENTER_SCREEN);
        writer.redraw();
      });
      process.kill(process.pid, "SIGTSTP");
    },
  });
  const theme = chooseTheme(env, options.color);
  session.start(options.request);
  try {
    const instance = render(<App session={session} theme={theme} placeCaret={writer.placeCaret} />, {
      stdout: writer.stream,
      exitOnCtrlC: false,
      // Ink's plain mode hands over whole frames; the writer finds what changed in them.
      debug: true,
      patchConsole: false,
    });
    unmount = instance.unmount;
    for (const signal of ["SIGTERM", "SIGHUP"] as const) process.once(signal, () => instance.unmount());
    await instance.waitUntilExit();
    return exitCodes.answer;
  } finally {
    writer.close();
    process.off("exit", leave);
    leave();
  }
}
