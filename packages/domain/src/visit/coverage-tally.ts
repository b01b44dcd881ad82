// Counts duties into one cell and closes it with the line, rules §4 "Today's line".
import type { PlainDate } from "../kernel/plain-date.js";
import type { CoverageCell, ProgressState } from "./coverage.schema.js";
import type { Duty } from "./derive-duties.js";
import { measureLine } from "./period.js";

/** A cell while it is being counted; windows of different rules keep a line of their own. */
export class CoverageTally {
  private registered = 0;
  private due = 0;
  private done = 0;
  private waived = 0;
  private atRisk = 0;
  private overdue = 0;
  private readonly lines = new Map<string, { due: number; readonly passed: number; readonly days: number }>();

  add(duty: Duty, asOf: PlainDate): void {
    if (duty.registered) this.registered += 1;
    if (duty.state === "waived") this.waived += 1;
    if (!duty.due || duty.window === null) return;
    this.due += 1;
    if (duty.state === "done") this.done += 1;
    else if (duty.state === "overdue") this.overdue += 1;
    else if (duty.state === "at-risk") this.atRisk += 1;
    const line = this.lines.get(duty.window.period);
    if (line === undefined)
      this.lines.set(duty.window.period, { due: 1, ...measureLine({ window: duty.window, asOf }) });
    else line.due += 1;
  }

  toCell(): CoverageCell {
    const { registered, due, done, waived, atRisk, overdue } = this;
    const short = Math.max(0, this.expected() - done);
    const progress: ProgressState =
      due === 0 ? "nothing-due" : done === due ? "done" : short === 0 ? "on-time" : "behind";
    return { registered, due, done, notDone: due - done, waived, atRisk, overdue, short, progress };
  }

  /** ⌈Σ due × line⌉ in whole numbers, so that no binary fraction decides a rounding. */
  private expected(): number {
    let numerator = 0;
    let denominator = 1;
    for (const { due, passed, days } of this.lines.values()) {
      const common = denominator * (days / greatestCommonDivisor(denominator, days));
      numerator = numerator * (common / denominator) + due * passed * (common / days);
      denominator = common;
    }
    return Math.ceil(numerator / denominator);
  }
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
