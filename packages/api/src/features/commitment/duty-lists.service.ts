// Responsibility, task and supervision list of one official (三张清单), generated from the data of a day.
import {
  checklistForForm,
  type DutyLists,
  type OperationArguments,
  ok,
  type Result,
  toCanonicalJson,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import type { PictureEstablishment } from "../picture/picture.js";
import { hashText } from "./annexes.js";
import { findSeenOfficial } from "./commitment.service.js";
import { toAnnexRows, toOfficialFacts } from "./commitment.views.js";
import { readOptions } from "./options.service.js";

/** What is to be supervised where, until when. */
function toSupervision({ facts, risk, running }: PictureEstablishment) {
  const { title } = checklistForForm({ form: facts.form });
  return {
    due: running.due ? (running.window?.last ?? null) : null,
    state: running.state,
    onSite: (risk?.value as string | undefined) === "D",
    checklist: title,
    lastVisit: running.lastVisit,
  };
}

/** The lists as of the day; whoever sees only some of the establishments gets the rows of those. */
export async function getDutyLists(
  call: Call,
  input: OperationArguments<"official.lists">,
): Promise<Result<DutyLists>> {
  const seen = await findSeenOfficial(call, input.id, input);
  if (!seen.ok) return seen;
  const { facts: official, standings, isSeen } = seen.value;
  const { whole } = standings;
  const standing = standings.of(official.id);
  const { texts, textVersion } = await readOptions(call, whole.knownOn);
  const duties = texts.levels[official.level];
  const rows = toAnnexRows(whole, standing.annex, isSeen).flatMap((row) => {
    const one = whole.byId.get(row.id);
    return one === undefined ? [] : [{ row, one }];
  });
  const responsibility = rows.map(({ row, one }) => ({
    ...row,
    address: one.facts.address,
    personInCharge: one.facts.personInCharge,
    from: one.official?.from ?? whole.asOf,
  }));
  const supervision = rows.map(({ row, one }) => ({ ...row, ...toSupervision(one) }));
  return ok({
    official: toOfficialFacts(official),
    asOf: whole.asOf,
    demonstration: texts.demonstration,
    textVersion,
    annexVersion: standing.annex?.version ?? 0,
    hash: hashText(toCanonicalJson(JSON.parse(JSON.stringify({ duties, responsibility, supervision })))),
    duties,
    responsibility,
    supervision,
  });
}
