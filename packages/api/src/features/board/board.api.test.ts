// Notice boards: what leaves to the public is what F1-38 makes public and nothing else.
import { eq } from "drizzle-orm";
import { renderSVG } from "uqr";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { createCall } from "../../deps.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister } from "../../testing/small-register.js";
import { officialPostTable, officialTable } from "../chain/chain.table.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { establishmentTable } from "../registry/registry.table.js";
import { boardLimit } from "./board-pages.js";

const mobile = "13900130011";
const contact = "13700170022";

describe("notice boards", () => {
  let test: TestApp;
  let office: SignedIn;
  let codes: ReadonlyMap<string, string>;
  const change = async (work: (db: TestApp["database"]["db"]) => Promise<unknown>) => {
    await work(test.database.db);
    await noteRegisterChange(createCall(test.deps, test.database.db, "zh-CN"));
  };
  const ask = (path: string, headers: Record<string, string> = {}) =>
    test.app.request(`http://localhost${path}`, { headers });
  beforeAll(async () => {
    test = await createTestApp({ publicUrl: "https://shian.example/" });
    await insertSmallRegister(test, {
      seats: [{ id: "o-1", jurisdictions: [east] }],
      shops: [
        { id: "e1", township: east, official: "o-1" },
        { id: "e2", township: east, official: null },
        { id: "e3", township: east, official: "o-1", state: "closed" },
      ],
    });
    office = await test.clientAs({ role: "office", territory: district });
    const { keyring } = test.deps;
    await change(async (db) => {
      await db
        .update(officialTable)
        .set({ mobile: keyring.seal(mobile, "official.mobile"), officePhone: "025-84567890" });
      await db.update(establishmentTable).set({
        contactMobile: keyring.seal(contact, "establishment.contactMobile"),
        personInCharge: "岑某人",
        address: "某路 8 号 3 栋",
        creditCode: "91320106MA00000011",
      });
    });
    const issued = await office.client.board.issue.mutate({
      txId: test.newTxId(),
      establishments: ["e1", "e2", "e3"],
    });
    codes = new Map(issued.rows.map(({ id, code }) => [id, code]));
  }, 120_000);
  afterAll(() => test?.close());

  it("gives an establishment one code for ever, that tells nothing", async () => {
    const again = await office.client.board.issue.mutate({ txId: test.newTxId(), establishments: ["e1"] });
    expect(again.rows[0]?.code).toBe(codes.get("e1"));
    expect(new Set(codes.values()).size).toBe(3);
    for (const code of codes.values()) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
    const evaluator = await test.clientAs({ role: "official", official: "o-1" });
    const refused = await evaluator.client.board.issue
      .mutate({ txId: test.newTxId(), establishments: ["e1"] })
      .catch((error: unknown) => toProblems(error).map(({ code }) => code));
    expect(refused).toHaveLength(1);
  });

  it.each(["", "/sheet"])("shows who answers, without an account and without script%s", async (sheet) => {
    const answer = await ask(`/p/${codes.get("e1")}${sheet}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    expect(answer.headers.get("set-cookie")).toBeNull();
    for (const text of ["饭店e1", "干部o-1", "区政府", "副区长", "025-84567890", "区县级", "12315"])
      expect(html).toContain(text);
    expect(html).not.toMatch(/<script|javascript:| on\w+=/i);
    expect(html).toContain("<svg");
  });

  it("lets no personal data out: no mobile, address, person in charge, code or id", async () => {
    const pages = await Promise.all(
      [...codes.values()]
        .flatMap((code) => [`/p/${code}`, `/p/${code}/sheet`, `/p/${code}?lang=en`])
        .map((path) => ask(path)),
    );
    const html = (await Promise.all(pages.map((page) => page.text()))).join("\n");
    for (const secret of [
      mobile,
      contact,
      "139****0011",
      "岑某人",
      "某路 8 号",
      "91320106MA00000011",
      ">e1<",
      "o-2",
    ])
      expect(html).not.toContain(secret);
    expect(html).toContain("Responsible official");
  });

  it("names nobody where nobody answers, and nothing of one that is closed", async () => {
    expect(await (await ask(`/p/${codes.get("e2")}`)).text()).toContain("暂未确定包保干部");
    const closed = await (await ask(`/p/${codes.get("e3")}`)).text();
    expect(closed).toContain("目前不在营业状态");
    expect(closed).not.toContain("干部o-1");
  });

  it("never shows a mobile that stands in the place of an office telephone", async () => {
    await change((db) => db.update(officialTable).set({ officePhone: "139 0013 0011" }));
    const html = await (await ask(`/p/${codes.get("e1")}`)).text();
    expect(html).not.toMatch(/139.?0013/);
    expect(html).toContain("未公布");
  });

  it("masks a sole trader until the office decides otherwise", async () => {
    await change((db) =>
      db
        .update(establishmentTable)
        .set({ creditCode: "92320106MA00000012" })
        .where(eq(establishmentTable.id, "e1")),
    );
    const shown = async () => (await ask(`/p/${codes.get("e1")}`)).text();
    expect(await shown()).not.toContain("饭店e1");
    const settings = await office.client.commitment.settings.query({});
    await office.client.commitment.saveSettings.mutate({
      txId: test.newTxId(),
      version: settings.version,
      texts: settings.texts,
      options: { ...settings.options, soleTraders: "as-firms" },
    });
    expect(await shown()).toContain("饭店e1");
  });

  it("escapes what somebody typed", async () => {
    await change((db) => db.update(officialPostTable).set({ unit: "<img src=x onerror=alert(1)>" }));
    const html = await (await ask(`/p/${codes.get("e1")}`)).text();
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img");
  });

  it.each(["/p/aaaaaaaaaaaaaaaaaaaa", "/p/e1", "/p/%27%20or%201=1", "/p/.."])(
    "knows no board %s",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it("answers an address that asks without end with when to come again, and others of the next minute as before", async () => {
    const path = `/p/${codes.get("e1")}`;
    const guess = () => ask("/p/00000000000000000000");
    let refused: Response | undefined;
    for (let n = 0; n <= boardLimit.most && refused?.status !== 429; n += 1) refused = await guess();
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused?.headers.get("cache-control")).toBe("no-store");
    expect(await refused?.text()).toContain("查看得太频繁");
    // A board that there is tells nothing more than one that there is not.
    expect((await ask(path)).status).toBe(429);
    test.setToday("2026-11-25");
    expect((await ask(path)).status).toBe(200);
  });
});

describe("the code to scan", () => {
  const board = async (options: Parameters<typeof createTestApp>[0]) => {
    const test = await createTestApp(options);
    try {
      await insertSmallRegister(test, { seats: [], shops: [{ id: "e1", township: east, official: null }] });
      const { rows } = await test.client.board.issue.mutate({
        txId: test.newTxId(),
        establishments: ["e1"],
      });
      const path = `/p/${rows[0]?.code}`;
      const pages = await Promise.all(
        [path, `${path}/sheet`].map(async (page) =>
          (
            await test.app.request(`http://evil.example${page}`, { headers: { host: "evil.example" } })
          ).text(),
        ),
      );
      return { path, html: pages.join("") };
    } finally {
      await test.close();
    }
  };
  const codeOf = (url: string) => renderSVG(url, { ecc: "M", border: 1 });

  it("leads to the address that the operator set, whatever name it was asked by", async () => {
    const { path, html } = await board({ publicUrl: "https://shian.example/" });
    expect(html.split(codeOf(`https://shian.example${path}`))).toHaveLength(3);
    expect(html).toContain(`href="${path}/sheet"`);
    expect(html).not.toContain("evil.example");
  }, 60_000);

  it("is not there for an office that set none, and the page says what to set", async () => {
    const { html } = await board({});
    expect(html).not.toContain("<svg");
    expect(html).not.toContain("evil.example");
    expect(html.split("SHIAN_URL")).toHaveLength(3);
  }, 60_000);

  it("leads to where a demonstration was opened", async () => {
    const { path, html } = await board({ mode: "demo" });
    expect(html).toContain(codeOf(`http://evil.example${path}`));
  }, 60_000);
});
