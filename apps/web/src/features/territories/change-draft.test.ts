import { describe, expect, it } from "vitest";
import { toReadyChange } from "./change-draft.js";

const asked = { at: "990106001", parent: "990106" };

describe("a change of territories from its form", () => {
  it("is not ready while anything is missing", () => {
    expect(toReadyChange({ ...asked, kind: "rename", draft: { name: "望澜镇" } })).toBeUndefined();
    expect(
      toReadyChange({ ...asked, kind: "merge", draft: { on: "2027-01-01", codes: ["990106001"] } }),
    ).toBeUndefined();
    expect(
      toReadyChange({
        ...asked,
        kind: "split",
        draft: { on: "2027-01-01", restName: "望澜街道", code: "990106019", name: "新街道" },
      }),
    ).toBeUndefined();
  });
  it("merges into what is named", () => {
    const draft = {
      on: "2027-01-01",
      codes: ["990106001", "990106002"],
      code: "990106001",
      name: " 望澜街道 ",
    };
    expect(toReadyChange({ ...asked, kind: "merge", draft })).toEqual({
      on: "2027-01-01",
      change: {
        kind: "merge",
        codes: ["990106001", "990106002"],
        into: { code: "990106001", name: "望澜街道" },
      },
    });
  });
  it("keeps the code of the township for what stays of it", () => {
    const draft = {
      on: "2027-01-01",
      restName: "望澜街道",
      code: "990106019",
      name: "新街道",
      members: ["990106001003"],
    };
    expect(toReadyChange({ ...asked, kind: "split", draft })?.change).toEqual({
      kind: "split",
      code: "990106001",
      rest: { code: "990106001", name: "望澜街道" },
      parts: [{ code: "990106019", name: "新街道", members: ["990106001003"] }],
    });
  });
  it("names the parent of a zone alone", () => {
    const zone = toReadyChange({
      ...asked,
      kind: "create",
      draft: { on: "2027-01-01", code: "Z990106-01", name: "开发区" },
    });
    const village = toReadyChange({
      ...asked,
      kind: "create",
      draft: { on: "2027-01-01", code: "990106001009", name: "新社区" },
    });
    expect(zone?.change).toMatchObject({ parent: "990106" });
    expect(village?.change).not.toHaveProperty("parent");
  });
});
