// Superior documents: their list with who has read them, one of them, its readers.
import {
  type DocumentDetail,
  type DocumentRow,
  measureTraining,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  refuse,
  type TrainingCount,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { pageRows } from "../picture/page-rows.js";
import type { Picture } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import {
  type AudienceOf,
  concerns,
  createAudience,
  type Invited,
  mayChange,
  namePlace,
  officialKeys,
} from "./audience.js";
import { listReadings, type StoredReading } from "./credit.repo.js";
import { stands, wasMade } from "./plan-progress.service.js";
import { findDocument, listDocuments, type StoredDocument } from "./training.repo.js";
import { findFiles } from "./training-file.repo.js";

type Opened = {
  readonly document: StoredDocument;
  readonly invited: readonly Invited[];
  /** Day on which each official read the text that stands. */
  readonly readOn: ReadonlyMap<string, PlainDate>;
};

/** A document among those whom who asks sees, with the readings of its present text by the picture's days. */
function openOne(
  picture: Picture,
  document: StoredDocument,
  readings: readonly StoredReading[],
  audienceOf: AudienceOf,
): Opened | undefined {
  const invited = audienceOf(document.content, picture.asOf);
  if (!concerns(picture, document.territory, invited)) return undefined;
  const counted = readings.filter(
    ({ document: id, hash, on, recordedFrom }) =>
      id === document.id && hash === document.hash && on <= picture.asOf && recordedFrom <= picture.knownOn,
  );
  return { document, invited, readOn: new Map(counted.map(({ official, on }) => [official, on])) };
}

/** Read counts as done: the count of a training that one reading completes. */
const measureReading = ({ invited, readOn }: Opened) =>
  measureTraining(
    invited.map(({ official, place }) => ({ official: official.id, level: official.level, place })),
    { minutes: new Map([...readOn.keys()].map((official) => [official, 1])), required: 1 },
  );

const isLate = ({ document }: Opened, { asOf }: Picture): boolean => asOf > document.content.readBy;

function toRow(call: Call, picture: Picture, opened: Opened): DocumentRow {
  const { document, readOn, invited } = opened;
  const { text: _text, ...facts } = document.content;
  const { completed: read } = measureReading(opened).total;
  const own = call.roles.includes("official") ? call.reach.officials : [];
  return {
    id: document.id,
    ...facts,
    territoryName: namePlace(picture, document.territory, document.territory),
    hash: document.hash,
    version: document.version,
    withdrawn: !stands(document, picture),
    read,
    late: isLate(opened, picture) ? read.of - read.done : 0,
    own: own
      .filter((official) => invited.some((one) => one.official.id === official))
      .map((official) => ({ official, readOn: readOn.get(official) ?? null })),
  };
}

export async function listSuperiorDocuments(
  call: Call,
  input: OperationArguments<"document.list">,
): Promise<Result<OperationOutput<"document.list">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const audienceOf = createAudience(picture, scope.value.code);
  const readings = await listReadings(call.db);
  const words = (input.search ?? "").trim().toLowerCase();
  const rows = (await listDocuments(call.db))
    .filter((document) => wasMade(document, picture) && stands(document, picture))
    .filter(({ content: { title, number, issuer, text } }) =>
      [title, number, issuer, text].some((part) => part.toLowerCase().includes(words)),
    )
    .flatMap((document) => openOne(picture, document, readings, audienceOf) ?? [])
    .map((opened) => toRow(call, picture, opened))
    .filter(({ own }) => input.unread !== true || own.some(({ readOn }) => readOn === null));
  return pageRows({
    rows,
    sortBy: [({ issuedOn }) => -Number(issuedOn.replaceAll("-", "")), ({ id }) => id],
    cursor: input.cursor,
    limit: input.limit,
  });
}

/** One document that who asks has to do with. */
async function open(
  call: Call,
  id: string,
  input: Parameters<typeof getPicture>[1],
  territory?: string,
): Promise<Result<{ readonly picture: Picture; readonly opened: Opened; readonly within: string }>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, territory);
  if (!scope.ok) return scope;
  const within = scope.value.code;
  const document = await findDocument(call.db, id);
  const opened =
    document === undefined || !wasMade(document, picture)
      ? undefined
      : openOne(picture, document, await listReadings(call.db, [id]), createAudience(picture, within));
  return opened === undefined ? refuse("request/not-found", { id }) : ok({ picture, opened, within });
}

export async function getDocument(
  call: Call,
  input: OperationArguments<"document.get">,
): Promise<Result<DocumentDetail>> {
  const found = await open(call, input.id, input);
  if (!found.ok) return found;
  const { picture, opened, within } = found.value;
  const { document } = opened;
  const table = measureReading(opened);
  const fileOf = await findFiles(call.db, [document.file]);
  const readOf = ({ completed }: TrainingCount) => ({ read: completed });
  return ok({
    document: toRow(call, picture, opened),
    text: document.content.text,
    file: fileOf(document.file),
    levels: table.levels.map((count) => ({ level: count.level, ...readOf(count) })),
    territories: table.places.map((count) => ({
      code: count.place,
      name: namePlace(picture, count.place, within),
      ...readOf(count),
    })),
    mayChange: mayChange(call, picture, document.territory),
  });
}

/** For whom it is and who has read it: those who have not stand first. */
export async function listReaders(
  call: Call,
  input: OperationArguments<"document.readers">,
): Promise<Result<OperationOutput<"document.readers">>> {
  const found = await open(call, input.id, input, input.territory);
  if (!found.ok) return found;
  const { picture, opened } = found.value;
  const { invited, readOn } = opened;
  const words = (input.search ?? "").trim().toLowerCase();
  const rows = invited
    .map(({ official }) => ({ official, readOn: readOn.get(official.id) ?? null }))
    .filter(
      (row) =>
        (input.read === undefined || (row.readOn !== null) === input.read) &&
        (input.level === undefined || row.official.level === input.level) &&
        row.official.searchText.includes(words),
    );
  const page = pageRows({
    rows,
    sortBy: [(row) => (row.readOn === null ? 0 : 1), ...officialKeys],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  return ok({
    ...page.value,
    rows: page.value.rows.map(({ official: { id: official, name, unit, post, level }, readOn: on }) => ({
      official,
      name,
      unit,
      post,
      level,
      readOn: on,
      late: on === null && isLate(opened, picture),
    })),
  });
}
