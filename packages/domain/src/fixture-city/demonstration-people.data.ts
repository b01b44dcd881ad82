// The people and units of the demonstration: one of every role, with the names of the mocks. Nobody of them has a
// password; they are entered by the demonstration's own door alone.
// Source: mock signin.html (ours). All invented.
import type { Grant } from "../access/grant.schema.js";
import type { Unit } from "../people/person.schema.js";

const DISTRICT = "990106";
const STREET = "990106001";
const COMMUNITY = "990106001001";

/** A unit of the demonstration from long ago on. */
export type DemonstrationUnit = Omit<Unit, "from" | "to"> & { readonly members: readonly string[] };

const unit = (
  id: string,
  name: string,
  kind: Unit["kind"],
  territory: string,
  group: { readonly leadUnit?: string; readonly members?: readonly string[] } = {},
): DemonstrationUnit => ({
  id: `demo-unit-${id}`,
  name,
  kind,
  territory,
  leadUnit: group.leadUnit === undefined ? null : `demo-unit-${group.leadUnit}`,
  members: (group.members ?? []).map((member) => `demo-unit-${member}`),
});

/** Units in an order in which each stands behind those that it names. */
export const demonstrationUnits: readonly DemonstrationUnit[] = [
  unit("office", "云汀区食安办", "office", DISTRICT),
  unit("market", "云汀区市场监督管理局", "regulator", DISTRICT),
  unit("education", "云汀区教育局", "department", DISTRICT),
  unit("data", "云汀区数据局", "department", DISTRICT),
  unit("party", "中共云汀区委", "party", DISTRICT),
  unit("station", "望澜市场监管所", "regulator", STREET),
  unit("street", "望澜街道办事处", "township", STREET),
  unit("community", "澜心社区", "community", COMMUNITY),
  unit("evaluators", "第三方测评二组", "third-party", DISTRICT),
  unit("school", "望澜学校食堂", "business", STREET),
  unit("campus", "校园食品安全专责组", "task-group", DISTRICT, {
    leadUnit: "education",
    members: ["education", "market", "office"],
  }),
];

/** One of the demonstration with what they were granted; `who` and `where` are bound to records of the city. */
export type DemonstrationPersona = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly unit: string;
  readonly grants: readonly {
    readonly role: Grant["role"];
    readonly territory: string | null;
    readonly leading: boolean;
    /** The official of the street whom the grant is for. */
    readonly official?: { readonly name: string; readonly jurisdiction: string };
    /** The business is the first of this form in the street. */
    readonly establishment?: { readonly form: string; readonly place: string };
  }[];
};

const persona = (
  username: string,
  name: string,
  unitId: string,
  ...grants: DemonstrationPersona["grants"]
): DemonstrationPersona => ({
  id: `demo-${username}`,
  username,
  name,
  unit: `demo-unit-${unitId}`,
  grants,
});
const placed = (role: Grant["role"], territory: string | null, leading = false) => ({
  role,
  territory,
  leading,
});
const supervising = (name: string) => ({
  ...placed("official", null),
  official: { name, jurisdiction: STREET },
});

/** Everyone whom a visitor may be, in the order of the mock. */
export const demonstrationPeople: readonly DemonstrationPersona[] = [
  persona("yanqinghe", "晏清禾", "office", placed("office", DISTRICT)),
  persona("wenbuyan", "温不言", "party", placed("leader", DISTRICT)),
  persona("luxingjian", "路行简", "station", placed("regulator", STREET)),
  persona("yuqiulang", "虞秋朗", "street", placed("unit", STREET, true), supervising("虞秋朗")),
  persona("cenwanzhou", "岑晚舟", "community", placed("liaison", COMMUNITY)),
  persona("yetinglan", "叶听澜", "street", supervising("叶听澜")),
  persona("yuguichen", "于归尘", "evaluators", placed("evaluator", DISTRICT)),
  persona("xunzhiwei", "荀知微", "school", {
    ...placed("business", null),
    establishment: { form: "school-canteen", place: STREET },
  }),
  persona("gongsunceyuan", "公孙策远", "data", placed("system", null)),
  persona("shangluli", "商陆离", "data", placed("security", null)),
  persona("duanmuqingjian", "端木青简", "data", placed("audit", null)),
];
