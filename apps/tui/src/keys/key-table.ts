// The keys of the full screen as data: the key line, the help, the palette and the tests are made from this table. In
// one place a key does one thing; a screen may add keys but never give a global one another meaning.
import type { LocalText } from "./local-text.js";

/** Where a key acts. `anywhere` also in a field; `open` everywhere but in a field; the rest by kind of screen. */
export const places = [
  "anywhere",
  "open",
  "page",
  "list",
  "search",
  "sorts",
  "saved",
  "marks",
  "preview",
  "acts",
  "undo",
  "matrix",
  "tiles",
  "detail",
  "tabs",
  "text",
  "views",
  "menu",
] as const;
export type Place = (typeof places)[number];

/** What each place is called. */
export const placeTexts: { readonly [At in Place]: LocalText } = {
  anywhere: { "zh-CN": "任何时候", en: "At any time" },
  open: { "zh-CN": "除了输入时", en: "Unless a line is typed" },
  page: { "zh-CN": "页面", en: "On a page" },
  list: { "zh-CN": "清单", en: "In a list" },
  search: { "zh-CN": "可过滤的清单", en: "In a list that can be filtered" },
  sorts: { "zh-CN": "可排序的清单", en: "In a list that can be sorted" },
  saved: { "zh-CN": "有几种视图的清单", en: "In a list with several views" },
  marks: { "zh-CN": "可选的清单", en: "In a list with marks" },
  preview: { "zh-CN": "有预览的清单", en: "In a list with a preview" },
  acts: { "zh-CN": "可以办理的页", en: "Where something can be done" },
  undo: { "zh-CN": "可以撤销的页", en: "Where something can be undone" },
  matrix: { "zh-CN": "覆盖矩阵", en: "In the matrix" },
  tiles: { "zh-CN": "总览", en: "On the overview" },
  detail: { "zh-CN": "详情", en: "On a detail page" },
  tabs: { "zh-CN": "有页签的页", en: "On a page with tabs" },
  text: { "zh-CN": "长文", en: "In a text" },
  views: { "zh-CN": "有几种看法的页", en: "Where there are several views" },
  menu: { "zh-CN": "窗口", en: "In a window" },
};

export const commandIds = [
  "go.area",
  "go.last",
  "go.back",
  "go.forward",
  "app.command",
  "app.palette",
  "app.help",
  "app.back",
  "app.close",
  "app.interrupt",
  "app.suspend",
  "app.redraw",
  "app.refresh",
  "app.details",
  "scope.territory",
  "scope.asOf",
  "copy.command",
  "copy.value",
  "open.web",
  "list.down",
  "list.up",
  "list.first",
  "list.last",
  "list.pageDown",
  "list.pageUp",
  "list.left",
  "list.right",
  "list.open",
  "list.mark",
  "list.markDown",
  "list.markUp",
  "list.unmarkAll",
  "list.filter",
  "list.savedFilter",
  "list.sort",
  "view.next",
  "group.next",
  "pane.next",
  "pane.previous",
  "pane.preview",
  "tab.next",
  "tab.previous",
  "detail.next",
  "detail.previous",
  "act.choose",
  "app.undo",
  "app.language",
  "app.quit",
] as const;
/** What the full screen can be told to do. */
export type CommandId = (typeof commandIds)[number];

export type KeyBinding = {
  readonly command: CommandId;
  readonly keys: readonly string[];
  readonly place: Place;
  readonly label: LocalText;
  /** The shorter words of the key line; a binding without them never stands there. */
  readonly brief?: LocalText;
  /** The keys as the key line writes them, where that is not simply the first key. */
  readonly shown?: string;
};

const bind = (
  command: CommandId,
  keys: readonly string[],
  place: Place,
  label: readonly [string, string],
  brief?: readonly [string, string],
  shown?: string,
): KeyBinding => ({
  command,
  keys,
  place,
  label: { "zh-CN": label[0], en: label[1] },
  ...(brief === undefined ? {} : { brief: { "zh-CN": brief[0], en: brief[1] } }),
  ...(shown === undefined ? {} : { shown }),
});

