// The directory: who answers where besides the pairing officials.
import { label, type OperationArguments, type OperationOutput, operations } from "@shian/domain";
import type { ExitCode } from "../output/exit-code.js";
import { type Call, findOption } from "./command.js";
import { type ListColumn, printList } from "./print-list.js";
import { resolvePlace } from "./resolve-place.js";

type Row = OperationOutput<"directory.list">["rows"][number];

/** Lists the directory, narrowed by place and text, as of a day and as known on a day. */
export async function listDirectory(call: Call): Promise<ExitCode> {
  const { locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const [search, asOf, knownOn] = ["search", "as-of", "known-on"].map((name) => findOption(call, name));
  const input: OperationArguments<"directory.list"> = operations["directory.list"].input.parse({
    ...(found.place.territory === undefined ? {} : { territory: found.place.territory }),
    ...(search === undefined ? {} : { search }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
  });
  const text = (key: string) => label(`directory/${key}`, locale);
  const columns: readonly ListColumn<Row>[] = [
    { title: text("kind"), cell: (row) => label(`duty-kind/${row.kind}`, locale) },
    { title: text("name"), cell: (row) => row.name },
    { title: text("unit"), cell: (row) => row.unit },
    { title: text("title"), cell: (row) => row.title },
    { title: text("territories"), cell: (row) => row.territoryNames.join("、") },
    { title: text("office-phone"), cell: (row) => row.officePhone ?? "" },
    { title: text("mobile"), cell: (row) => row.mobile ?? "" },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("directory.list", { ...input, ...page }),
  });
}
