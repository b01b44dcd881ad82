// Puts whole frames on a terminal by writing only the lines that changed, each at its own place. Ink's own incremental
// writer loses a line in a frame lower than the terminal, and its full writer rewrites the screen for every key.
import { EventEmitter } from "node:events";

const HIDE_CARET = "\u001b[?25l";
const SHOW_CARET = "\u001b[?25h";
const BEGIN = "\u001b[?2026h";
const END = "\u001b[?2026l";
const CLEAR = "\u001b[H\u001b[2J";
const AFTER_LINE = "\u001b[0m\u001b[K";

export type Caret = { readonly x: number; readonly y: number };

/** A stream for Ink in its plain mode, where each write is a whole frame; and the caret beside it. */
export type ScreenWriter = {
  readonly stream: NodeJS.WriteStream;
  readonly placeCaret: (caret: Caret | undefined) => void;
  /** Writes the last frame again, whole, whatever stands on the screen. */
  readonly redraw: () => void;
  /** Stops listening to the terminal. */
  readonly close: () => void;
};

const moveTo = (x: number, y: number): string => `\u001b[${y + 1};${x + 1}H`;

/** A writer onto the terminal; the frame is written within one synchronised update. */
export function createScreenWriter(terminal: NodeJS.WriteStream): ScreenWriter {
  let shown: readonly string[] = [];
  let isKnown = false;
  let caret: Caret | undefined;
  let frame: readonly string[] = [];

  const draw = (): void => {
    const parts = [BEGIN, HIDE_CARET, ...(isKnown ? [] : [CLEAR])];
    for (const [index, line] of frame.entries())
      if (!isKnown || line !== shown[index]) parts.push(moveTo(0, index), line, AFTER_LINE);
    for (let index = frame.length; isKnown && index < shown.length; index++)
      parts.push(moveTo(0, index), AFTER_LINE);
    if (caret) parts.push(moveTo(caret.x, caret.y), SHOW_CARET);
    parts.push(END);
    shown = frame;
    isKnown = true;
    terminal.write(parts.join(""));
  };

  const stream = Object.assign(new EventEmitter(), {
    isTTY: false,
    write: (text: string): boolean => {
      if (text === "") return true;
      const lines = text.replace(/\n$/, "").split("\n");
      const isSame =
        isKnown && lines.length === shown.length && lines.every((line, index) => line === shown[index]);
      frame = lines;
      if (!isSame) draw();
      return true;
    },
  });
  // The terminal moves its text about when its size changes, so nothing on it can be relied on.
  const resized = (): void => {
    isKnown = false;
    stream.emit("resize");
  };
  terminal.on("resize", resized);
  Object.defineProperty(stream, "columns", { get: () => terminal.columns });
  Object.defineProperty(stream, "rows", { get: () => terminal.rows });

  return {
    // Ink asks of its stream what stands here: size, writing, and the events of an emitter.
    stream: stream as unknown as NodeJS.WriteStream,
    placeCaret: (next) => {
      if (next?.x === caret?.x && next?.y === caret?.y) return;
      caret = next;
      if (isKnown) terminal.write(caret ? `${moveTo(caret.x, caret.y)}${SHOW_CARET}` : HIDE_CARET);
    },
    redraw: () => {
      isKnown = false;
      draw();
    },
    close: () => terminal.off("resize", resized),
  };
}
