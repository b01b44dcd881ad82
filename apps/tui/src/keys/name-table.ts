// The names behind `:` as data. A name is found by Chinese, English, full pinyin, initials, or any beginning of them
// that is unique; what two names share is shown, never guessed.
import type { OperationId } from "@shian/domain";
import type { LocalText } from "./local-text.js";

/** Screens that a name opens, each with the operation that it asks: who may not ask it is not offered the name. */
export const screenAsks = {
  overview: "overview.get",
  registry: "registry.list",
  gaps: "chain.gaps",
  officials: "official.list",
  coverage: "coverage.measure",
  overdue: "visit.duties",
  score: "evaluation.get",
  explain: "evaluation.get",
  handovers: "handover.list",
  commitments: "commitment.list",
  "commitment-rates": "commitment.rates",
  questions: "question.list",
  answers: "question.answers",
  comparisons: "comparison.list",
  training: "training.plans",
  documents: "document.list",
  "x-ray": "xray.get",
  directory: "directory.list",
  objections: "objection.list",
  allocations: "allocation.list",
} as const satisfies Readonly<Record<string, OperationId>>;
type NamedScreen = keyof typeof screenAsks;

/** What a name opens: a screen, an action of the program, or something that is not there yet. */
export type NameTarget =
  | { readonly kind: "screen"; readonly screen: NamedScreen; readonly asks: OperationId }
  | {
      readonly kind: "command";
      readonly command: "scope.territory" | "scope.asOf" | "app.help" | "app.language" | "app.quit";
    }
  | { readonly kind: "later" };

export type CommandName = {
  readonly name: string;
  readonly label: LocalText;
  /** Chinese words, each with its pinyin and initials. */
  readonly spellings: readonly (readonly [word: string, pinyin: string, initials: string])[];
  readonly target: NameTarget;
};

const screen = (name: NamedScreen): NameTarget => ({ kind: "screen", screen: name, asks: screenAsks[name] });
const command = (id: Extract<NameTarget, { kind: "command" }>["command"]): NameTarget => ({
  kind: "command",
  command: id,
});
const later: NameTarget = { kind: "later" };

const entry = (
  name: string,
  english: string,
  target: NameTarget,
  ...spellings: readonly (readonly [string, string, string])[]
): CommandName => ({
  name,
  label: { "zh-CN": spellings.map(([word]) => word).join("、"), en: english },
  spellings,
  target,
});

