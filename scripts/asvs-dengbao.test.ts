// docs/reference/dengbao.md names a test that exists, or says whose the control point is or what is open.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

// The control points of 8.1.4 in their order.
const points = [
  "身份鉴别",
  "访问控制",
  "安全审计",
  "入侵防范",
  "恶意代码防范",
  "可信验证",
  "数据完整性",
  "数据保密性",
  "数据备份恢复",
  "剩余信息保护",
  "个人信息保护",
];
const rows = [
  ...read("docs/reference/dengbao.md").matchAll(/^\| (\p{Script=Han}+) \| ([^|]+) \|([^|]*)\|([^|]*)\|$/gmu),
].map(([, point = "", about = "", tests = "", rest = ""]) => ({
  point,
  about,
  tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, test = ""]) => test),
  rest: rest.trim(),
}));

describe("decisions on GB/T 22239-2019, 8.1.4", () => {
  it("stand for every control point, in its order", () => {
    expect([...new Set(rows.map(({ point }) => point))]).toEqual(points);
  });

  it("name a test, or say whose it is or what is open", () => {
    expect(rows.filter(({ tests, rest }) => tests.length === 0 && rest === "")).toEqual([]);
  });

  it("name tests that exist", () => {
    const missing = rows
      .flatMap(({ tests }) => tests)
      .filter((test) => {
        const [file = "", ...name] = test.split(" > ");
        const text = existsSync(join(root, file)) ? read(file) : "";
        return !['"', "`"].some((mark) => text.includes(`${mark}${name.join(" > ")}${mark}`));
      });
    expect(missing).toEqual([]);
    const held = rows.filter(({ tests }) => tests.length > 0).length;
    console.log(`dengbao: ${rows.length} rows of ${points.length} control points, ${held} with a test`);
  });
});
