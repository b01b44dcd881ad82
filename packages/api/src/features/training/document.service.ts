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

type Addressed = { readonly document: StoredDocument; readonly invited: readonly Invited[] };
type Opened = Addressed & {
  /** Day on which each official read the text that stands. */
  readonly readOn: ReadonlyMap<string, PlainDate>;
};

/** A document with those of them whom who asks sees; undefined where it is nothing to who asks. */
function address(picture: Picture, document: StoredDocument, audienceOf: AudienceOf): Addressed | undefined {
  const invited = audienceOf(document.content, picture.asOf);
  return concerns(picture, document.territory, invited) ? { document, invited } : undefined;
}

/** It with the readings of its present text by the picture's days. */
function withReadings(
  picture: Picture,
  { document, invited }: Addressed,
  readings: readonly StoredReading[],
): Opened {
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

/** Officials that who asks is. */
const ownOf = ({ roles, reach }: Call): readonly string[] =>
  roles.includes("official") ? reach.officials : [];

const isLate = ({ document }: Opened, { asOf }: Picture): boolean => asOf > document.content.readBy;

function toRow(call: Call, picture: Picture, opened: Opened): DocumentRow {
  const { document, readOn, invited } = opened;
  const { text: _text, ...facts } = document.content;
  const { completed: read } = measureReading(opened).total;
  return {
    id: document.id,
    ...facts,
    territoryName: namePlace(picture, document.territory, document.territory),
    hash: document.hash,
    version: document.version,
    withdrawn: !stands(document, picture),
    read,
    late: isLate(opened, picture) ? read.of - read.done : 0,
    own: ownOf(call)
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
  const words = (input.search ?? "").trim().toLowerCase();
  const addressed = (await listDocuments(call.db, picture.knownOn))
    .filter((document) => wasMade(document, picture) && stands(document, picture))
    .filter(({ content: { title, number, issuer, text } }) =>
      [title, number, issuer, text].some((part) => part.toLowerCase().includes(words)),
    )
    .flatMap((document) => address(picture, document, audienceOf) ?? []);
  const page = pageRows({
    rows: input.unread === true ? await keepUnread(call, picture, addressed) : addressed,
    sortBy: [
      ({ document }) => -Number(document.content.issuedOn.replaceAll("-", "")),
      ({ document }) => document.id,
    ],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  // Of thousands of officials and hundreds of documents only the readings of the page are read.
  const readings = await listReadings(
    call.db,
    page.value.rows.map(({ document }) => document.id),
  );
  return ok({
    ...page.value,
    rows: page.value.rows.map((one) => toRow(call, picture, withReadings(picture, one, readings))),
  });
}

/** Those that an official whom who asks is has not read. */
async function keepUnread(
  call: Call,
  picture: Picture,
  addressed: readonly Addressed[],
): Promise<readonly Addressed[]> {
  const own = ownOf(call);
  if (own.length === 0) return [];
  const readings = await listReadings(
    call.db,
    addressed.map(({ document }) => document.id),
    own,
  );
  return addressed.filter((one) =>
    toRow(call, picture, withReadings(picture, one, readings)).own.some(({ readOn }) => readOn === null),
  );
}

/** One document that who asks has to do with. */
export async function openDocument(
  call: Call,
  id: string,
  input: Parameters<typeof getPicture>[1],
  territory?: string,
): Promise<Result<{ readonly picture: Picture; readonly opened: Opened; readonly within: string }>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, territory);
  if (!scope.ok) return scope;
  const within = scope.value.code;
  const document = await findDocument(call.db, id, picture.knownOn);
  const one =
    document === undefined || !wasMade(document, picture)
      ? undefined
      : address(picture, document, createAudience(picture, within));
  if (one === undefined) return refuse("request/not-found", { id });
  return ok({ picture, opened: withReadings(picture, one, await listReadings(call.db, [id])), within });
}

export async function getDocument(
  call: Call,
  input: OperationArguments<"document.get">,
): Promise<Result<DocumentDetail>> {
  const found = await openDocument(call, input.id, input);
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
  const found = await openDocument(call, input.id, input, input.territory);
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