const areas = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Every key; the order is the order of the key line, most telling first. */
export const keyTable: readonly KeyBinding[] = [
  bind("list.open", ["Enter"], "tiles", ["打开所数的行", "open the rows it counts"], ["打开", "open"]),
  bind(
    "list.open",
    ["Enter"],
    "list",
    ["打开；数字打开它所数的行", "open; a number opens its rows"],
    ["打开", "open"],
  ),
  bind(
    "list.open",
    ["Enter"],
    "matrix",
    ["打开所数的行", "open the rows it counts"],
    ["打开所数的行", "rows"],
  ),
  bind("list.open", ["Enter"], "menu", ["做这一项", "do this"], ["做", "do it"]),
  bind("list.left", ["h", "Left"], "matrix", ["左一格", "cell to the left"], ["走格", "cell"], "hjkl"),
  bind("list.right", ["l", "Right"], "matrix", ["右一格", "cell to the right"]),
  bind("act.choose", ["x"], "acts", ["办理：这里能办的事", "what can be done here"], ["办理", "act"]),
  bind("app.undo", ["u"], "undo", ["撤销", "undo"], ["撤销", "undo"]),
  bind("list.mark", ["Space"], "marks", ["选、撤选", "mark"], ["选", "mark"]),
  bind("list.markDown", ["J"], "marks", ["边选边向下走", "mark and move down"], ["选着走", "mark on"], "J/K"),
  bind("list.markUp", ["K"], "marks", ["边选边向上走", "mark and move up"]),
  bind("list.unmarkAll", ["U"], "marks", ["全不选", "unmark all"]),
  bind(
    "list.filter",
    ["/"],
    "search",
    ["过滤（拼音、首字母可用）", "filter (pinyin and initials too)"],
    ["过滤", "filter"],
  ),
  bind("list.savedFilter", ["f"], "saved", ["换视图", "saved filters"], ["视图", "views"]),
  bind("list.sort", ["s"], "sorts", ["排序", "sort"], ["排序", "sort"]),
  bind("view.next", ["v"], "views", ["换看法", "change the view"], ["看法", "view"]),
  bind("group.next", ["o"], "views", ["换分组", "change the grouping"], ["分组", "group"]),
  bind("pane.next", ["Tab"], "tiles", ["下一栏", "next pane"], ["换栏", "pane"]),
  bind("pane.previous", ["Shift-Tab"], "tiles", ["上一栏", "previous pane"]),
  bind("pane.preview", ["p"], "preview", ["预览开关", "preview on or off"], ["预览", "preview"]),
  bind("tab.next", ["}"], "tabs", ["后一页签", "next tab"], ["页签", "tab"], "{ }"),
  bind("tab.previous", ["{"], "tabs", ["前一页签", "previous tab"]),
  bind("detail.next", ["J"], "detail", ["下一个", "next of the list"], ["下一个", "next"]),
  bind("detail.previous", ["K"], "detail", ["上一个", "previous of the list"], ["上一个", "previous"]),
  bind("scope.territory", ["t"], "page", ["换属地", "choose the territory"], ["属地", "place"]),
  bind("scope.asOf", ["d"], "page", ["截至哪一天", "as of which day"], ["截至", "as of"]),
  bind(
    "copy.command",
    ["y"],
    "page",
    ["复制等价命令", "copy the equivalent command"],
    ["复制命令", "copy cmd"],
  ),
  bind("app.back", ["Esc"], "menu", ["关掉", "close"], ["关", "close"]),
  bind("app.help", ["?"], "open", ["键位帮助，可查", "searchable key help"], ["帮助", "help"]),
  bind("app.command", [":"], "open", ["命令行", "command line"], ["命令", "command"]),
  bind("app.palette", ["Ctrl-P"], "anywhere", ["命令面板", "command palette"], ["面板", "palette"]),
  bind("go.area", areas, "open", ["去某个工作区", "go to an area"], undefined, "1…9"),
  bind("go.last", ["-"], "page", ["上一个视图", "last view"]),
  bind("go.back", ["["], "page", ["后退", "back in history"]),
  bind("go.forward", ["]"], "page", ["前进", "forward in history"]),
  bind("app.back", ["Esc"], "page", ["退一层", "one step back"]),
  bind(
    "app.close",
    ["q"],
    "page",
    ["关掉这一页；最后一页时退出", "close the page; quit on the last"],
    ["退出", "quit"],
  ),
  bind("app.refresh", ["r"], "page", ["重取", "ask the server again"]),
  bind("app.details", ["!"], "page", ["上一条提示的细节", "details of the last message"]),
  bind("copy.value", ["Y"], "page", ["复制：代码、编号", "copy the id or code"]),
  bind("open.web", ["w"], "page", ["网页上的地址", "its address on the web"]),
  bind("app.interrupt", ["Ctrl-C"], "anywhere", [
    "停下在等的事；空闲时按两次退出",
    "stop waiting; twice to quit",
  ]),
  bind("app.suspend", ["Ctrl-Z"], "anywhere", ["挂到后台（fg 回来）", "suspend (fg comes back)"]),
  bind("app.redraw", ["Ctrl-L"], "anywhere", ["重画", "redraw"]),
  bind("list.down", ["j", "Down"], "list", ["下", "down"]),
  bind("list.up", ["k", "Up"], "list", ["上", "up"]),
  bind("list.first", ["g", "Home"], "list", ["首行", "first"]),
  bind("list.last", ["G", "End"], "list", ["末行", "last"]),
  bind("list.pageDown", ["PgDn", "Ctrl-D"], "list", ["下一屏", "page down"]),
  bind("list.pageUp", ["PgUp", "Ctrl-U"], "list", ["上一屏", "page up"]),
  bind("list.down", ["j", "Down"], "matrix", ["下一格", "cell below"]),
  bind("list.up", ["k", "Up"], "matrix", ["上一格", "cell above"]),
  bind("list.first", ["g", "Home"], "matrix", ["首行", "first row"]),
  bind("list.last", ["G", "End"], "matrix", ["末行", "last row"]),
  bind("list.pageDown", ["PgDn", "Ctrl-D"], "matrix", ["下一屏", "page down"]),
  bind("list.pageUp", ["PgUp", "Ctrl-U"], "matrix", ["上一屏", "page up"]),
  bind("list.down", ["j", "Down"], "tiles", ["下", "down"]),
  bind("list.up", ["k", "Up"], "tiles", ["上", "up"]),
  bind("list.down", ["j", "Down"], "text", ["向下滚", "scroll down"]),
  bind("list.up", ["k", "Up"], "text", ["向上滚", "scroll up"]),
  bind("list.pageDown", ["PgDn", "Ctrl-D", "Space"], "text", ["下一屏", "page down"]),
  bind("list.pageUp", ["PgUp", "Ctrl-U"], "text", ["上一屏", "page up"]),
  bind("list.down", ["Down"], "menu", ["下", "down"]),
  bind("list.up", ["Up"], "menu", ["上", "up"]),
];

