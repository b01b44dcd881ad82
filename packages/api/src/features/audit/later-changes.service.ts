// What was recorded about objects after a change of theirs, for whoever wants to take that change back.
import { looks } from "@shian/domain";
import type { Call } from "../../deps.js";
import { findFirstChangesAfter, type LaterChangeRow } from "./later-changes.repo.js";

/** Happenings that stand in nobody's way: only looking, and grades that the scheme gives by itself. */
const HARMLESS: readonly string[] = [...looks, "graded"];

/**
 * The first change of each object after the instant named for it, of those objects that have any. Row-level security
 * leaves those of objects that the call reaches.
 */
export const listLaterChanges = (
  call: Call,
  objectKind: "establishment" | "duty" | "liaison-group",
  after: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, LaterChangeRow>> =>
  findFirstChangesAfter(call.db, objectKind, after, HARMLESS);
