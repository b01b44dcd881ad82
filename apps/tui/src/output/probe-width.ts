// Whether this terminal draws ambiguous characters one or two cells wide: measured, not guessed.

const PATIENCE_MS = 100;
const REPORT = /^\d+;(\d+)R/;

/** Cells that the terminal gives a `●`; undefined when it does not tell within a tenth of a second. */
export async function probeWidth(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
): Promise<number | undefined> {
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  const wasRaw = stdin.isRaw;
  stdin.setRawMode(true);
  const answer = await new Promise<number | undefined>((resolve) => {
    let heard = "";
    const done = (cells: number | undefined) => {
      clearTimeout(timer);
      stdin.off("readable", listen);
      resolve(cells);
    };
    // Read as Ink reads later: a stream that once flowed and was paused would not wake for it.
    const listen = () => {
      for (let chunk: unknown = stdin.read(); chunk !== null; chunk = stdin.read()) heard += String(chunk);
      const column = heard.split("\u001b[").flatMap((part) => REPORT.exec(part)?.[1] ?? [])[0];
      if (column !== undefined) done(Number(column) - 1);
    };
    const timer = setTimeout(() => done(undefined), PATIENCE_MS);
    stdin.on("readable", listen);
    stdout.write("\r●\u001b[6n");
  });
  stdout.write("\r\u001b[K");
  stdin.setRawMode(wasRaw);
  return answer;
}
