// Bar S7: imports cannot hurt. A bomb of 300 MiB in 300 KiB, honest and lying, and an archive of 1,001 entries are
// refused within 300 ms and 50 MiB, by the reader and by the thread that the server reads in.
import { parseInWorker } from "../../packages/api/src/documents/parse-in-worker.js";
import { inspectSpreadsheet } from "../../packages/api/src/documents/read-spreadsheet.js";
import { buildArchive, toWorkbookParts } from "../../packages/api/src/testing/build-archive.js";
import { buildBomb } from "../../packages/api/src/testing/build-bomb.js";

const MEBIBYTE = 1_048_576;
const bars = { milliseconds: 300, mebibytes: 50 } as const;
const ROUNDS = 3;

type Attempt = {
  readonly code: string | undefined;
  readonly milliseconds: number;
  readonly mebibytes: number;
};
type Read = (
  bytes: Uint8Array,
) => Promise<{ readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }>;

const recognise = (text: string): boolean => text === "主体名称";
const readers: readonly (readonly [string, Read])[] = [
  ["reader", (bytes) => inspectSpreadsheet(bytes, recognise)],
  ["thread", (bytes) => parseInWorker({ bytes, recognise, onRows: () => undefined })],
];

/** Reads the file once; the most memory that was taken meanwhile is looked at every millisecond. */
async function attempt(read: Read, bytes: Uint8Array): Promise<Attempt> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 1);
  const started = performance.now();
  const result = await read(bytes);
  const milliseconds = performance.now() - started;
  clearInterval(timer);
  most = Math.max(most, process.memoryUsage.rss());
  const code = result.ok ? undefined : result.problems?.[0]?.code;
  return { code, milliseconds, mebibytes: (most - before) / MEBIBYTE };
}

const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const manyEntries = (count: number): Promise<Buffer> => {
  const parts = toWorkbookParts({ 表: '<sheetData><row><c t="str"><v>甲</v></c></row></sheetData>' });
  const own = Object.keys(parts).length;
  return buildArchive({
    ...parts,
    ...Object.fromEntries(Array.from({ length: count - own }, (_, at) => [`xl/media/${at}`, "x"])),
  });
};

/** Whether every hostile file is refused by name within the figures, and harmless ones are read. */
export async function drillHostileImports(): Promise<boolean> {
  // The drill can fail: files within the limits must be read.
  const harmless = [await manyEntries(1_000), await buildBomb(1)];
  for (const [name, read] of readers) {
    for (const bytes of harmless) {
      const { code } = await attempt(read, bytes);
      if (code !== undefined && code !== "spreadsheet/empty" && code !== "spreadsheet/damaged") {
        console.log(`hostile-imports: MISSED; the ${name} refuses a file within the limits: ${code}`);
        return false;
      }
    }
  }
  const files: readonly (readonly [string, Buffer, string])[] = [
    ["bomb of 300 MiB", await buildBomb(300), "spreadsheet/inflates-too-far"],
    ["bomb of 300 MiB that declares 1 MiB", await buildBomb(300, MEBIBYTE), "spreadsheet/unsafe-archive"],
    ["archive of 1,001 entries", await manyEntries(1_001), "spreadsheet/too-many-entries"],
  ];
  let held = true;
  let slowest = 0;
  let largest = 0;
  for (const [what, bytes, code] of files) {
    for (const [name, read] of readers) {
      const attempts: Attempt[] = [];
      for (let round = 0; round < ROUNDS; round += 1) attempts.push(await attempt(read, bytes));
      const milliseconds = medianOf(attempts.map((one) => one.milliseconds));
      const mebibytes = medianOf(attempts.map((one) => one.mebibytes));
      const isRefused = attempts.every((one) => one.code === code);
      slowest = Math.max(slowest, milliseconds);
      largest = Math.max(largest, mebibytes);
      held &&= isRefused && milliseconds < bars.milliseconds && mebibytes < bars.mebibytes;
      console.log(
        `${what} (${Math.round(bytes.length / 1024)} KiB), ${name}: ${attempts[0]?.code ?? "read"}, ` +
          `${milliseconds.toFixed(0)} ms, ${mebibytes.toFixed(0)} MiB more`,
      );
    }
  }
  console.log(
    `hostile-imports: ${held ? "held" : "MISSED"}; slowest ${slowest.toFixed(0)} ms (bar ${bars.milliseconds}), ` +
      `most ${largest.toFixed(0)} MiB more (bar ${bars.mebibytes}); medians of ${ROUNDS}`,
  );
  return held;
}
