import { describe, expect, it } from "vitest";
import { demonstrationScheme } from "../grading/demonstration-scheme.data.js";
import { gradeEstablishment } from "../grading/grade-establishment.js";
import {
  checkFlag,
  createFlagFinder,
  createFlagNamer,
  type KeptFlag,
  listFlags,
  mostFlags,
} from "./attention-list.js";
import { attentionFlags } from "./establishment.schema.js";
import { parseRegisterRow, prepareRegisterReading } from "./parse-register-row.js";

const own = (code: string, zh: string, en: string, retired = false): KeptFlag => ({
  code,
  name: { "zh-CN": zh, en },
  note: "",
  retired,
});
const market = own("night-market", "夜市", "night market");
const fair = own("temple-fair", "庙会", "temple fair", true);

describe("the list", () => {
  it("has the shipped ones first, named by the product, then the office's own", () => {
    const listed = listFlags([market, fair]);
    expect(listed.map(({ code }) => code)).toEqual([...attentionFlags, "night-market", "temple-fair"]);
    expect(listed.filter(({ shipped }) => shipped)).toHaveLength(attentionFlags.length);
  });
  it("keeps what the office noted of a shipped one, never another name for it", () => {
    const noted: KeptFlag = { code: "wholesale", name: null, note: "批发市场另见清单", retired: false };
    const renamed = own("wholesale", "大集", "big market");
    expect(listFlags([noted]).find(({ code }) => code === "wholesale")).toMatchObject({
      note: "批发市场另见清单",
      name: { "zh-CN": "批发" },
    });
    expect(listFlags([renamed]).find(({ code }) => code === "wholesale")?.name["zh-CN"]).toBe("批发");
  });
  it("names by language, unknown ones by their code", () => {
    const name = createFlagNamer(listFlags([market]), "en");
    expect(["night-market", "tourist-site", "gone"].map(name)).toEqual([
      "night market",
      "tourist site",
      "gone",
    ]);
  });
  it.each([
    ["夜市", "night-market"],
    ["Night Market", "night-market"],
    ["night_market", "night-market"],
    ["庙会", "temple-fair"],
    ["景区", "tourist-site"],
    ["集市", undefined],
  ])("finds %s as %s", (word, code) => {
    expect(createFlagFinder(listFlags([market, fair]))(word)?.code).toBe(code);
  });
});

describe("a change of the list", () => {
  const asked = ["wholesale", "night-market"];
  const check = (flag: KeptFlag, kept: readonly KeptFlag[] = [market, fair]) =>
    checkFlag({ kept, asked, flag }).map(({ code }) => code);
  it.each<[string, KeptFlag, string[]]>([
    ["a new one", own("school-gate", "校门口", "school gate"), []],
    ["the same again", market, []],
    ["another name for it", own("night-market", "夜市街", "night market street"), []],
    ["an own one taken back into use", { ...fair, retired: false }, []],
    [
      "a shipped one nobody asks for, retired",
      { code: "health-food", name: null, note: "", retired: true },
      [],
    ],
    [
      "a shipped one that is asked for",
      { code: "wholesale", name: null, note: "", retired: true },
      ["attention/asked-for"],
    ],
    ["an own one that is asked for", { ...market, retired: true }, ["attention/asked-for"]],
    ["another name for a shipped one", own("dairy-or-meat", "肉", "meat"), ["attention/shipped-name"]],
    ["an own one without a name", { ...market, name: null }, ["attention/name-missing"]],
    ["another's code as a name", own("fair", "temple-fair", "fair"), ["attention/word-taken"]],
    ["an everyday word of a shipped one", own("scenic", "景区", "scenic"), ["attention/word-taken"]],
    ["the name of a retired one", own("fair", "庙会", "fair"), ["attention/word-taken"]],
  ])("%s", (_what, flag, codes) => expect(check(flag)).toEqual(codes));

  it("is refused beyond the most", () => {
    const many = Array.from({ length: mostFlags - attentionFlags.length }, (_, at) =>
      own(`flag-${at}`, `标记${at}`, `flag number ${at}`),
    );
    expect(check(own("one-more", "再一个", "one more"), many)).toEqual(["attention/too-many"]);
    expect(check(many[0] ?? market, many)).toEqual([]);
  });
});

describe("flags of the office in a sheet", () => {
  const reading = prepareRegisterReading({
    headers: ["店名", "许可证", "标记"],
    mapping: { 店名: "name", 许可证: "licenceNumber", 标记: "attention" },
    flags: listFlags([market, fair]),
  });
  const read = (cell: string) => {
    if (!reading.ok) throw new Error("the reading is refused");
    return parseRegisterRow({
      reading: reading.value,
      row: { row: 2, cells: ["面馆", "JY23501000000016", cell], kinds: null },
    });
  };
  it.each([
    ["夜市、批发", ["night-market", "wholesale"], []],
    ["庙会、夜市", ["night-market"], ["registry/attention-retired"]],
  ])("%s", (cell, flags, notices) => {
    const row = read(cell);
    expect(row.ok && row.value.facts.attention).toEqual(flags);
    expect(row.ok && row.value.notices.map(({ code }) => code)).toEqual(notices);
  });
  it("an unknown one refuses the row", () => {
    const row = read("集市");
    expect(row.ok ? [] : row.problems.map(({ code }) => code)).toContain("registry/attention-unknown");
  });
});

it("a rule of the office grades by a flag of its own", () => {
  const title = { "zh-CN": "夜市餐饮", en: "caterers of a night market" };
  const rule = { id: "N-9", when: { attention: ["night-market"] }, grade: "B" as never, title };
  const scheme = { ...demonstrationScheme, rules: [rule, ...demonstrationScheme.rules] };
  const facts = { form: "caterer", size: "micro", diners: null, attention: ["night-market"] } as const;
  const graded = gradeEstablishment({ scheme, facts });
  expect(graded.ok && graded.value).toMatchObject({ grade: "B", ruleId: "N-9" });
});
