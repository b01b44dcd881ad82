// Options of allocations.
import { allocatedGaps } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import type { OptionSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

export const allocationOptions = {
  gap: {
    type: "string",
    values: allocatedGaps,
    list: true,
    help: text("只派有这些缺口的，可用逗号分开", "only those with these gaps, with commas"),
  },
  "keep-first": {
    type: "string",
    form: "number",
    least: 0,
    most: 10_000,
    placeholder: text("户数", "N"),
    help: text(
      "改派最少优先，同级同范围干部相差最多几户",
      "fewest changes first; how far loads of like officials may lie apart",
    ),
  },
  pin: {
    type: "string",
    multiple: true,
    form: "pair",
    placeholder: text("主体=干部", "ID=ID"),
    help: text("固定一家：主体编号=干部编号，可多次", "pin one: ESTABLISHMENT=OFFICIAL, may be repeated"),
  },
} satisfies Readonly<Record<string, OptionSpec>>;
