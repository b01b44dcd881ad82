// Controls and training of businesses as their own arms would have reported them in the last weeks. Invented.
import { type ControlKind, type ControlResult, controlKinds } from "../business-arm/business-arm.schema.js";
import { listControlWindows } from "../business-arm/control-window.js";
import { defaultControlForms } from "../business-arm/measure-controls.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import type { Establishment } from "../registry/establishment.schema.js";
import { createSeededRandom } from "./seeded-random.js";

/** A report of an invented business. */
export type InventedReport = {
  readonly establishment: string;
  readonly kind: ControlKind;
  readonly period: string;
  readonly last: PlainDate;
  readonly result: ControlResult;
  readonly text: string;
};

const DAYS = 24;
const LONGER = 62;
/** Of micro businesses few report; of the others most do, each by its own diligence. */
const MICRO_SHARE = 0.12;
const FINDINGS = [
  "冷藏柜温度 9 ℃，已调低并复测",
  "一批次原料未见合格证明，已退回",
  "留样记录漏签，已补签并提醒",
  "操作间地面积水，已清理",
  "从业人员健康证临期，已安排体检",
] as const;

/**
 * Reports of the weeks before the anchor day, in the order of the establishments given; none of the anchor day itself.
 *
 * @example
 * createControls({ seed: "shian", anchor: "2026-12-18", establishments: [] }); // => []
 */
export function createControls(input: {
  readonly seed: string;
  readonly anchor: PlainDate;
  readonly establishments: readonly Establishment[];
}): readonly InventedReport[] {
  const random = createSeededRandom(input.seed, "controls");
  const yesterday = addDays(input.anchor, -1);
  return input.establishments.flatMap(({ id, form, size, state, stateSince }): InventedReport[] => {
    const reporting = form !== null && defaultControlForms.includes(form) && state === "active";
    if (!reporting || !random.chance(size === "micro" ? MICRO_SHARE : 0.9)) return [];
    const diligence = 0.55 + random.next() * 0.45;
    return controlKinds.flatMap((kind) => {
      const first = addDays(input.anchor, kind === "monthly" ? -LONGER : -DAYS);
      return listControlWindows(kind, first, yesterday).flatMap((window): InventedReport[] => {
        if (window.last < stateSince || !random.chance(diligence)) return [];
        const draw = random.next();
        const result: ControlResult =
          draw < 0.05 ? "findings" : draw < 0.08 && kind === "daily" ? "not-open" : "no-risk";
        const text = result === "findings" ? random.pick(FINDINGS) : "";
        return [{ establishment: id, kind, period: window.period, last: window.last, result, text }];
      });
    });
  });
}

/** Quarters of an hour that somebody has been trained for in the year, one entry a training. */
export function createTrainings(input: {
  readonly seed: string;
  readonly person: string;
}): readonly { readonly quarters: number; readonly topic: string; readonly daysAgo: number }[] {
  const random = createSeededRandom(input.seed, `training ${input.person}`);
  const topics = [
    "食品安全法及实施条例",
    "风险管控清单的使用",
    "追溯与召回",
    "食品添加剂管理",
    "从业人员卫生",
  ];
  return Array.from({ length: random.whole(0, 5) }, () => ({
    quarters: random.whole(4, 12) * 4,
    topic: random.pick(topics),
    daysAgo: random.whole(5, 300),
  }));
}