/** Every name, in the order of the areas. */
export const nameTable: readonly CommandName[] = [
  entry("overview", "overview", screen("overview"), ["总览", "zonglan", "zl"]),
  entry("registry", "register", screen("registry"), ["主体", "zhuti", "zt"]),
  entry("held", "held rows", later, ["待定", "daiding", "dd"]),
  entry("import", "import", later, ["导入", "daoru", "dr"]),
  entry("compare", "comparisons with other registers", screen("comparisons"), ["比对", "bidui", "bd"]),
  entry(
    "x-ray",
    "what in the data is to mend",
    screen("x-ray"),
    ["数据体检", "shujutijian", "sjtj"],
    ["体检", "tijian", "tj"],
  ),
  entry("objections", "objections to grades", screen("objections"), ["等级异议", "dengjiyiyi", "djyy"]),
  entry("chain", "chain of responsibility", screen("gaps"), ["责任", "zeren", "zr"]),
  entry("gaps", "gaps", screen("gaps"), ["缺口", "quekou", "qk"]),
  entry("officials", "officials", screen("officials"), ["干部", "ganbu", "gb"]),
  entry("allocate", "allocations", screen("allocations"), ["分派", "fenpai", "fp"]),
  entry("handover", "handovers", screen("handovers"), ["交接", "jiaojie", "jj"]),
  entry("commitments", "commitments and lists", screen("commitments"), ["承诺书", "chengnuoshu", "cns"]),
  entry("signing", "rates of signing", screen("commitment-rates"), ["签署率", "qianshulv", "qsl"]),
  entry("directory", "directory", screen("directory"), ["通讯录", "tongxunlu", "txl"]),
  entry("questions", "questions from below", screen("questions"), ["基层提问", "jicengtiwen", "jctw"]),
  entry("answers", "answers given", screen("answers"), ["答复库", "dafuku", "dfk"]),
  entry("training", "training of officials", screen("training"), ["培训", "peixun", "px"]),
  entry("documents", "documents from above", screen("documents"), ["上级文件", "shangjiwenjian", "sjwj"]),
  entry("visits", "visits", screen("coverage"), ["督导", "dudao", "dd"]),
  entry("due", "visits due", later, ["应督导", "yingdudao", "ydd"]),
  entry("coverage", "coverage matrix", screen("coverage"), ["覆盖", "fugai", "fg"]),
  entry("overdue", "overdue visits", screen("overdue"), ["逾期", "yuqi", "yq"]),
  entry(
    "ledger",
    "ledger of findings",
    later,
    ["问题台账", "wentitaizhang", "wttz"],
    ["台账", "taizhang", "tz"],
    ["问题", "wenti", "wt"],
  ),
  entry(
    "notice",
    "rectification notices",
    later,
    ["整改通知", "zhenggaitongzhi", "zgtz"],
    ["通知", "tongzhi", "tz"],
  ),
  entry("referrals", "referrals", later, ["移交", "yijiao", "yj"]),
  entry("oversight", "oversight", later, ["督查", "ducha", "dc"]),
  entry("draw", "oversight sample", later, ["抽样", "chouyang", "cy"]),
  entry("score", "score cockpit", screen("score"), ["驾驶舱", "jiashicang", "jsc"], ["得分", "defen", "df"]),
  entry("explain", "why points were lost", screen("explain"), ["失分", "shifen", "sf"]),
  entry("whatif", "what-if", later, ["试算", "shisuan", "ss"]),
  entry(
    "plan",
    "cheapest plan to pass",
    later,
    ["过线办法", "guoxianbanfa", "gxbf"],
    ["过线", "guoxian", "gx"],
  ),
  entry("veto", "veto items", later, ["否决项", "foujuexiang", "fjx"], ["否决", "foujue", "fj"]),
  entry("bonus", "bonus items", later, ["加分项", "jiafenxiang", "jfx"], ["加分", "jiafen", "jf"]),
  entry("round", "rounds", later, ["轮次", "lunci", "lc"]),
  entry("rubric", "rubric editions", later, ["细则", "xize", "xz"]),
  entry("standing", "standing", later, ["考核", "kaohe", "kh"]),
  entry("society", "society", later, ["共治", "gongzhi", "gz"]),
  entry("settings", "settings", later, ["设置", "shezhi", "sz"]),
  entry("territory", "territory", command("scope.territory"), ["属地", "shudi", "sd"]),
  entry("asof", "as of a day", command("scope.asOf"), ["截至", "jiezhi", "jz"]),
  entry("knownon", "as known on a day", later, ["所知", "suozhi", "sz"]),
  entry("export", "export", later, ["导出", "daochu", "dc"]),
  entry("print", "print a page", later, ["打印", "dayin", "dy"]),
  entry("jobs", "jobs", later, ["任务", "renwu", "rw"]),
  entry("undo", "undo", later, ["撤销", "chexiao", "cx"]),
  entry("save", "save the view", later, ["存视图", "cunshitu", "cst"]),
  entry("lang", "language", command("app.language"), ["语言", "yuyan", "yy"]),
  entry("server", "server", later, ["服务器", "fuwuqi", "fwq"]),
  entry("login", "sign in", later, ["登录", "denglu", "dl"]),
  entry("help", "help", command("app.help"), ["帮助", "bangzhu", "bz"]),
  entry("quit", "quit", command("app.quit"), ["退出", "tuichu", "tc"]),
];

const spellingsOf = (one: CommandName): readonly string[] => [one.name, ...one.spellings.flat()];

/**
 * The names that the text may mean: an exact spelling wins; else every name with a spelling that begins so. One name
 * is an answer, several are a choice to show, none is unknown.
 */
export function findNames(text: string): readonly CommandName[] {
  const asked = text.toLowerCase();
  if (asked === "") return [];
  const exact = nameTable.filter((one) => spellingsOf(one).includes(asked));
  return exact.length > 0
    ? exact
    : nameTable.filter((one) => spellingsOf(one).some((spelling) => spelling.startsWith(asked)));
}
