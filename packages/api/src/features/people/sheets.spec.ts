// Accounts and grants by spreadsheet through the whole application, under row-level security, on both engines.
import { renderProblem } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems, uploadFile } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { bothEngines } from "../../testing/test-engines.js";

const accounts = `姓名,账号,单位,手机号
叶听澜,YeTingLan,望澜街道办事处,138 1234 5678
虞秋朗,yuqiulang,,
虞秋朗,yuqiulang,,
无名,9x,,
岑晚舟,cenwanzhou,没有的单位,123
`;
const grants = `账号,角色,区域,来由
yetinglan,联络员,云汀区,任职文件
yetinglan,联络员,云汀区,又一次
yuqiulang,系统管理员,,越权
yuqiulang,站长,云汀区,不认识
nobody,监管人员,云汀区,没有此人
yuqiulang,监管人员,没有的地方,任职文件
`;

describe.each(bothEngines)("sheets of people on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let system: SignedIn;
  let security: SignedIn;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    system = await test.clientAs({ role: "system", name: "公孙策远" });
    security = await test.clientAs({ role: "security", name: "商陆离" });
    const unit = { kind: "township" as const, name: "望澜街道办事处", territory: "990106" };
    await system.client.unit.create.mutate({ txId: test.newTxId(), ...unit });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const upload = async ({ options }: SignedIn, text: string): Promise<string> =>
    (await uploadFile(options, { name: "人员.csv", content: new TextEncoder().encode(text) })).fileId;
  const codes = async (work: Promise<unknown>): Promise<string[]> =>
    toProblems(
      await work.then(
        () => "done",
        (error: unknown) => error,
      ),
    ).map(({ code }) => code);

  it("plan first, telling every reason, then open accounts with a link each", async () => {
    const fileId = await upload(system, accounts);
    const plan = await system.client.people.planSheet.query({ fileId });
    expect(plan.taken.map(({ row, username }) => [row, username])).toEqual([
      [2, "yetinglan"],
      [3, "yuqiulang"],
    ]);
    expect(plan.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, "账号", "person/username-twice"],
      [5, "账号", "person/username-shape"],
      [6, "单位", "unit/unknown"],
      [6, "手机号", "privacy/phone-shape"],
    ]);
    expect(plan.refused[0]?.message).toBe(
      renderProblem({ code: "person/username-twice", params: { username: "yuqiulang" } }, "zh-CN"),
    );
    expect((await system.client.people.list.query({ search: "叶听澜" })).total).toBe(0);
    const applied = await system.client.people.applySheet.mutate({ txId: test.newTxId(), fileId });
    expect(applied.plan).toEqual(plan);
    expect(applied.links.map(({ username }) => username)).toEqual(["yetinglan", "yuqiulang"]);
    const found = await system.client.people.list.query({ search: "叶听澜" });
    expect(found.rows).toMatchObject([{ unit: { name: "望澜街道办事处" }, roles: [] }]);
  });

  it("give grants by the rules of a single one, also against earlier rows", async () => {
    const fileId = await upload(security, grants);
    const applied = await security.client.grant.applySheet.mutate({ txId: test.newTxId(), fileId });
    expect(applied.taken.map(({ row, says }) => [row, says])).toEqual([
      [2, expect.stringMatching(/^叶听澜 联络员 .*云汀区$/)],
    ]);
    expect(applied.refused.map(({ row, code }) => [row, code])).toEqual([
      [3, "grant/held-already"],
      [4, "grant/administrators-apart"],
      [5, "grant/role-unknown"],
      [6, "grant/person-unknown"],
      [7, "grant/territory-unknown"],
    ]);
    expect((await security.client.grant.list.query({ role: "liaison" })).total).toBe(1);
  });

  it("do one of the two and never the other's work", async () => {
    const both = await upload(system, "姓名,账号,角色\n甲,jiajia,食安办管理员\n");
    expect(await codes(system.client.people.planSheet.query({ fileId: both }))).toEqual([
      "person/sheet-with-grants",
    ]);
    expect(await codes(security.client.people.planSheet.query({ fileId: both }))).toEqual(["access/no-role"]);
    const phones = await upload(security, "账号,角色,来由,手机号\nyetinglan,联络员,文件,\n");
    expect(await codes(security.client.grant.planSheet.query({ fileId: phones }))).toEqual([
      "grant/sheet-with-accounts",
    ]);
    const bare = await upload(security, "账号,角色\nyetinglan,联络员\n");
    expect(await codes(security.client.grant.planSheet.query({ fileId: bare }))).toEqual([
      "sheet/column-missing",
    ]);
  });
});
