// The full screen on a running server without a terminal: opened at a page, pressed by keys, looked at as text.
import type { Locale } from "@shian/domain";
import { lineText } from "../src/components/line.js";
import { connectServer } from "../src/connect-server.js";
import type { KeyPress } from "../src/keys/to-key-press.js";
import { createSession } from "../src/screens/create-session.js";
import type { ScreenRequest } from "../src/screens/screen.js";
import { asciiGlyphs, unicodeGlyphs } from "../src/theme/glyphs.js";

const NAMED = /^(Enter|Esc|Up|Down|Space|Ctrl-.)$/;
const toPress = (key: string): KeyPress => ({ key, text: NAMED.test(key) ? "" : key });

/** A session at the page, with what it copied and whether it was quit. */
export function driveSession(url: string, locale: Locale, request: ScreenRequest) {
  const server = connectServer({ url, locale, env: {} });
  const copied: string[] = [];
  const state = { isQuit: false };
  let waiting = 0;
  const session = createSession({
    server: {
      ...server,
      ask: async (id, input) => {
        waiting++;
        try {
          return await server.ask(id, input);
        } finally {
          waiting--;
        }
      },
    },
    locale,
    glyphs: locale === "en" ? asciiGlyphs : unicodeGlyphs,
    copy: (text) => copied.push(text),
    clock: Date.now,
    quit: () => {
      state.isQuit = true;
    },
    redraw: () => {},
    suspend: () => {},
  });
  const rest = async (): Promise<void> => {
    do await new Promise((resolve) => setTimeout(resolve, 160));
    while (waiting > 0);
  };
  session.start(request);
  return {
    copied,
    state,
    rest,
    look: (columns: number, rows: number): string[] => session.frame(columns, rows).lines.map(lineText),
    press: async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        session.press(toPress(key));
        await rest();
      }
    },
  };
}
