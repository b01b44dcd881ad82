// A session on canned answers that a test drives by keys and looks at as text.
import type { Locale, OperationId, Problem } from "@shian/domain";
import { lineText } from "../components/line.js";
import type { KeyPress } from "../keys/to-key-press.js";
import { createSession, type Session } from "../screens/create-session.js";
import type { ScreenRequest } from "../screens/screen.js";
import { type Glyphs, unicodeGlyphs } from "../theme/glyphs.js";
import { createCannedPort } from "./canned-port.js";

export type Stage = ReturnType<typeof createStage>;

const NAMED = /^(Enter|Esc|Tab|Shift-Tab|Up|Down|Left|Right|PgUp|PgDn|Home|End|Backspace|Space|Ctrl-.)$/;

/** Keys by name, or a text as one press. */
const toPress = (key: string): KeyPress => ({
  key,
  text: NAMED.test(key) ? (key === "Space" ? " " : "") : key,
});

/** A session that shows the request, with what was copied, asked and whether it was quit. */
export function createStage(
  options: {
    readonly request?: ScreenRequest;
    readonly locale?: Locale;
    readonly glyphs?: Glyphs;
    readonly failing?: readonly Problem[];
    readonly forbidden?: readonly OperationId[];
  } = {},
) {
  const server = createCannedPort(options.forbidden);
  server.failWith(options.failing);
  const copied: string[] = [];
  const state = { quit: 0, now: Date.UTC(2026, 11, 18, 1, 12) };
  const session: Session = createSession({
    server: server.port,
    locale: options.locale ?? "zh-CN",
    glyphs: options.glyphs ?? unicodeGlyphs,
    copy: (text) => copied.push(text),
    clock: () => state.now,
    quit: () => {
      state.quit++;
    },
    redraw: () => {},
    suspend: () => {},
  });
  session.start(options.request ?? { screen: "overview" });
  const settle = async (ms = 0): Promise<void> => {
    for (let turn = 0; turn < 8; turn++)
      await new Promise((resolve) => setTimeout(resolve, turn === 0 ? ms : 0));
  };
  const look = (columns = 80, rows = 24): string[] => session.frame(columns, rows).lines.map(lineText);
  return {
    session,
    server,
    copied,
    state,
    settle,
    look,
    press: async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        session.press(toPress(key));
        await settle();
      }
    },
  };
}
