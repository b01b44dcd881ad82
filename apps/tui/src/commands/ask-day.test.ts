import { describe, expect, it } from "vitest";
import { createCannedPort } from "../testing/canned-port.js";
import { askDay } from "./ask-day.js";

describe("askDay", () => {
  it("takes the day that was written, else the one that the server says, and tells why there is none", async () => {
    const { port, asked, failWith } = createCannedPort();
    expect(await askDay(port, "2026-12-01")).toEqual({ ok: true, value: "2026-12-01" });
    expect(asked).toEqual([]);
    expect(await askDay(port, undefined)).toEqual({ ok: true, value: "2026-12-18" });
    const problems = [{ code: "client/unreachable", params: {} }];
    failWith(problems);
    expect(await askDay(port, undefined)).toEqual({ ok: false, problems });
  });
});
