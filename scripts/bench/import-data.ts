// Registers as text for the import bench: names, codes, licences, places and days that check, and about one row in
// twenty-five wrong, each in one of the ways that files are wrong.
import { composeCreditCode, composeOrganisationCode } from "../../packages/domain/src/kernel/credit-code.js";
import { composeLicenceNumber } from "../../packages/domain/src/kernel/licence-number.js";

/** The importing office's county. */
export const county = "990106";

/** Columns of the text. */
export const headers = [
  "主体名称",
  "统一社会信用代码",
  "许可证编号",
  "业态",
  "所在地代码",
  "地址",
  "开业日期",
  "有效期至",
  "负责人",
  "状态",
];
/** What each column is. */
export const mapping = {
  主体名称: "name",
  统一社会信用代码: "creditCode",
  许可证编号: "licenceNumber",
  业态: "form",
  所在地代码: "placeCode",
  地址: "address",
  开业日期: "openedOn",
  有效期至: "licenceExpiresOn",
  负责人: "personInCharge",
  状态: "state",
} as const;

function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
const forms = ["餐饮服务", "食品销售", "食品生产", "小餐饮", "学校食堂", "小食杂店"];
const words = ["槐", "澜", "渡", "棠", "桨", "鹭", "枫", "禾", "潮", "岚", "云", "汀"];

/** A register of so many rows below the header; the same for the same seed. */
export function makeRegister(count: number, seed: number): string {
  const random = createRandom(seed);
  const word = (): string => words[random(words.length)] ?? "";
  const lines = [headers.join(",")];
  let last: string[] = [];
  for (let row = 0; row < count; row += 1) {
    const day = `20${pad(10 + random(15), 2)}-${pad(1 + random(12), 2)}-${pad(1 + random(28), 2)}`;
    const cells = [
      `${word()}${word()}${word()}${row}号店`,
      composeCreditCode(`9${1 + random(2)}${county}${composeOrganisationCode(`MA${pad(row, 6)}`)}`),
      composeLicenceNumber(`JY1${county}${pad(row, 6)}`),
      forms[random(forms.length)] ?? "",
      `${county}${pad(1 + random(12), 3)}${pad(1 + random(10), 3)}`,
      random(20) === 0 ? `"${word()}路 ${random(900)} 号, ${row}"` : `${word()}路${random(900)}号${row}`,
      day,
      `20${27 + random(5)}-12-31`,
      `${word()}${word()}`,
      "在营",
    ];
    const trouble = random(250);
    if (trouble === 0) cells[0] = "";
    else if (trouble === 1) cells[1] = `${(cells[1] ?? "").slice(0, 10)}O${(cells[1] ?? "").slice(11)}`;
    else if (trouble === 2)
      cells[1] = `${(cells[1] ?? "").slice(0, 17)}${cells[1]?.endsWith("1") ? "2" : "1"}`;
    else if (trouble === 3) cells[1] = "9.2990106E+17";
    else if (trouble === 4) cells[1] = `${(cells[1] ?? "").slice(0, 15)}X`;
    else if (trouble === 5) cells[2] = "JY1";
    else if (trouble === 6) cells[4] = "320106001001";
    else if (trouble === 7) cells[7] = "2027-02-30";
    else if (trouble === 8) cells[3] = "饭";
    else if (trouble === 9 && last.length > 0) cells[2] = last[2] ?? "";
    else if (trouble < 30) cells[2] = "";
    else if (trouble < 40) cells[1] = "";
    lines.push(cells.join(","));
    last = cells;
  }
  return `${lines.join("\n")}\n`;
}
