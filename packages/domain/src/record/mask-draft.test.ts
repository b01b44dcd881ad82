import { describe, expect, it } from "vitest";
import type { AuditDraft } from "./chain-entry.js";
import { maskDraft } from "./mask-draft.js";

const MOBILE = "13812345678";
const ID_NUMBER = "110101199003070134";
const draft: AuditDraft = {
  at: "2026-11-24T04:00:00.000Z",
  personId: "p1",
  name: "晏清禾",
  role: "security",
  address: "192.0.2.7",
  operation: "grant.give",
  txId: "t1",
  changes: [
    {
      objectKind: "grant",
      objectId: "g1",
      what: "given",
      fields: [
        { field: "reason", before: null, after: `${MOBILE}来电，证件 ${ID_NUMBER}` },
        { field: "from", before: `原${MOBILE}`, after: "2026-11-24" },
      ],
    },
  ],
};

describe("a draft of an entry", () => {
  it("loses the numbers in fields, on both sides, and nothing else", () =>
    expect(maskDraft(draft)).toEqual({
      ...draft,
      changes: [
        {
          objectKind: "grant",
          objectId: "g1",
          what: "given",
          fields: [
            { field: "reason", before: null, after: "138****5678来电，证件 110*************34" },
            { field: "from", before: "原138****5678", after: "2026-11-24" },
          ],
        },
      ],
    }));

  it("loses them in every note", () =>
    expect(
      maskDraft({ ...draft, note: { asked: `{"text":"${MOBILE} ${ID_NUMBER}"}`, day: "周二" } }).note,
    ).toEqual({
      asked: '{"text":"138****5678 110*************34"}',
      day: "周二",
    }));

  it.each([
    ["unknown-account", "138****5678"],
    ["official", MOBILE],
  ])("of kind %s names its object %s", (objectKind, objectId) =>
    expect(
      maskDraft({ ...draft, changes: [{ objectKind, objectId: MOBILE, what: "sign-in-failed", fields: [] }] })
        .changes[0]?.objectId,
    ).toBe(objectId),
  );

  it("is the same when masked again", () => expect(maskDraft(maskDraft(draft))).toEqual(maskDraft(draft)));
});