/** The command a key gives in the places, the most special place named last; undefined when the key does nothing. */
export function findCommandOf(key: string, where: readonly Place[]): CommandId | undefined {
  for (const place of where.toReversed()) {
    const binding = keyTable.find((one) => one.place === place && one.keys.includes(key));
    if (binding) return binding.command;
  }
  return undefined;
}

/** The bindings that act in the places, in the table's order. */
export const listBindings = (where: readonly Place[]): readonly KeyBinding[] =>
  keyTable.filter((binding) => where.includes(binding.place));

/** Places whose keys act together on a screen, so that a test can refuse two commands on one key. */
export const screenPlaces = {
  overview: ["anywhere", "open", "page", "tiles"],
  list: ["anywhere", "open", "page", "list"],
  officials: ["anywhere", "open", "page", "list", "search", "sorts", "views", "acts"],
  registry: ["anywhere", "open", "page", "list", "search", "sorts", "saved", "marks", "preview"],
  records: [
    "anywhere",
    "open",
    "page",
    "list",
    "search",
    "saved",
    "views",
    "marks",
    "preview",
    "acts",
    "undo",
  ],
  record: ["anywhere", "open", "page", "text", "detail", "acts", "undo"],
  establishment: ["anywhere", "open", "page", "text", "detail", "tabs"],
  explain: ["anywhere", "open", "page", "text", "detail"],
  coverage: ["anywhere", "open", "page", "matrix", "views"],
  score: ["anywhere", "open", "page", "list", "views"],
  text: ["anywhere", "open", "page", "text"],
  menu: ["anywhere", "menu"],
  field: ["anywhere"],
} as const satisfies Record<string, readonly Place[]>;
