// The session on a terminal: Ink draws its frames, one component a line, and brings it the keys.
import { Box, Text, useInput, useStdout } from "ink";
import { memo, useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { Line } from "./components/line.js";
import { createKeyReader } from "./keys/create-key-reader.js";
import type { Caret } from "./output/create-screen-writer.js";
import type { Session } from "./screens/create-session.js";
import type { Theme } from "./theme/style.js";

const RESIZE_MS = 50;

type LineProps = { readonly line: Line; readonly theme: Theme };

const isSameLine = (a: LineProps, b: LineProps): boolean =>
  a.theme === b.theme &&
  a.line.length === b.line.length &&
  a.line.every((span, index) => span.text === b.line[index]?.text && span.style === b.line[index]?.style);

const LineView = memo(
  ({ line, theme }: LineProps) => (
    <Text wrap="truncate">
      {line.map((span, index) => (
        // The pieces of a line have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are stateless and drawn anew together
        <Text key={index} {...theme[span.style]}>
          {span.text}
        </Text>
      ))}
    </Text>
  ),
  isSameLine,
);
LineView.displayName = "LineView";

/** Size of the terminal, told once it has rested. */
function useTerminalSize(): { columns: number; rows: number } {
  const { stdout } = useStdout();
  const read = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const [size, setSize] = useState(read);
  useEffect(() => {
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(
        () => setSize({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
        RESIZE_MS,
      );
    };
    stdout.on("resize", wait);
    return () => {
      stdout.off("resize", wait);
      if (timer) clearTimeout(timer);
    };
  }, [stdout]);
  return size;
}

/** The full screen; `size` stands in for the terminal's own in tests. */
export function App({
  session,
  theme,
  size,
  placeCaret,
}: {
  readonly session: Session;
  readonly theme: Theme;
  readonly size?: { readonly columns: number; readonly rows: number };
  readonly placeCaret?: (caret: Caret | undefined) => void;
}) {
  useSyncExternalStore(session.subscribe, session.version);
  const own = useTerminalSize();
  const { columns, rows } = size ?? own;
  const [readKeys] = useState(createKeyReader);
  useInput((input, key) => {
    for (const press of readKeys(input, key)) session.press(press);
  });
  const { lines, caret } = session.frame(columns, rows);
  // The caret is the terminal's own cursor, so that the window of an input method opens where one types.
  useLayoutEffect(() => placeCaret?.(caret));
  return (
    <Box flexDirection="column">
      {lines.map((line, index) => (
        // A line's place on the screen is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are stateless and stay in their place
        <LineView key={index} line={line} theme={theme} />
      ))}
    </Box>
  );
}
