// Mappings that the office keeps for files of one source: saved in versions, proposed when a file has their columns.
import {
  type FileInspection,
  type ImportKind,
  type ImportMapping,
  type ImportOptions,
  type OperationArguments,
  type OperationOutput,
  ok,
  proposeMappings,
  type Result,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import {
  findMapping,
  insertMapping,
  listMappings,
  listMappingVersions,
  supersedeMapping,
} from "./mapping.repo.js";
import { findHandler } from "./read-import-file.js";

/** The saved mappings that fit a file's columns, the best first. */
export async function listFitting(
  call: Call,
  kind: ImportKind,
  headers: readonly string[],
): Promise<FileInspection["saved"]> {
  const proposals = proposeMappings({ headers, saved: await listMappings(call.db, kind) });
  return proposals.map(({ saved, fit, mapping, missing, added }) => ({
    id: saved.id,
    source: saved.source,
    version: saved.version,
    savedBy: saved.savedBy,
    savedAt: saved.savedAt,
    options: saved.options,
    fit,
    mapping,
    missing: [...missing],
    added: [...added],
  }));
}

type Proposal = {
  readonly source: string | null;
  readonly mapping: ImportMapping;
  readonly options: ImportOptions;
};
const nothing: Proposal = { source: null, mapping: {}, options: { holdNew: false, holdSimilar: false } };

/**
 * What a file is read by: the mapping of the source that is named; where nothing is said, that of the one source whose
 * columns the file has exactly; else a guess.
 */
export async function findProposal(
  call: Call,
  { kind, source, mapping }: Pick<OperationArguments<"import.preview">, "kind" | "source" | "mapping">,
  headers: readonly string[],
): Promise<Result<Proposal>> {
  const saved = await listMappings(call.db, kind);
  if (source !== undefined) {
    const own = saved.find((one) => one.source === source);
    // A name that is new stands for a mapping that is given, and perhaps saved later.
    if (own === undefined)
      return mapping === undefined ? refuse("import/source-unknown", { source }) : ok({ ...nothing, source });
    const [fitting] = proposeMappings({ headers, saved: [own] });
    // Its columns need not all be there: those that are, are read as it says.
    const known = Object.fromEntries(
      Object.entries(own.mapping).filter(([header]) => headers.includes(header)),
    );
    return ok({ source, mapping: mapping ?? fitting?.mapping ?? known, options: own.options });
  }
  if (mapping !== undefined) return ok(nothing);
  const exact = proposeMappings({ headers, saved }).filter(({ fit }) => fit === "exact");
  const [only, ...more] = exact;
  if (only === undefined || more.length > 0) return ok(nothing);
  return ok({ source: only.saved.source, mapping: only.mapping, options: only.saved.options });
}

export async function listSavedMappings(
  call: Call,
  { kind }: OperationArguments<"import.mappings">,
): Promise<Result<OperationOutput<"import.mappings">>> {
  const all = await listMappingVersions(call.db);
  const mappings = await listMappings(call.db, kind);
  return ok({
    mappings: mappings.map(({ supersededAt: _superseded, kind: own, ...saved }) => ({
      ...saved,
      kind: own as ImportKind,
      versions: all
        .filter(({ id }) => id === saved.id)
        .map(({ version, savedBy, savedAt }) => ({ version, savedBy, savedAt })),
    })),
  });
}

/** Saves a mapping as the next version of its source's, or as the first. */
export async function saveMapping(
  call: ChangeCall,
  input: OperationArguments<"import.saveMapping">,
): Promise<Result<OperationOutput<"import.saveMapping">>> {
  const { kind, source, mapping, options } = input;
  const { fields } = findHandler(kind);
  for (const field of Object.values(mapping))
    if (field !== null && !fields.includes(field))
      return refuse("import/unknown-field", { field, fields: fields.join(", ") });
  const present = await findMapping(call.db, { kind, source });
  if ((present?.version ?? 0) !== input.version)
    return refuse("request/stale", { who: present?.savedBy ?? "", at: present?.savedAt ?? call.now });
  const saved = { id: present?.id ?? call.deps.newId(), version: input.version + 1 };
  if (present !== undefined) await supersedeMapping(call.db, present.id, call.now);
  await insertMapping(call.db, {
    ...saved,
    kind,
    source,
    mapping,
    options,
    savedBy: nameOf(call),
    savedAt: call.now,
    supersededAt: null,
  });
  const show = (one: ImportMapping) =>
    Object.entries(one)
      .map(([header, field]) => `${header}=${field ?? ""}`)
      .join("、")
      .slice(0, 2000);
  call.record({
    objectKind: "import-mapping",
    objectId: saved.id,
    what: present === undefined ? "created" : "changed",
    fields: [
      { field: "source", before: present?.source ?? null, after: source },
      {
        field: "mapping",
        before: present === undefined ? null : show(present.mapping),
        after: show(mapping),
      },
    ],
  });
  return ok(saved);
}

/** Ends a saved mapping; its versions stay. */
export async function endMapping(
  call: ChangeCall,
  { id, version }: OperationArguments<"import.endMapping">,
): Promise<Result<OperationOutput<"import.endMapping">>> {
  const present = await findMapping(call.db, { id });
  if (present === undefined) return refuse("request/not-found", { id });
  if (present.version !== version)
    return refuse("request/stale", { who: present.savedBy, at: present.savedAt });
  await supersedeMapping(call.db, id, call.now);
  call.record({
    objectKind: "import-mapping",
    objectId: id,
    what: "ended",
    fields: [{ field: "source", before: present.source, after: null }],
  });
  return ok({ id });
}
