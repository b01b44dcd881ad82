import { describe, expect, it } from "vitest";
import { label } from "../texts.js";
import { checkLayout } from "./check-layout.js";
import { demonstrationLayouts } from "./demonstration-layouts.data.js";
import { layoutFields, layoutKinds } from "./layout-fields.data.js";
import { createLayoutWriter } from "./write-layout-row.js";

describe("export layouts", () => {
  it("ships one example of each kind, each of which holds and says that it is one", () => {
    expect(demonstrationLayouts.map(({ kind }) => kind)).toEqual([...layoutKinds]);
    for (const layout of demonstrationLayouts) {
      expect(checkLayout(layout)).toEqual([]);
      expect(layout.demonstration).toBe(true);
      expect(layout.title).toContain("演示");
    }
  });

  it("names every field in both languages, once in its kind", () => {
    for (const kind of layoutKinds) {
      const ids = layoutFields[kind].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids)
        for (const locale of ["zh-CN", "en"] as const)
          expect(label(`layout-field/${id}`, locale)).not.toBe(`layout-field/${id}`);
    }
  });

  it.each([
    [{ header: "颜色", field: "colour" }, "layout/unknown-field"],
    [{ header: "状态", field: "state", codes: { gone: "没了" } }, "layout/unknown-value"],
    [{ header: "名称", field: "name", codes: { a: "b" } }, "layout/unknown-value"],
  ])("refuses %o", (column, code) =>
    expect(checkLayout({ kind: "establishments", columns: [column] }).map((one) => one.code)).toEqual([code]),
  );

  it("writes their words, our word where they have none, days in their form, and fixed texts", () => {
    const write = createLayoutWriter({
      kind: "establishments",
      dateFormat: "YYYY.MM.DD",
      label: (key) => (key === "state/closed" ? "注销" : undefined),
      columns: [
        { header: "来源", field: null, fixed: "食安办" },
        { header: "状态", field: "state", codes: { active: "01" } },
        { header: "开业", field: "openedOn" },
        { header: "人数", field: "diners" },
        { header: "等级", field: "grade" },
      ],
    });
    expect(write({ state: "active", openedOn: "2026-03-01", diners: 0, grade: "B" })).toEqual([
      "食安办",
      "01",
      "2026.03.01",
      0,
      "B",
    ]);
    expect(write({ state: "closed" })).toEqual(["食安办", "注销", null, null, null]);
  });
});
