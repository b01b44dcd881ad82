// What a row of a file of accounts or of grants says. A file does one of the two: opening accounts and granting are two
// administrators' work (quality S2), so a file of accounts that also names roles is refused, and the other way round.
// Source: issue "Second" (bulk by spreadsheet); headers are ours.
import type { GrantableRole } from "../access/grant.schema.js";
import { grantableRoles } from "../access/grant.schema.js";
import { foldCode } from "../kernel/fold-code.js";
import { parsePlainDate } from "../kernel/parse-plain-date.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type ProblemParams, problem, type Result, refuseAll } from "../kernel/result.js";
import type { PeopleProblemCode } from "./people.problem.js";
import { peopleText } from "./people.text.js";
import { Username } from "./person.schema.js";

type Headers = { readonly "zh-CN": readonly string[]; readonly en: readonly string[] };

/** Headers of a file of accounts; the first of each language is the template's. */
export const accountHeaders = {
  name: { "zh-CN": ["姓名"], en: ["name"] },
  username: { "zh-CN": ["账号", "用户名", "登录名"], en: ["user name", "username", "account"] },
  unit: { "zh-CN": ["单位", "所在单位"], en: ["unit"] },
  officePhone: { "zh-CN": ["办公电话"], en: ["office phone", "officePhone"] },
  mobile: { "zh-CN": ["手机号", "手机"], en: ["mobile"] },
} as const satisfies { readonly [field: string]: Headers };
export type AccountField = keyof typeof accountHeaders;

/** Headers of a file of grants. */
export const grantHeaders = {
  username: { "zh-CN": ["账号", "用户名", "登录名"], en: ["user name", "username", "account"] },
  role: { "zh-CN": ["角色"], en: ["role"] },
  territory: { "zh-CN": ["区域", "属地"], en: ["territory"] },
  target: { "zh-CN": ["包保干部或主体代码"], en: ["official or credit code", "target"] },
  from: { "zh-CN": ["起始日期", "自"], en: ["from"] },
  to: { "zh-CN": ["截止日期", "至"], en: ["to"] },
  reason: { "zh-CN": ["来由", "依据"], en: ["reason"] },
} as const satisfies { readonly [field: string]: Headers };
export type GrantField = keyof typeof grantHeaders;

const createFinder = <F extends string>(headers: { readonly [Field in F]: Headers }) => {
  const fields = Object.entries<Headers>(headers).flatMap(([field, names]) =>
    [...names["zh-CN"], ...names.en].map((name) => [foldCode(name).value, field as F] as const),
  );
  const byHeader = new Map(fields);
  return (header: string): F | undefined => byHeader.get(foldCode(header).value);
};

/**
 * The field of an account that a header means; undefined when none.
 *
 * @example
 * findAccountField(" 手机 "); // => "mobile"
 */
export const findAccountField: (header: string) => AccountField | undefined = createFinder(accountHeaders);

/**
 * The field of a grant that a header means; undefined when none.
 *
 * @example
 * findGrantField("角色"); // => "role"
 */
export const findGrantField: (header: string) => GrantField | undefined = createFinder(grantHeaders);

/** A reason and the field that it is about. */
export type SheetProblem<F extends string> = Problem & { readonly field: F };

/** What a row says of a new account. */
export type AccountRow = {
  readonly name: string;
  readonly username: string;
  /** Name of the unit; null where the cell is empty. */
  readonly unit: string | null;
  readonly officePhone: string | null;
  readonly mobile: string | null;
};

const textOf = (cell: string | undefined): string | null => {
  const text = (cell ?? "").trim();
  return text === "" ? null : text;
};

const createProblems = <F extends string>() => {
  const problems: SheetProblem<F>[] = [];
  const against = (field: F, code: PeopleProblemCode, params: ProblemParams = {}): null => {
    problems.push({ ...problem(code, params), field });
    return null;
  };
  return { problems, against };
};

/**
 * The account that a row describes, or every reason against it. Whether unit and user name are known is the caller's.
 *
 * @example
 * parseAccountRow({ name: "叶听澜", username: "YeTingLan", unit: "望澜街道办事处" }).value.username; // => "yetinglan"
 * parseAccountRow({ username: "1" }).problems.map(({ code }) => code); // => ["person/name-missing", "person/username-shape"]
 */
export function parseAccountRow(
  row: {
    readonly [F in AccountField]?: string;
  },
): Result<AccountRow, SheetProblem<AccountField>> {
  const { problems, against } = createProblems<AccountField>();
  const name = textOf(row.name) ?? against("name", "person/name-missing") ?? "";
  const written = (textOf(row.username) ?? "").normalize("NFKC").toLowerCase();
  const username = Username.safeParse(written);
  if (!username.success) against("username", "person/username-shape", { text: written });
  if (problems.length > 0) return refuseAll(problems);
  return ok({
    name: name.slice(0, 60),
    username: written,
    unit: textOf(row.unit),
    officePhone: textOf(row.officePhone)?.slice(0, 30) ?? null,
    mobile: textOf(row.mobile),
  });
}

const roleByWord = new Map<string, { readonly role: GrantableRole; readonly leading: boolean }>(
  grantableRoles.flatMap((role) =>
    [role, peopleText["zh-CN"][`role/${role}`], peopleText.en[`role/${role}`]].map(
      (word) => [foldCode(word).value, { role, leading: false }] as const,
    ),
  ),
);
for (const word of ["leading", peopleText["zh-CN"]["role/leading"], peopleText.en["role/leading"]])
  roleByWord.set(foldCode(word).value, { role: "unit", leading: true });

/** What a row says of a grant: places and people still as they are written. */
export type SheetGrant = {
  readonly username: string;
  readonly role: GrantableRole;
  readonly leading: boolean;
  readonly territory: string | null;
  readonly target: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly reason: string;
};

/**
 * The grant that a row describes, or every reason against it; a missing first day is the day of the file.
 *
 * @example
 * const row = { username: "yuqiulang", role: "街镇负责人", territory: "望澜街道", reason: "任职文件" };
 * parseGrantRow({ row, today: "2026-11-24" }).value.leading; // => true
 * parseGrantRow({ row: { ...row, role: "站长" }, today: "2026-11-24" }).problems[0].code; // => "grant/role-unknown"
 */
export function parseGrantRow({
  row,
  today,
}: {
  readonly row: { readonly [F in GrantField]?: string };
  readonly today: PlainDate;
}): Result<SheetGrant, SheetProblem<GrantField>> {
  const { problems, against } = createProblems<GrantField>();
  const date = (field: "from" | "to"): PlainDate | null => {
    const text = textOf(row[field]);
    if (text === null) return null;
    const read = parsePlainDate({ input: text });
    return read.ok ? read.value : against(field, "grant/date-shape", { text });
  };
  const username = (textOf(row.username) ?? "").normalize("NFKC").toLowerCase();
  if (username === "") against("username", "grant/person-unknown", { username });
  const word = textOf(row.role) ?? "";
  const known = roleByWord.get(foldCode(word).value);
  if (known === undefined) against("role", "grant/role-unknown", { text: word });
  const reason = textOf(row.reason) ?? against("reason", "grant/reason-missing") ?? "";
  const [from, to] = [date("from"), date("to")];
  if (problems.length > 0 || known === undefined) return refuseAll(problems);
  return ok({
    username,
    ...known,
    territory: textOf(row.territory),
    target: textOf(row.target),
    from: from ?? today,
    to,
    reason: reason.slice(0, 300),
  });
}
