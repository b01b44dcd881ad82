import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { render } from "ink";
import { describe, expect, it } from "vitest";
import { App } from "../app.js";
import { createStage } from "../testing/create-stage.js";
import { chooseTheme } from "../theme/style.js";
import { createScreenWriter } from "./create-screen-writer.js";

/** A terminal that remembers its cells as far as the writer uses it: moving, clearing, writing whole lines. */
function createTerminal(columns: number, rows: number) {
  const screen: string[] = [];
  const written: string[] = [];
  const terminal = Object.assign(new EventEmitter(), {
    columns,
    rows,
    isTTY: true,
    write: (text: string): boolean => {
      written.push(text);
      for (const part of text.split("\u001b[").slice(1)) {
        const [, row, clear, rest = ""] = /^(?:(\d+);\d+H|(2J)|[?\d]*[a-zA-Z])(.*)/s.exec(part) ?? [];
        if (clear) screen.length = 0;
        if (row !== undefined && rest !== "") screen[Number(row) - 1] = rest;
      }
      return true;
    },
  });
  return { terminal: terminal as unknown as NodeJS.WriteStream, screen, written };
}

const stdin = () =>
  Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {}, ref: () => {}, unref: () => {} });

describe("the screen writer", () => {
  it("writes the first frame whole and then only the lines that changed", () => {
    const { terminal, screen, written } = createTerminal(20, 4);
    const { stream, redraw } = createScreenWriter(terminal);
    stream.write("一\n二\n三");
    stream.write("一\n2\n三");
    expect(screen).toEqual(["一", "2", "三"]);
    expect(written[1]).not.toContain("一");
    stream.write("一\n2\n三");
    expect(written).toHaveLength(2);
    redraw();
    expect(written[2]).toContain("一");
  });

  it("clears lines that are gone, and the whole screen after a change of size", () => {
    const { terminal, screen, written } = createTerminal(20, 4);
    const { stream } = createScreenWriter(terminal);
    stream.write("a\nb\nc");
    stream.write("a");
    expect(written[1]).toContain("\u001b[2;1H\u001b[0m\u001b[K");
    terminal.emit("resize");
    stream.write("a");
    expect(written[2]).toContain("\u001b[2J");
    expect(screen[0]).toBe("a");
  });

  it("moves the caret without drawing, and hides it where no field has the focus", () => {
    const { terminal, written } = createTerminal(20, 4);
    const { stream, placeCaret } = createScreenWriter(terminal);
    stream.write("a");
    placeCaret({ x: 5, y: 2 });
    placeCaret({ x: 5, y: 2 });
    placeCaret(undefined);
    expect(written.slice(1)).toEqual(["\u001b[3;6H\u001b[?25h", "\u001b[?25l"]);
  });

  it("needs less than 1 KiB to move one row at 120 × 40", async () => {
    const stage = createStage({ request: { screen: "registry" } });
    await stage.settle(200);
    // The preview follows when the cursor has rested; the moving itself is what is measured.
    await stage.press("p");
    const { terminal, written, screen } = createTerminal(120, 40);
    const writer = createScreenWriter(terminal);
    const theme = chooseTheme({ COLORTERM: "truecolor" }, "always");
    const app = render(<App session={stage.session} theme={theme} placeCaret={writer.placeCaret} />, {
      stdout: writer.stream,
      stdin: stdin() as unknown as NodeJS.ReadStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
    });
    await stage.settle(200);
    expect(screen.length).toBe(39);
    const before = written.length;
    await stage.press("j");
    const bytes = Buffer.byteLength(written.slice(before).join(""));
    app.unmount();
    expect(bytes).toBeGreaterThan(100);
    expect(bytes).toBeLessThan(1024);
  });
});
